/**
 * Totals and their parts. By default a part belongs to the nearest figure that it can be added to; if the parts add up
 * exactly to another figure of the paragraph, that one is the total. The audit decides whether a sum must hold.
 * Invariant: no mention is its own ancestor.
 */

import { decimal, type ExactDecimal } from '../../model/decimal.js'
import { digitCount } from '../../model/exact.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import type { Frame, Mention } from '../mentions/mention.js'
import { isAddable, isFigure, isQuotient } from '../mentions/mention.js'
import { memberName } from '../names/member.js'
import type { Reading } from '../reading.js'
import { settleOpenLists } from './closing.js'
import { type Parts, settleKinds, settleNext } from './likely-parts.js'
import { compareSum, figureOf, figuresOf, isNearly, isSame, isSmaller, plain, sumOf } from './sums.js'

/** How many figures back a total is looked for. */
const reach = 40

/** Whether a figure can be a part: no quotient, no average, no change. */
export function isMember(mention: Mention, table: IndicatorTable): boolean {
  if (!isFigure(mention) || isQuotient(mention.quantity)) return false
  if (mention.quantity.measure === 'score' || mention.quantity.measure === 'age') return false
  return !isAverage(mention.name.indicator, table)
}

/** Whether a name tells that its figure is no sum of those of parts: 人均收入, 价格指数. */
function isAverage(indicator: string, { cues }: IndicatorTable): boolean {
  return cues.average.says(indicator) || cues['not-additive'].says(indicator)
}

/** Parts of parts of parts go no deeper in a text that anybody reads. */
const deepestPart = 64

/** Whether a figure is another one, or a part of it; also where it is so deep a part that it shall have none. */
function isBelow(mention: Mention | null, other: Mention): boolean {
  let at = mention
  for (let depth = 0; at !== null; depth++, at = at.parent) {
    if (at === other || depth === deepestPart) return true
  }
  return false
}

/** (计划任务14815亩), (17.3万马力): in a bracket, the plan for a figure or the same figure again. */
function isAside({ kind, owner }: Frame, member: Mention): boolean {
  if (kind !== 'bracket' || owner === null) return false
  return (
    (member.planned && !owner.planned) ||
    (member.words === '' && member.quantity.unit !== owner.quantity.unit)
  )
}

/** Figures that may be the total of a list, nearest first. */
function candidatesOf(
  frame: Frame,
  mentions: readonly Mention[],
  member: Mention,
  table: IndicatorTable,
): Mention[] {
  if (frame.owner !== null)
    return isAddable(frame.owner, member, table) && !isAside(frame, member) ? [frame.owner] : []
  const found: Mention[] = []
  // ;其中 goes on with the part of the sentence before.
  const isClose = frame.kind === 'among' && !frame.opensSentence && frame.from > frame.clauseFrom
  const first = Math.max(isClose ? frame.clauseFrom : 0, frame.from - reach)
  for (let index = frame.from - 1; index >= first; index--) {
    const mention = mentions[index]!
    if (mention.depth > frame.depth || !isMember(mention, table) || isBelow(mention, member)) continue
    if (isAddable(mention, member, table)) found.push(mention)
  }
  return found
}

/** The total that a new member of a list most likely belongs to. */
export function totalFor(
  frame: Frame,
  mentions: readonly Mention[],
  member: Mention,
  table: IndicatorTable,
): Mention | null {
  const candidates = candidatesOf(frame, mentions, member, table)
  if (frame.opensSentence || frame.kind === 'dimension') {
    const sentence = candidates[0]?.sentence
    const own = candidates.filter((mention) => mention.parent === null && mention.sentence === sentence)
    const large = own.filter((mention) => !isSmaller(mention, member))
    const roots = large.length > 0 ? large : own
    return (
      (frame.kind === 'among' ? roots.at(-1) : roots[0]) ??
      candidates.find(({ parent }) => parent === null) ??
      candidates[0] ??
      null
    )
  }
  return candidates[0] ?? null
}

function setParent(mention: Mention, parent: Mention | null, table: IndicatorTable): void {
  if (mention.parent === parent || (parent !== null && isBelow(parent, mention))) return
  mention.parent = parent
  if (parent !== null && mention.words !== '' && mention.frame !== null) {
    mention.name = memberName(mention.words, mention.quantity, parent.name, table)
  }
}

