/**
 * From a numeral to an amount: the scale, hedge, unit and further parts behind it (5000余万元, 三斤半, 6斤8两). Bounds and
 * ranges are read elsewhere (bound.ts, range.ts).
 * Invariant: `printed` is in the printed unit; a scale printed with the unit is not multiplied in.
 */
import {
  addValues,
  type Exact,
  exactDecimal,
  isFraction,
  isNegative,
  lastDigitExponent,
  type PrintedNumber,
  shiftValue,
  smallInteger,
} from '../model/exact.js'
import { ch, isHan } from '../numerals/characters.js'
import type { Numeral } from '../numerals/numeral.js'
import { scanNumeral } from '../numerals/scan.js'
import type { BoundWord, Unit } from '../resources/units.js'
import { readHalf, readParts } from './compound.js'
import { readUnitBehind } from './rate.js'
import {
  behindBlanks,
  codeAt,
  isDigit,
  isOneOf,
  isWordCharacter,
  type QuantityText,
  standsAt,
} from './text.js'
import { findUnit, readScale, type UnitReading } from './unit.js'

/** A number with what belongs to it up to its unit. */
export interface Amount {
  readonly start: number
  readonly end: number
  readonly numeral: Numeral
  /** In the printed unit. */
  readonly printed: PrintedNumber
  /** Upper end of 三四百, 十几, 20多; null where the number is exact. */
  readonly high: Exact | null
  /** 余, 多, 几 between number and unit; 几 or 数 in the number. */
  readonly hedge: BoundWord | null
  /** As printed, scale first: 万元. */
  readonly unitText: string
  readonly unit: Unit | null
  /** Power of ten of the scale that the unit is printed with: 4 for 万元. */
  readonly scale: number
}

const shareUnits = ['', '', '%', '‰', '‱'] as const
const vagueWord: BoundWord = { word: '几', bound: 'range', notAfter: '' }

/** 余, 多, 来 where something counted, or nothing, follows. */
function readHedge(source: QuantityText, at: number): { end: number; word: BoundWord } | undefined {
  const match = source.table.inside.longest(source.codes, behindBlanks(source, at))
  if (match === undefined) return undefined
  const next = behindBlanks(source, match.end)
  const counted = readScale(source, next).power > 0 || findUnit(source, next) !== undefined
  const bare =
    match.value.bound === 'more-than' && match.value.word !== '几' && !isWordCharacter(codeAt(source, next))
  return counted || bare ? { end: match.end, word: match.value } : undefined
}

/** 5个多小时, 3个多月: a hedge inside of the unit. */
function readHedgeWithin(
  source: QuantityText,
  at: number,
): { reading: UnitReading; hedge: { end: number; word: BoundWord } } | undefined {
  const hedge =
    codeAt(source, at) === ch.piece ? source.table.inside.longest(source.codes, at + 1) : undefined
  if (hedge === undefined || hedge.value.bound !== 'more-than') return undefined
  const behind = findUnit(source, hedge.end)
  const name = behind && `个${behind.text.trim()}`
  const unit = name === undefined ? undefined : source.table.units.get(name)
  if (unit === undefined) return undefined
  const reading = { end: behind!.end, text: name!, unit }
  return { reading, hedge: { end: reading.end, word: hedge.value } }
}

/** 三八折 and 72折 print tenths without the point. */
function discount(printed: PrintedNumber, unit: Unit | null): PrintedNumber {
  if (unit?.name !== '折') return printed
  const tenths = smallInteger(printed.value)
  if (!(tenths > 10 && tenths < 100)) return printed
  return { value: shiftValue(printed.value, -1), decimals: 1, exponent: -1 }
}

/** Where a scale word is the beginning of a unit (12千米, 50兆字节), the numeral ends before it. */
function trimToUnit(source: QuantityText, numeral: Numeral): Numeral {
  if (numeral.scale === 0) return trimPair(source, numeral)
  const last = numeral.end - 1
  const unit = source.table.units.longest(source.codes, last)
  if (unit === undefined || unit.end <= numeral.end) return numeral
  return scanNumeral(source.codes, numeral.start, { limit: last }) ?? numeral
}

/** 一两 is a weight unless something counted follows: 一两个. */
function trimPair(source: QuantityText, numeral: Numeral): Numeral {
  if (numeral.high === null || codeAt(source, numeral.end - 1) !== ch.liang) return numeral
  if (findUnit(source, numeral.end) !== undefined) return numeral
  return scanNumeral(source.codes, numeral.start, { limit: numeral.end - 1 }) ?? numeral
}

/** The upper end that 余 or 多 opens: one more in the last printed digit that is not zero. */
function openEnd(value: Exact): Exact {
  if (isFraction(value) || isNegative(value)) return value
  return addValues(value, exactDecimal('1', lastDigitExponent(value)))
}

