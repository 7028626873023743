/** Logs of decisions that a command reads, and what is told of decisions: lines of a log that were passed over, conflicts of reviewers, decisions that no longer fit. */
import { resolve } from 'node:path'
import type { ReadLog } from '../decisions/log.js'
import type { Unfit } from '../decisions/merge.js'
import type { DecidedRecord } from '../pipeline/decided.js'
import { readLogFile } from '../review/log-file.js'
import type { Place } from '../writers/places.js'
import { placeAt } from '../writers/places.js'
import type { CommandContext } from './contract.js'
import { UsageError } from './failure.js'
import { remark } from './failures.js'
import { tell } from './language.js'

/** Of more conflicts and misfits than this only the number is told. */
const mostTold = 20

/** Says which lines of a log say nothing known, and that its last one was cut off. */
export function tellLog(context: CommandContext, path: string, { isTorn, unknown }: ReadLog): void {
  const { language } = context
  if (isTorn) remark(context, tell(language, 'apply.torn', { path }))
  if (unknown.length > 0) {
    remark(context, tell(language, 'apply.unknown-lines', { path, count: unknown.length, line: unknown[0]! }))
  }
}

/** The logs, one a reviewer. Throws UsageError where two files are of one reviewer, and ProcessingError. */
export function readLogs(context: CommandContext, paths: readonly string[]): ReadLog[] {
  const logs = paths.map((path) => {
    const log = readLogFile(resolve(context.terminal.cwd, path), path)
    tellLog(context, path, log)
    return log
  })
  const names = logs.map(({ by }) => by)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new UsageError('apply.twice', { name: twice })
  return logs
}

function textOf({ decision }: Unfit): string {
  return decision.kind === 'finding' ? decision.rule : decision.anchor.text
}

/** Collects what could not be followed, and says it: the first ones with their places, of the others the number. */
export function tellerOfDecisions(context: CommandContext) {
  const { language } = context
  let count = 0
  const say = (line: string) => {
    if (++count <= mostTold) remark(context, line)
  }
  return {
    add({ record, conflicts, unfit }: DecidedRecord): void {
      const path = record.origin.entry ?? record.origin.path ?? '-'
      for (const { start, end, sides } of conflicts) {
        const { line, column }: Place = placeAt(record, start)
        const wishes = sides
          .map(({ by, wish }) => `${by}: ${wish === '' ? tell(language, 'apply.source') : wish}`)
          .join('; ')
        const text = record.source.text.slice(start, end)
        say(tell(language, 'apply.conflict', { path, line, column, text, wishes }))
      }
      for (const one of unfit) {
        const { by } = one.decision
        const reason = tell(language, `apply.${one.reason}`)
        say(tell(language, 'apply.unfit', { path, by, text: textOf(one), reason }))
      }
    },
    /** Says how many more there were; gives whether there was any. */
    end(): boolean {
      if (count > mostTold) remark(context, tell(language, 'apply.more', { count: count - mostTold }))
      return count > 0
    },
  }
}
