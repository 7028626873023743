/** `huanyuan report`: records in any of the forms they are printed in, one page or a folder, nothing overwritten. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { readRecords } from '../../src/cli/records.js'
import type { Terminal } from '../../src/cli/terminal.js'
import { ProcessingError } from '../../src/model/message.js'
import { toRecord } from '../../src/writers/record.js'
import { auditedExample } from '../support/audited.js'
import { refuseStaleBuild } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'
import { runMain } from '../support/terminal.js'

refuseStaleBuild()

const record = toRecord(auditedExample())
const line = JSON.stringify(record)
/** What a folder of outputs keeps of them. */
const listName = '.huanyuan-outputs.jsonl'
const laidOut = JSON.stringify(record, null, 2)

/** What comes out of some bytes that arrive in pieces of a size. */
async function outcomesOf(text: string, size = 7): Promise<string[]> {
  const bytes = Buffer.from(text)
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  )
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal: Terminal = {
    stdin: Readable.from(pieces, { objectMode: true }),
    stdout: nowhere,
    stderr: nowhere,
    env: {},
    cwd: '.',
  }
  const outcomes: string[] = []
  for await (const found of readRecords(terminal, '-')) {
    outcomes.push(
      found instanceof ProcessingError
        ? [found.code, ...Object.values(found.parameters).slice(1)].join(' ')
        : found.source.text.slice(0, 2),
    )
  }
  return outcomes
}

describe('records', () => {
  test.each([
    ['one over many lines', laidOut, 1],
    ['one a line', `${line}\n${line}\n`, 2],
    ['several over many lines', `${laidOut}\n${laidOut}`, 2],
    ['a list', `[${line},\n${line}]`, 2],
    ['a list over many lines', JSON.stringify([record, record], null, 2), 2],
    ['behind a byte order mark', `\ufeff${line}`, 1],
    ['none', ' \n', 0],
  ])('come as %s', async (_, text, count) => {
    for (const size of [1, 7, 1_000_000]) {
      expect(await outcomesOf(text, size)).toEqual(Array.from({ length: count }, () => '一、'))
    }
  })

  test('hold braces, quotes and backslashes in their texts', async () => {
    const text = '}{"\\]['
    const odd = { ...record, source: { text: text + record.source.text } }
    expect(await outcomesOf(`${JSON.stringify(odd)}\n${line}`)).toEqual(['}{', '一、'])
  })

  test.each([
    ['rubbish', `oops {"a": 1}\n${line}`, ['bad-record 1', '一、']],
    ['a line that was cut off', `${line.slice(0, 300)}\n${line}`, ['bad-record 1', '一、']],
    ['an end that was cut off', `${line}\n${line.slice(0, -5)}`, ['一、', 'bad-record 2']],
    ['an object of something else', `{"a": {"b": []}}\n${line}`, ['bad-record 1', '一、']],
    ['another version', `\n{"schemaVersion":"1.0"}\n${line}`, ['bad-record-version 2 1.0', '一、']],
  ])('after %s the others still come', async (_, text, outcomes) => {
    expect(await outcomesOf(text)).toEqual(outcomes)
  })

  test.each([
    ['source.text', { source: {} }],
    ['facts', { facts: undefined }],
    ['facts[0].unit', { facts: [{ ...record.facts[0], unit: 3 }] }],
    ['facts[0].bound', { facts: [{ ...record.facts[0], bound: 'about' }] }],
    [
      'facts[0].change.prior',
      { facts: [{ ...record.facts[0], change: { ...record.facts[0]!.change, prior: 3 } }] },
    ],
    ['damage[0]', { damage: [{ ...record.damage[0], start: 5, end: 5000 }] }],
    ['corrections[1]', { corrections: [record.corrections[0], record.corrections[0]] }],
  ])('are refused where %s is wrong', async (field, change) => {
    expect(await outcomesOf(JSON.stringify({ ...record, ...change }))).toEqual([
      `bad-record-field 1 ${field}`,
    ])
  })
})

