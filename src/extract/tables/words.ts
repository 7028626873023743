/**
 * What the words of one head or label say: numbering, unit, period, whether it speaks of a change or a share, and the
 * name that is left.
 */
import type { CueKind, CueTable } from '../../resources/cues.js'
import type { UnitTable } from '../../resources/units.js'
import { isPower, oneOf } from './one-of-unit.js'

/** A head of a column, or the label of a row. */
export interface Words {
  /** What is left of it: empty where it says only when, in what unit, or that figures follow. */
  readonly name: string
  /** As printed. */
  readonly unit: string | null
  /** A bare year with 年. */
  readonly period: string | null
  /** The whole of it speaks of a change: 比上年增长, or 累计比上年同期增长 with `current` 累计 and `base` 上年同期. */
  readonly change: { readonly current: string; readonly base: string } | null
  readonly isShare: boolean
}

/** The label of a row. */
export interface Label extends Words {
  /** Depth of its numbering: 1 for 一、, 2 for （一）, 3 for 1., 4 for (1), 5 for ①; 0 for none. */
  readonly level: number
  /** 其中, or the # of yearbooks. */
  readonly isAmong: boolean
  /** How far these put the name in, in half characters. */
  readonly opening: number
}

/** The tables that heads are read with; units are looked up once a spelling. */
export interface WordReader {
  /** Whether all of a text is a word of the kind. */
  is(kind: CueKind, text: string): boolean
  /** Whether a text ends in a word of the kind. */
  ends(kind: CueKind, text: string): boolean
  /** Whether a text holds a word of the kind. */
  says(kind: CueKind, text: string): boolean
  /** Whether all of a text is a unit. */
  isUnit(text: string): boolean
  readonly cues: CueTable
}

export function wordReader(cues: CueTable, units: UnitTable): WordReader {
  const known = new Map<string, boolean>()
  return {
    cues,
    is: (kind, text) => cues[kind].start.get(text) !== undefined,
    ends(kind, text) {
      const codes = Uint16Array.from(text, (character) => character.charCodeAt(0))
      return cues[kind].end.longestBefore(codes, codes.length) !== undefined
    },
    says: (kind, text) => cues[kind].says(text),
    isUnit(text) {
      let found = known.get(text)
      if (found === undefined) {
        const isPlain = text !== '' && !/\d/.test(text)
        const one = isPlain || isPower(text) ? oneOf(text, units) : undefined
        found = one !== undefined && (one.unit === text || isPower(text))
        known.set(text, found)
      }
      return found
    },
  }
}

const numberings: readonly { readonly level: number; readonly pattern: RegExp }[] = [
  { level: 1, pattern: /^[一二三四五六七八九十]{1,3}[、.]/ },
  { level: 2, pattern: /^\([一二三四五六七八九十]{1,3}\)/ },
  { level: 4, pattern: /^\d{1,2}\.\d{1,2}(?![\d.])[、\s]?(?=[\u4e00-\u9fff])/ },
  { level: 3, pattern: /^\d{1,2}[、.](?!\d)/ },
  { level: 4, pattern: /^\(?\d{1,2}\)/ },
  { level: 5, pattern: /^[①-⑳⑴-⒇]/ },
]

/** Marks of footnotes at the end of a name. */
const noteMarks = /(?:[①-⑳⑴-⒇*※]|\[\d{1,2}\]|\(注?\d{0,2}\)|注\d{0,2}|[⁰¹²³⁴-⁹]){1,20}$/

/** Text without the blanks that spread it over a cell. */
export function tidy(text: string): string {
  return text.trim().replace(/(?<=[\u2e80-\u9fff():,、])\s+|(?<!\s)\s+(?=[\u2e80-\u9fff():,、])/g, '')
}

const year = '(?:(?:19|20)\\d\\d年?(?:度)?|[一二][〇○零一二三四五六七八九]{3}年(?:度)?)'
const partOfYear =
  '(?:\\d{1,2}月?[-—–~至到]\\d{1,2}月份?|\\d{1,2}月份?(?:\\d{1,2}日)?|(?:十[一二]?|[一二三四五六七八九元])月份?|第?[一二三四1-4]季度|前[一二三]个?季度|上半年|下半年|全年(?!级))'
