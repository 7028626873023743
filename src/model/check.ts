/**
 * Checks: relations between facts that the text claims, whether they hold or not. A check in the state `mismatch` or
 * `solved` is a finding: the reader should look at it. So is a figure that cannot be confirmed where that is worth a
 * warning: one that a scan may have been misread as.
 */
import type { Exact } from './exact.js'
import type { Decided } from './fact.js'

export const checkStates = ['holds', 'rounding', 'approximate', 'mismatch', 'solved', 'unconfirmed'] as const
export type CheckState = (typeof checkStates)[number]

/** error: must hold (合法性); warning: worth a look (合理性); info: nothing to do. */
export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

/** true-error: the report is wrong. misreading: the tool or the scan is. solved: looked into, nothing is left to do. */
export const findingVerdicts = ['true-error', 'misreading', 'solved'] as const
export type FindingVerdict = (typeof findingVerdicts)[number]

export interface Check {
  readonly id: string
  readonly rule: string
  readonly state: CheckState
  readonly severity: Severity
  /** The relation with the printed figures: "8010 + 20xx = 10029". */
  readonly expression: string
  readonly stated: Exact | null
  readonly computed: Exact | null
  readonly difference: Exact | null
  readonly solution: Exact | null
  readonly facts: readonly string[]
  /** Names the explanation, such as `total-equals-first-part`; prose is made at the edge. */
  readonly code: string
  /** Values for the prose of the code: a printed figure, what it would have to be. Never a sentence. */
  readonly parameters?: Readonly<Record<string, string>>
  readonly decided?: Decided<FindingVerdict>
}

/** Whether a check is a finding. */
export function isFinding({ state, severity }: Pick<Check, 'state' | 'severity'>): boolean {
  return state === 'mismatch' || state === 'solved' || (state === 'unconfirmed' && severity !== 'info')
}
