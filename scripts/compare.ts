/**
 * `npm run compare -- REVISION [REVISION]`: whether two revisions make the same records of the own reports, byte by
 * byte, with and without tokens. The second one is the working tree unless it is named. Ends with code 1 where they
 * differ, and says in which fields.
 */
import { differingLines } from './compare/fields.js'
import { recordsOf, workingTree } from './compare/revision.js'

/** Fields of one record that are printed; the rest is counted. */
const shownFields = 12

function pathOf(line: string): string {
  const { origin, tokens } = JSON.parse(line) as { origin: { path: string }; tokens?: unknown }
  return tokens === undefined ? origin.path : `${origin.path}, with tokens`
}

function printDifferences(before: readonly string[], after: readonly string[]): number {
  const count = Math.max(before.length, after.length)
  let differing = 0
  for (let index = 0; index < count; index++) {
    const fields = differingLines(before[index], after[index])
    if (fields.length === 0) continue
    differing++
    console.log(`\n${pathOf(before[index] ?? after[index]!)}`)
    for (const field of fields.slice(0, shownFields)) console.log(`  ${field}`)
    if (fields.length > shownFields) console.log(`  and ${fields.length - shownFields} more`)
  }
  return differing
}

const [first, second = workingTree, ...rest] = process.argv.slice(2)
if (first === undefined || rest.length > 0) {
  console.error('name one revision or two: npm run compare -- REVISION [REVISION]')
  process.exit(2)
}
const interruption = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => interruption.abort())
}
try {
  const before = await recordsOf(first, interruption.signal)
  const after = await recordsOf(second, interruption.signal)
  const differing = printDifferences(before, after)
  if (differing === 0) console.log(`${first} and ${second}: ${before.length} records, identical`)
  else console.log(`\n${first} and ${second}: ${differing} of ${before.length} records differ`)
  process.exitCode = differing === 0 ? 0 : 1
} catch (cause) {
  const { stderr, message } = cause as { stderr?: string; message: string }
  console.error(interruption.signal.aborted ? 'interrupted; nothing is left behind' : stderr || message)
  process.exitCode = 2
}