/** 2023-03-20, 2023.3.20, 2023/3/20. */
const day = '(?:19|20)\\d\\d([-./])\\d{1,2}\\1\\d{1,2}'
/** 2008, 2018-2020年, 2019年1-6月, 3月, 1-3月累计, 2020年末; 全年级 is none. */
const dated = new RegExp(
  `^(?:截[至止])?(?:${day}|${year}(?:[-—–~至到]${year})?(?:${partOfYear})?|${partOfYear})(?:[底末初止]|累计)?(?![\\d.%])`,
)
const partStart = new RegExp(`^${partOfYear}`)
const anyDate = new RegExp(`${year}(?:[-—–~至到]${year})?(?:${partOfYear})?[底末初]?`, 'g')
const bareYear = /^(?:19|20)\d\d$/

/** Whether all of a text is a year without 年, or several. */
export function isBareYear(text: string): boolean {
  return bareYear.test(text)
}

/** The dates in a title that name a year with 年. */
export function datesIn(text: string): string[] {
  return [...tidy(text).matchAll(anyDate)].map(([date]) => date).filter((date) => date.includes('年'))
}

/** Amounts behind a period: 期末余额. */
const amountBehind = /^[余金数]额$/
/** Those that say which: 上年预算数. */
const stateBehind = /^(?:预算|执行|决算|实际|计划|完成)(?:数|额)?$/

interface Dated {
  readonly period: string | null
  readonly rest: string
}

/** Takes the period off the front of a text; a time without a date only where nothing but an amount stands behind. */
function takePeriod(text: string, reader: WordReader): Dated {
  const printed = dated.exec(text)?.[0]
  if (printed !== undefined) {
    const rest = text.slice(printed.length)
    // 2020 of 2020户 counts something.
    if (!isBareYear(printed)) return { period: printed, rest }
    return rest === '' ? { period: `${printed}年`, rest } : { period: null, rest: text }
  }
  const behind = /^(.+?)\(([^()]+)\)$/.exec(text)
  if (behind !== null && reader.is('column-period', behind[1]!)) {
    const isDated = dated.exec(behind[2]!)?.[0] === behind[2]
    return isDated ? { period: text, rest: '' } : { period: behind[1]!, rest: '' }
  }
  for (let length = text.length; length >= 2; length--) {
    if (!reader.is('column-period', text.slice(0, length))) continue
    const rest = text.slice(length)
    if (stateBehind.test(rest)) return { period: text.slice(0, length), rest }
    const isPlain = rest === '' || reader.is('column-plain', rest) || amountBehind.test(rest)
    return isPlain ? { period: text.slice(0, length), rest: '' } : { period: null, rest: text }
  }
  return { period: null, rest: text }
}

/** Whether all of a text is a period. */
export function isPeriod(text: string, reader: WordReader): boolean {
  const { period, rest } = takePeriod(tidy(text), reader)
  return period !== null && rest === ''
}

const namesYear = /\d{4}|[一二][〇○零一二三四五六七八九]{3}/

/**
 * The period that several heads name together: 2023年 over 5月 is 2023年5月; of two that each name a year, the first
 * counts. Those that are the whole of a head come first.
 */
export function joinPeriods(periods: readonly (string | null)[]): string | null {
  const printed = periods.filter((period) => period !== null)
  const dated = printed.find((period) => namesYear.test(period))
  const part = printed.find((period) => !namesYear.test(period))
  if (dated === undefined || part === undefined) return dated ?? part ?? null
  return /[年度]$/.test(dated) && partStart.test(part) ? dated.replace(/度$/, '') + part : dated
}

interface Measured {
  readonly unit: string | null
  readonly rest: string
}

const unitNote = /[,(]?(?:计量|货币|金额)?单位:\s*([^\s,;()]{1,40}(?<=\/)\([^\s,;()]{1,20}\)|[^\s,;()]+)\)?/

/** 万手, 千标箱: how many of a noun. */
const scaledNoun = /^[百千万亿]{1,2}[\u4e00-\u9fff]{1,2}$/

