/** Datasets of documents that others of their source prove: the same bytes whatever the interruptions, each document once. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { inlineThreads, Stopped } from '../../measure/fuzz/inline-threads.js'
import { buildOptions } from '../../measure/fuzz/inputs.js'
import { buildDataset } from '../../src/dataset/build.js'
import type { BuildOptions } from '../../src/dataset/build-options.js'
import { loadResources, type Resources } from '../../src/pipeline/resources.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { archiveOf } from '../readers/samples/office.js'
import { temporaryFolder } from '../support/folder.js'
import { provenByOthers, shortDocuments } from '../support/short-documents.js'

let resources: Resources
beforeAll(async () => {
  resources = await loadResources()
}, 60_000)

/** Clean documents that fill a task, so that a folder takes several. */
const fillers = Object.fromEntries(
  Array.from({ length: 4 }, (_, index) => [`filler${index}.txt`, `集市上新来了${index + 2}家店。\n`]),
)
const inFolder = (folder: string) =>
  Object.fromEntries(
    Object.entries({ ...shortDocuments, ...fillers }).map(([name, text]) => [join(folder, name), text]),
  )

const optionsOf = (folder: string, parts: Partial<BuildOptions> = {}) =>
  buildOptions(folder, ['in'], 'out', ['jsonl'], parts)

const bytesOf = (folder: string) => readFileSync(join(folder, 'out/records.jsonl'), 'utf8')
const recordsOf = (folder: string): DocumentRecord[] =>
  bytesOf(folder)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as DocumentRecord)

const bySource = (folder: string) =>
  recordsOf(folder).flatMap(({ origin, spin }) => (spin.bySource ? [origin.path] : []))

test('the documents of a folder prove each other, each is in the dataset once, and clean ones stay as they are', async () => {
  const folder = temporaryFolder(inFolder('in'))
  const { counts } = await buildDataset(optionsOf(folder), inlineThreads(resources))
  expect(counts).toMatchObject({ documents: 10, failed: 0 })
  expect(bySource(folder)).toEqual(provenByOthers.map((name) => `in/${name}`))
  for (const { origin, source, repaired } of recordsOf(folder)) {
    if (/clean|plain|filler/.test(origin.path!)) expect(repaired.text).toBe(source.text)
  }
})

test('progress ends with all that there is to do, and counts no document twice', async () => {
  const folder = temporaryFolder(inFolder('in'))
  const told: { done: number; total: number; documents: number }[] = []
  const onProgress: BuildOptions['onProgress'] = ({ phase, ...progress }) => {
    if (phase === 'process') told.push(progress)
  }
  await buildDataset(optionsOf(folder, { onProgress }), inlineThreads(resources))
  const last = told.at(-1)!
  expect(last.done).toBe(last.total)
  expect(last.documents).toBe(10)
})

describe('what is pooled', () => {
  test('is a folder by itself, an archive, a list of texts', async () => {
    const apart = { ...inFolder('in'), ...inFolder('in/none') }
    delete apart[join('in', 'weak.txt')]
    for (const name of ['a.txt', 'b.txt', 'c.txt']) delete apart[join('in/none', name)]
    const lines = Object.values(shortDocuments).map((text) => `${JSON.stringify({ text })}\n`)
    const folder = temporaryFolder({
      ...apart,
      'in/list.jsonl': lines.join(''),
      'in/pages.zip': archiveOf(shortDocuments),
    })
    await buildDataset(optionsOf(folder), inlineThreads(resources))
    expect(bySource(folder)).toEqual(['in/list.jsonl', 'in/pages.zip'])
  })

  test('is nothing where the user says so', async () => {
    const folder = temporaryFolder(inFolder('in'))
    const { document, ...options } = optionsOf(folder)
    await buildDataset({ ...options, document: { ...document, pool: 'none' } }, inlineThreads(resources))
    expect(bySource(folder)).toEqual([])
  })
})

test('a build that was stopped anywhere and goes on gives the same bytes', async () => {
  const whole = temporaryFolder(inFolder('in'))
  await buildDataset(optionsOf(whole), inlineThreads(resources))
  // Two tasks of documents, one of those done again, one of the format.
  for (let stopAt = 0; stopAt < 4; stopAt++) {
    const folder = temporaryFolder(inFolder('in'))
    await expect(buildDataset(optionsOf(folder), inlineThreads(resources, stopAt))).rejects.toThrow(Stopped)
    await buildDataset(optionsOf(folder, { resume: true }), inlineThreads(resources))
    expect(bytesOf(folder), `stopped at ${stopAt}`).toBe(bytesOf(whole))
  }
})

test('a document that cannot be read a second time stays as it was read', async () => {
  const folder = temporaryFolder(inFolder('in'))
  await expect(buildDataset(optionsOf(folder), inlineThreads(resources, 2))).rejects.toThrow(Stopped)
  rmSync(join(folder, 'in/weak.txt'))
  const { counts } = await buildDataset(optionsOf(folder, { resume: true }), inlineThreads(resources))
  expect(counts).toMatchObject({ documents: 10, failed: 0 })
  expect(bySource(folder)).toEqual([])
})
