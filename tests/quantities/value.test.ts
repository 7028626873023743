/** From an amount to a quantity: printed precision, the base unit, prefixes. */
import { describe, expect, test } from 'vitest'
import { formatOrNull, parseExact } from '../../src/model/exact.js'
import { findQuantities } from '../../src/pipeline/quantities.js'
import { baseOf } from '../../src/quantities/value.js'
import { units } from '../support/tables.js'

/** Text, value, digits behind the point, power of ten of the last digit. */
describe('how precisely a number was printed', () => {
  test.each([
    ['457.76万元', '457.76', 2, -2],
    ['1100万元', '1100', 0, 0],
    ['45.70元', '45.7', 2, -2],
    ['三十万元', '300000', 0, 4],
    ['3万4000人', '34000', 0, 0],
    ['八斤六两', '8.6', 1, -1],
    ['两年半', '2.5', 1, -1],
    ['半小时', '0.5', 1, -1],
    ['一半', '1/2', 0, 0],
    ['三块零四', '3.04', 2, -2],
    ['七成六', '7.6', 1, -1],
    ['九五折', '9.5', 1, -1],
    ['零下4.5度', '-4.5', 1, -1],
    ['20xx人', '2000', 0, 2],
    ['个半月', '1.5', 1, -1],
    ['米九', '1.9', 1, -1],
    ['三分一吨', '1/3', 0, 0],
    ['3.5~4%', '3.5', 1, -1],
    ['三万到五万元', '30000', 0, 4],
    ['师生比1:14', '1/14', 0, 0],
    ['45元5角', '45.5', 1, -1],
    ['近3000名', '3000', 0, 0],
  ])('%s', (text, value, decimals, exponent) => {
    expect(findQuantities(text, { units })[0]?.printed).toEqual({ value, decimals, exponent })
  })
})

describe('in the base unit', () => {
  test('the scale and the factor are multiplied in', () => {
    const based = (value: string | null, scale: number, unit: string | null) => {
      const base = baseOf(
        value === null ? null : parseExact(value),
        scale,
        unit === null ? null : units.units.get(unit)!,
      )
      return { ...base, value: formatOrNull(base.value) }
    }
    expect(based('3.5', 4, '元')).toEqual({ value: '35000', unit: 'CNY' })
    expect(based('3', 0, '吨')).toEqual({ value: '3000', unit: '千克' })
    expect(based('3', 2, null)).toEqual({ value: '300', unit: '' })
    expect(based(null, 2, '元')).toEqual({ value: null, unit: 'CNY' })
  })
})
