/**
 * The interface of an audit rule. Each file in `rules/` exports `rule`; the index is generated. A rule finds the
 * relations that the text claims and says whether each holds. It ignores relations that are merely possible.
 * Invariant: a rule is a pure function, linear in the number of facts.
 */
import type { Check } from '../model/check.js'
import type { Exact } from '../model/exact.js'
import type { FactView } from './view.js'

/** A check before it has its id. */
export interface CheckDraft extends Omit<Check, 'id' | 'rule'> {
  /** The masked fact whose value the relation gives. */
  readonly solves?: { readonly fact: string; readonly value: Exact }
}

export interface Rule {
  /** Names the relation. */
  readonly id: string
  /** Short texts that run through all stages: in none of `clean`, in each of `faulty`, the rule has a finding. */
  readonly examples: { readonly clean: readonly string[]; readonly faulty: readonly string[] }
  find(view: FactView): readonly CheckDraft[]
}
