/** Inputs that change between the plan, their turn and a later run: said by their names, never mixed in silence. */
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { inlineThreads, Stopped } from '../../measure/fuzz/inline-threads.js'
import { buildOptions } from '../../measure/fuzz/inputs.js'
import { buildDataset } from '../../src/dataset/build.js'
import { loadResources, type Resources } from '../../src/pipeline/resources.js'
import { temporaryFolder } from '../support/folder.js'

let resources: Resources
beforeAll(async () => {
  resources = await loadResources()
}, 60_000)

const texts = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`${10 + index}.txt`, `全市共有学校${90 + index}所。\n`]),
)
const optionsOf = (folder: string, resume = false) =>
  buildOptions(folder, Object.keys(texts), 'out', ['jsonl'], { resume })

/** A build of twelve texts that was stopped when eight of them were done. */
async function stopped(): Promise<string> {
  const folder = temporaryFolder(texts)
  await expect(buildDataset(optionsOf(folder), inlineThreads(resources, 1))).rejects.toThrow(Stopped)
  return folder
}

const resume = (folder: string) => buildDataset(optionsOf(folder, true), inlineThreads(resources))
const records = (folder: string) =>
  readFileSync(join(folder, 'out/records.jsonl'), 'utf8').split('\n').length - 1

test('one that was read and is another now stops the build, until it is as it was or gone', async () => {
  const folder = await stopped()
  const path = join(folder, '10.txt')
  writeFileSync(path, '别的。\n')
  await expect(resume(folder)).rejects.toMatchObject({
    code: 'input-changed',
    parameters: { path: '10.txt' },
  })
  writeFileSync(path, texts['10.txt']!)
  utimesSync(path, 1, 1)
  expect((await resume(folder)).counts).toMatchObject({ documents: 12, failed: 0 })
  const other = await stopped()
  writeFileSync(join(other, '10.txt'), '别的。\n')
  rmSync(join(other, '10.txt'))
  expect((await resume(other)).counts).toMatchObject({ documents: 12, failed: 0 })
})

test('one that changed before its turn is left out with a message', async () => {
  const folder = await stopped()
  writeFileSync(join(folder, '21.txt'), '别的一份，长一些。\n')
  const { counts } = await resume(folder)
  expect(counts).toMatchObject({ documents: 11, failed: 1, errors: 1 })
  expect(records(folder)).toBe(11)
  const message = JSON.parse(readFileSync(join(folder, 'out/messages.jsonl'), 'utf8'))
  expect(message).toMatchObject({ path: '21.txt', level: 'error', code: 'changed-input' })
})
