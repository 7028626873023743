/**
 * Masks: digits of years and counts, and names, that were replaced by letters, lines or stars. They are found and not
 * mended: what stood there is never invented. Blanks of a form and emphasis of Markdown hide nothing.
 */
import type { Damage } from '../../model/correction.js'
import { foldWidth } from '../../model/fold.js'
import { spanOf } from '../../model/span.js'
import { foldCodes } from '../../numerals/characters.js'
import { readMask } from '../../numerals/mask.js'
import { hasEmphasis, hasLines, isForm } from './blanks.js'

/** What a figure counts: the first characters of its unit. */
const unitHead =
  '(?:[年月日人所名个万亿千百元户%‰亩吨米次件家头只株辆台座项条倍度分岁天处例起宗]|公[里顷斤]|平方|立方|小时|美元|[kK][WwMmGg])'

/** Digits of which some are hidden, or may be. */
const partly = /(?<![0-9A-Za-z._×*/=&?#@-])(?=[\dxX×*_])(?=[\d,.]{0,20}[xX×*_])/g
const countedBehind = new RegExp(`^[ ]?${unitHead}`)
/** All of a figure or name, in front of its unit or noun: **一中, ××县, xxxx年; or in quotation marks. */
const wholly =
  /(?<![0-9A-Za-z_×*.])(?:(?<sign>[xX×])\k<sign>{1,5}|\*{2,4}|_{2,4})(?=[\u4e00-\u9fff%‰])|(?<=“)(?:[xX]{2}|×{2}|\*{2})(?=”)/g
/** 某某 in the place of a name: before a place or a body, never behind a surname. */
const someName = /(?<!某)某{2,}(?=[省市县区州乡镇村]|街道|[小中大]学|学校|[局委厅]|医院|幼儿园)/g
/** Stars before a remark lead to it. */
const remark = /^(?:注|说明|表示)/

/** Figures with hidden digits. Of years two stay visible; every other figure has its unit behind it. */
function findPartly(text: string): [number, number][] {
  const codes = foldCodes(text)
  const isForm = hasLines(text)
  const found: [number, number][] = []
  for (const { index } of text.matchAll(partly)) {
    const mask = readMask(codes, index, codes.length)
    if (mask === undefined || index < (found.at(-1)?.[1] ?? 0)) continue
    if (isForm && text.slice(index, mask.end).includes('_')) continue
    const isCounted = countedBehind.test(text.slice(mask.end, mask.end + 3))
    if (isCounted || /^(?:19|20)[xX×*]{2}$/.test(text.slice(index, mask.end))) found.push([index, mask.end])
  }
  return found
}

function findWholly(text: string, hidden: readonly [number, number][]): [number, number][] {
  const shows = (sign: string) => hidden.some(([start, end]) => text.slice(start, end).includes(sign))
  const isEmphasis = hasEmphasis(text)
  const found = [...text.matchAll(wholly)].flatMap(({ 0: printed, index }): [number, number][] => {
    const end = index + printed.length
    if (printed[0] === '*' && (isEmphasis || remark.test(text.slice(end, end + 2)))) return []
    // A line to write on looks the same; who hides digits with lines shows it at a figure.
    if (printed[0] === '_' && !shows('_')) return []
    return [[index, end]]
  })
  return isForm(text, hidden, found) ? [] : found
}

/** Masks of a source, by start. */
export function findMasks(source: string): Damage[] {
  const text = foldWidth(source)
  const partlyHidden = findPartly(text)
  const names = [...text.matchAll(someName)].map(
    ({ 0: name, index }) => [index, index + name.length] as const,
  )
  return [...partlyHidden, ...findWholly(text, partlyHidden), ...names]
    .map(
      ([start, end]): Damage => ({
        kind: 'mask',
        ...spanOf<'source'>(start, end),
        detail: source.slice(start, end),
      }),
    )
    .sort((a, b) => a.start - b.start)
}
