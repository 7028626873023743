/** Cases of Recognizers-Text: numbers, ordinals, percentages, ranges; ages, currencies, dimensions, temperatures. */

import type { Measure } from '../../src/model/fact.js'
import { parseNumeral } from '../../src/numerals/parse.js'
import { findQuantities, type Quantity } from '../../src/pipeline/quantities.js'
import { scanNumbers } from '../../src/quantities/scan.js'
import type { UnitTable } from '../../src/resources/units.js'
import {
  compareNumbers,
  describe,
  inBase,
  isClose,
  type PeerCase,
  readJson,
  type Suite,
  seenNumbers,
  toNumber,
} from './cases.js'

interface Result {
  readonly Text: string
  readonly TypeName: string
  readonly Resolution: { value: string | null; unit?: string; isoCurrency?: string }
  readonly Start: number
}

interface Case {
  readonly Input: string
  readonly Results: readonly Result[]
}

function readCases(folder: string, kind: string, model: string): readonly Case[] {
  return readJson<Case[]>(folder, 'recognizers', 'Specs', kind, 'Chinese', `${model}.json`)
}

function peerCase(suite: Suite, { Input, Results }: Case, disagreement: string | undefined): PeerCase {
  const expected = Results.map(
    ({ Text, Resolution }) => `${Text}=${Resolution.value} ${Resolution.unit ?? ''}`,
  ).join('; ')
  return { suite, input: Input, expected, disagreement }
}

/** Percentages with a sign of their own, and discounts, are another model of the peer. */
function isPercentage({ base, text }: Quantity): boolean {
  return base.unit === '%' && !text.includes('之')
}

function numberCases(folder: string, table: UnitTable): PeerCase[] {
  return readCases(folder, 'Number', 'NumberModel').map((peer) => {
    const expected = peer.Results.map(({ Resolution }) => Number(Resolution.value))
    const whole = peer.Results.length === 1 && peer.Results[0]!.Text.length === peer.Input.trim().length
    const own = whole ? parseNumeral(peer.Input) : undefined
    const passes = own !== undefined && isClose(toNumber(own.value), expected[0]!)
    return peerCase(
      'recognizers-number',
      peer,
      passes
        ? undefined
        : compareNumbers(
            seenNumbers(peer.Input, table, (quantity) => !isPercentage(quantity)),
            expected,
          ),
    )
  })
}

function ordinalCases(folder: string, table: UnitTable): PeerCase[] {
  return readCases(folder, 'Number', 'OrdinalModel').map((peer) => {
    const ordinals = scanNumbers(peer.Input, table).ignored.filter(
      ({ reason }) => reason === 'ordinal' || reason === 'law-article',
    )
    const own = ordinals.map(({ text, start }) => ({
      start,
      values: [toNumber(parseNumeral(text.replace(/^第|[条款章节编项]$/g, ''))?.value ?? 'NaN')],
    }))
    return peerCase(
      'recognizers-number',
      peer,
      compareNumbers(
        own,
        peer.Results.map(({ Resolution }) => Number(Resolution.value)),
      ),
    )
  })
}

function percentCases(folder: string, table: UnitTable): PeerCase[] {
  return readCases(folder, 'Number', 'PercentModel').map((peer) => {
    const found = findQuantities(peer.Input, { units: table }).filter(
      ({ base, text }) => base.unit === '%' || /^[百千万佰仟萬\s]+分\s*之/.test(text),
    )
    const own = found.map(({ start, base }) => ({
      start,
      // 千万分之六 has no sign of its own; the record holds it as a fraction.
      values: [toNumber(base.value ?? 'NaN') * (base.unit === '%' ? 1 : 100)],
    }))
    const expected = peer.Results.map(({ Resolution }) => Number(Resolution.value?.replace('%', '')))
    return peerCase('recognizers-number', peer, compareNumbers(own, expected))
  })
}

interface Ends {
  low: number
  high: number
  lowOpen: boolean
  highOpen: boolean
}

