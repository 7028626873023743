/** A digit that was changed in a cell which a sum of its table exposes is found, and tables as printed give no finding. */
import { beforeAll, describe, expect, test } from 'vitest'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources, type Resources } from '../../src/pipeline/resources.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { faultySamples } from '../extract/tables/faulty-samples.js'
import { formats } from '../extract/tables/formats.js'
import { samples } from '../extract/tables/samples.js'

const csv = formats.find(({ path }) => path.endsWith('.csv'))!
const tables = [...samples, ...faultySamples].map((sample) => Buffer.from(csv.bytesOf(sample)).toString())
let resources: Resources

beforeAll(async () => {
  resources = await loadResources()
}, 120_000)

async function recordOf(text: string): Promise<DocumentRecord> {
  for await (const record of processDocument(Buffer.from(text), { resources, path: csv.path })) return record
  throw new Error('no document')
}

const findings = ({ checks }: DocumentRecord) => checks.filter(({ state }) => state === 'mismatch')

/** Where figures stand that a sum of the table ties: those of totals and parts. */
function exposedIn({
  checks,
  facts,
}: DocumentRecord): readonly { readonly start: number; readonly end: number }[] {
  const tied = new Set(
    checks.flatMap((check) => (check.rule === 'table-sum' && check.state !== 'mismatch' ? check.facts : [])),
  )
  return facts.filter(({ id }) => tied.has(id))
}

/** The text with one digit of a figure made another one: which, and into which, the number says. */
function misprinted(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  seed: number,
) {
  const digits = [...text.slice(start, end)].flatMap((sign, at) => (/\d/.test(sign) ? [start + at] : []))
  const at = digits[seed % digits.length]!
  const digit = (Number(text[at]) + 1 + (seed % 9)) % 10
  return text.slice(0, at) + digit + text.slice(at + 1)
}

describe('own tables', () => {
  test('have no finding', async () => {
    for (const text of tables) expect(findings(await recordOf(text))).toEqual([])
  }, 120_000)

  test('show nine in ten of the digits that were changed in them', async () => {
    let changed = 0
    let found = 0
    for (const text of tables) {
      const places = exposedIn(await recordOf(text))
      for (const [at, place] of places.entries()) {
        changed++
        if (findings(await recordOf(misprinted(text, place, 7 * at + 3))).length > 0) found++
      }
    }
    expect(changed).toBeGreaterThan(40)
    expect(found).toBeGreaterThanOrEqual(0.9 * changed)
  }, 120_000)
})
