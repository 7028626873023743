/**
 * Totals and their parts. Which total a part belongs to is first taken to be the nearest figure that it can be added
 * to; where the parts add up exactly to another figure of the paragraph, that one is the total.
 * Whether a sum must hold is left to the audit. Invariant: no draft is its own ancestor.
 */
import { toDecimal } from '../model/decimal.js'
import { foldCodes } from '../numerals/characters.js'
import type { IndicatorTable } from '../resources/indicators.js'
import type { Draft, Frame } from './drafts.js'
import { isAddable, isFigure, isQuotient } from './drafts.js'
import { memberName } from './members.js'

/** How many figures back a total is looked for. */
const reach = 40

/** Whether a figure can be a part: no quotient, no average, no change. */
export function isMember(draft: Draft, table: IndicatorTable): boolean {
  if (!isFigure(draft) || isQuotient(draft.quantity)) return false
  if (draft.quantity.measure === 'score' || draft.quantity.measure === 'age') return false
  return !isAverage(draft.name.indicator, table)
}

function isAverage(indicator: string, table: IndicatorTable): boolean {
  const codes = foldCodes(indicator)
  const { start } = table.cues.average
  for (let at = 0; at < codes.length; at++) if (start.longest(codes, at) !== undefined) return true
  return false
}

function isBelow(draft: Draft | null, other: Draft): boolean {
  for (let at = draft; at !== null; at = at.parent) if (at === other) return true
  return false
}

/** Figures that may be the total of a list, nearest first. */
function candidatesOf(frame: Frame, drafts: readonly Draft[], member: Draft, table: IndicatorTable): Draft[] {
  if (frame.owner !== null) return isAddable(frame.owner, member, table) ? [frame.owner] : []
  const found: Draft[] = []
  const isClose = frame.kind === 'among' && !frame.opensSentence
  const first = Math.max(isClose ? frame.clauseFrom : 0, frame.from - reach)
  for (let index = frame.from - 1; index >= first; index--) {
    const draft = drafts[index]!
    if (draft.depth > frame.depth || !isMember(draft, table) || isBelow(draft, member)) continue
    if (isAddable(draft, member, table)) found.push(draft)
  }
  return found
}

/** The total that a new member of a list most likely belongs to. */
export function totalFor(
  frame: Frame,
  drafts: readonly Draft[],
  member: Draft,
  table: IndicatorTable,
): Draft | null {
  const candidates = candidatesOf(frame, drafts, member, table)
  if (frame.opensSentence || frame.kind === 'dimension') {
    const sentence = candidates[0]?.sentence
    const roots = candidates.filter((draft) => draft.parent === null && draft.sentence === sentence)
    return (
      (frame.kind === 'among' ? roots.at(-1) : roots[0]) ??
      candidates.find(({ parent }) => parent === null) ??
      candidates[0] ??
      null
    )
  }
  return candidates[0] ?? null
}

const plain = (draft: Draft) => draft.quantity.base.value !== null && draft.quantity.bound === 'exact'

function sumOf(drafts: readonly Draft[]): string | undefined {
  let sum = toDecimal('0')
  for (const draft of drafts) {
    if (!plain(draft)) return undefined
    sum = sum.plus(toDecimal(draft.quantity.base.value!))
  }
  return sum.toFixed()
}

/** Equal but for one digit of one figure: a list that is claimed stays one where a figure of it is misprinted. */
function isNearly(sum: string | undefined, total: string | undefined): boolean {
  if (sum === undefined || total === undefined) return false
  const difference = toDecimal(sum).minus(toDecimal(total)).abs()
  return /^[^1-9]*[1-9][^1-9]*$/.test(difference.toFixed())
}

function figureOf(draft: Draft): string | undefined {
  return plain(draft) ? toDecimal(draft.quantity.base.value!).toFixed() : undefined
}

function setParent(draft: Draft, parent: Draft | null, table: IndicatorTable): void {
  if (draft.parent === parent || (parent !== null && isBelow(parent, draft))) return
  draft.parent = parent
  if (parent !== null && draft.words !== '' && draft.frame !== null) {
    draft.name = memberName(draft.words, draft.quantity, parent.name, table)
  }
}

/** Members of each list that are added together, by the total first chosen for them. */
function groupsOf(drafts: readonly Draft[]): Map<Frame, Map<Draft, Draft[]>> {
  const lists = new Map<Frame, Map<Draft, Draft[]>>()
  for (const draft of drafts) {
    const { frame, parent } = draft
    if (frame === null || parent === null || draft.role === 'change') continue
    const groups = lists.get(frame) ?? new Map<Draft, Draft[]>()
    lists.set(frame, groups)
    const group = groups.get(parent)
    if (group === undefined) groups.set(parent, [draft])
    else group.push(draft)
  }
  return lists
}

