/**
 * Whole builds by the built command line: the same bytes whatever the threads and interruptions, bad inputs beside good
 * ones, and what stops a build as a whole.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { anchorAt } from '../../src/decisions/anchor.js'
import type { Decision } from '../../src/decisions/decision.js'
import { formatDecision } from '../../src/decisions/log.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { archiveOf } from '../readers/samples/office.js'
import { root } from '../repo/source.js'
import { builtPath } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'

const command = builtPath('bin/huanyuan.js')
const reports = join(root, 'corpus/reports')

/** Short texts of the own reports, so that many documents take little time. */
function textsOf(count: number, characters = 160): string[] {
  const names = readdirSync(reports, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const texts = names.map(({ name }) => readFileSync(join(reports, name, 'damaged.txt'), 'utf8'))
  return Array.from({ length: count }, (_, index) => {
    const text = texts[index % texts.length]!.slice(0, characters)
    return `${text}\n补记：第${index}号文档。\n`
  })
}

/** Documents of several kinds, and two that cannot be read. */
function inputFolder(count = 6): string {
  const folder = temporaryFolder()
  const texts = textsOf(count)
  mkdirSync(join(folder, 'in/2019'), { recursive: true })
  for (const [index, text] of texts.entries()) writeFileSync(join(folder, `in/2019/${index}.txt`), text)
  const entries = { '甲.txt': texts[0]!, '坏.docx': 'PK\u0003\u0004 no document' }
  writeFileSync(join(folder, 'in/打包.zip'), archiveOf(entries))
  const lines = [...texts.slice(0, 2).map((text) => JSON.stringify({ text })), '{"text": 1}']
  writeFileSync(join(folder, 'in/表.jsonl'), lines.join('\n'))
  writeFileSync(join(folder, 'in/空.txt'), '')
  writeFileSync(join(folder, 'in/logo.png'), 'no text')
  return folder
}

function build(cwd: string, words: string): { code: number | null; err: string; out: string } {
  const args = [command, 'build', ...words.split(' '), '--lang', 'en']
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
  return { code: status, err: stderr, out: stdout }
}

/** Every file below a folder with its bytes, but for the timings. */
function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter(
    (name) => statSync(join(folder, name)).isFile() && !name.endsWith('timings.json'),
  )
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'latin1')]))
}

const linesOf = <T>(path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)

const allFormats = '--format jsonl,csv,xlsx,sqlite,parquet,text,markdown'

describe('one folder of documents', () => {
  const cwd = { path: '' }

  test('every format is written; what failed is listed and makes exit code 3', () => {
    cwd.path = temporaryFolder()
    const folder = inputFolder()
    const { code, err } = build(folder, `in -o out ${allFormats} --threads 1`)
    expect(code, err).toBe(3)
    const names = Object.keys(filesOf(join(folder, 'out')))
    for (const name of ['records.jsonl', 'facts.csv', 'dataset.sqlite', 'facts.parquet', 'text/2019/3.txt']) {
      expect(names).toContain(name)
    }
    expect(existsSync(join(folder, 'out/.build'))).toBe(false)
    const records = linesOf<DocumentRecord>(join(folder, 'out/records.jsonl'))
    expect(records.map(({ origin }) => [origin.path, origin.entry])).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((index) => [`in/2019/${index}.txt`, null]),
      ['in/打包.zip', '甲.txt'],
      ['in/空.txt', null],
      ['in/表.jsonl', '1'],
      ['in/表.jsonl', '2'],
    ])
    const messages = linesOf<{ path: string; entry: string | null; code: string; level: string }>(
      join(folder, 'out/messages.jsonl'),
    )
    expect(messages.map(({ path, entry, level, code: what }) => [path, entry, level, what])).toEqual([
      ['in/logo.png', null, 'warning', 'no-document-ending'],
      ['in/打包.zip', '坏.docx', 'error', expect.any(String)],
      ['in/空.txt', null, 'warning', 'empty-input'],
      ['in/表.jsonl', '3', 'error', 'no-text-field'],
    ])
    const manifest = JSON.parse(readFileSync(join(folder, 'out/manifest.json'), 'utf8'))
    expect(manifest.counts).toMatchObject({ documents: 10, selected: 10, failed: 2, skipped: 1 })

    // The same with two threads, byte for byte.
    build(folder, `in -o again ${allFormats} --threads 2`)
    expect(filesOf(join(folder, 'again'))).toEqual(filesOf(join(folder, 'out')))
  })

  test('records can be written in another format without being made again, and merged', () => {
    const folder = inputFolder()
    build(folder, 'in -o part1 --shard 1/2')
    build(folder, 'in -o part2 --shard 2/2')
    build(folder, 'in -o whole')
    build(folder, 'part1/records.jsonl part2/records.jsonl -o merged')
    const keyOf = ({ origin }: DocumentRecord) => `${origin.path} ${origin.entry}`
    const recordsOf = (name: string) =>
      linesOf<DocumentRecord>(join(folder, name, 'records.jsonl')).sort((a, b) =>
        keyOf(a) < keyOf(b) ? -1 : 1,
      )
    expect(recordsOf('merged')).toEqual(recordsOf('whole'))
  })
})

