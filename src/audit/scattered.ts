/**
 * Totals whose parts stand in other sentences: 上线569人 … 本科上线353人 … 专科上线216人. The parts must be the members of
 * a known whole and otherwise named like the total, in one section, of one subject, unit and period.
 */
import type { Fact } from '../model/fact.js'
import type { CheckDraft } from './contract.js'
import { checkSum, complete } from './sums.js'
import type { FactView } from './view.js'

/** How many facts of its scope may stand between a total and its first part. */
const reach = 12

function scopeOf(fact: Fact): string {
  const { section, head, subject, place, base, period, status } = fact
  return JSON.stringify([section.at(-1), head, subject, place, base.unit, period?.text, status])
}

/** The member that stands in the name, and the name without it. */
function splitName(name: string, members: readonly string[]): { member: string; rest: string } | undefined {
  const member = members.find((candidate) => name.includes(candidate))
  return member === undefined ? undefined : { member, rest: name.replace(member, '') }
}

interface Found {
  /** Place of the first part among the facts of the scope. */
  readonly start: number
  readonly parts: readonly Fact[]
  /** The parts' common name. */
  readonly rest: string
}

/** Parts of one whole that follow each other in a scope, with what the total would have to be called. */
function collect(facts: readonly Fact[], members: readonly string[]): Found[] {
  const found: Found[] = []
  const open = new Map<string, { start: number; parts: Map<string, Fact> }>()
  for (const [index, fact] of facts.entries()) {
    const name = splitName(fact.indicator, members)
    if (name === undefined) continue
    let run = open.get(name.rest)
    if (run === undefined || run.parts.has(name.member)) run = { start: index, parts: new Map() }
    open.set(name.rest, run)
    run.parts.set(name.member, fact)
    if (run.parts.size < members.length) continue
    found.push({ start: run.start, parts: [...run.parts.values()], rest: name.rest })
    open.delete(name.rest)
  }
  return found
}

/** Whether the parts are all that the total has, or the text ties neither them nor others to it. */
function isDividedSo(total: Fact, parts: readonly Fact[], view: FactView): boolean {
  const known = view.partsOf(total)
  const areFree = parts.every(({ partOf }) => partOf === null || partOf === total.id)
  return areFree && (known.length === 0 || known.every((part) => parts.includes(part)))
}

function checkScope(facts: readonly Fact[], view: FactView): CheckDraft[] {
  const drafts: CheckDraft[] = []
  for (const members of view.claims.partitions) {
    for (const { parts, rest, start } of collect(facts, members)) {
      const at = start
      const total = facts.slice(Math.max(0, at - reach), at).findLast((fact) => fact.indicator.endsWith(rest))
      if (total === undefined || splitName(total.indicator, members) !== undefined) continue
      if (!isDividedSo(total, parts, view)) continue
      const figures = view.figures([total, ...parts])
      if (figures === undefined) continue
      const [whole, ...terms] = figures
      const draft = checkSum({ total: whole!, parts: terms, completeness: complete, overlap: false })
      if (draft !== undefined) drafts.push(draft)
    }
  }
  return drafts
}

export function findScatteredSums(view: FactView): CheckDraft[] {
  const scopes = new Map<string, Fact[]>()
  for (const fact of view.facts) {
    if (fact.role === 'change' || fact.ratio !== null || fact.measure === 'percent') continue
    if (view.claims.says('average', fact.indicator)) continue
    const scope = scopeOf(fact)
    const list = scopes.get(scope)
    if (list === undefined) scopes.set(scope, [fact])
    else list.push(fact)
  }
  return [...scopes.values()].filter((facts) => facts.length >= 3).flatMap((facts) => checkScope(facts, view))
}