describe('one page', () => {
  test('goes to standard output, or to a file that is overwritten only with --force', async () => {
    const cwd = temporaryFolder({ 'a.json': laidOut })
    const { code, out, err } = await runMain(['report', 'a.json', '--lang', 'zh'], { cwd })
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^<!doctype html>\n<html lang=zh-Hans>.*<\/html>\n$/s)
    const words = ['report', '-', '-o', 'b.html', '--lang', 'zh']
    expect(await runMain(words, { cwd, stdin: line })).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(join(cwd, 'b.html'), 'utf8')).toBe(out)
    const refused = await runMain(['report', 'a.json', '-o', 'b.html'], { cwd })
    expect(refused.code).toBe(2)
    expect(refused.err).toBe('huanyuan: b.html: exists already; --force overwrites it\n')
    expect((await runMain(['report', 'a.json', '-o', 'b.html', '--force'], { cwd })).code).toBe(0)
    expect(readFileSync(join(cwd, 'b.html'), 'utf8')).toContain('<html lang=en>')
    expect(readdirSync(cwd).sort()).toEqual(['a.json', 'b.html'])
  })

  test('never overwrites its own input', async () => {
    const cwd = temporaryFolder({ 'a.json': line })
    const { code, err } = await runMain(['report', 'a.json', '-o', 'a.json', '--force'], { cwd })
    expect([code, err]).toEqual([2, 'huanyuan: a.json: is an input, which is never overwritten\n'])
    expect(readFileSync(join(cwd, 'a.json'), 'utf8')).toBe(line)
  })

  test('holds what could be read, and the rest is told', async () => {
    const cwd = temporaryFolder({ 'a.jsonl': `${line}\n{}\n${line}\n` })
    const { code, out, err } = await runMain(['report', 'a.jsonl', 'none.json'], { cwd })
    expect(code).toBe(3)
    expect(err).toBe(
      'huanyuan: a.jsonl: line 2 holds no record; huanyuan run -f jsonl makes records\nhuanyuan: none.json: no such file; check its name and folder\n',
    )
    expect(out.match(/<details class=doc /g)).toHaveLength(2)
  })

  test('is not made of nothing', async () => {
    const cwd = temporaryFolder({ 'a.json': '' })
    const { code, err } = await runMain(['report', 'a.json', '-o', 'b.html'], { cwd })
    expect([code, err]).toEqual([3, 'huanyuan: there is no record in the input\n'])
    expect(readdirSync(cwd)).toEqual(['a.json'])
  })

  test('of more than two hundred documents asks for a folder', async () => {
    const cwd = temporaryFolder({ 'a.jsonl': `${line}\n`.repeat(201) })
    const { code, err } = await runMain(['report', 'a.jsonl', '-o', 'b.html'], { cwd })
    expect(code).toBe(2)
    expect(err).toContain('name a folder instead: -o FOLDER/')
    expect(readdirSync(cwd)).toEqual(['a.jsonl'])
  })
})

describe('records of a build', () => {
  const failure = { entry: null, document: null, stage: 'read', level: 'error', parameters: {} }
  const messages = [
    { ...failure, path: 'old/broken.pdf', code: 'no-text' },
    { ...failure, path: 'all.zip', entry: 'b.txt', code: 'no-text' },
    { ...failure, path: 'read.txt', document: 'read.txt', code: 'no-text' },
  ]
  const lines = messages.map((message) => `${JSON.stringify(message)}\n`).join('')
  const built = { 'manifest.json': '{}', 'messages.jsonl': lines }

  test.each([
    ['in a folder', 'set/records.jsonl', 'set/'],
    ['in a file', 'set/reports.jsonl', 'set/reports.'],
  ])('%s: the cover sheet says what gave no record', async (_, input, prefix) => {
    const files = Object.fromEntries(Object.entries(built).map(([name, text]) => [prefix + name, text]))
    const cwd = temporaryFolder({ [input]: `${line}\n${line}\n`, ...files })
    const { code, out, err } = await runMain(['report', input], { cwd })
    expect([code, err]).toEqual([0, ''])
    const [, unread = ''] = /<section id=unread>(.*?)<\/section>/s.exec(out) ?? []
    expect(unread).toContain('old/broken.pdf: no text was found in it')
    expect(unread).toContain('all.zip#b.txt: no text was found in it')
    expect(unread).not.toContain('read.txt')
  })

  test('without a manifest are records and nothing else', async () => {
    const cwd = temporaryFolder({ 'records.jsonl': `${line}\n${line}\n`, 'messages.jsonl': lines })
    expect((await runMain(['report', 'records.jsonl'], { cwd })).out).not.toContain('broken.pdf')
  })
})

describe('a folder', () => {
  test('gets an index that leads to a page a document, and back', async () => {
    const odd = { ...record, origin: { ...record.origin, path: '../a b/#1?.txt' } }
    const cwd = temporaryFolder({ 'a.jsonl': `${line}\n${JSON.stringify(odd)}\n` })
    expect(await runMain(['report', 'a.jsonl', '-o', 'pages/'], { cwd })).toEqual({
      code: 0,
      out: '',
      err: '',
    })
    const folder = join(cwd, 'pages')
    const names = ['00001-example.html', '00002--1-.html', 'index.html']
    expect(readdirSync(folder).sort()).toEqual([listName, ...names])
    const index = readFileSync(join(folder, 'index.html'), 'utf8')
    const links = [...index.matchAll(/<tr><td><a[^>]* href="([^"]*)"/g)].map(([, link]) =>
      decodeURIComponent(link!),
    )
    expect(links).toEqual(names.slice(0, 2))
    expect(readFileSync(join(folder, names[0]!), 'utf8')).toContain('href="index.html"')
  })

  test('that is there already is taken as one, and its pages are overwritten only with --force', async () => {
    const cwd = temporaryFolder({ 'a.json': line })
    mkdirSync(join(cwd, 'pages'))
    const words = ['report', 'a.json', '-o', 'pages']
    expect((await runMain(words, { cwd })).code).toBe(0)
    const again = await runMain(words, { cwd })
    expect(again.code).toBe(2)
    expect(again.err).toMatch(/^huanyuan: pages.index\.html: exists already/)
    expect((await runMain([...words, '--force'], { cwd })).code).toBe(0)
    expect(readdirSync(join(cwd, 'pages')).sort()).toEqual([listName, '00001-example.html', 'index.html'])
  })

  test('keeps no half of an index where nothing could be read', async () => {
    const cwd = temporaryFolder({ 'a.json': '{}' })
    expect((await runMain(['report', 'a.json', '-o', 'pages/'], { cwd })).code).toBe(3)
    expect(readdirSync(join(cwd, 'pages'))).toEqual([])
  })
})
