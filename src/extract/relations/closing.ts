/**
 * Lists that go on behind the end of their clause: 学校221所,其中小学98所;初中24所;… Words do not say where such a list ends, so
 * it goes on only where its figures add up to the total exactly.
 * Invariant: a member is of the total's unit and depth, and of no other list than one of which this one is a part.
 */
import type { IndicatorTable } from '../../resources/indicators.js'
import type { Frame, Mention } from '../mentions/mention.js'
import { isAddable } from '../mentions/mention.js'
import type { Parts } from './likely-parts.js'

/** How many figures behind the last member are looked at. */
const reach = 40

function isAbove(other: Mention | null, mention: Mention): boolean {
  for (let at = mention.parent; at !== null; at = at.parent) if (at === other) return true
  return false
}

/** The figures behind a list that complete it; none where they do not come to the total. */
function restOf(
  members: readonly Mention[],
  total: Mention,
  following: readonly Mention[],
  table: IndicatorTable,
  sums: Parts,
): Mention[] {
  const rest: Mention[] = []
  for (const mention of following) {
    const isFree = mention.parent === null || isAbove(mention.parent, total)
    const isKin = mention.depth === members[0]!.depth && isAddable(mention, total, table)
    if (!isFree || !isKin || !sums.isMember(mention)) continue
    rest.push(mention)
    const sum = sums.compare([...members, ...rest], total)
    if (sum === 'equal') return rest
    if (sum !== 'less') return []
  }
  return []
}

/** Completes the lists of a paragraph, the inner ones first. */
export function settleOpenLists(mentions: readonly Mention[], table: IndicatorTable, sums: Parts): void {
  const lists = new Map<Frame, Mention[]>()
  for (const mention of mentions) {
    const { frame, parent } = mention
    if (frame === null || frame.kind !== 'among' || parent === null) continue
    const list = lists.get(frame)
    if (list === undefined) lists.set(frame, [mention])
    else list.push(mention)
  }
  for (const list of [...lists.values()].reverse()) {
    for (const total of new Set(list.map(({ parent }) => parent!))) {
      const members = list.filter(({ parent }) => parent === total)
      if (sums.compare(members, total) !== 'less') continue
      const last = mentions.indexOf(members.at(-1)!)
      const following = mentions.slice(last + 1, last + 1 + reach)
      for (const mention of restOf(members, total, following, table, sums)) sums.setParent(mention, total)
    }
  }
}
