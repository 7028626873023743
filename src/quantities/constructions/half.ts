/**
 * A half as a number of its own: 半小时, 半个世纪, 一半.
 */
import { exactDecimal, exactFraction } from '../../model/exact.js'
import type { Quantity } from '../../model/fact.js'
import { ch } from '../../numerals/characters.js'
import { endsOf, readBoundAfter, readBoundBefore } from '../bound.js'
import { codeAt, type QuantityText } from '../text.js'
import { baseOf } from '../value.js'
import type { SignConstruction } from './contract.js'

/** 半小时, 半个世纪, 一半: a half as a number of its own. */
function readHalf(source: QuantityText, at: number, half: number): Quantity | undefined {
  const unit = source.table.units.longest(source.codes, half + 1)
  const isShare = half > at
  if (!isShare && (unit === undefined || (unit.value.measure === 'count' && unit.value.name !== '个')))
    return undefined
  const end = isShare ? half + 1 : unit!.end
  const found = isShare ? null : unit!.value
  const value = isShare ? exactFraction(1n, 2n) : exactDecimal('5', -1)
  const after = readBoundAfter(source, end)
  const before = readBoundBefore(source, at, false)
  const word = before?.word ?? after?.word
  const start = before?.at ?? at
  return {
    start,
    end: after?.at ?? end,
    text: source.text.slice(start, after?.at ?? end),
    value,
    ...(word === undefined ? { low: null, high: null } : endsOf(word, value)),
    unit: source.text.slice(half + 1, end),
    base: baseOf(value, 0, found),
    bound: word?.bound ?? 'exact',
    qualifier: word?.word ?? null,
    measure: found === null ? 'ratio' : found.measure,
    printed: { value, decimals: isShare ? 0 : 1, exponent: isShare ? 0 : -1 },
  }
}

export const construction: SignConstruction = {
  id: 'half',
  reads: 'signs',
  starts: '半一',
  examples: [
    { text: '用时半小时', reads: '半小时', value: '0.5' },
    { text: '近一半学校', reads: '近一半', value: '1/2' },
  ],
  nonExamples: ['半导体', '一所学校'],
  opens: (source, at) => codeAt(source, at) === ch.half || codeAt(source, at + 1) === ch.half,
  read: (source, at) => readHalf(source, at, codeAt(source, at) === ch.half ? at : at + 1),
}
