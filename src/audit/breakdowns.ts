/**
 * Lists of parts of a total, and how certain it is that each is complete. A total may be divided in several ways (分产业看
 * …; 分地区看 …), and a list after 其中 may name only some parts.
 */
import type { Fact } from '../model/fact.js'
import type { ClaimTable } from '../resources/claims.js'
import { isAverage, pairNames } from './names.js'
import type { Completeness } from './sums.js'
import { complete } from './sums.js'
import type { FactView } from './view.js'

export interface Breakdown {
  readonly total: Fact
  readonly parts: readonly Fact[]
  readonly completeness: Completeness
  readonly overlap: boolean
}

const opening = /[(（]\s*$/
/** Within how many code units before the first part its dimension is named. */
const dimensionReach = 16
const sentenceEnd = /[。\n]/

/** Whether a text says that all of it is counted: 共有, 合计. */
function saysWhole(text: string, { says }: ClaimTable): boolean {
  return says('whole', text) || says('sum', text)
}

/** Whether a text speaks of what is left, so that the list of parts is complete: 其余, 余下. */
function saysRest(text: string, { says }: ClaimTable): boolean {
  return says('rest', text) || says('left', text)
}

/** Whether the parts are the members of a known whole, one each, all of them. */
export function isPartition(parts: readonly Fact[], { claims }: FactView): boolean {
  const names = parts.map(({ indicator }) => indicator)
  return claims.partitions.some(
    (members) =>
      members.length === names.length &&
      members.every((member) => names.filter((name) => name.includes(member)).length >= 1) &&
      names.every((name) => members.some((member) => name.includes(member))),
  )
}

/** Parts in runs; 其中, or a word that opens another way to divide the total, begins a new run. */
function splitByDimension(total: Fact, parts: readonly Fact[], view: FactView): Fact[][] {
  const runs: Fact[][] = []
  let previous = total
  for (const part of parts) {
    const isNew =
      runs.length === 0 ||
      view.claims.says('among', view.before(part)) ||
      view.claims.says('dimension', view.between(previous, part))
    if (isNew) runs.push([part])
    else runs.at(-1)!.push(part)
    previous = part
  }
  return runs
}

/**
 * Whether a part is called one of its total where it stands: in its sentence, or behind a 其中 that opens the next
 * one. Other sentences speak of something new.
 */
export function isListed(part: Fact, total: Fact, view: FactView): boolean {
  if (view.orderOf(part) < view.orderOf(total)) return part.sentence.start === total.sentence.start
  const lead = view.between(total, part)
  const next = lead.search(sentenceEnd)
  if (next < 0) return lead !== ''
  const { claims } = view
  return (
    claims.says('among', lead.slice(next + 1, next + 4)) ||
    claims.says('dimension', lead.slice(-dimensionReach))
  )
}

function judgeCompleteness(total: Fact, parts: readonly Fact[], view: FactView): Completeness {
  const { claims } = view
  const first = parts[0]!
  const hasRest = parts.some(({ indicator }) => saysRest(indicator, claims))
  if (!isListed(first, total, view)) return hasRest ? 0.09 : 0
  const lead = view.between(total, first)
  const isAfter = view.orderOf(first) > view.orderOf(total)
  if (!isAfter) return saysWhole(view.before(total), claims) ? complete : 0.05
  if (
    parts.some((part, index) => saysRest(index === 0 ? lead : view.between(parts[index - 1]!, part), claims))
  ) {
    return complete
  }
  if (hasRest) return complete
  if (isPartition(parts, view)) return complete
  const isAmong = claims.says('among', lead)
  const isWhole = saysWhole(view.before(total), claims) || saysWhole(total.indicator, claims)
  if (!isAmong && opening.test(lead)) return complete
  if (!isAmong) return isWhole && !sentenceEnd.test(lead) ? complete : 0.05
  const { length } = parts
  if (length < 3) return /[:：]/.test(lead) ? 0.1 : 0.05
  return isWhole || length > 3 ? 0.5 : 0.35
}

function toBreakdown(total: Fact, parts: readonly Fact[], view: FactView): Breakdown {
  // Amounts are given once; persons and things can have several traits.
  const overlap =
    total.measure === 'count' &&
    !isPartition(parts, view) &&
    parts.some(({ indicator }) => view.claims.says('crosscut', indicator)) &&
    !parts.some(({ indicator }) => saysRest(indicator, view.claims)) &&
    parts.length < 4
  return { total, parts, completeness: judgeCompleteness(total, parts, view), overlap }
}

/** Lists that a run of parts may stand for: all of it, or that of one sentence. */
function listsOf(total: Fact, run: readonly Fact[]): Fact[][] {
  const sentences = new Map<number, Fact[]>()
  for (const part of run) {
    const list = sentences.get(part.sentence.start)
    if (list === undefined) sentences.set(part.sentence.start, [part])
    else list.push(part)
  }
  if (sentences.size === 1) return [[...run]]
  const own = sentences.get(total.sentence.start) ?? []
  return [[...run], own, ...sentences.values()].filter((list) => list.length >= 2)
}

/** Whether a part stands under the heading of its total. */
function isNear(part: Fact, total: Fact): boolean {
  return part.section.length === total.section.length && part.section.at(-1) === total.section.at(-1)
}

/** A number without a unit is rather one of a formula or a program, unless its name says that it is a total. */
function isBare({ unit, indicator }: Fact, { claims }: FactView): boolean {
  return unit === '' && !saysWhole(indicator, claims)
}

/** Every way in which the text divides a total: for each, the lists of parts that may be meant, likeliest first. */
export function findBreakdowns(total: Fact, view: FactView): Breakdown[][] {
  // What was settled of the cases received is no part of them beside their kinds.
  const parts = view
    .partsOf(total)
    .filter((part) => pairNames(part, total, view.claims) === undefined && isNear(part, total))
  if (parts.length < 2 || isAverage(total, view.claims) || isBare(total, view)) return []
  return splitByDimension(total, parts, view)
    .filter((run) => run.length >= 2)
    .map((run) => listsOf(total, run).map((list) => toBreakdown(total, list, view)))
}
