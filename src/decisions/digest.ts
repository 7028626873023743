/** What stands for a set of decisions: the same decisions of the same reviewers have the same digest. */
import { createHash } from 'node:crypto'
import type { DecisionLog } from './decision.js'
import { formatDecision, standingDecisions } from './log.js'

/** `sha256:` and the hash of the decisions that hold, log by log in the order of their reviewers. */
export function digestOfDecisions(logs: readonly DecisionLog[]): string {
  const hash = createHash('sha256')
  for (const log of [...logs].sort((one, two) => (one.by < two.by ? -1 : 1))) {
    hash.update(`${log.by}\n`)
    for (const decision of standingDecisions(log)) hash.update(formatDecision(decision))
  }
  return `sha256:${hash.digest('hex')}`
}