/** Members of each list that are added together, by the total first chosen for them. */
function groupsOf(mentions: readonly Mention[]): Map<Frame, Map<Mention, Mention[]>> {
  const lists = new Map<Frame, Map<Mention, Mention[]>>()
  for (const mention of mentions) {
    const { frame, parent } = mention
    if (frame === null || parent === null || mention.role === 'change') continue
    const groups = lists.get(frame) ?? new Map<Mention, Mention[]>()
    lists.set(frame, groups)
    const group = groups.get(parent)
    if (group === undefined) groups.set(parent, [mention])
    else group.push(mention)
  }
  return lists
}

/** How many of the members add up to a total, and which: but for one digit where what follows is called otherwise. */
function closingOf(group: readonly Mention[], candidates: readonly Mention[]) {
  const sums = group.map((_, index) => sumOf(group.slice(0, index + 1)))
  for (let count = group.length; count >= 2; count--) {
    const sum = sums[count - 1]
    const total = candidates.find((mention) => sum !== undefined && isSame(figureOf(mention), sum))
    if (total !== undefined) return { count, total }
  }
  const sum = sums.at(-1)
  const isWhole = group.some(({ phrase }) => phrase.rest)
  const total = group[0]!.parent
  const likely = total === null ? candidates : [total, ...candidates]
  const meant = isWhole ? likely.find((mention) => isNearly(sum, figureOf(mention))) : undefined
  if (meant !== undefined) return { count: group.length, total: meant }
  if (total === null || total !== candidates[0]) return undefined
  for (let count = group.length - 1; count >= 2; count--) {
    if (!isAnother(group[count]!, group[count - 1]!)) continue
    if (isNearly(sums[count - 1], figureOf(total))) return { count, total }
  }
  return undefined
}

/** Where the first members add up to the total, the list ends there: 其中出口 …,进口 …,贸易顺差 …. */
function settleGroup(
  frame: Frame,
  group: Mention[],
  mentions: readonly Mention[],
  table: IndicatorTable,
): void {
  const closing = closingOf(group, candidatesOf(frame, mentions, group[0]!, table))
  if (closing === undefined) return
  for (const member of group.slice(0, closing.count)) setParent(member, closing.total, table)
  for (const member of group.slice(closing.count)) setParent(member, null, table)
}

/** An amount with a name of its own behind members that are called otherwise: 贸易顺差 behind 出口额 and 进口额. */
function isAnother({ name }: Mention, before: Mention): boolean {
  return name.kind === 'amount' && name.head !== before.name.head
}

/** 剩余, or the same in another unit right behind it: 剩余38户148人. */
function isLeft(mentions: readonly Mention[], index: number): boolean {
  const [before, mention] = [mentions[index - 1], mentions[index]!]
  if (mention.phrase.left) return true
  return before?.phrase.left === true && mention.isBound && mention.words === ''
}

/** 剩余38户 behind 脱贫1205户 of 1243户: what is left belongs to the same total. */
function settleRest(mentions: readonly Mention[], table: IndicatorTable): void {
  mentions.forEach((rest, index) => {
    if (!isLeft(mentions, index) || rest.parent !== null || !isMember(rest, table)) return
    const before = mentions
      .slice(Math.max(0, index - reach), index)
      .filter((mention) => isMember(mention, table) && isAddable(mention, rest, table))
    const done = before.at(-1)
    const sum = done && sumOf([done, rest])
    const others = before.slice(0, -1)
    const total =
      sum === undefined
        ? undefined
        : (others.findLast((mention) => isSame(figureOf(mention), sum)) ??
          others.findLast((mention) => isNearly(sum, figureOf(mention))))
    if (done === undefined || total === undefined) return
    setParent(done, total, table)
    setParent(rest, total, table)
  })
}

/** 上线569人 … 本科上线353人 … 专科上线216人: figures of one head that add up to an earlier one are its parts. */
function settleUnsaid(mentions: readonly Mention[], table: IndicatorTable): void {
  const figureAt = figuresOf(mentions)
  mentions.forEach((total, index) => {
    if (!isMember(total, table) || !plain(total)) return
    const kin: Mention[] = []
    let sum = decimal(0)
    for (let at = index + 1; at < Math.min(mentions.length, index + reach); at++) {
      const mention = mentions[at]!
      if (!isMember(mention, table) || mention.parent !== null || mention.depth !== total.depth) continue
      if (mention.name.head !== total.name.head) continue
      if (kin.length === 0 && mention.isBound) return
      if (!isAddable(mention, total, table) || mention.name.indicator === total.name.indicator) continue
      const figure = figureAt(at)
      // With a range or a bound among them they add up to nothing.
      if (figure === undefined) return
      kin.push(mention)
      sum = sum.plus(figure)
      if (kin.length < 2 || !isSame(sum, figureAt(index))) continue
      for (const member of kin) setParent(member, total, table)
      return
    }
  })
}

