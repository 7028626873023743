/**
 * Files that ask for more than they are, in one build with sound ones, by the built program: each ends in its own sentence or
 * is read, within a quarter of a gigabyte and twenty seconds, and the sound ones come out as if they were alone.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentRecord } from '../../src/writers/schema.js'
import type { Bound } from '../readers/samples/hostile/contract.js'
import { hostileFiles } from '../readers/samples/hostile.js'
import { sampleReport } from '../readers/samples/report.js'
import { builtPath } from '../support/built.js'

const program = builtPath('bin/huanyuan.js')
const limits = ['--max-memory', '384M', '--max-seconds', '20', '--lang', 'en']
const patience = 900_000
const hostile = hostileFiles()
const sound = [
  'water-power',
  'finance-budget',
  'grain-agriculture',
  'school-year',
  'county-news',
  'transport-year',
  'city-communique',
  'company-annual',
  'education-bureau-halfyear',
  'police-halfyear',
  'procuratorate-year',
  'tourism-culture',
  'poverty-relief',
  'hospital-selfcheck',
]
  .flatMap((id) =>
    sampleReport(id)
      .filter(({ text, level }) => level === 0 && text.length > 20)
      .map(({ text }, at) => [`${id}-${at}.txt`, text] as const),
  )
  .slice(0, 100)

const unread = ['damaged-file', 'encrypted', 'no-text', 'binary-input', 'bad-json', 'no-text-field']
/** By what an input is bounded, the codes that say so; one that is read says nothing. */
const codesOf: Readonly<Record<Bound, readonly string[]>> = {
  length: [],
  limit: [
    'text-too-long',
    'page-draws-too-much',
    'absurd-widths',
    'too-many-columns',
    'too-large',
    'nested-archive',
  ],
  memory: ['reading-memory', 'reading-time'],
  refusal: unread,
}

type Line = readonly [line: string, record: DocumentRecord]

interface Message {
  readonly path: string
  readonly level: string
  readonly code: string
}

const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')

describe('a build over hostile files and sound ones', { timeout: patience }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'huanyuan-hostile-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const build = (out: string, threads: string, ...inputs: readonly string[]) =>
    spawnSync(
      process.execPath,
      [program, 'build', '--out', out, '--threads', threads, ...limits, ...inputs],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
  let alone: ReturnType<typeof build>
  let all: ReturnType<typeof build>
  let onTwo: ReturnType<typeof build>
  let messages: Message[]
  let records: Line[]

  beforeAll(() => {
    for (const name of ['sound', 'hostile']) mkdirSync(join(folder, name))
    for (const [name, text] of sound) writeFileSync(join(folder, 'sound', name), text)
    for (const { path, bytes } of hostile) writeFileSync(join(folder, 'hostile', path), bytes)
    alone = build('alone', '2', 'sound')
    all = build('all', '1', 'sound', 'hostile')
    onTwo = build('two', '2', 'sound', 'hostile')
    records = recordsOf('all')
    messages = linesOf(join(folder, 'all', 'messages.jsonl')).map((line) => JSON.parse(line) as Message)
  }, patience)

  const recordsOf = (out: string): Line[] =>
    linesOf(join(folder, out, 'records.jsonl')).map((line) => [line, JSON.parse(line) as DocumentRecord])

  it('ends with the code that says that some inputs failed', () => {
    expect(alone.status).toBe(0)
    expect(all.status).toBe(3)
    expect(onTwo.status).toBe(3)
  })

  it('is the same on two threads', () => {
    for (const name of ['records.jsonl', 'messages.jsonl']) {
      expect(readFileSync(join(folder, 'two', name), 'utf8')).toBe(
        readFileSync(join(folder, 'all', name), 'utf8'),
      )
    }
  })

  it('gives the sound ones byte for byte', () => {
    expect(sound).toHaveLength(100)
    const lines = records.filter(([, { origin }]) => origin.path?.startsWith('sound/'))
    expect(lines.map(([line]) => line)).toEqual(recordsOf('alone').map(([line]) => line))
  })

  it.each(hostile.map((file) => [file.path, file.bound, file] as const))(
    '%s ends by its %s',
    (_path, _bound, { path, codes, holds, bound, values, documents }) => {
      const place = `hostile/${path}`
      const told = messages.filter((message) => message.path === place && codes.includes(message.code))
      const errors = messages.filter((message) => message.path === place && message.level === 'error')
      expect(errors.filter(({ code }) => !codes.includes(code))).toEqual([])
      if (told.length > 0) {
        const isBound = told.some(({ code }) => codesOf[bound].includes(code))
        expect(isBound, `${bound}: ${told[0]!.code}`).toBe(true)
        return
      }
      const read = records.filter(([, { origin }]) => origin.path === place).map(([, record]) => record)
      expect(holds).toBeDefined()
      expect(read.map(({ source }) => source.text).join('\n')).toContain(holds)
      if (documents !== undefined) expect(read).toHaveLength(documents)
      if (values === undefined) return
      expect(read.flatMap(({ facts }) => facts.map(({ value }) => value))).toEqual(values)
    },
  )
})
