/**
 * Numbers that mark a place or a work: parts of a drawing, tables and pictures, pages, answers to choose, coordinates, the
 * year of a book. Labels of lists and of documents are in label.ts.
 * Invariant: a bounded number of characters is looked at around each offset.
 */
import { isHan } from '../numerals/characters.js'
import type { Numeral } from '../numerals/numeral.js'
import type { Label } from './label.js'
import { behindBlanks, codeAt, isOneOf, type QuantityText } from './text.js'

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

/** What a numeral at the offset marks; undefined where it marks nothing. */
export function readMark(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  return (
    readReferenceMark(source, at, numeral) ??
    readTableNumber(source, at) ??
    readExhibit(source, at, numeral) ??
    readCoordinate(source, at) ??
    readPage(source, at, numeral) ??
    readOption(source, at, numeral) ??
    readEdition(source, at, numeral) ??
    readTitleYear(source, at, numeral)
  )
}
