/**
 * Numbers that order or name instead of counting: list labels, ordinals, document numbers, section numbers. What marks a
 * place is in mark.ts, codes and products in code.ts, numbers of formulas in expression.ts, series in series.ts.
 * Words that contain a numeral are in `corpus/units/not-quantities.tsv`.
 * Invariant: a bounded number of characters is looked at around each offset.
 */
import type { IgnoredReason } from '../model/fact.js'
import { digitRunEnd } from '../numerals/arabic.js'
import { ch, isArabic, isHan } from '../numerals/characters.js'
import type { Numeral } from '../numerals/numeral.js'
import { scanNumeral } from '../numerals/scan.js'
import {
  behindBlanks,
  codeAt,
  isDigit,
  isListPosition,
  isOneOf,
  type QuantityText,
  standsAt,
} from './text.js'

export interface Label {
  readonly start: number
  readonly end: number
  readonly reason: IgnoredReason
}

const opening = '(〔[【'
const closing = ')〕]】'

/** 〔2020〕5号, (2020)第5号: the year in brackets begins at the offset. */
function readDocumentNumber(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  if (numeral.end - at !== 4 || !isOneOf(codeAt(source, at - 1), opening)) return undefined
  if (!isOneOf(codeAt(source, numeral.end), closing)) return undefined
  let position = numeral.end + 1
  if (codeAt(source, position) === 0x7b2c) position++
  const end = digitRunEnd(source.codes, position, Math.min(source.codes.length, position + 6))
  if (end === position || codeAt(source, end) !== 0x53f7) return undefined
  return { start: at - 1, end: end + 1, reason: 'document-number' }
}

/** (2021)某01民终1234号: a year in brackets, the letters and numbers of an office, and the number of a case. */
const caseNumber =
  /^[(〔[【（［](?:19|20)\d\d[)〕\]】）］][\p{Script=Han}\d]{1,10}?\p{Script=Han}第?\d{1,7}号(?![楼线井院店馆机台])/u
/** How many characters a case number has at most. */
const longestCase = 26

function readCaseNumber(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  if (numeral.end - at !== 4 || !isOneOf(codeAt(source, at - 1), opening)) return undefined
  const found = caseNumber.exec(source.text.slice(at - 1, at - 1 + longestCase))
  return found === null
    ? undefined
    : { start: at - 1, end: at - 1 + found[0].length, reason: 'document-number' }
}

/** A label in brackets: (一), (1) at a place where lists begin. */
function readBracketLabel(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  // The mark of a note in Markdown: [^12].
  if (standsAt(source, at - 2, '[^') && codeAt(source, numeral.end) === 0x5d)
    return { start: at - 2, end: numeral.end + 1, reason: 'list-label' }
  if (isOneOf(codeAt(source, at - 1), '〔【[') && isOneOf(codeAt(source, numeral.end), closing)) {
    // The mark of a note: 〔12〕.
    const isNote = numeral.arabic && numeral.plain && numeral.end - at <= 3 && numeral.head.decimals === 0
    return isNote ? { start: at - 1, end: numeral.end + 1, reason: 'list-label' } : undefined
  }
  if (codeAt(source, at - 1) !== 0x28 || codeAt(source, numeral.end) !== 0x29) return undefined
  const isYear = numeral.plain && numeral.end - at === 4 && codeAt(source, at - 2) === ch.year
  if (isYear) return { start: at, end: numeral.end, reason: 'date' } // the other count of 乾隆六年(1741)
  if (numeral.end - at > 3 || numeral.scale > 0 || numeral.head.decimals > 0) return undefined
  if (numeral.arabic && (numeral.end - at > 2 || !isListPosition(source, at - 1))) return undefined
  return { start: at - 1, end: numeral.end + 1, reason: 'list-label' }
}

function readOpenLabel(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  const { end } = numeral
  if (end - at > 3 || numeral.scale > 0 || numeral.head.decimals > 0 || !isListPosition(source, at))
    return undefined
  const code = codeAt(source, end)
  const next = codeAt(source, end + 1)
  const label: Label = { start: at, end: end + 1, reason: 'list-label' }
  if (code === 0x3001) {
    // 一、二年级 counts on; a label is followed by its text.
    const following = isDigit(next)
      ? scanNumeral(source.codes, end + 1, { limit: Math.min(source.codes.length, end + 8) })
      : undefined
    return following === undefined || (numeral.arabic && following.end - end > 3) ? label : undefined
  }
  if (numeral.arabic && code === ch.point && !isArabic(next)) return label
  if (numeral.arabic && code === 0x29) return label
  return undefined
}