/** How many of the members add up to a total, and which: but for one digit where what follows is called otherwise. */
function closingOf(group: readonly Draft[], candidates: readonly Draft[]) {
  const sums = group.map((_, index) => sumOf(group.slice(0, index + 1)))
  for (let count = group.length; count >= 2; count--) {
    const sum = sums[count - 1]
    const total = candidates.find((draft) => sum !== undefined && figureOf(draft) === sum)
    if (total !== undefined) return { count, total }
  }
  const sum = sums.at(-1)
  const isWhole = group.some(({ phrase }) => phrase.rest)
  const total = group[0]!.parent
  const likely = total === null ? candidates : [total, ...candidates]
  const meant = isWhole ? likely.find((draft) => isNearly(sum, figureOf(draft))) : undefined
  if (meant !== undefined) return { count: group.length, total: meant }
  if (total === null || total !== candidates[0]) return undefined
  for (let count = group.length - 1; count >= 2; count--) {
    if (!isAnother(group[count]!, group[count - 1]!)) continue
    if (isNearly(sums[count - 1], figureOf(total))) return { count, total }
  }
  return undefined
}

/** Where the first members add up to the total, the list ends there: 其中出口 …,进口 …,贸易顺差 …. */
function settleGroup(frame: Frame, group: Draft[], drafts: readonly Draft[], table: IndicatorTable): void {
  const closing = closingOf(group, candidatesOf(frame, drafts, group[0]!, table))
  if (closing === undefined) return
  for (const member of group.slice(0, closing.count)) setParent(member, closing.total, table)
  for (const member of group.slice(closing.count)) setParent(member, null, table)
}

/** An amount with a name of its own behind members that are called otherwise: 贸易顺差 behind 出口额 and 进口额. */
function isAnother({ name }: Draft, before: Draft): boolean {
  return name.kind === 'amount' && name.head !== before.name.head
}

/** 剩余, or the same in another unit right behind it: 剩余38户148人. */
function isLeft(drafts: readonly Draft[], index: number): boolean {
  const [before, draft] = [drafts[index - 1], drafts[index]!]
  if (draft.phrase.left) return true
  return before?.phrase.left === true && draft.isBound && draft.words === ''
}

/** 剩余38户 behind 脱贫1205户 of 1243户: what is left belongs to the same total. */
function settleRest(drafts: readonly Draft[], table: IndicatorTable): void {
  drafts.forEach((rest, index) => {
    if (!isLeft(drafts, index) || rest.parent !== null || !isMember(rest, table)) return
    const before = drafts
      .slice(Math.max(0, index - reach), index)
      .filter((draft) => isMember(draft, table) && isAddable(draft, rest, table))
    const done = before.at(-1)
    const sum = done && sumOf([done, rest])
    const others = before.slice(0, -1)
    const total =
      sum === undefined
        ? undefined
        : (others.findLast((draft) => figureOf(draft) === sum) ??
          others.findLast((draft) => isNearly(sum, figureOf(draft))))
    if (done === undefined || total === undefined) return
    setParent(done, total, table)
    setParent(rest, total, table)
  })
}

/** 上线569人 … 本科上线353人 … 专科上线216人: figures of one head that add up to an earlier one are its parts. */
function settleUnsaid(drafts: readonly Draft[], table: IndicatorTable): void {
  drafts.forEach((total, index) => {
    if (!isMember(total, table) || !plain(total)) return
    const kin: Draft[] = []
    for (const draft of drafts.slice(index + 1, index + reach)) {
      if (!isMember(draft, table) || draft.parent !== null || draft.name.head !== total.name.head) continue
      if (kin.length === 0 && draft.isBound) return
      if (!isAddable(draft, total, table) || draft.name.indicator === total.name.indicator) continue
      kin.push(draft)
      if (kin.length < 2) continue
      const sum = sumOf(kin)
      if (sum === undefined) return
      if (sum !== figureOf(total)) continue
      for (const member of kin) setParent(member, total, table)
      return
    }
  })
}

/** 收入 …, 支出 …, 合计 …: the figures before a sum are its parts. */
function settleSums(drafts: readonly Draft[], table: IndicatorTable): void {
  drafts.forEach((total, index) => {
    if (!total.phrase.sum || !isMember(total, table) || total.parent !== null) return
    const members: Draft[] = []
    for (let at = index - 1; at >= 0 && drafts[at]!.sentence === total.sentence; at--) {
      const draft = drafts[at]!
      if (!isMember(draft, table) || draft.parent !== null || !isAddable(draft, total, table)) continue
      members.unshift(draft)
      if (members.length >= 2 && sumOf(members) === figureOf(total)) {
        for (const member of members) setParent(member, total, table)
        return
      }
    }
    const last = members.findLastIndex(({ phrase }) => phrase.sum)
    const listed = members.slice(last + 1)
    if (listed.length < 2 || !isNearly(sumOf(listed), figureOf(total))) return
    for (const member of listed) setParent(member, total, table)
  })
}

/** Settles totals and parts of a paragraph, and which role each figure has. */
export function settleBreakdowns(drafts: readonly Draft[], table: IndicatorTable): void {
  for (const [frame, groups] of groupsOf(drafts)) {
    for (const group of groups.values()) settleGroup(frame, group.slice(0, reach), drafts, table)
  }
  settleRest(drafts, table)
  settleSums(drafts, table)
  settleUnsaid(drafts, table)
  for (const draft of drafts) {
    if (draft.parent !== null && draft.role === 'value') draft.role = 'part'
  }
  for (const { parent } of drafts) if (parent !== null && parent.role === 'value') parent.role = 'total'
}
