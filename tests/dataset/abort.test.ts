/** A build that a signal ends: it says the signal's reason, and one with `resume` finishes it in the same bytes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import type * as Library from '../../src/index.js'
import { builtPath } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'

const { buildDataset } = (await import(
  pathToFileURL(builtPath('dist/program/index.js')).href
)) as typeof Library
const inputs = Object.fromEntries(
  Array.from({ length: 40 }, (_, at) => [
    `in/${at}.txt`,
    `全市共有黉舍${at + 20}所，此中小学${at}所，中学20所。咱们要踊跃推动教导奇迹。\n`.repeat(20),
  ]),
)

const optionsIn = (cwd: string, out: string): Library.BuildOptions => ({
  inputs: ['in'],
  out,
  cwd,
  formats: ['jsonl'],
  document: { maxBytes: 1e8 },
  resources: {},
  selection: {},
  format: { language: 'en', drop: [] },
  threads: 1,
})

it('ends with the reason, nothing in its place, and is resumed', async () => {
  const folder = temporaryFolder(inputs)
  const options = (out: string) => optionsIn(folder, out)
  const records = (out: string) => readFileSync(join(folder, out, 'records.jsonl'), 'utf8')
  const controller = new AbortController()
  const onProgress: Library.BuildOptions['onProgress'] = ({ documents }) => {
    if (documents > 0) controller.abort(new Error('enough'))
  }
  const ended = buildDataset({ ...options('out'), signal: controller.signal, onProgress })
  await expect(ended).rejects.toThrow('enough')
  expect(() => records('out')).toThrow('ENOENT')
  expect((await buildDataset({ ...options('out'), resume: true })).counts.failed).toBe(0)
  await buildDataset(options('whole'))
  expect(records('out')).toBe(records('whole'))
})

it('does not begin where the signal has come before, and makes nothing', async () => {
  const folder = temporaryFolder(inputs)
  const signal = AbortSignal.abort()
  await expect(buildDataset({ ...optionsIn(folder, 'never'), signal })).rejects.toThrow(
    expect.objectContaining({ name: 'AbortError' }),
  )
  expect(readdirSync(folder)).toEqual(['in'])
})
