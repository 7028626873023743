/**
 * What all suites of peer cases share: the shape of a case, the numbers that our scan sees in a text, and how two
 * values compare. Reading the files of one peer is left to its adapter.
 * Invariant: a case passes only when every number that the peer expects is there, and none that it excludes.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatExact, parseExact, scaleValue, shiftValue } from '../../src/model/exact.js'
import { foldCodes, multiplierOf, scaleOf } from '../../src/numerals/characters.js'
import { numeralValue } from '../../src/numerals/numeral.js'
import { scanNumeral } from '../../src/numerals/scan.js'
import { type Quantity, withStrings } from '../../src/pipeline/quantities.js'
import { scanNumbers } from '../../src/quantities/scan.js'
import type { Unit, UnitTable } from '../../src/resources/units.js'

export const suites = [
  'recognizers-number',
  'recognizers-unit',
  'jionlp-money',
  'duckling-numeral',
  'duckling-quantity',
  'cn2an',
] as const
export type Suite = (typeof suites)[number]

export interface PeerCase {
  readonly suite: Suite
  readonly input: string
  /** What the peer expects, for the listing of failures. */
  readonly expected: string
  /** Undefined where our reading agrees, else what we read. */
  readonly disagreement: string | undefined
}

export function readJson<T>(folder: string, ...path: string[]): T {
  return JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as T
}

export function toNumber(value: string): number {
  const [top, bottom] = value.split('/')
  return bottom === undefined ? Number(top) : Number(top) / Number(bottom)
}

/** Equal as far as a double and the peers' fifteen printed digits can tell. */
export function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-9 + 1e-18
}

/** A number that the scan saw, with every value that the record gives for it: as printed, scaled, in the base unit. */
export interface SeenNumber {
  readonly start: number
  readonly values: readonly number[]
}

/** All numerals in a text, whether anything is counted or not. */
function numeralsIn(text: string, offset: number): SeenNumber[] {
  const codes = foldCodes(text)
  const found: SeenNumber[] = []
  for (let at = 0; at < codes.length; ) {
    const numeral = scanNumeral(codes, at)
    if (numeral === undefined) {
      at++
      continue
    }
    found.push({
      start: offset + at,
      values: [numeral.head, numeralValue(numeral)].map(({ value }) => toNumber(formatExact(value))),
    })
    at = numeral.end
  }
  return found
}

/** Whether an ignored text is a numeral and, at most, one unit: then the number was seen and set aside. */
function isNumeralWithUnit(text: string, table: UnitTable): boolean {
  const codes = foldCodes(text)
  const numeral = scanNumeral(codes, 0)
  if (numeral === undefined) return false
  const unit = table.units.longest(codes, numeral.end)
  return numeral.end === codes.length || (unit?.end === codes.length && unit.value.measure === 'count')
}

export function seenNumbers(
  text: string,
  table: UnitTable,
  counts: (quantity: Quantity) => boolean = () => true,
): SeenNumber[] {
  const { quantities, ignored } = scanNumbers(text, table)
  const numbers: SeenNumber[] = []
  for (const quantity of quantities.map(withStrings).filter(counts)) {
    const inside = numeralsIn(quantity.text, quantity.start)
    if (quantity.bound === 'range' && quantity.value === null && inside.length > 1) {
      numbers.push(...inside)
      continue
    }
    const values = [quantity.value, quantity.base.value].filter((value) => value !== null).map(toNumber)
    if (quantity.value !== null) values.push(toNumber(inBase(quantity, quantity.value, table, false)))
    numbers.push({
      start: quantity.start,
      values: [...values, ...(inside.length === 1 ? inside[0]!.values : [])],
    })
  }
  for (const { text: word, start, reason } of ignored) {
    if (reason === 'name' || (reason === 'idiom' && !isNumeralWithUnit(word, table))) continue
    numbers.push(...numeralsIn(word, start))
  }
  return numbers.sort((a, b) => a.start - b.start)
}

/** Compares in order; undefined where all agree. */
export function compareNumbers(seen: readonly SeenNumber[], expected: readonly number[]): string | undefined {
  const agrees =
    seen.length === expected.length &&
    expected.every((value, index) => seen[index]!.values.some((own) => isClose(own, value)))
  return agrees ? undefined : seen.map((number) => number.values.join('=')).join('; ') || 'nothing'
}

/** The unit of a quantity without its scale words, and the power of ten that those are. */
export function unitOf(quantity: Quantity, table: UnitTable): { unit: Unit | undefined; scale: number } {
  const codes = foldCodes(quantity.unit)
  let scale = 0
  for (let at = 0; at <= codes.length; at++) {
    const match = table.units.longest(codes, at)
    if (match?.end === codes.length) return { unit: match.value, scale }
    const code = codes[at] ?? 0
    scale += scaleOf(code) || multiplierOf(code) || (code === 0x77 ? 4 : 0) || (code === 0x6b ? 3 : 0)
  }
  return { unit: undefined, scale }
}

/** An end of a quantity in its base unit; without the unit's factor, in the printed unit without scale words. */
export function inBase(quantity: Quantity, value: string, table: UnitTable, factor = true): string {
  const { unit, scale } = unitOf(quantity, table)
  const scaled = shiftValue(parseExact(value), scale)
  return formatExact(factor && unit !== undefined ? scaleValue(scaled, unit.factor) : scaled)
}

export function describe(quantities: readonly Quantity[]): string {
  return (
    quantities.map((q) => `${q.text}=${q.value ?? `${q.low}..${q.high}`} ${q.unit} ${q.bound}`).join('; ') ||
    'nothing'
  )
}