/** 块 is a piece in a report; 3.04块, 五块六 and 三百块 without a thing behind are spoken amounts of money. */
function asMoney(source: QuantityText, numeral: Numeral, reading: UnitReading): UnitReading {
  if (reading.text !== '块' && reading.text !== '塊') return reading
  const next = codeAt(source, reading.end)
  const spoken = !numeral.arabic && !isHan(next) && smallInteger(numeral.head.value) >= 100
  const money = source.table.units.get('块钱')
  const counted = numeral.head.decimals === 0 && !spoken && !isDigit(next)
  return counted || money === undefined ? reading : { ...reading, unit: money }
}

/** 1分20秒: minutes, which before seconds are called like marks. */
function asMinutes(source: QuantityText, reading: UnitReading): UnitReading {
  if (
    reading.text !== '分' ||
    !/^\d{1,2}(?:\.\d{1,3})?秒/.test(source.folded.slice(reading.end, reading.end + 7))
  )
    return reading
  return { ...reading, unit: source.table.units.get('分钟') ?? reading.unit }
}

/** Reads what follows a numeral. */
export function readAmount(source: QuantityText, scanned: Numeral): Amount {
  const numeral = trimToUnit(source, scanned)
  if (numeral.share !== 0) {
    const text = shareUnits[numeral.share]!
    const unit = source.table.units.get(text) ?? null
    const outer = readOuterHedge(source, { end: numeral.end, text, unit }, numeral.end)
    return {
      start: numeral.start,
      end: outer?.end ?? numeral.end,
      numeral,
      printed: numeral.head,
      high: outer === undefined ? numeral.high : openEnd(numeral.head.value),
      hedge: outer?.word ?? (numeral.vague ? vagueWord : null),
      unitText: text,
      unit,
      scale: 0,
    }
  }
  let scaleText = source.text.slice(numeral.headEnd, numeral.end).trim()
  let scale = numeral.scale
  const hedge = readHedge(source, numeral.end)
  let position = numeral.end
  if (hedge !== undefined) {
    const inner = readScale(source, hedge.end)
    position = inner.end > hedge.end ? inner.end : hedge.end
    scale += inner.power
    scaleText += inner.text
  }
  const hundredMillion = hedge === undefined && standsAt(source, position, '个亿')
  if (hundredMillion) {
    // 3个亿: 个 before the scale word.
    position += 2
    scale += 8
    scaleText += '个亿'
  }
  const within = hedge === undefined ? readHedgeWithin(source, position) : undefined
  let reading =
    within?.reading ?? asMinutes(source, asMoney(source, numeral, readUnitBehind(source, position)))
  const half = hedge === undefined && numeral.high === null ? readHalf(source, numeral, reading) : undefined
  let printed = numeral.head
  let end = reading.end
  if (half !== undefined) {
    reading = half
    end = half.end
    printed = {
      value: addValues(printed.value, exactDecimal('5', -1 - scale)),
      decimals: 1,
      exponent: -1 - scale,
    }
  } else if (
    reading.unit !== null &&
    hedge === undefined &&
    numeral.high === null &&
    !isFraction(printed.value)
  ) {
    const parts = readParts(
      source,
      reading.unit,
      reading.end,
      scale > 0 ? { ...printed, value: shiftValue(printed.value, scale) } : printed,
    )
    if (parts.end > reading.end) {
      end = parts.end
      printed = parts.printed
      scale = 0
      scaleText = ''
    }
  }
  if (reading.unit?.measure === 'money' && isOneOf(codeAt(source, end), '整正')) end++
  const outer =
    hedge ?? within?.hedge ?? (half === undefined ? readOuterHedge(source, reading, end) : undefined)
  if (outer !== undefined && outer !== hedge && outer !== within?.hedge) end = outer.end
  printed = discount(printed, reading.unit)
  const opened =
    outer?.word.bound === 'more-than' || outer?.word.bound === 'approx' ? openEnd(printed.value) : null
  return {
    start: numeral.start,
    end,
    numeral,
    printed,
    high: numeral.high ?? opened,
    hedge: outer?.word ?? (numeral.vague ? vagueWord : null),
    unitText: scaleText + reading.text,
    unit: reading.unit,
    scale,
  }
}

/** 一年多, 3个多小时: a hedge behind the unit or inside it. */
function readOuterHedge(
  source: QuantityText,
  reading: UnitReading,
  at: number,
): { end: number; word: BoundWord } | undefined {
  if (
    reading.unit === null ||
    reading.unit.measure === 'score' ||
    reading.end !== at ||
    codeAt(source, at) !== ch.many
  )
    return undefined
  const word = source.table.inside.longest(source.codes, at)?.value
  const next = codeAt(source, at + 1)
  const free = !isHan(next) || isOneOf(next, '的来前后以时里,')
  return word !== undefined && free ? { end: at + 1, word } : undefined
}
