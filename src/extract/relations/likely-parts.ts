/**
 * Parts that neither a sum nor an open list tells, but the words: ;牧业24亿元 behind 其中农业85.7亿元, 机动渔船4745艘 behind
 * 渔船总数4917艘, and rates of a part under 其中, which no sum holds.
 * Invariant: a part of an amount is no larger than its total, nor are all of its parts.
 */
import type { Mention } from '../mentions/mention.js'
import { isAddable, isFigure } from '../mentions/mention.js'
import { endsWithCue } from '../names/heads.js'
import type { Reading } from '../reading.js'

/** How many figures behind the last member of a list are looked at. */
const reach = 12

/** How totals and their parts are looked at and tied. */
export interface Parts {
  /** Whether a figure can be a summand. */
  isMember(mention: Mention): boolean
  /** How the figures of a list stand to their total. */
  compare(members: readonly Mention[], total: Mention): 'less' | 'equal' | 'more' | undefined
  setParent(mention: Mention, total: Mention): void
}

/** Whether ; stands before the words of a number. */
function opensPart({ text }: Reading, { left }: Mention): boolean {
  return /[;；]\s*$/.test(text.slice(Math.max(0, left.start - 4), left.start))
}

/** Whether a figure is called like the members of a list, or by no noun of its own. */
function isAlike({ name, words, quantity }: Mention, members: readonly Mention[], total: Mention): boolean {
  if (words === '') return false
  if (name.kind === null && name.known === null) return quantity.measure !== 'count'
  const isKin = (other: Mention) => other.name.head === name.head && other.name.indicator !== name.indicator
  return isKin(total) || members.some(isKin)
}

/** The figures behind ; that go on with a list which its clause has ended. */
function nextOf(
  members: readonly Mention[],
  total: Mention,
  following: readonly Mention[],
  reading: Reading,
  parts: Parts,
) {
  const found: Mention[] = []
  for (const mention of following) {
    if (mention.sentence !== total.sentence) break
    if (!isFigure(mention) || mention.depth !== total.depth) continue
    const isFree = mention.parent === null && mention.frame === null && opensPart(reading, mention)
    if (!isFree || !parts.isMember(mention) || !isAddable(mention, total, reading.table)) break
    if (!isAlike(mention, members, total)) break
    found.push(mention)
    if (parts.compare([...members, ...found], total) !== 'less') return []
  }
  return found
}

/** 其中农业85.7亿元,增长1.6%;牧业24.0亿元: the list goes on behind ; though it does not come to its total. */
export function settleNext(mentions: readonly Mention[], reading: Reading, parts: Parts): void {
  mentions.forEach((last, index) => {
    const { frame, parent } = last
    if (frame === null || frame.kind !== 'among' || parent === null || parent.sentence !== last.sentence)
      return
    const rest = mentions.slice(index + 1, index + 1 + reach)
    if (rest.some((other) => other.frame === frame && other.parent === parent)) return
    const members = mentions
      .slice(Math.max(0, index - reach), index + 1)
      .filter((other) => other.frame === frame && other.parent === parent)
    for (const mention of nextOf(members, parent, rest, reading, parts)) parts.setParent(mention, parent)
  })
}

/** 渔船总数4917艘,机动渔船4745艘: a kind of what the figure before is the total of. */
export function settleKinds(mentions: readonly Mention[], reading: Reading, parts: Parts): void {
  mentions.forEach((part, index) => {
    const total = mentions[index - 1]
    if (total === undefined || part.parent !== null || total.sentence !== part.sentence) return
    const { stem, indicator } = total.name
    const isTotal =
      stem.length > 1 && indicator !== stem && endsWithCue(indicator, 'total-noun', reading.table)
    const isKind = part.name.stem !== stem && part.name.stem.endsWith(stem)
    if (!isTotal || !isKind || part.depth !== total.depth || !parts.isMember(part)) return
    const isOfTotal = part.quantity.unit === total.quantity.unit && parts.compare([part], total) === 'less'
    if (isOfTotal) parts.setParent(part, total)
  })
}

/**
 * 病床使用率79.4%,其中公立医院86.0%: the rate or average of a part. It is no summand, and may be more than that of all.
 * Read when names are chosen, so that it shapes none.
 */
export function settleRateParts(mentions: readonly Mention[], isMember: Parts['isMember']): void {
  for (const mention of mentions) {
    const { frame, parent, ratio, phrase, quantity, words } = mention
    if (frame === null || frame.kind !== 'among' || parent !== null || ratio !== null) continue
    if (!isFigure(mention) || words === '' || phrase.shareOf !== null || phrase.fractionOf !== null) continue
    const whole = mentions
      .slice(Math.max(0, frame.from - reach), frame.from)
      .findLast((other) => isFigure(other) && other.quantity.unit === quantity.unit)
    if (whole === undefined || whole.sentence !== mention.sentence || whole.ratio !== null) continue
    if (isMember(whole) || !isSameRate(mention, whole)) continue
    mention.parent = whole
    if (mention.role === 'value') mention.role = 'part'
  }
}

/** Whether a figure is called by the rate or average of the whole, or by no noun of its own. */
function isSameRate({ name }: Mention, whole: Mention): boolean {
  const isBare = name.known === null && name.kind !== 'rate' && name.kind !== 'amount'
  return isBare || whole.name.head === name.head || whole.name.indicator.endsWith(name.head)
}
