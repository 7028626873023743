/**
 * Numerals in names, idioms and references that look like a number with its unit: 三门村 is a village, 零企业 counts
 * nothing, 这三种 were counted before. Words that no rule makes are in `corpus/units/not-quantities.tsv`.
 * Invariant: a bounded number of characters is looked at from each offset.
 */
import { ch, isHan } from '../numerals/characters.js'
import type { Numeral } from '../numerals/numeral.js'
import type { Label } from './label.js'
import { codeAt, isDigit, isOneOf, type QuantityText, standsAt } from './text.js'

/** Classifiers and kinds that villages are counted with: 三个村, 两级村委, 十条村. */
const countsVillages = '个座处批条类级户组次'
/** Behind 村 and 庄 a longer word goes on: 五成村民, 三公里村道, 五亩庄稼. */
const goesOn = '民道委庄落级寨干医校小里支组两集稼'

/** 五成村, 八里镇: numeral, unit and the kind of a settlement are its name. */
function readSettlement(source: QuantityText, numeral: Numeral): Label | undefined {
  if (numeral.end - numeral.start > 2) return undefined
  const unit = source.table.units.longest(source.codes, numeral.end)
  if (unit === undefined || unit.end > numeral.end + 1) return undefined
  if (isOneOf(codeAt(source, numeral.end), countsVillages)) return undefined
  const isKind = isOneOf(codeAt(source, unit.end), '村屯庄')
  if (!isKind || isOneOf(codeAt(source, unit.end + 1), goesOn)) return undefined
  return { start: numeral.start, end: unit.end + 1, reason: 'name' }
}

/** 零企业, 零案件: none of a thing, as a word; 零起 and 零元 are figures. */
function readNone(source: QuantityText, { start, end }: Numeral): Label | undefined {
  if (codeAt(source, start) !== ch.zero || end - start !== 1) return undefined
  const unit = source.table.units.longest(source.codes, end)
  if (unit === undefined || unit.value.measure !== 'count' || unit.end - end < 2) return undefined
  return { start, end: unit.end, reason: 'idiom' }
}

/** 这三种, 上述两项, 他们二人: what was counted before is only meant again. */
function readReference(source: QuantityText, { start, end }: Numeral): Label | undefined {
  if (end - start > 2) return undefined
  const before = codeAt(source, start - 1)
  const isPerson = isOneOf(before, '们他她你我您咱') && isOneOf(codeAt(source, end), '人个位')
  const isMeant = isPerson || isOneOf(before, '这那该') || standsAt(source, start - 2, '上述')
  const unit = isMeant ? source.table.units.longest(source.codes, end) : undefined
  return unit?.value.measure === 'count' ? { start, end: unit.end, reason: 'idiom' } : undefined
}

/** How far before a session its congress stands: 十三届全国人大三次会议. */
const congressReach = 12

/** The session of a congress that is numbered itself. */
function readSession(source: QuantityText, { start, end }: Numeral): Label | undefined {
  if (!standsAt(source, end, '次会议')) return undefined
  const before = source.text.slice(Math.max(0, start - congressReach), start)
  return /[届屆][^，,。；;、]{0,12}$/.test(before) ? { start, end: end + 3, reason: 'ordinal' } : undefined
}

/** What is built in phases: 14号线二期, 机场三期, 电厂二期. */
const built = '线场厂园港站目程库块区城桥渠楼院'

/** 二期 of something that is built: a part of its name. */
function readPhase(source: QuantityText, { start, end }: Numeral): Label | undefined {
  const isPhase =
    end - start === 1 && codeAt(source, end) === 0x671f && isOneOf(codeAt(source, start - 1), built)
  return isPhase ? { start, end: end + 1, reason: 'name' } : undefined
}

/** Classifiers of persons and events, which even one of is counted: 死亡一人. */
const countedAlone = '人例起户'
/** How far behind an article another count shows that all of them are counted: 一所小学、两所中学. */
const listReach = 12

/** 一座小镇, 一款产品: an article, where the noun follows at once and nothing else is counted beside it. */
function readArticle(source: QuantityText, { start, end }: Numeral): Label | undefined {
  if (end - start !== 1 || codeAt(source, start) !== ch.one) return undefined
  const unit = source.table.units.longest(source.codes, end)
  if (unit === undefined || unit.value.measure !== 'count' || unit.end !== end + 1) return undefined
  if (isOneOf(codeAt(source, end), countedAlone) || !isHan(codeAt(source, unit.end))) return undefined
  if (isOneOf(codeAt(source, unit.end), '以之左') || isCounted(source, start, unit.end)) return undefined
  return { start, end: unit.end, reason: 'idiom' }
}

/** Whether a number stands near by, with a sign of a list between. */
function isCounted(source: QuantityText, start: number, end: number): boolean {
  let isList = false
  for (let at = end; at < end + listReach; at++) {
    if (isOneOf(codeAt(source, at), '、,和及与')) isList = true
    else if (isList && isDigit(codeAt(source, at))) return true
  }
  const before = source.text.slice(Math.max(0, start - listReach), start)
  return /[\d一二三四五六七八九十两][^、，,。；;\n]{0,12}[、，,和及与]/.test(before)
}

/** What may stand behind the number of a bus line: 12路首班车, 303路停驶, 5路、8路. */
const behindLine = '首末等停改绕替、和及与,'

/** 12路: a line of buses. */
function readLine(source: QuantityText, { start, end, plain }: Numeral): Label | undefined {
  const isLine =
    plain && end - start <= 3 && standsAt(source, end, '路') && !isOneOf(codeAt(source, start - 1), '分兵')
  return isLine && isOneOf(codeAt(source, end + 1), behindLine)
    ? { start, end: end + 1, reason: 'name' }
    : undefined
}

/** What a numeral names, or means again; undefined where it counts. */
export function readNamed(source: QuantityText, numeral: Numeral): Label | undefined {
  if (numeral.scale > 0) return undefined
  const reference = readReference(source, numeral)
  if (reference !== undefined) return reference
  if (numeral.arabic) return readLine(source, numeral)
  return (
    readSession(source, numeral) ??
    readSettlement(source, numeral) ??
    readNone(source, numeral) ??
    readPhase(source, numeral) ??
    readArticle(source, numeral)
  )
}
