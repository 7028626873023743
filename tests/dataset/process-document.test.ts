/** A long document of the library's `processDocument`, by the built program: on a thread, with the record that it has here. */
import { spawnSync } from 'node:child_process'
import { setImmediate as turn } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import type * as Library from '../../src/index.js'
import { builtPath } from '../support/built.js'

const library = pathToFileURL(builtPath('dist/program/index.js')).href
const { loadResources, processDocument } = (await import(library)) as typeof Library
const sentences = Array.from(
  { length: 800 },
  (_, at) => `全市共有黉舍${at + 20}所，此中：小学${at}所，中学20所。咱们要踊跃推动教导奇迹进展。\n`,
).join('')
const long = Buffer.from(sentences)

async function recordsOf(bytes: Uint8Array, options: Library.BytesOptions = {}): Promise<unknown[]> {
  const records: unknown[] = []
  const all = { path: 'a.txt', until: 'repair', ...options } as const
  for await (const record of processDocument(bytes, all)) records.push(record)
  return records
}

/** Whether the call is at work while who asked has a turn. */
async function leavesTurns(bytes: Uint8Array, options: Library.BytesOptions = {}): Promise<boolean> {
  let isDone = false
  const records = recordsOf(bytes, options).then(() => {
    isDone = true
  })
  await turn()
  const isAtWork = !isDone
  await records
  return isAtWork
}

it('who asks has turns while a long document is at work, and while a short one can be aborted', async () => {
  expect(await leavesTurns(long)).toBe(true)
  const short = long.subarray(0, 6000)
  expect(await leavesTurns(short, { signal: new AbortController().signal })).toBe(true)
  expect(await leavesTurns(short)).toBe(false)
})

it('who asks has turns while a list with a long text is at work that can be aborted', async () => {
  const list = Buffer.from(`${JSON.stringify({ text: sentences.slice(0, 8000) })}\n`)
  const options = { path: 'a.jsonl', signal: new AbortController().signal }
  let turns = 0
  const counting = setInterval(() => turns++, 1)
  const records = await recordsOf(list, options)
  clearInterval(counting)
  expect(turns).toBeGreaterThan(10)
  expect(records).toEqual(await recordsOf(list, { path: 'a.jsonl' }))
})

it('the record is that of tables that a thread does not have, and of a call that is told of stages', async () => {
  const here: string[] = []
  const own = await recordsOf(long, { onTiming: (stage) => here.push(stage), assume: 'spun' })
  expect(here).toContain('repair')
  expect(await recordsOf(long, { assume: 'spun' })).toEqual(own)
  const resources = await loadResources()
  expect(await recordsOf(long, { assume: 'spun', resources })).toEqual(own)
  const others = await loadResources({ protect: [] })
  expect(await leavesTurns(long, { resources: { ...others } })).toBe(false)
})

it('a signal ends it with its reason, and the next one is processed', async () => {
  const controller = new AbortController()
  const running = recordsOf(long, { signal: controller.signal })
  await turn()
  controller.abort(new Error('enough'))
  await expect(running).rejects.toThrow('enough')
  await expect(recordsOf(long, { maxCharacters: 10 })).rejects.toMatchObject({ code: 'text-too-long' })
  expect(await recordsOf(long)).toHaveLength(1)
})

it('a program that has no more to do ends', () => {
  const program = `import { processDocument } from ${JSON.stringify(library)}
for await (const { blocks } of processDocument(Buffer.from(${JSON.stringify(sentences)}), { until: 'layout' })) console.log(blocks.length)`
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    timeout: 300_000,
  })
  expect([status, Number(stdout)]).toEqual([0, 800])
})
