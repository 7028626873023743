/** Rebuilds `damaged.txt` and `gold.json` of every own report from the files that people write. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listReports, readReportSources } from './reports/files.js'
import { buildReport, formatGold } from './reports/gold.js'

const root = fileURLToPath(new URL('../corpus/reports/', import.meta.url))

for (const id of listReports(root)) {
  try {
    const { damaged, gold } = buildReport(readReportSources(root, id))
    writeFileSync(join(root, id, 'damaged.txt'), damaged)
    writeFileSync(join(root, id, 'gold.json'), formatGold(gold))
    process.stdout.write(
      `${id}: ${gold.facts.length} facts, ${gold.corrections.length} corrections, ${gold.checks.length} checks\n`,
    )
  } catch (error) {
    process.stderr.write(`${id}: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
