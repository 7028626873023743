/**
 * Numbers that order or name instead of counting: list labels, ordinals, document numbers, section numbers. Codes and
 * products are in code.ts, numbers of formulas in expression.ts, those that go on from one to the next in series.ts.
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

/** How far on each side the same mark is looked for. */
const markReach = 800

/** 刀轴(2) … 刀轴(2): a number in brackets that a noun has again and again refers to a part of a drawing. */
function readReferenceMark(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  const isShort = numeral.arabic && numeral.plain && numeral.head.decimals === 0 && numeral.end - at <= 3
  if (!isShort || codeAt(source, at - 1) !== 0x28 || codeAt(source, numeral.end) !== 0x29) return undefined
  if (!isHan(codeAt(source, at - 2)) || !isHan(codeAt(source, at - 3))) return undefined
  const mark = source.folded.slice(at - 3, numeral.end + 1)
  const before = source.folded.slice(Math.max(0, at - markReach), at - 3)
  const behind = source.folded.slice(numeral.end + 1, numeral.end + markReach)
  return before.includes(mark) || behind.includes(mark)
    ? { start: at - 1, end: numeral.end + 1, reason: 'name' }
    : undefined
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

/** 8-3 主要年份…: the number of a table in front of its title, in a line of its own. */
const tableNumber = /^(\d{1,2})[-—–－](\d{1,2})(?:[-—–－]\d{1,2})?(?=[ \u3000\t]+[\u4e00-\u9fff])/
const longestTableNumber = 12

/** A range is none: it rises, and a unit follows. */
function readTableNumber(source: QuantityText, at: number): Label | undefined {
  if (at > 0 && codeAt(source, at - 1) !== 0x0a) return undefined
  const found = tableNumber.exec(source.text.slice(at, at + longestTableNumber))
  if (found === null) return undefined
  const end = at + found[0].length
  const rises = Number(found[1]) < Number(found[2])
  const unit = source.table.units.longest(source.codes, behindBlanks(source, end))
  return rises && unit !== undefined ? undefined : { start: at, end, reason: 'list-label' }
}

/** 表1 分地区情况, 见图2 , 例3 甲乙: what a table, a picture or an example is called, where its title or a blank follows. */
const exhibit = /(?:^|[\n如见按据由(])[ \u3000]?[附续]?(?:图表|[表图例])[ \u3000]?$/
/** More characters than the pattern can hold, so that it begins where the text does or behind one of its signs. */
const longestExhibit = 8

function readExhibit(source: QuantityText, at: number, { arabic, plain, end }: Numeral): Label | undefined {
  if (!arabic || !plain || behindBlanks(source, end) === end) return undefined
  const isExhibit = exhibit.test(source.text.slice(Math.max(0, at - longestExhibit), at))
  return isExhibit ? { start: at, end, reason: 'ordinal' } : undefined
}

/** 东经102°57′—103°20′, 北纬22度16分: where something lies. */
const coordinate =
  /^\d+(?:\.\d+)?(?:°(?:\d+(?:\.\d+)?[′'])?(?:\d+(?:\.\d+)?[″"])?|度(?:\d+(?:\.\d+)?分)?(?:\d+(?:\.\d+)?秒)?)/
/** How many characters a coordinate has at most. */
const longestCoordinate = 20

function readCoordinate(source: QuantityText, at: number): Label | undefined {
  const limit = Math.min(source.codes.length, at + longestCoordinate)
  const found = coordinate.exec(source.text.slice(at, limit))
  const isDegree =
    found !== null && (/[′']/.test(found[0]) || /[经纬]/.test(source.text.slice(Math.max(0, at - 4), at)))
  return isDegree ? { start: at, end: at + found[0].length, reason: 'code' } : undefined
}

/** 岭煤能源(609188): six digits alone in brackets right behind a name are a stock's. */
function readStockCode(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  const isAlone = numeral.arabic && numeral.plain && numeral.end - at === 6
  const isBracketed = codeAt(source, at - 1) === 0x28 && codeAt(source, numeral.end) === 0x29
  return isAlone && isBracketed && isHan(codeAt(source, at - 2))
    ? { start: at, end: numeral.end, reason: 'code' }
    : undefined
}

/** Dots that lead from a heading to its page: 第四章……6. */
const leader = /(?:[.．·]{4}|…{2})[ \u3000]*$/

/** A page number of a list of contents, behind a row of dots. */
function readPage(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  const isPage = numeral.arabic && numeral.plain && leader.test(source.text.slice(Math.max(0, at - 8), at))
  return isPage ? { start: at, end: numeral.end, reason: 'page-furniture' } : undefined
}

/** A.128 or (B)3层 at the start of a line or behind a blank: an answer to choose. */
const option = /(?:^|[\s\u3000(（])[A-H][.．、)）][ \u3000]?$/

function readOption(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  const isOption = option.test(source.text.slice(Math.max(0, at - 5), at))
  return isOption ? { start: at, end: numeral.end, reason: 'list-label' } : undefined
}

/** What names a book that comes out every year. */
const yearbook = /(?:年鉴|年报|概览|要览|便览|手册|蓝皮书|白皮书)$/

/** 清源年鉴2020 as a title: the year of the book. */
function readEdition(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  if (!numeral.plain || numeral.end - at !== 4 || !/^(?:19|20)/.test(source.text.slice(at, at + 2)))
    return undefined
  const next = codeAt(source, behindBlanks(source, numeral.end))
  const isEnd = next === 0 || next === 0x0a || isOneOf(next, '》」』)')
  return isEnd && yearbook.test(source.text.slice(Math.max(0, at - 4), at).trimEnd())
    ? { start: at, end: numeral.end, reason: 'date' }
    : undefined
}

/** Where a line or the title of a book begins. */
const titleStart = /(?:^|[\n《])[ \u3000]*$/
const longestIndent = 4
/** 余 and the like, scales and classifiers: a count. */
const counting = '余多几来个左上以万亿千百'

/** 2023青湖马拉松: the year that a title begins with. */
function readTitleYear(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  if (!numeral.plain || numeral.end - at !== 4 || !/^(?:19|20)\d\d/.test(source.text.slice(at, at + 4)))
    return undefined
  if (!titleStart.test(source.text.slice(Math.max(0, at - longestIndent), at))) return undefined
  const next = codeAt(source, numeral.end)
  if (!isHan(next) || isOneOf(next, counting)) return undefined
  return source.table.units.longest(source.codes, numeral.end) === undefined
    ? { start: at, end: numeral.end, reason: 'date' }
    : undefined
}

/** List labels and document numbers around a numeral that begins at the offset. */
export function readLabel(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  return (
    readDocumentNumber(source, at, numeral) ??
    readCaseNumber(source, at, numeral) ??
    readBracketLabel(source, at, numeral) ??
    readReferenceMark(source, at, numeral) ??
    readOpenLabel(source, at, numeral) ??
    readSpokenLabel(source, at, numeral) ??
    readSectionNumber(source, at, numeral) ??
    readTableNumber(source, at) ??
    readExhibit(source, at, numeral) ??
    readCoordinate(source, at) ??
    readStockCode(source, at, numeral) ??
    readPage(source, at, numeral) ??
    readOption(source, at, numeral) ??
    readEdition(source, at, numeral) ??
    readTitleYear(source, at, numeral)
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
