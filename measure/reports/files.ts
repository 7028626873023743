/** Reads the folders of the own reports. What is made of them is in `gold.ts`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportSources } from './gold.js'

/** Names of the report folders, sorted. */
export function listReports(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

export function readReportSources(root: string, id: string): ReportSources {
  const read = (file: string) => readFileSync(join(root, id, file), 'utf8')
  return {
    id,
    clean: read('clean.txt'),
    spin: read('spin.tsv'),
    facts: JSON.parse(read('facts.json')) as ReportSources['facts'],
    damage: JSON.parse(read('damage.json')) as ReportSources['damage'],
  }
}
