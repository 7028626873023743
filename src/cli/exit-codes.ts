/**
 * The exit codes, one set for all commands; `docs/exit-codes.md` explains them, and they stay as they are.
 * Invariant: what is wrong with the call or the machine wins over inputs that failed, those over findings.
 */
import type { Settings } from './options.js'

export const exitCode = {
  done: 0,
  /** A finding reached --fail-on. */
  finding: 1,
  /** The call, or the machine, does not let us work. */
  usage: 2,
  /** An input failed; what there is of the others was written. */
  failedInputs: 3,
} as const

/** What became of the inputs; counted while they are processed. */
export interface Outcome {
  /** Documents, with those that failed. */
  documents: number
  failed: number
  /** How many of them have which ending of their name, where that is told. */
  readonly unread?: Map<string, number>
  /** Sentences on inputs that failed as a whole, the first ones, where outputs say so. */
  readonly told?: string[]
  /** A finding reached --fail-on. */
  found?: boolean
  /** Something could not be written where it should. */
  unwritten?: boolean
}

/** Whether `5` or `2%` of the documents may fail as they did. */
function isAllowed({ documents, failed }: Outcome, allowed: string): boolean {
  const limit = Number(allowed.replace('%', ''))
  return allowed.endsWith('%') ? failed * 100 <= limit * documents : failed <= limit
}

export function exitCodeOf(outcome: Outcome, { allowFailed = '0' }: Pick<Settings, 'allowFailed'>): number {
  if (outcome.unwritten) return exitCode.usage
  if (outcome.failed > 0 && !isAllowed(outcome, allowFailed)) return exitCode.failedInputs
  return outcome.found ? exitCode.finding : exitCode.done
}
