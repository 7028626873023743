/** `huanyuan serve` as it is started: prints its address, answers there, keeps what was decided when it is killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { anchorAt } from '../../src/decisions/anchor.js'
import { parseLog } from '../../src/decisions/log.js'
import type { ReviewedDocument } from '../../src/review/client-data.js'
import { builtPath } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'
import { runMain } from '../support/terminal.js'
import { packageOf, paragraph, run } from '../tracked/samples.js'
import { textIn, textsOf } from '../tracked/views.js'

const text = '一、教育情形\n全县共有各级各类黉舍126所，此中：小学98所，初级中学20所，高级中学8所。\n'

interface Started {
  readonly program: ChildProcess
  readonly address: URL
  readonly ended: Promise<number | null>
}

/** Starts a review; it has an address when this resolves. */
function start(cwd: string, ...words: string[]): Promise<Started> {
  const program = spawn(process.execPath, [builtPath('bin/huanyuan.js'), 'serve', ...words], {
    cwd,
    env: { ...process.env, LANG: 'en_GB.UTF-8' },
  })
  onTestFinished(() => void program.kill('SIGKILL'))
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve))
  return new Promise((resolve, reject) => {
    let out = ''
    program.stdout.on('data', (piece: Buffer) => {
      out += piece.toString()
      const address = /^(http:\S+)\n/m.exec(out)?.[1]
      if (address !== undefined) resolve({ program, address: new URL(address), ended })
    })
    ended.then((code) => reject(new Error(`ended with ${code}`)))
  })
}

test('documents are read, decided, kept, and applied to the records of run', async () => {
  const cwd = temporaryFolder({ 'report.txt': text })
  const { program, address } = await start(cwd, 'report.txt', '--reviewer', 'li')
  expect(address.hostname).toBe('127.0.0.1')
  const exchanged = await fetch(address, { redirect: 'manual' })
  const cookie = exchanged.headers.get('set-cookie')!.split(';')[0]!
  const { record } = (await (
    await fetch(new URL('/api/documents/0', address), { headers: { cookie } })
  ).json()) as ReviewedDocument
  expect(record.source.text).toBe(text)
  const place = text.indexOf('各级各类')
  const decision = {
    document: record.id,
    kind: 'own',
    anchor: anchorAt(text, place, place + 4),
    replacement: '各类',
    scope: 'place',
  }
  const posted = await fetch(new URL('/api/decisions', address), {
    method: 'POST',
    headers: { cookie, origin: address.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ decisions: [decision], shown: 0 }),
  })
  expect(posted.status).toBe(200)
  program.kill('SIGKILL')
  const log = parseLog(readFileSync(join(cwd, 'decisions.li.jsonl'), 'utf8'), 'else')
  expect(log.decisions).toMatchObject([{ number: 1, by: 'li', kind: 'own', replacement: '各类' }])
  expect(Date.parse(log.decisions[0]!.at)).not.toBeNaN()
  const ran = await runMain(['run', '--format', 'jsonl', '--out', 'records', 'report.txt'], { cwd })
  expect(ran.code).toBe(0)
  const { code, out } = await runMain(
    ['apply', 'decisions.li.jsonl', 'records/report.jsonl', '--format', 'text'],
    {
      cwd,
    },
  )
  expect(code).toBe(0)
  expect(out).toContain('全县共有各类')
})

test('what was decided in one document weighs in another that is opened', async () => {
  const spun = (body: string) =>
    `2023年，全县各级黉舍踊跃推动教导奇迹进展，增强黉舍治理，西席部队扶植有待增强。${body}咱们进一步完美轨制，踊跃展开运动，保证黉舍经费。\n`
  const cwd = temporaryFolder({ 'a.txt': spun('县里印发墨牍三份。'), 'b.txt': spun('收到上级墨牍。') })
  const { address } = await start(cwd, 'a.txt', 'b.txt', '--reviewer', 'li')
  const exchanged = await fetch(address, { redirect: 'manual' })
  const cookie = exchanged.headers.get('set-cookie')!.split(';')[0]!
  const open = async (number: number) => {
    const answer = await fetch(new URL(`/api/documents/${number}`, address), { headers: { cookie } })
    return ((await answer.json()) as ReviewedDocument).record
  }
  const replacements = async () =>
    (await open(1)).corrections
      .filter(({ actual }) => actual === '墨牍')
      .map(({ replacement }) => replacement)
  expect(await replacements()).toEqual([])
  const { id, source } = await open(0)
  const place = source.text.indexOf('墨牍')
  const anchor = anchorAt(source.text, place, place + 2)
  const decision = { document: id, kind: 'own', anchor, replacement: '文件', scope: 'place' }
  await fetch(new URL('/api/decisions', address), {
    method: 'POST',
    headers: { cookie, origin: address.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ decisions: [decision], shown: 0 }),
  })
  expect(await replacements()).toEqual(['文件'])
})