/** Sums that a sum goes back over: 小计 …, 小计 …, 合计 …. */
const mostSums = 12

/** 收入 …, 支出 …, 合计 …: the figures before a sum are its parts. */
function settleSums(mentions: readonly Mention[], table: IndicatorTable): void {
  const figureAt = figuresOf(mentions)
  mentions.forEach((total, index) => {
    if (!total.phrase.sum || !isMember(total, table) || total.parent !== null) return
    // Nearest first.
    const members: Mention[] = []
    let sum: ExactDecimal | undefined = decimal(0)
    let sums = 0
    for (let at = index - 1; mentions[at]?.sentence === total.sentence && sums < mostSums; at--) {
      const mention = mentions[at]!
      if (mention.phrase.sum) sums++
      if (!isMember(mention, table) || mention.parent !== null || !isAddable(mention, total, table)) continue
      members.push(mention)
      const figure = figureAt(at)
      sum = figure && sum?.plus(figure)
      if (members.length >= 2 && isSame(sum, figureAt(index))) {
        for (const member of members) setParent(member, total, table)
        return
      }
    }
    const last = members.findIndex(({ phrase }) => phrase.sum)
    const listed = last < 0 ? members : members.slice(0, last)
    if (listed.length < 2 || !isNearly(sumOf(listed), figureAt(index))) return
    for (const member of listed) setParent(member, total, table)
  })
}

/** Digits of a total that figures of other paragraphs do not come to by chance. */
const fewestDigits = 5
/** How many figures a total may have that are told behind its sentence. */
const mostParts = 12

/** The figures behind the sentence of a total that come to it exactly, one after the other. */
function partsBehind(total: Mention, following: readonly Mention[], table: IndicatorTable): Mention[] {
  const parts: Mention[] = []
  for (const mention of following) {
    const isFree = mention.parent === null && mention.sentence !== total.sentence
    if (!isFree || !isMember(mention, table) || !isAddable(mention, total, table)) continue
    parts.push(mention)
    const sum = compareSum(parts, total)
    if (sum === 'equal') return parts.length > 1 ? parts : []
    if (sum !== 'less' || parts.length === mostParts) return []
  }
  return []
}

/** 发病5806728例 … paragraphs behind 甲类15例, 乙类2673213例, 丙类3133500例: parts that no words tie to their total. */
export function linkTotals(mentions: readonly Mention[], table: IndicatorTable): void {
  mentions.forEach((total, index) => {
    const { value } = total.quantity
    if (value === null || digitCount(value) < fewestDigits || !isMember(total, table)) return
    if (total.parent !== null || total.role === 'total') return
    for (const part of partsBehind(total, mentions.slice(index + 1, index + 1 + reach), table)) {
      part.parent = total
      if (part.role === 'value') part.role = 'part'
      total.role = 'total'
    }
  })
}

/** Settles totals and parts of a paragraph, and which role each figure has. */
export function settleBreakdowns(mentions: readonly Mention[], reading: Reading): void {
  const { table } = reading
  for (const [frame, groups] of groupsOf(mentions)) {
    for (const group of groups.values()) settleGroup(frame, group.slice(0, reach), mentions, table)
  }
  const parts: Parts = {
    isMember: (mention) => isMember(mention, table),
    compare: compareSum,
    setParent: (mention, total) => setParent(mention, total, table),
  }
  settleOpenLists(mentions, table, parts)
  settleRest(mentions, table)
  settleSums(mentions, table)
  settleUnsaid(mentions, table)
  settleNext(mentions, reading, parts)
  settleKinds(mentions, reading, parts)
  for (const mention of mentions) {
    if (mention.parent !== null && mention.role === 'value') mention.role = 'part'
  }
  for (const { parent } of mentions) if (parent !== null && parent.role === 'value') parent.role = 'total'
}
