/**
 * Prints "N passed, N failed" from vitest's JSON report, and fails where anything failed: a test, a file that could
 * not be loaded, or the checks before the tests (types, lint), after which there is no report.
 * Usage: node scripts/ci-summary.js REPORT STATUS. Plain JavaScript: it must run where nothing is built.
 */
import { readFileSync } from 'node:fs'

const [, , path = '', status = '1'] = process.argv
let passed = 0
let failed = 0
try {
  const report = JSON.parse(readFileSync(path, 'utf8'))
  passed = report.numPassedTests
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  failed = report.numFailedTests + unloaded.length
} catch {
  // No report: the run ended before the tests began.
}
if (status !== '0' && failed === 0) failed = 1
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)
