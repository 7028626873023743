/**
 * The audit (勾稽): runs every rule over the facts of a document, numbers the checks, and adds solved masks to the facts.
 * Relations that contain a solved mask are checked once more with its value.
 * Invariant: facts keep their order and printed values; the same document gives the same checks.
 */
import type { Check } from '../model/check.js'
import type { AuditedDocument, ExtractedDocument } from '../model/document.js'
import type { Fact } from '../model/fact.js'
import type { ClaimTable } from '../resources/claims.js'
import type { CheckDraft } from './contract.js'
import { findDoubts } from './doubts.js'
import { rules } from './rules/index.js'
import { viewFacts } from './view.js'

interface RuledDraft extends CheckDraft {
  readonly rule: string
}

function runRules(document: ExtractedDocument, claims: ClaimTable): RuledDraft[] {
  const view = viewFacts(document, claims)
  const doubts = findDoubts(document, claims).map((draft) => ({ ...draft, rule: 'recognition' }))
  return [...rules.flatMap(({ id, find }) => find(view).map((draft) => ({ ...draft, rule: id }))), ...doubts]
}

function keyOf({ rule, facts, expression }: RuledDraft): string {
  return `${rule} ${facts.length === 0 ? expression : [...facts].sort().join(' ')}`
}

/** The first of checks on the same facts; a breach of a bound that a sum tells already is left out. */
function withoutRepeats(drafts: readonly RuledDraft[]): RuledDraft[] {
  const seen = new Set<string>()
  const inSums = new Map<string, string>()
  for (const { rule, state, facts } of drafts) {
    if (rule === 'sum-of-parts' && state === 'mismatch')
      for (const id of facts.slice(1)) inSums.set(id, facts[0]!)
  }
  return drafts.filter((draft) => {
    const key = keyOf(draft)
    if (seen.has(key)) return false
    seen.add(key)
    const [part, whole] = draft.facts
    return !(draft.code === 'part-exceeds-whole' && inSums.get(part!) === whole)
  })
}

/** Values that the drafts give to masked facts; of two for one fact, the first. */
function solutions(drafts: readonly RuledDraft[]): Map<string, RuledDraft> {
  const solved = new Map<string, RuledDraft>()
  for (const draft of drafts) {
    if (draft.solves !== undefined && !solved.has(draft.solves.fact)) solved.set(draft.solves.fact, draft)
  }
  return solved
}

function enterSolutions(facts: readonly Fact[], solved: ReadonlyMap<string, RuledDraft>, by: string): Fact[] {
  return facts.map((fact) => {
    const value = solved.get(fact.id)?.solves?.value
    return value === undefined ? fact : { ...fact, recovered: { value, by } }
  })
}

function orderByText(drafts: readonly RuledDraft[], facts: readonly Fact[]): RuledDraft[] {
  const places = new Map(facts.map(({ id }, index) => [id, index]))
  const placeOf = ({ facts: ids }: RuledDraft) => (ids[0] === undefined ? facts.length : places.get(ids[0])!)
  return [...drafts].sort((a, b) => placeOf(a) - placeOf(b))
}

/** All checks of a document, in reading order of their first fact. */
export function auditDocument(document: ExtractedDocument, claims: ClaimTable): AuditedDocument {
  let drafts = runRules(document, claims)
  const solved = solutions(drafts)
  if (solved.size > 0) {
    const facts = enterSolutions(document.facts, solved, '')
    drafts = [...solved.values(), ...runRules({ ...document, facts }, claims)]
  }
  const ordered = orderByText(withoutRepeats(drafts), document.facts)
  const idOf = new Map(ordered.map((draft, index) => [draft, `c${index + 1}`]))
  const checks = ordered.map((draft): Check => {
    const { solves, ...check } = draft
    return { ...check, id: idOf.get(draft)! }
  })
  const facts = document.facts.map((fact) => {
    const draft = solved.get(fact.id)
    if (draft === undefined) return fact
    return { ...fact, recovered: { value: draft.solves!.value, by: idOf.get(draft)! } }
  })
  return { ...document, facts, checks }
}