/** Starts a build and kills it once the journal says that something is done. */
async function killHalfway(cwd: string, words: string, work: string, units: number): Promise<boolean> {
  const child = spawn(process.execPath, [command, 'build', ...words.split(' '), '--lang', 'en'], {
    cwd,
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const done = () => {
    const indexes = existsSync(work) ? readdirSync(work).filter((name) => name.startsWith('index-')) : []
    const lines = indexes.map((name) => readFileSync(join(work, name), 'utf8').split('\n').length - 1)
    return lines.reduce((sum, count) => sum + count, 0)
  }
  while (child.exitCode === null && done() < units) await new Promise((resolve) => setTimeout(resolve, 5))
  child.kill('SIGKILL')
  await ended
  return child.signalCode === 'SIGKILL'
}

test('a build that is killed again and again goes on, and gives what an undisturbed one gives', async () => {
  const folder = inputFolder(80)
  expect(build(folder, 'in -o whole').code).toBe(3)
  const work = join(folder, 'out/.build')
  let killed = 0
  for (const units of [1, 40]) {
    const words = `in -o out${killed > 0 ? ' --resume' : ''}`
    if (await killHalfway(folder, words, work, units)) killed++
  }
  expect(killed).toBeGreaterThan(0)
  expect(build(folder, 'in -o out').err).toContain('--resume')
  expect(build(folder, 'in -o out --resume --only-report').err).toContain('something else')
  expect(build(folder, 'in -o out --resume').code).toBe(3)
  expect(filesOf(join(folder, 'out'))).toEqual(filesOf(join(folder, 'whole')))
})

test('an input that is gone when its turn comes is a message; the others come out', async () => {
  const folder = inputFolder(40)
  await killHalfway(folder, 'in -o out --threads 1', join(folder, 'out/.build'), 1)
  rmSync(join(folder, 'in/2019/9.txt'))
  expect(build(folder, 'in -o out --resume').code).toBe(3)
  const messages = linesOf<{ path: string; code: string }>(join(folder, 'out/messages.jsonl'))
  expect(messages).toContainEqual(expect.objectContaining({ path: 'in/2019/9.txt', code: 'not-found' }))
  expect(linesOf(join(folder, 'out/records.jsonl')).length).toBe(40 + 4 - 1)
})

test('a document that takes too long is given up', () => {
  const folder = temporaryFolder({ 'long.txt': textsOf(300, 2000).join('') })
  const { code } = build(folder, 'long.txt -o out --timeout 0.05')
  expect(code).toBe(3)
  expect(linesOf(join(folder, 'out/messages.jsonl'))).toEqual([
    expect.objectContaining({ path: 'long.txt', code: 'timed-out' }),
  ])
})

describe('what stops a build', () => {
  test('outputs that exist are replaced with --force only', () => {
    const folder = inputFolder(1)
    writeFileSync(join(folder, 'out.jsonl'), 'mine')
    for (const how of ['', ' --force']) {
      const { code, err } = build(folder, `in -o out.jsonl${how}`)
      expect([code, readFileSync(join(folder, 'out.jsonl'), 'utf8')]).toEqual([2, 'mine'])
      expect(err).toContain('move it away')
    }
    rmSync(join(folder, 'out.jsonl'))
    build(folder, 'in -o out.jsonl')
    expect(build(folder, 'in -o out.jsonl').err).toContain('--force')
    build(folder, 'in -o out.jsonl --force')
    expect(linesOf(join(folder, 'out.jsonl'))).toHaveLength(4)
    expect(readdirSync(folder).sort()).toEqual(
      [
        'in',
        'out.dropped.jsonl',
        'out.jsonl',
        'out.manifest.json',
        'out.messages.jsonl',
        'out.timings.json',
      ].sort(),
    )
  })

  test('an input that is not there, before anything is made', () => {
    const folder = inputFolder(1)
    expect(build(folder, 'in gone.txt -o out')).toMatchObject({
      code: 3,
      err: expect.stringContaining('gone.txt'),
    })
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  test.each([
    ['in', '--out'],
    ['- -o out', 'standard input'],
    ['in -o out --shard 3/2', '1/4'],
    ['in -o out.sqlite --format csv', 'sqlite'],
    ['in -o out --format toml', 'jsonl'],
    ['in -o out --resume --force', '--resume'],
    ['in -o in/2019/0.txt/out', 'cannot be written'],
  ])('build %s', (words, reason) => {
    const folder = inputFolder(1)
    const { code, err, out } = build(folder, words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(reason)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

test('a dry run says what would be done, and does nothing', () => {
  const folder = inputFolder(3)
  const { code, out } = build(folder, 'in -o out --dry-run')
  expect([code, existsSync(join(folder, 'out'))]).toEqual([0, false])
  expect(out).toContain('6 files')
  expect(out).toContain('1 left out')
})

test('a dataset is made with what reviewers decided, and a log beside documents is none', () => {
  const text = '全县共有各级各类学校126所，其中：小学98所，初级中学20所，高级中学8所。\n'
  const cwd = temporaryFolder({ 'in/a.txt': text })
  const first = build(cwd, 'in -o plain')
  expect(first.code).toBe(0)
  const [plain] = linesOf<DocumentRecord>(join(cwd, 'plain/records.jsonl'))
  const start = text.indexOf('各级各类')
  const decision: Decision = {
    number: 1,
    at: '2024-05-01T08:30:00.000Z',
    by: 'li',
    document: plain!.id,
    kind: 'own',
    anchor: anchorAt(text, start, start + 4),
    replacement: '各类',
    scope: 'place',
  }
  writeFileSync(join(cwd, 'in/decisions.li.jsonl'), formatDecision(decision))
  const manifestOf = (folder: string) =>
    JSON.parse(readFileSync(join(cwd, folder, 'manifest.json'), 'utf8')) as {
      options: { decisions?: string }
    }
  for (const input of ['in', 'plain/records.jsonl']) {
    const { code } = build(cwd, `${input} -o decided --force --decisions in/decisions.li.jsonl`)
    expect(code).toBe(0)
    const records = linesOf<DocumentRecord>(join(cwd, 'decided/records.jsonl'))
    expect(records).toHaveLength(1)
    expect(records[0]!.repaired.text).toContain('全县共有各类学校')
    expect(manifestOf('decided').options.decisions).toBe(records[0]!.decisions!.digest)
  }
  expect(manifestOf('plain').options.decisions).toBeUndefined()
})
