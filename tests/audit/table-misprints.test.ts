/** A digit that was changed in a cell which a sum of its table exposes is found, and tables as printed give no finding. */
import { beforeAll, describe, expect, test } from 'vitest'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources, type Resources } from '../../src/pipeline/resources.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { faultySamples } from '../extract/tables/faulty-samples.js'
import { formats, withCell } from '../extract/tables/formats.js'
import { layoutSamples } from '../extract/tables/layout-samples.js'
import { type SampleTable, samples } from '../extract/tables/samples.js'

const tables = [...samples, ...faultySamples, ...layoutSamples]
const csv = formats.find(({ path }) => path.endsWith('.csv'))!
let resources: Resources

beforeAll(async () => {
  resources = await loadResources()
}, 120_000)

async function recordOf(sample: SampleTable, { path, bytesOf } = csv): Promise<DocumentRecord> {
  const bytes = bytesOf(sample)
  for await (const record of processDocument(bytes, { resources, path })) return record
  throw new Error('no document')
}

const findings = ({ checks }: DocumentRecord) => checks.filter(({ state }) => state === 'mismatch')

/** Cells of the sample that a sum of the table ties: those of totals and parts. */
function exposedIn({ checks, facts }: DocumentRecord, { above }: SampleTable) {
  const tied = new Set(
    checks.flatMap((check) => (check.rule === 'table-sum' && check.state !== 'mismatch' ? check.facts : [])),
  )
  return facts.flatMap(({ id, text, cell }) =>
    tied.has(id) && cell != null ? [{ text, row: cell.row - above.length, column: cell.column }] : [],
  )
}

/** A figure with one digit made another one: which, and into which, the number says. */
function misprinted(text: string, seed: number): string {
  const places = [...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []))
  const at = places[seed % places.length]!
  const digit = (Number(text[at]) + 1 + (seed % 9)) % 10
  return text.slice(0, at) + digit + text.slice(at + 1)
}

describe('own tables', () => {
  test.each(formats)(
    '$path has no finding',
    async (format) => {
      for (const sample of tables) expect(findings(await recordOf(sample, format))).toEqual([])
    },
    120_000,
  )

  test('show nine in ten of the digits that were changed in them, each in one of the formats', async () => {
    let changed = 0
    let found = 0
    for (const sample of tables) {
      for (const { text, row, column } of exposedIn(await recordOf(sample), sample)) {
        const seed = 7 * changed + 3
        const format = formats[changed % formats.length]!
        const damaged = withCell(sample, row, column, misprinted(text, seed))
        changed++
        if (findings(await recordOf(damaged, format)).length > 0) found++
      }
    }
    expect(changed).toBeGreaterThan(80)
    expect(found).toBeGreaterThanOrEqual(0.9 * changed)
  }, 120_000)
})
