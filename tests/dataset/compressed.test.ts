/** Compressed and slim outputs: they hold what plain ones hold, or the parts of it that are asked for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { inlineThreads } from '../../measure/fuzz/inline-threads.js'
import { buildOptions } from '../../measure/fuzz/inputs.js'
import { buildDataset } from '../../src/dataset/build.js'
import type { BuildOptions } from '../../src/dataset/build-options.js'
import { loadResources, type Resources } from '../../src/pipeline/resources.js'
import { recordFieldNames } from '../../src/writers/record-fields.js'
import { type DocumentRecord, recordSchema } from '../../src/writers/schema.js'
import { temporaryFolder } from '../support/folder.js'
import { shortDocuments } from '../support/short-documents.js'

let resources: Resources
beforeAll(async () => {
  resources = await loadResources()
}, 60_000)

const inputs = Object.fromEntries(
  Object.entries(shortDocuments).map(([name, text]) => [`in/${name}`, `${text}全县有学校126所。\n`]),
)

const build = (cwd: string, out: string, formats: readonly string[], how: Partial<BuildOptions> = {}) =>
  buildDataset({ ...buildOptions(cwd, ['in'], out, formats), ...how }, inlineThreads(resources))

interface Manifest {
  readonly outputs: readonly {
    readonly name: string
    readonly sha256: string
    readonly unpackedSha256?: string
  }[]
}
const manifestOf = (cwd: string, path: string) =>
  JSON.parse(readFileSync(join(cwd, path), 'utf8')) as Manifest

describe('a compressed dataset', () => {
  test('holds what a plain one holds, and its manifest says so', async () => {
    const cwd = temporaryFolder(inputs)
    await build(cwd, 'plain', ['jsonl', 'csv', 'sqlite'])
    await build(cwd, 'packed', ['jsonl', 'csv', 'sqlite'], { gzip: true })
    const plain = manifestOf(cwd, 'plain/manifest.json').outputs
    const packed = manifestOf(cwd, 'packed/manifest.json').outputs
    expect(packed.map(({ name }) => name)).toEqual(
      plain.map(({ name }) => (name.endsWith('.sqlite') ? name : `${name}.gz`)),
    )
    for (const [index, { name, sha256 }] of plain.entries()) {
      if (name.endsWith('.sqlite')) continue
      const bytes = readFileSync(join(cwd, 'packed', `${name}.gz`))
      expect(gunzipSync(bytes)).toEqual(readFileSync(join(cwd, 'plain', name)))
      expect(packed[index]!.unpackedSha256).toBe(sha256)
      // No time of day.
      expect(bytes.subarray(4, 8)).toEqual(Buffer.alloc(4))
    }
  })

  test('is asked for by its name too, and is read again', async () => {
    const cwd = temporaryFolder(inputs)
    await build(cwd, 'set.jsonl.gz', [])
    await build(cwd, 'again.jsonl', [], { inputs: ['set.jsonl.gz'] })
    const packed = gunzipSync(readFileSync(join(cwd, 'set.jsonl.gz'))).toString()
    expect(readFileSync(join(cwd, 'again.jsonl'), 'utf8')).toBe(packed)
    expect(manifestOf(cwd, 'set.manifest.json').outputs).toHaveLength(1)
    await expect(build(cwd, 'set.sqlite.gz', [])).rejects.toMatchObject({ code: 'unknown-output' })
  })
})

test('slim records have what names them and the parts that are asked for', async () => {
  const cwd = temporaryFolder(inputs)
  await build(cwd, 'slim.jsonl', [], { format: { language: 'zh', drop: [], fields: ['facts', 'repaired'] } })
  await build(cwd, 'full.jsonl', [])
  const linesOf = (name: string) =>
    readFileSync(join(cwd, name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as DocumentRecord)
  const full = linesOf('full.jsonl').map(({ id, repaired, facts }) => ({ id, repaired, facts }))
  expect(linesOf('slim.jsonl')).toEqual(full)
  expect(full[0]!.facts.map(({ text }) => text)).toContain('126所')
})

test('every part of a record can be asked for', () => {
  expect(recordFieldNames).toEqual(Object.keys(recordSchema.shape))
})