/** The ends that one quantity states, as a range over plain numbers. */
function endsOf(quantity: Quantity, table: UnitTable): Ends | undefined {
  const number = (value: string | null, missing: number) =>
    value === null ? missing : toNumber(inBase(quantity, value, table, false))
  const { bound } = quantity
  if (bound === 'exact') {
    const value = number(quantity.value, Number.NaN)
    return { low: value, high: value, lowOpen: false, highOpen: false }
  }
  // 十几, 多: the record closes the range where the printed place ends; the peer leaves it open.
  const hedged = bound === 'more-than' && quantity.high !== null
  return {
    low: number(quantity.low, Number.NEGATIVE_INFINITY),
    high: hedged ? Number.POSITIVE_INFINITY : number(quantity.high, Number.POSITIVE_INFINITY),
    lowOpen: bound === 'more-than',
    highOpen: bound === 'less-than',
  }
}

/** Bounds that stand side by side (大于10小于20) state one range together, unless they exclude each other. */
function joinBounds(text: string, quantities: readonly Quantity[], table: UnitTable): Ends[] {
  const joined: (Ends & { end: number })[] = []
  for (const quantity of quantities) {
    const ends = endsOf(quantity, table)
    if (ends === undefined) continue
    const last = joined.at(-1)
    const between = last === undefined ? '' : text.slice(last.end, quantity.start)
    const low = Math.max(last?.low ?? 0, ends.low)
    const high = Math.min(last?.high ?? 0, ends.high)
    if (
      last !== undefined &&
      /^(?:大|小|比|并且|并|且|[,， ])*$/.test(between) &&
      low < high &&
      last.low !== last.high
    ) {
      last.lowOpen = last.low > ends.low ? last.lowOpen : ends.lowOpen
      last.highOpen = last.high < ends.high ? last.highOpen : ends.highOpen
      Object.assign(last, { low, high, end: quantity.end })
    } else {
      joined.push({ ...ends, end: quantity.end })
    }
  }
  return joined
}

/** `[20,30)`, `(30,)`. Whether the upper end of a two-sided range is in it differs between the peer's own modes. */
function matchesRange(own: Ends, notation: string): boolean {
  const parts = /^([[(])([^,]*),([^\])]*)([\])])$/.exec(notation)
  if (parts === null) return false
  const [, open = '', low = '', high = ''] = parts
  const expectedLow = low === '' ? Number.NEGATIVE_INFINITY : Number(low)
  const expectedHigh = high === '' ? Number.POSITIVE_INFINITY : Number(high)
  const isSame = (a: number, b: number) => a === b || isClose(a, b)
  if (!isSame(own.low, expectedLow) || !isSame(own.high, expectedHigh)) return false
  return low === '' || own.lowOpen === (open === '(')
}

function rangeCases(folder: string, table: UnitTable, model: string): PeerCase[] {
  return readCases(folder, 'Number', model).map((peer) => {
    const quantities = findQuantities(peer.Input, { units: table })
    const own = joinBounds(peer.Input, quantities, table).filter(
      ({ low, high }) => low !== high || peer.Input.includes('等于'),
    )
    const passes =
      own.length === peer.Results.length &&
      peer.Results.every(({ Resolution }, index) => matchesRange(own[index]!, Resolution.value ?? ''))
    return peerCase('recognizers-number', peer, passes ? undefined : describe(quantities))
  })
}