test('a document is downloaded as it is decided now, written into its own file', async () => {
  const bytes = packageOf(paragraph(run('全县共有各级各类黉舍126所。'), '<w:bookmarkEnd w:id="7"/>'))
  const cwd = temporaryFolder({ '报告.docx': bytes })
  const { address } = await start(cwd, '报告.docx', '--assume', 'spun', '--reviewer', 'li')
  const cookie = (await fetch(address, { redirect: 'manual' })).headers.get('set-cookie')!.split(';')[0]!
  const get = (path: string) => fetch(new URL(path, address), { headers: { cookie } })
  const { record } = (await (await get('/api/documents/0')).json()) as ReviewedDocument
  const place = record.source.text.indexOf('各级各类')
  const anchor = anchorAt(record.source.text, place, place + 4)
  const decision = { document: record.id, kind: 'own', anchor, replacement: '各类', scope: 'place' }
  await fetch(new URL('/api/decisions', address), {
    method: 'POST',
    headers: { cookie, origin: address.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ decisions: [decision], shown: 0 }),
  })
  const answer = await get('/api/documents/0/docx')
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('报告.tracked.docx'))
  const made = new Uint8Array(await answer.arrayBuffer())
  expect(await textIn(made)).toBe('全县共有各类学校126所。\n')
  expect(textsOf(made)['word/document.xml']).toContain('<w:bookmarkEnd w:id="7"/>')
  expect((await get('/api/documents/1/docx')).status).toBe(404)
})

test('a finished dataset is reviewed by its folder, or by a file of it', async () => {
  const cwd = temporaryFolder({ 'in/a.txt': text })
  const build = ['build', 'in', '-o', 'out', '--format', 'jsonl,sqlite', '--threads', '1']
  expect((await runMain(build, { cwd })).code).toBe(0)
  for (const named of ['out', 'out/dataset.sqlite']) {
    const { address } = await start(cwd, named, '--reviewer', 'li')
    const cookie = (await fetch(address, { redirect: 'manual' })).headers.get('set-cookie')!.split(';')[0]!
    const answer = await fetch(new URL('/api/documents?from=0&count=9', address), { headers: { cookie } })
    expect(await answer.json()).toMatchObject({ total: 1, documents: [{ name: 'in/a.txt' }] })
  }
})

test('a folder of tables is read by its database, or told', async () => {
  const cwd = temporaryFolder({ 'in/a.txt': text })
  const build = (out: string, formats: string) =>
    runMain(['build', 'in', '-o', out, '--format', formats, '--threads', '1'], { cwd })
  expect((await build('tables/', 'parquet')).code).toBe(0)
  const told = await runMain(['serve', 'tables'], { cwd })
  expect([told.code, told.err]).toEqual([3, expect.stringContaining('tables: is a dataset of tables')])
  expect((await build('both/', 'parquet,sqlite')).code).toBe(0)
  const { address } = await start(cwd, 'both', '--reviewer', 'li')
  const cookie = (await fetch(address, { redirect: 'manual' })).headers.get('set-cookie')!.split(';')[0]!
  const answer = await fetch(new URL('/api/documents?from=0&count=9', address), { headers: { cookie } })
  expect(await answer.json()).toMatchObject({ total: 1, documents: [{ name: 'in/a.txt' }] })
})

test('without documents it is empty, until files are put in', async () => {
  const { address } = await start(temporaryFolder(), '--reviewer', 'li')
  const cookie = (await fetch(address, { redirect: 'manual' })).headers.get('set-cookie')!.split(';')[0]!
  const headers = { cookie, origin: address.origin, 'content-type': 'application/octet-stream' }
  const put = (name: string, body: string) =>
    fetch(new URL(`/api/files?name=${name}`, address), { method: 'POST', headers, body })
  expect(await (await put('a.txt', text)).json()).toEqual({ name: 'a.txt', added: 1, known: 0, failures: [] })
  const list = await fetch(new URL('/api/documents?from=0&count=9', address), { headers: { cookie } })
  expect(await list.json()).toMatchObject({ total: 1, documents: [{ name: 'a.txt' }] })
})

test('it ends with 0 when it is stopped', async () => {
  const cwd = temporaryFolder({ 'report.txt': text })
  const { program, ended } = await start(cwd, 'report.txt')
  program.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test.each([
  [['none.txt'], 3, 'none.txt: no such file'],
  [['tables.parquet'], 3, 'tables.parquet: is a dataset of tables'],
  [['broken.sqlite'], 3, 'broken.sqlite: is no SQLite database'],
  [['empty.jsonl'], 3, 'no record'],
  [['-'], 2, 'no standard input'],
  [['report.txt', '--reviewer', '../li'], 2, 'cannot be the name of a log'],
])('%s', async (words, code, said) => {
  const cwd = temporaryFolder({
    ...{ 'empty.jsonl': '', 'report.txt': text },
    ...{ 'tables.parquet': 'PAR1', 'broken.sqlite': 'none, though it has the ending of a database' },
    'tables.manifest.json': '{"files":[{"name":"tables.parquet"}]}',
  })
  const outcome = await runMain(['serve', ...words], { cwd })
  expect(outcome.err).toContain(said)
  expect(outcome.code).toBe(code)
})

test('the texts of a database alone are read anew, as the documents that they were', async () => {
  const cwd = temporaryFolder({ 'report.txt': text })
  expect((await runMain(['build', 'report.txt', '-o', 'set.sqlite'], { cwd })).code).toBe(0)
  const alone = temporaryFolder()
  copyFileSync(join(cwd, 'set.sqlite'), join(alone, 'moved.sqlite'))
  const { address } = await start(alone, 'moved.sqlite')
  const exchanged = await fetch(address, { redirect: 'manual' })
  const cookie = exchanged.headers.get('set-cookie')!.split(';')[0]!
  const answer = await fetch(new URL('/api/documents/0', address), { headers: { cookie } })
  const { record } = (await answer.json()) as ReviewedDocument
  expect(record.source.text.trim()).toBe(text.trim())
  expect(record.id).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`)
  expect(record.origin).toMatchObject({ path: 'report.txt', entry: null })
})
