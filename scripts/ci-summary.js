/**
 * Prints "N passed, N failed" from vitest's JSON reports, and fails where anything failed: a test, a file that could
 * not be loaded, or the checks before the tests (types, lint), after which there is no report.
 * Usage: node scripts/ci-summary.js REPORT STATUS [REPORT STATUS]. Plain JavaScript: it must run where nothing is built.
 */
import { readFileSync } from 'node:fs'

/** How many tests of a run passed and failed; a run that failed without a failed test counts as one. */
function count(path, status) {
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
  return { passed, failed: status !== '0' && failed === 0 ? 1 : failed }
}

let passed = 0
let failed = 0
for (let at = 2; at < process.argv.length; at += 2) {
  const run = count(process.argv[at], process.argv[at + 1])
  passed += run.passed
  failed += run.failed
}
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)