/** Units of the peer in our base units. Currencies are compared by ISO code. */
const units: Readonly<Record<string, { factor: number; base: string }>> = {
  Year: { factor: 1, base: '岁' },
  Month: { factor: 1, base: '个月' },
  Week: { factor: 7, base: '天' },
  Day: { factor: 1, base: '天' },
  Ton: { factor: 1000, base: '千克' },
  Kilogram: { factor: 1, base: '千克' },
  Gram: { factor: 0.001, base: '千克' },
  Milligram: { factor: 1e-6, base: '千克' },
  Pound: { factor: 0.45359237, base: '千克' },
  Jin: { factor: 0.5, base: '千克' },
  Liang: { factor: 0.05, base: '千克' },
  Kilometer: { factor: 1000, base: '米' },
  Meter: { factor: 1, base: '米' },
  Decimeter: { factor: 0.1, base: '米' },
  Centimeter: { factor: 0.01, base: '米' },
  Millimeter: { factor: 0.001, base: '米' },
  Mile: { factor: 1609.344, base: '米' },
  Foot: { factor: 0.3048, base: '米' },
  Inch: { factor: 0.0254, base: '米' },
  'Square meter': { factor: 1, base: '平方米' },
  'Square kilometer': { factor: 1e6, base: '平方米' },
  'Square foot': { factor: 0.09290304, base: '平方米' },
  Mu: { factor: 2000 / 3, base: '平方米' },
  Hectare: { factor: 1e4, base: '平方米' },
  Liter: { factor: 1, base: '升' },
  Milliliter: { factor: 0.001, base: '升' },
  'Cubic meter': { factor: 1000, base: '升' },
  Bit: { factor: 1, base: '比特' },
  Kilobit: { factor: 1000, base: '比特' },
  Megabit: { factor: 1e6, base: '比特' },
  Byte: { factor: 1, base: '字节' },
  Kilobyte: { factor: 1000, base: '字节' },
  Megabyte: { factor: 1e6, base: '字节' },
  Gigabyte: { factor: 1e9, base: '字节' },
  Terabyte: { factor: 1e12, base: '字节' },
  Petabyte: { factor: 1e15, base: '字节' },
  Hertz: { factor: 1, base: '赫兹' },
  Kilohertz: { factor: 1e3, base: '赫兹' },
  Megahertz: { factor: 1e6, base: '赫兹' },
  Gigahertz: { factor: 1e9, base: '赫兹' },
  Calorie: { factor: 4.184, base: '焦耳' },
  Kilocalorie: { factor: 4184, base: '焦耳' },
  Joule: { factor: 1, base: '焦耳' },
  Degree: { factor: 1, base: '度' },
  C: { factor: 1, base: '℃' },
  F: { factor: 1, base: '℉' },
}

const families: Readonly<Record<string, (quantity: Quantity) => boolean>> = {
  AgeModel: ({ measure }) => measure === 'age',
  CurrencyModel: ({ measure }) => measure === 'money',
  TemperatureModel: ({ measure }) => measure === 'temperature',
  DimensionModel: ({ measure }) =>
    new Set<Measure>(['length', 'mass', 'area', 'volume', 'energy', 'other']).has(measure),
}

function agrees(quantity: Quantity, { Resolution }: Result): boolean {
  const { value, unit = '', isoCurrency } = Resolution
  if (value === null) return false
  const expected = isoCurrency === undefined ? units[unit] : { factor: 1, base: isoCurrency }
  const own = toNumber(quantity.base.value ?? 'NaN')
  return (
    expected !== undefined &&
    quantity.base.unit === expected.base &&
    isClose(own, Number(value) * expected.factor)
  )
}

function unitCases(folder: string, table: UnitTable): PeerCase[] {
  return Object.entries(families).flatMap(([model, belongs]) =>
    readCases(folder, 'NumberWithUnit', model).map((peer) => {
      const found = findQuantities(peer.Input, { units: table }).filter(
        (quantity) => belongs(quantity) && quantity.unit !== '',
      )
      const passes =
        found.length === peer.Results.length &&
        peer.Results.every((result, index) => agrees(found[index]!, result))
      return peerCase('recognizers-unit', peer, passes ? undefined : describe(found))
    }),
  )
}

export function recognizersCases(folder: string, table: UnitTable): PeerCase[] {
  return [
    ...numberCases(folder, table),
    ...ordinalCases(folder, table),
    ...percentCases(folder, table),
    ...rangeCases(folder, table, 'NumberRangeModel'),
    ...rangeCases(folder, table, 'NumberRangeModelExperimentalMode'),
    ...unitCases(folder, table),
  ]
}
