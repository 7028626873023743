/**
 * Times that are counted or written otherwise than in years and months of our era: 24H1, 2024Q3, 2024前三季度, 民国24年.
 * Invariant: a bounded number of characters is looked at from each offset.
 */
import { isArabic, isLatin } from '../numerals/characters.js'
import type { Label } from './label.js'
import { codeAt, type QuantityText } from './text.js'

/** How many characters a time of these kinds has at most. */
const reach = 24
/** Half-years and quarters as companies write them, and a year whose 年 is left out before a part of it. */
const parts =
  /^(?:20)?\d{2}年?(?:[Hh][12]|[Qq][1-4])末?(?![0-9A-Za-z])|^20\d\d(?=前三季度|[上下]半年|第?[一二三四]季度|全年)/
/** Behind a year: the week of it. */
const yearTail = /^第\d{1,2}周/
const eraYear = /^(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})年(?:\((?:公元)?1[5-9]\d\d年?\))?/
const eras = new Set(
  '民国 宣统 光绪 同治 咸丰 道光 嘉庆 乾隆 雍正 康熙 顺治 崇祯 万历 嘉靖 洪武 永乐 昭和 明治 大正'.split(' '),
)

function ahead(source: QuantityText, at: number): string {
  return source.folded.slice(at, at + reach)
}

/** 24H1, 2024Q3末, and 2024 of 2024前三季度: the end of a time that begins with digits at the offset. */
export function readPartOfYear(source: QuantityText, at: number): number | undefined {
  const before = codeAt(source, at - 1)
  if (isArabic(before) || isLatin(before)) return undefined
  const found = parts.exec(ahead(source, at))
  return found === null ? undefined : at + found[0].length
}

/** 第04周 behind 2018年: where the time ends. */
export function behindYear(source: QuantityText, at: number): number {
  return at + (yearTail.exec(ahead(source, at))?.[0].length ?? 0)
}

/** 民国24年, 光绪三十年(1904): a year of another count, whose number begins at the offset. */
export function readEra(source: QuantityText, at: number): Label | undefined {
  if (!eras.has(source.folded.slice(Math.max(0, at - 2), at))) return undefined
  const found = eraYear.exec(ahead(source, at))
  return found === null ? undefined : { start: at - 2, end: at + found[0].length, reason: 'date' }
}