function isUnitNote(text: string, reader: WordReader): boolean {
  return reader.isUnit(text) || scaledNoun.test(text)
}

/** Brackets with what stands in them, which may be bracketed in part: 元/(人·月). */
const bracket = /\(((?:[^()]|\([^()]{0,20}\)){0,40})\)/g

/** Takes the note of a unit off a text: 收入(万元), 面积/公顷, 能耗/吨标准煤/万元, 增长%, 单位:万元. */
function takeUnit(text: string, reader: WordReader): Measured {
  const note = unitNote.exec(text)
  if (note !== null && reader.isUnit(note[1]!)) return { unit: note[1]!, rest: text.replace(note[0], '') }
  for (const [printed, inside] of text.matchAll(bracket)) {
    const unit = inside!.trim()
    if (isUnitNote(unit, reader)) return { unit, rest: text.replace(printed, '') }
  }
  // A bracket that its cell does not close.
  const open = /\(([^()]+)$/.exec(text)
  if (open !== null && reader.isUnit(open[1]!)) return { unit: open[1]!, rest: text.slice(0, open.index) }
  const slash = text.search(/(?<=[\u4e00-\u9fff)])\//)
  const behind = slash < 0 ? '' : text.slice(slash + 1)
  if (reader.isUnit(behind) && !reader.isUnit(text)) return { unit: behind, rest: text.slice(0, slash) }
  const sign = /[%‰]$/.exec(text)?.[0]
  return sign === undefined ? { unit: null, rest: text } : { unit: sign, rest: text.slice(0, -1) }
}

/** 本报告期末比上年度末增减: what stands before and behind 比, without the word for the change. */
function changeIn(text: string, reader: WordReader): Words['change'] {
  if (!reader.says('column-change', text)) return null
  const than = /[比较](?!例|重)/.exec(text)
  const withoutChange = (words: string) => {
    let at = words.length
    for (let length = words.length; length >= 1; length--) {
      const start = words.length - length
      const match = reader.cues['column-change'].start.get(words.slice(start))
      if (match !== undefined) at = Math.min(at, start)
    }
    return words.slice(0, at)
  }
  if (than === null) return { current: withoutChange(text), base: '' }
  return { current: text.slice(0, than.index), base: withoutChange(text.slice(than.index + 1)) }
}

/** 占比, 结构(%), 占总额的比重(%), 占支出%. */
function speaksOfShare(words: string, unit: string | null, reader: WordReader): boolean {
  if (reader.is('column-share', words)) return true
  return unit !== null && /[%‰]/.test(unit) && (words.startsWith('占') || reader.says('column-share', words))
}

function readWords(text: string, reader: WordReader): Words {
  const { unit, rest: named } = takeUnit(text, reader)
  const words = named.replace(noteMarks, '').replace(/(?<![:,、])[:,、]+$/, '')
  const change = changeIn(words, reader)
  const isShare = change === null && speaksOfShare(words, unit, reader)
  const { period, rest } = change === null ? takePeriod(words, reader) : { period: null, rest: words }
  const name = reader.is('column-plain', rest) ? '' : rest
  return { name, unit, period, change, isShare }
}

/** 其中, over columns or in front of the name of one, says that they are parts of the column before. */
const among = /^其中[:,]?/

export function readHead(text: string, reader: WordReader): Words {
  return readWords(tidy(text).replace(among, ''), reader)
}

export function readLabel(text: string, reader: WordReader): Label {
  let rest = tidy(text)
  let level = 0
  let opening = 0
  for (let found = true; found; ) {
    found = false
    const sign = /^(?:#+|其中[:,]?|[-—–]+(?=[\u4e00-\u9fff]))/.exec(rest)?.[0]
    if (sign !== undefined) {
      opening += 2 * sign.length
      found = true
      rest = rest.slice(sign.length).trimStart()
    }
    const numbering = numberings.find(({ pattern }) => pattern.test(rest))
    if (numbering !== undefined && level === 0) {
      level = numbering.level
      found = true
      rest = rest.replace(numbering.pattern, '').trimStart()
    }
  }
  return { ...readWords(rest, reader), level, isAmong: opening > 0, opening }
}