/** 一是, 二要 at the start of a clause. */
function readSpokenLabel(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  if (numeral.arabic || numeral.end - at > 2 || !isOneOf(codeAt(source, numeral.end), '是要则'))
    return undefined
  const before = codeAt(source, at - 1)
  if (isHan(before) || isDigit(before)) return undefined
  return { start: at, end: numeral.end + 1, reason: 'list-label' }
}

/** 2.1 and 3.1.2 as section numbers, versions, addresses: more than two parts, or two at the start of a line. */
function readSectionNumber(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  if (!numeral.arabic || numeral.head.decimals === 0) return undefined
  let end = numeral.end
  let parts = 2
  while (codeAt(source, end) === ch.point && isArabic(codeAt(source, end + 1))) {
    end = digitRunEnd(source.codes, end + 1, source.codes.length)
    parts++
  }
  if (parts > 2) return { start: at, end, reason: isListPosition(source, at) ? 'list-label' : 'code' }
  const before = codeAt(source, at - 1)
  const isLineStart = before === 0 || before === 0x0a
  const unit = source.table.units.longest(source.codes, numeral.end)
  const counts = unit === undefined || unit.value.measure === 'count'
  const padded = codeAt(source, numeral.end - numeral.head.decimals) === 0x30 // 3.04 is no section number
  const short = !padded && numeral.end - at <= 4 && numeral.scale === 0
  const behind = codeAt(source, end) === ch.point ? end + 1 : end
  return isLineStart && short && counts && isHan(codeAt(source, behindBlanks(source, behind)))
    ? { start: at, end, reason: 'list-label' }
    : undefined
}

/** 岭煤能源(609188): six digits alone in brackets right behind a name are a stock's. */
function readStockCode(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  const isAlone = numeral.arabic && numeral.plain && numeral.end - at === 6
  const isBracketed = codeAt(source, at - 1) === 0x28 && codeAt(source, numeral.end) === 0x29
  return isAlone && isBracketed && isHan(codeAt(source, at - 2))
    ? { start: at, end: numeral.end, reason: 'code' }
    : undefined
}

/** List labels and document numbers around a numeral that begins at the offset. */
export function readLabel(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  return (
    readDocumentNumber(source, at, numeral) ??
    readCaseNumber(source, at, numeral) ??
    readBracketLabel(source, at, numeral) ??
    readOpenLabel(source, at, numeral) ??
    readSpokenLabel(source, at, numeral) ??
    readSectionNumber(source, at, numeral) ??
    readStockCode(source, at, numeral)
  )
}

/** 第三, 第十二条; the offset holds 第. Undefined where no number follows. */
export function readOrdinal(source: QuantityText, at: number): Label | undefined {
  const numeral = scanNumeral(source.codes, behindBlanks(source, at + 1))
  if (numeral === undefined || codeAt(source, at) !== 0x7b2c) return undefined
  const unit = behindBlanks(source, numeral.end)
  if (isOneOf(codeAt(source, unit), '条款章节编项') && !standsAt(source, unit, '项目')) {
    return { start: at, end: unit + 1, reason: 'law-article' }
  }
  return { start: at, end: numeral.end, reason: 'ordinal' }
}

/** 今年前7个月; the 前 of 三年前 ends a time. */
function isThisYear(source: QuantityText, at: number): boolean {
  return ['今年', '去年', '本年', '上年', '明年'].some((year) => standsAt(source, at - 2, year))
}

/** 前三, 前10名, 前5个月: an order when 前 is not the end of 目前, 以前, 提前. */
export function readLeading(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  if (
    codeAt(source, at - 1) !== 0x524d ||
    (isOneOf(codeAt(source, at - 2), '目此提以之日午年天月会事生当眼跟空学') && !isThisYear(source, at - 1))
  )
    return undefined
  const unit = source.table.units.longest(source.codes, behindBlanks(source, numeral.end))
  const isTime = unit?.value.measure === 'duration'
  const isShare = unit?.value.measure === 'percent'
  return {
    start: at - 1,
    end: (isTime || isShare) && unit !== undefined ? unit.end : numeral.end,
    reason: isTime ? 'date' : 'ordinal',
  }
}

/** A numeral that opens a quotation names what is quoted: “一户一宅”, “3+1+2”. Undefined for anything else. */
export function readQuoted(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  if (!isOneOf(codeAt(source, at - 1), '“"「『《‘')) return undefined
  const limit = Math.min(source.codes.length, at + 16)
  let end = at
  while (end < limit && !isOneOf(codeAt(source, end), '”"」』》’')) end++
  if (end === limit || codeAt(source, end) === 0x0a) return undefined
  const joins = source.text.slice(at, end)
  return !numeral.arabic || /[+＋·]|^[\dA-Za-z]+$/.test(joins)
    ? { start: at, end, reason: 'name' }
    : undefined
}
