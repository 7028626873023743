/** An archive that grows: an update does what is new and nothing else, and gives what a new build gives. */
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { inlineThreads, Stopped } from '../../measure/fuzz/inline-threads.js'
import { buildOptions } from '../../measure/fuzz/inputs.js'
import { buildDataset } from '../../src/dataset/build.js'
import type { BuildOptions } from '../../src/dataset/build-options.js'
import type { StartThreads } from '../../src/dataset/make.js'
import { loadResources, type Resources } from '../../src/pipeline/resources.js'
import { temporaryFolder } from '../support/folder.js'
import { shortDocuments } from '../support/short-documents.js'

let resources: Resources
beforeAll(async () => {
  resources = await loadResources()
}, 60_000)

/** Threads that say which files they read. */
function watched(paths: string[], stopAt?: number): StartThreads {
  return async (options) => {
    const threads = await inlineThreads(resources, stopAt)(options)
    return {
      ...threads,
      processUnits: (task) => {
        paths.push(...task.units.map(({ path }) => path))
        return threads.processUnits(task)
      },
    }
  }
}

const archive = () =>
  temporaryFolder({
    ...Object.fromEntries(Object.entries(shortDocuments).map(([name, text]) => [`in/${name}`, text])),
    'in/list.jsonl': '{"text":"全县有学校126所。"}\n',
    'in/torn.docx': 'PK\u0003\u0004 no document',
  })

/** Builds, and gives what was read for it. */
async function build(cwd: string, out: string, how: Partial<BuildOptions> = {}, stopAt?: number) {
  const read: string[] = []
  await buildDataset({ ...buildOptions(cwd, ['in'], out, []), ...how }, watched(read, stopAt))
  return read
}

const update = (cwd: string, how: Partial<BuildOptions> = {}, stopAt?: number) =>
  build(cwd, 'out', { update: true, ...how }, stopAt)

const filesOf = (cwd: string, out: string) =>
  ['records.jsonl', 'messages.jsonl', 'dropped.jsonl'].map((name) =>
    readFileSync(join(cwd, out, name), 'utf8'),
  )

let fresh = 0

/** What stands in place is what a new build gives. */
async function expectFresh(cwd: string): Promise<void> {
  const out = `fresh${fresh++}`
  await build(cwd, out)
  expect(filesOf(cwd, 'out')).toEqual(filesOf(cwd, out))
}

describe('an update', () => {
  test('reads what is new or changed, forgets what is gone, and nothing else', async () => {
    const cwd = archive()
    expect(await update(cwd)).toHaveLength(9)
    await expectFresh(cwd)
    writeFileSync(join(cwd, 'in/new.txt'), '全县有医院7所。\n')
    writeFileSync(join(cwd, 'in/plain.txt'), '全县有医院9所，床位800张。\n')
    rmSync(join(cwd, 'in/clean.txt'))
    expect(await update(cwd)).toEqual(['in/new.txt', 'in/plain.txt'])
    await expectFresh(cwd)
  })

  test('with --resume looks for what is new too, where nothing was left unfinished', async () => {
    const cwd = archive()
    await update(cwd)
    writeFileSync(join(cwd, 'in/new.txt'), '全县有医院7所。\n')
    expect(await update(cwd, { resume: true })).toEqual(['in/new.txt'])
    await expectFresh(cwd)
  })

  test('does nothing where nothing is new', async () => {
    const cwd = archive()
    await update(cwd)
    const before = statSync(join(cwd, 'out/manifest.json')).mtimeMs
    expect(await update(cwd)).toEqual([])
    expect(statSync(join(cwd, 'out/manifest.json')).mtimeMs).toBe(before)
    rmSync(join(cwd, 'out/records.jsonl'))
    expect(await update(cwd)).toEqual([])
    await expectFresh(cwd)
  })

  test('takes a file that was only touched for the same, and one that was written over in size for another', async () => {
    const cwd = archive()
    await update(cwd)
    utimesSync(join(cwd, 'in/a.txt'), 1, 1)
    const path = join(cwd, 'in/list.jsonl')
    writeFileSync(path, readFileSync(path, 'utf8').replace('126', '127'))
    utimesSync(path, 2, 2)
    expect(await update(cwd)).toEqual(['in/list.jsonl'])
    await expectFresh(cwd)
  })

  test('decides anew which documents prove others', async () => {
    const cwd = archive()
    await update(cwd)
    expect(filesOf(cwd, 'out')[0]).toContain('"bySource":true')
    for (const name of ['a.txt', 'b.txt']) rmSync(join(cwd, 'in', name))
    expect(await update(cwd)).toEqual([])
    expect(filesOf(cwd, 'out')[0]).not.toContain('"bySource":true')
    await expectFresh(cwd)
    for (const name of ['a.txt', 'b.txt'] as const) writeFileSync(join(cwd, 'in', name), shortDocuments[name])
    // What weak.txt gives where others prove it is known from before.
    expect(await update(cwd)).toEqual(['in/a.txt', 'in/b.txt'])
    expect(filesOf(cwd, 'out')[0]).toContain('"bySource":true')
    await expectFresh(cwd)
  })

  test('does again what failed where that is asked for', async () => {
    const cwd = archive()
    await update(cwd)
    expect(await update(cwd, { retryFailed: true })).toEqual(['in/torn.docx'])
    mkdirSync(join(cwd, 'in/more'))
    writeFileSync(join(cwd, 'in/more/b.txt'), '全县有水库3座。\n')
    expect(await update(cwd, { retryFailed: true })).toEqual(['in/more/b.txt', 'in/torn.docx'])
    await expectFresh(cwd)
  })

  test('that was stopped anywhere goes on, and loses and doubles nothing', async () => {
    for (let stopAt = 0; stopAt < 2; stopAt++) {
      const cwd = archive()
      await update(cwd)
      writeFileSync(join(cwd, 'in/new.txt'), '全县有医院7所。\n')
      await expect(update(cwd, {}, stopAt)).rejects.toThrow(Stopped)
      await expect(update(cwd)).rejects.toMatchObject({ code: 'build-unfinished' })
      await update(cwd, { resume: true })
      await expectFresh(cwd)
    }
  })

  test('keeps nothing of records that were made with other options', async () => {
    const cwd = archive()
    await update(cwd)
    const document = { maxBytes: 1e8, assume: 'clean' as const }
    await expect(update(cwd, { document })).rejects.toMatchObject({
      code: 'update-differs',
      parameters: { what: 'options.assume' },
    })
    expect(await update(cwd, { format: { language: 'en', drop: [] } })).toEqual([])
  })
})

test('a finished build goes on at once, and what failed in an unfinished one can be done again', async () => {
  const cwd = archive()
  await expect(build(cwd, 'out', {}, 2)).rejects.toThrow(Stopped)
  expect(await build(cwd, 'out', { resume: true, retryFailed: true })).toContain('in/torn.docx')
  expect(await build(cwd, 'out', { resume: true })).toEqual([])
  await expect(build(cwd, 'out')).rejects.toMatchObject({ code: 'output-exists' })
})

test('a journal that is kept is no document of the folder that it lies in', async () => {
  const cwd = archive()
  await build(cwd, 'in/set', { update: true })
  const read = await build(cwd, 'other')
  expect(read.filter((path) => path.includes('journal'))).toEqual([])
  expect(read).toContain('in/set/records.jsonl')
})
