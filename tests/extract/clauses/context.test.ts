/** Passages cut at marks and brackets, as far as facts show it. */
import { describe, expect, test } from 'vitest'
import { contextsOf } from '../../../src/extract/clauses/context.js'
import { textOf } from '../../../src/extract/reading.js'
import { findQuantities } from '../../../src/quantities/scan.js'
import { units } from '../../support/tables.js'
import { checkLinks, rangeOf, reading } from '../check.js'

describe('semicolons and full stops', () => {
  checkLinks([
    ['新建小学4所；初中2所；高中1所。', '4所:', '2所:', '1所:'],
    ['法院受理案件418件，审结397件！未结21件？', '418件:', '397件:', '21件:'],
  ])
})

test.each([
  ['县医院（总院，下同）门诊4.2万人次', ['县医院（总院，下同）门诊']],
  ['县医院（总院3所，分院5所）门诊4.2万人次', ['总院', '分院', '门诊']],
  ['县医院（总院，门诊4.2万人次', ['门诊']],
])('%s: a bracket without a number does not cut words', (text, words) => {
  const source = reading(text)
  const contexts = contextsOf(source, rangeOf(text), findQuantities(text, units))
  expect(contexts.map(({ left }) => textOf(source, left))).toEqual(words)
})
