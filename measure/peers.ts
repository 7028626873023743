/**
 * `npm run eval:peer -- --data DIR [--verbose]`: runs the test cases of four peers against numerals and quantities and
 * prints the pass rate of each suite. Cases that contradict how reports are read stand in
 * `corpus/units/peer-exceptions.tsv` with their reason; a case there that passes counts as passed.
 * Exits with 1 where a case fails that is no exception, or where exceptions exceed a fifth of a suite.
 */
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { corpusPath, readTsv } from '../src/resources/tsv.js'
import { loadUnits } from '../src/resources/units.js'
import { type PeerCase, suites } from './peers/cases.js'
import { cn2anCases } from './peers/cn2an.js'
import { ducklingCases } from './peers/duckling.js'
import { jionlpCases } from './peers/jionlp.js'
import { recognizersCases } from './peers/recognizers.js'

interface Exception {
  readonly suite: string
  readonly case: string
  readonly reason: string
}

function readExceptions(): Exception[] {
  return readTsv(corpusPath('units', 'peer-exceptions.tsv'), ['suite', 'case', 'reason']).map(({ cells }) => {
    const [suite = '', name = '', reason = ''] = cells
    return { suite, case: name, reason }
  })
}

/** The first ten hexadecimal digits of the SHA-1 of a case's input: how an exception names it. */
function caseName(input: string): string {
  return createHash('sha1').update(input).digest('hex').slice(0, 10)
}

/** `has:百分点` holds for every case of a suite with that word; anything else names one case. */
function isExcepted(peer: PeerCase, exception: Exception): boolean {
  if (exception.suite !== peer.suite) return false
  if (exception.case.startsWith('has:')) return peer.input.includes(exception.case.slice(4))
  return exception.case === caseName(peer.input)
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, verbose: { type: 'boolean', default: false } },
})
if (values.data === undefined) {
  console.error(
    'usage: npm run eval:peer -- --data DIR [--verbose]   (DIR holds recognizers, jionlp, duckling, cn2an)',
  )
  process.exit(2)
}
const table = loadUnits()
const cases = [recognizersCases, jionlpCases, ducklingCases, cn2anCases].flatMap((read) =>
  read(values.data!, table),
)
const exceptions = readExceptions()
let clean = true
console.log('suite                 cases  passed  excepted  failed  passed %')
for (const suite of suites) {
  const own = cases.filter((peer) => peer.suite === suite)
  const open = own.filter((peer) => peer.disagreement !== undefined)
  const excepted = open.filter((peer) => exceptions.some((exception) => isExcepted(peer, exception)))
  const failed = open.filter((peer) => !excepted.includes(peer))
  const passed = own.length - open.length
  if (failed.length > 0 || excepted.length * 5 > own.length) clean = false
  const counts = [own.length, passed, excepted.length, failed.length]
    .map((count) => String(count).padStart(8))
    .join('')
  console.log(
    `${suite.padEnd(20)}${counts}${((100 * passed) / Math.max(1, own.length)).toFixed(1).padStart(10)}`,
  )
  if (!values.verbose) continue
  for (const peer of failed)
    console.log(
      `  ${caseName(peer.input)} ${peer.input} | expected ${peer.expected} | read ${peer.disagreement}`,
    )
}
process.exitCode = clean ? 0 : 1
