/**
 * All numbers of a text in one pass: quantities with unit, bound and value, and the numbers that are not quantities,
 * with the reason. Extraction decides what a quantity measures.
 * Invariant: spans are sorted and disjoint; each number is in exactly one of the two lists.
 */
import type { Quantity } from '../model/fact.js'
import { digitRunEnd } from '../numerals/arabic.js'
import { ch, chineseDigit, isArabic, multiplierOf, NO_DIGIT, scaleOf } from '../numerals/characters.js'
import { numberSign } from '../numerals/signs.js'
import { spellPlainly } from '../numerals/spelling.js'
import type { Unit, UnitTable } from '../resources/units.js'
import { readBoundAfter } from './bound.js'
import type { Label } from './label.js'
import { type Item, readNumber } from './number.js'
import { type PrintedLabel, piecesBetween, placeNumbers, type ScannedNumbers } from './pieces.js'
import { withoutSeries } from './series.js'
import { codeAt, isDigit, type QuantityText, quantityText } from './text.js'
import { baseOf } from './value.js'

/** Which code units a number, or a word with one, may begin with; the others are passed over at once. */
const starters = new Uint8Array(0x10000)
for (let code = 0; code < 0x10000; code++) {
  const counts = isDigit(code) || multiplierOf(code) > 0 || scaleOf(code) > 0
  if (counts || numberSign(code) !== undefined) starters[code] = 1
}
for (const character of '+-负第几数半个米分廿卅卌.xX×*_') starters[character.charCodeAt(0)] = 1

function startOf(item: Item): number {
  return 'quantity' in item ? item.quantity.start : item.label.start
}

function endOf(item: Item): number {
  return 'quantity' in item ? item.quantity.end : item.label.end
}

/** Whether a cell, or the text, begins or ends there. */
const isEdge = (character: string | undefined) => character === undefined || /[\t\n|]/.test(character)

/** A word with a numeral in it wins over a number that does not reach beyond it. */
function readWord(source: QuantityText, at: number): Label | undefined {
  const match = source.table.words.longest(source.codes, at)
  if (match === undefined) return undefined
  const last = codeAt(source, match.end - 1)
  const next = codeAt(source, match.end)
  const goesOn = at < match.end - 1 && !isDigit(codeAt(source, at)) && chineseDigit(last) !== NO_DIGIT
  if (goesOn && (multiplierOf(next) > 0 || scaleOf(next) > 0)) return undefined
  // 每周一次 is no Monday.
  if (goesOn && match.value === 'date' && source.table.units.longest(source.codes, match.end) !== undefined)
    return undefined
  if (isArabic(codeAt(source, at)) && isArabic(codeAt(source, at - 1))) return undefined
  if (isArabic(last) && (isArabic(next) || next === ch.point)) return undefined
  // 985 names universities, but alone in a cell it is a figure.
  const printed = source.text.slice(at, match.end)
  if (/^\d+$/.test(printed) && isEdge(source.text[at - 1]) && isEdge(source.text[match.end])) return undefined
  return { start: at, end: match.end, reason: match.value }
}

/** 二级及以上, 三甲以上: a bound behind a name belongs to it. */
function wordEnd(source: QuantityText, word: Label): number {
  return word.reason === 'name' ? (readBoundAfter(source, word.end)?.at ?? word.end) : word.end
}

/** A word ends before a number that follows it, so the number before the offset must not be cut. */
function trimStart(item: Item, from: number, text: string): Item {
  if (startOf(item) >= from) return item
  if ('label' in item) return { label: { ...item.label, start: from } }
  const { quantity } = item
  return { quantity: { ...quantity, start: from, text: text.slice(from, quantity.end) } }
}

/** 2.6、1.5个百分点, 35人、42和51人: in a list of bare numbers the unit behind the last one is that of all. */
function shareUnits(source: QuantityText, quantities: Quantity[]): void {
  for (let index = quantities.length - 2; index >= 0; index--) {
    const quantity = quantities[index]!
    const next = quantities[index + 1]!
    const gap = next.start - quantity.end
    if (quantity.unit !== '' || next.unit === '' || gap < 1 || gap > 2 || quantity.bound !== 'exact') continue
    if (
      !/^[、和与及/][ 　]?$/.test(source.text.slice(quantity.end, next.start)) ||
      quantity.measure === 'ratio'
    )
      continue
    const reading = readPrintedUnit(source, next.unit)
    quantities[index] = {
      ...quantity,
      unit: next.unit,
      measure: next.measure,
      base: baseOf(quantity.value, reading.scale, reading.unit),
    }
  }
}

/** The unit and scale of a unit as printed: 万元. */
function readPrintedUnit(source: QuantityText, text: string): { unit: Unit | null; scale: number } {
  let scale = 0
  for (let at = 0; at < text.length; at++) {
    const unit = source.table.units.get(text.slice(at))
    if (unit !== undefined) return { unit, scale }
    const code = text.charCodeAt(at)
    scale += scaleOf(code) || multiplierOf(code)
  }
  return { unit: null, scale }
}

function scanPlain(text: string, table: UnitTable): ScannedNumbers {
  const source = quantityText(text, table)
  const { codes } = source
  const quantities: Quantity[] = []
  const ignored: PrintedLabel[] = []
  let from = 0
  for (let at = 0; at < codes.length; ) {
    const code = codes[at]!
    const mayBeWord = table.words.starts(code)
    if (starters[code] === 0 && !mayBeWord) {
      at++
      continue
    }
    const word = mayBeWord ? readWord(source, at) : undefined
    const number = starters[code] === 1 ? readNumber(source, at, from) : undefined
    const coversAll =
      number !== undefined &&
      word?.reason === 'idiom' &&
      'quantity' in number &&
      number.quantity.start === 0 &&
      number.quantity.end === text.length &&
      number.quantity.measure === 'count'
    const isWord =
      word !== undefined && (number === undefined || (wordEnd(source, word) >= endOf(number) && !coversAll))
    const found: Item | undefined = isWord ? { label: { ...word, end: wordEnd(source, word) } } : number
    if (found === undefined) {
      at = isArabic(code) ? Math.max(at + 1, digitRunEnd(codes, at, codes.length)) : at + 1
      continue
    }
    const item = trimStart(found, from, text)
    if ('quantity' in item) quantities.push(item.quantity)
    else ignored.push({ ...item.label, text: text.slice(item.label.start, item.label.end) })
    from = endOf(item)
    at = Math.max(from, at + 1)
  }
  shareUnits(source, quantities)
  return { quantities, ignored }
}

/**
 * All numbers of a text: quantities, and those that are none with their reasons. None goes over a border, which is an
 * offset where the text of a cell begins or ends. Linear in the length of the text, whatever its lines.
 */
export function scanNumbers(text: string, table: UnitTable, borders: readonly number[] = []): ScannedNumbers {
  const quantities: Quantity[] = []
  const ignored: PrintedLabel[] = []
  for (const piece of piecesBetween(borders, text.length)) {
    const printed = text.slice(piece.start, piece.end)
    const plain = spellPlainly(printed)
    const scanned = placeNumbers(scanPlain(plain?.text ?? printed, table), text, piece, plain)
    for (const quantity of scanned.quantities) quantities.push(quantity)
    for (const number of scanned.ignored) ignored.push(number)
  }
  return withoutSeries(text, { quantities, ignored })
}

/**
 * The quantities of a text, in order: number, unit as printed with its scale, bound, value scaled to the base unit.
 * Offsets index the given text.
 */
export function findQuantities(text: string, table: UnitTable): Quantity[] {
  return [...scanNumbers(text, table).quantities]
}
