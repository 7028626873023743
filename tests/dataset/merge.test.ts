/** Parts of a dataset to the whole: the bytes of one build, whoever made the parts; what is missing or foreign is told. */
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { inlineThreads, Stopped } from '../../measure/fuzz/inline-threads.js'
import { buildOptions } from '../../measure/fuzz/inputs.js'
import { buildDataset } from '../../src/dataset/build.js'
import type { BuildOptions } from '../../src/dataset/build-options.js'
import { type MergeOptions, mergeDataset } from '../../src/dataset/merge.js'
import { loadResources, type Resources } from '../../src/pipeline/resources.js'
import { archiveOf } from '../readers/samples/office.js'
import { temporaryFolder } from '../support/folder.js'
import { shortDocuments } from '../support/short-documents.js'

let resources: Resources
beforeAll(async () => {
  resources = await loadResources()
}, 60_000)

const copies = Object.fromEntries(
  Array.from({ length: 9 }, (_, index) => [`in/copy${index}.txt`, `集市上新来了${(index % 4) + 2}家店。\n`]),
)
const files = {
  ...Object.fromEntries(Object.entries(shortDocuments).map(([name, text]) => [`in/${name}`, text])),
  ...copies,
  'in/logo.png': 'no text',
  'in/nothing.docx': 'PK\u0003\u0004 no document',
  'in/list.jsonl': `{"text":"全县有学校126所。"}\n{"text":1}\n`,
  'in/pages.zip': archiveOf(shortDocuments),
}

const formats = ['jsonl', 'csv', 'sqlite', 'text']
const selection = { dropDuplicates: true }

const optionsOf = (cwd: string, out: string, parts: Partial<BuildOptions> = {}): BuildOptions => ({
  ...buildOptions(cwd, ['in'], out, formats),
  selection,
  ...parts,
})

const build = (options: BuildOptions) => buildDataset(options, inlineThreads(resources))

async function buildParts(cwd: string, count: number, how: Partial<BuildOptions> = {}): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `part${index + 1}`)
  for (const [index, name] of names.entries())
    await build(optionsOf(cwd, name, { shard: { index: index + 1, count }, ...how }))
  return names
}

const mergeOptions = (cwd: string, parts: readonly string[], out = 'merged'): MergeOptions => ({
  parts,
  out,
  cwd,
  formats: [],
  threads: 1,
  heartbeat: 2,
})

const merge = (options: MergeOptions, stopAt?: number) =>
  mergeDataset(options, inlineThreads(resources, stopAt))

/** Every file of a dataset with its bytes, but for the timings. */
function bytesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const kept = names.filter((name) => statSync(join(folder, name)).isFile() && name !== 'timings.json')
  return Object.fromEntries(kept.map((name) => [name, readFileSync(join(folder, name), 'latin1')]))
}

let known: Record<string, string> | undefined

/** What one build of all files gives. */
async function whole(): Promise<Record<string, string>> {
  if (known !== undefined) return known
  const cwd = temporaryFolder(files)
  const { counts } = await build(optionsOf(cwd, 'whole'))
  // Copies are left out, and what failed is told, so that parts have something to lose.
  expect(counts).toMatchObject({ failed: 2, skipped: 1 })
  expect(counts.dropped).toBeGreaterThan(4)
  known = bytesOf(join(cwd, 'whole'))
  return known
}

describe('the parts of a folder', () => {
  test.each([1, 2, 3, 7])(
    '%i parts give what one build gives, in whatever order they are named',
    async (count) => {
      const cwd = temporaryFolder(files)
      const parts = await buildParts(cwd, count)
      await merge(mergeOptions(cwd, parts.reverse()))
      expect(bytesOf(join(cwd, 'merged'))).toEqual(await whole())
    },
  )

  test('the merge can be stopped anywhere and goes on', async () => {
    const cwd = temporaryFolder(files)
    const parts = await buildParts(cwd, 2)
    for (let stopAt = 0; stopAt < 4; stopAt++) {
      const options = mergeOptions(cwd, parts, `stopped${stopAt}`)
      await expect(merge(options, stopAt)).rejects.toThrow(Stopped)
      await merge({ ...options, resume: true })
      expect(bytesOf(join(cwd, `stopped${stopAt}`)), `stopped at ${stopAt}`).toEqual(await whole())
    }
    const again = await merge({ ...mergeOptions(cwd, parts, 'stopped0'), resume: true }, 0)
    expect(again.counts.failed).toBe(2)
  })

  test('what was damaged in a part is done again', async () => {
    const cwd = temporaryFolder(files)
    const parts = await buildParts(cwd, 2)
    const records = join(cwd, 'part1/journal/records-1-0.jsonl')
    writeFileSync(records, readFileSync(records, 'utf8').replace('所', '座'))
    await merge(mergeOptions(cwd, parts, 'mended'))
    expect(bytesOf(join(cwd, 'mended'))).toEqual(await whole())
  })

  test('another format is written where its name asks for it', async () => {
    const cwd = temporaryFolder(files)
    const parts = await buildParts(cwd, 2)
    const { names } = await merge(mergeOptions(cwd, parts, 'facts.parquet'))
    expect(names).toContain('facts.parquet')
  })

  test('parts are all there, once each, and of one dataset', async () => {
    const cwd = temporaryFolder(files)
    const parts = await buildParts(cwd, 3)
    const refused = (names: readonly string[]) =>
      merge(mergeOptions(cwd, names, 'refused')).catch((cause) => cause)
    expect(await refused(parts.slice(0, 2))).toMatchObject({
      code: 'parts-missing',
      parameters: { missing: '3/3', count: 3 },
    })
    expect(await refused([...parts, parts[1]!])).toMatchObject({ code: 'parts-doubled' })
    expect(await refused(['in'])).toMatchObject({ code: 'no-part', parameters: { path: 'in' } })
    await build(optionsOf(cwd, 'part2', { shard: { index: 2, count: 3 }, selection: {}, force: true }))
    expect(await refused(parts)).toMatchObject({
      code: 'parts-differ',
      parameters: { path: 'part2', what: 'options.dropDuplicates' },
    })
    utimesSync(join(cwd, 'in/a.txt'), 1, 1)
    await build(optionsOf(cwd, 'part2', { shard: { index: 2, count: 3 }, force: true }))
    expect(await refused(parts)).toMatchObject({ code: 'parts-differ', parameters: { what: 'inputs' } })
    expect(readdirSync(cwd)).not.toContain('refused')
  })
})
