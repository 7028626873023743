/**
 * Totals whose parts are in other sentences: 上线569人 … 本科上线353人 … 专科上线216人. The parts must be the members of a known
 * whole, have otherwise the same name as the total, and share its section, subject, unit and period.
 */
import type { Fact } from '../model/fact.js'
import type { CheckDraft } from './contract.js'
import { isAverage } from './names.js'
import { checkSum, complete } from './sums.js'
import type { FactView } from './view.js'

/** How many facts of its scope may stand between a total and its first part. */
const reach = 12

function scopeOf(fact: Fact): string {
  const { section, head, subject, place, base, period, status } = fact
  return JSON.stringify([section.at(-1), head, subject, place, base.unit, period?.text, status])
}

/** A name as a part of a known whole: which whole, which member of it, and the name without the member. */
interface Membership {
  readonly members: readonly string[]
  readonly member: string
  readonly rest: string
}

/** What wholes a name is a part of; names are looked at once. */
function membershipsIn(partitions: readonly (readonly string[])[]): (name: string) => readonly Membership[] {
  const known = new Map<string, readonly Membership[]>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const found = partitions.flatMap((members) => {
      const member = members.find((candidate) => name.includes(candidate))
      return member === undefined ? [] : { members, member, rest: name.replace(member, '') }
    })
    known.set(name, found)
    return found
  }
}

interface ScatteredParts {
  readonly members: readonly string[]
  /** Place of the first part among the facts of the scope. */
  readonly start: number
  readonly parts: readonly Fact[]
  /** The parts' common name. */
  readonly rest: string
}

/** Parts of one whole that follow each other in a scope, with what the total would have to be called. */
function collect(
  facts: readonly Fact[],
  membershipsOf: (name: string) => readonly Membership[],
): ScatteredParts[] {
  const found: ScatteredParts[] = []
  const open = new Map<readonly string[], Map<string, { start: number; parts: Map<string, Fact> }>>()
  for (const [index, fact] of facts.entries()) {
    for (const { members, member, rest } of membershipsOf(fact.indicator)) {
      const runs = open.get(members) ?? new Map<string, { start: number; parts: Map<string, Fact> }>()
      open.set(members, runs)
      let run = runs.get(rest)
      if (run === undefined || run.parts.has(member)) run = { start: index, parts: new Map() }
      runs.set(rest, run)
      run.parts.set(member, fact)
      if (run.parts.size < members.length) continue
      found.push({ members, start: run.start, parts: [...run.parts.values()], rest })
      runs.delete(rest)
    }
  }
  return found
}

/** Whether the parts are all that the total has, or the text ties neither them nor others to it. */
function isDividedSo(total: Fact, parts: readonly Fact[], view: FactView): boolean {
  const known = view.partsOf(total)
  const areFree = parts.every(({ partOf }) => partOf === null || partOf === total.id)
  return areFree && (known.length === 0 || known.every((part) => parts.includes(part)))
}

/** The nearest fact before the parts that is called like all of them together. */
function totalBefore(facts: readonly Fact[], { members, start, rest }: ScatteredParts): Fact | undefined {
  const total = facts
    .slice(Math.max(0, start - reach), start)
    .findLast(({ indicator }) => indicator.endsWith(rest))
  return members.some((member) => total?.indicator.includes(member)) ? undefined : total
}

function checkFound(found: ScatteredParts, facts: readonly Fact[], view: FactView): CheckDraft | undefined {
  const total = totalBefore(facts, found)
  if (total === undefined || !isDividedSo(total, found.parts, view)) return undefined
  const figures = view.figures([total, ...found.parts])
  if (figures === undefined) return undefined
  const [whole, ...parts] = figures
  return checkSum({ total: whole!, parts, completeness: complete, overlap: false })
}

export function findScatteredSums(view: FactView): CheckDraft[] {
  const scopes = new Map<string, Fact[]>()
  for (const fact of view.facts) {
    if (fact.role === 'change' || fact.ratio !== null || fact.measure === 'percent' || fact.cell !== null)
      continue
    if (isAverage(fact, view.claims)) continue
    const scope = scopeOf(fact)
    const list = scopes.get(scope)
    if (list === undefined) scopes.set(scope, [fact])
    else list.push(fact)
  }
  const membershipsOf = membershipsIn(view.claims.partitions)
  return [...scopes.values()]
    .filter((facts) => facts.length >= 3)
    .flatMap((facts) => collect(facts, membershipsOf).map((found) => checkFound(found, facts, view)))
    .filter((draft) => draft !== undefined)
}
