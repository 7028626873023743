/** `huanyuan watch`: what is put in comes out, once; growing files are waited for; what fails is kept with its reason. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openWatchList } from '../../src/cli/watch/list.js'
import { openSettled } from '../../src/cli/watch/settled.js'
import { takeLock } from '../../src/dataset/lock.js'
import { refuseStaleBuild } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'
import { sheetsOf } from '../support/sheets.js'
import { runMain } from '../support/terminal.js'
import { packageOf, paragraph, run as write } from '../tracked/samples.js'
import { textIn, withoutOurs } from '../tracked/views.js'

refuseStaleBuild()

const spun = '20xx年，全市共有黉舍108所，咱们要踊跃推动教导奇迹进展，增强黉舍治理，晋升教授教养品质。\n'

function inFolder(files: Parameters<typeof temporaryFolder>[0]) {
  const cwd = temporaryFolder(files)
  const run = (...words: string[]) =>
    runMain(['watch', 'in', '-o', 'out', '--once', '--every', '0.02', ...words], { cwd })
  const out = (path: string) => join(cwd, 'out', path)
  return { cwd, run, out }
}

describe('what is put in', () => {
  test('comes out repaired, with a page and a workbook, in its own folder', async () => {
    const { run, out } = inFolder({ 'in/b/a.txt': spun })
    const { code, out: told, err } = await run()
    expect({ code, told, err }).toEqual({ code: 0, told: 'b/a.txt: done, findings: 0\n', err: '' })
    expect(readdirSync(out('done/b/a.txt')).sort()).toEqual(['page.html', 'tables.xlsx', 'text.txt'])
    expect(readFileSync(out('done/b/a.txt/text.txt'), 'utf8')).toContain('学校108所')
    expect(readFileSync(out('done/b/a.txt/page.html'), 'utf8')).toMatch(/^<!doctype html>/)
    expect(sheetsOf(out('done/b/a.txt/tables.xlsx')).length).toBeGreaterThan(3)
  })

  test('comes out once, whatever its time says; what changed comes again', async () => {
    const { cwd, run, out } = inFolder({ 'in/a.txt': spun })
    await run()
    expect((await run()).out).toBe('')
    utimesSync(join(cwd, 'in/a.txt'), 1_600_000_000, 1_600_000_000)
    expect((await run()).out).toBe('')
    writeFileSync(join(cwd, 'in/a.txt'), '今天下雨。\n')
    expect((await run()).out).toBe('a.txt: done, findings: 0\n')
    expect(readFileSync(out('done/a.txt/text.txt'), 'utf8')).toBe('今天下雨。\n')
  })

  test('is done again where the program was killed before it had written it down', async () => {
    const { run, out } = inFolder({ 'in/a.txt': spun })
    await run()
    rmSync(out('.huanyuan-watched.jsonl'))
    const again = await run()
    expect(again).toMatchObject({ code: 0, out: 'a.txt: done, findings: 0\n', err: '' })
  })

  test('never replaces results that somebody has changed', async () => {
    const { cwd, run, out } = inFolder({ 'in/a.txt': spun })
    await run()
    writeFileSync(out('done/a.txt/text.txt'), 'mine')
    appendFileSync(join(cwd, 'in/a.txt'), '今天下雨。\n')
    expect((await run()).code).toBe(3)
    expect(readFileSync(out('done/a.txt/text.txt'), 'utf8')).toBe('mine')
    expect(readFileSync(out('failed/a.txt/why.txt'), 'utf8')).toContain('text.txt')
  })

  test('where it is a Word file comes out as that very file with tracked changes too', async () => {
    const { run, out } = inFolder({ 'in/报告.docx': packageOf(paragraph(write(spun.trim()))) })
    await run()
    const results = ['page.html', 'tables.xlsx', 'text.txt', 'tracked.docx']
    expect(readdirSync(out('done/报告.docx')).sort()).toEqual(results)
    const tracked = new Uint8Array(readFileSync(out('done/报告.docx/tracked.docx')))
    expect(await textIn(tracked)).toBe(readFileSync(out('done/报告.docx/text.txt'), 'utf8'))
    expect(await textIn(withoutOurs(tracked))).toBe(spun)
  })

  test('is taken by one program: another one for the same results ends with a sentence', async () => {
    const { cwd, run, out } = inFolder({ 'in/a.txt': spun })
    mkdirSync(out('.huanyuan-watching'), { recursive: true })
    const lock = await takeLock(out('.huanyuan-watching'), 50)
    const { code, err } = await run()
    expect(code).not.toBe(0)
    expect(err).toBe('huanyuan: out: another program watches a folder for these results already\n')
    expect(existsSync(join(cwd, 'out', 'done'))).toBe(false)
    lock.release()
    expect((await run()).code).toBe(0)
  }, 60_000)

  test('that cannot be read is kept with its sentence, and stops no other', async () => {
    const { run, out } = inFolder({
      'in/a.pdf': '%PDF-1.4 none',
      'in/b.txt': '今天下雨。\n',
      'in/~$b.docx': 'x',
    })
    const { code, out: told, err } = await run()
    expect(code).toBe(3)
    expect(told).toBe('b.txt: done, findings: 0\n')
    const why = readFileSync(out('failed/a.pdf/why.txt'), 'utf8')
    expect(err).toBe(`huanyuan: ${why}`)
    expect(readFileSync(out('failed/a.pdf/a.pdf'), 'utf8')).toBe('%PDF-1.4 none')
    expect(existsSync(out('failed/~$b.docx'))).toBe(false)
    // It is not tried again as long as it stays what it is.
    expect(await run()).toMatchObject({ code: 0, out: '', err: '' })
  })
})

test('a file counts as whole when two looks saw the same of it', () => {
  const settled = openSettled()
  const file = (bytes: number, modified = 1) => ({ path: 'a', absolute: '/a', bytes, modified })
  expect(settled.take([file(1)])).toEqual({ settled: [], areGrowing: true })
  expect(settled.take([file(2)])).toEqual({ settled: [], areGrowing: true })
  expect(settled.take([file(2, 2)])).toEqual({ settled: [], areGrowing: true })
  expect(settled.take([file(2, 2)])).toEqual({ settled: [file(2, 2)], areGrowing: false })
  expect(settled.take([])).toEqual({ settled: [], areGrowing: false })
  expect(settled.take([file(2, 2)]).settled).toEqual([])
})

describe('the list of what is done', () => {
  const done = { path: 'a', bytes: 3, modified: 1.5, sha256: 'f' }

  test('outlives its program, a cut in its last line too', () => {
    const path = join(temporaryFolder(), 'list')
    const first = openWatchList(path, 'list')
    first.add(done)
    first.close()
    appendFileSync(path, '{"path":"b","byt')
    const second = openWatchList(path, 'list')
    expect([second.has(done), second.hasBytes('a', 'f'), second.hasBytes('b', 'f')]).toEqual([
      true,
      true,
      false,
    ])
    second.add({ ...done, path: 'c' })
    second.close()
    const third = openWatchList(path, 'list')
    expect([third.has(done), third.hasBytes('c', 'f')]).toEqual([true, true])
    third.close()
  })

  test('is never a file of something else', () => {
    const path = join(temporaryFolder({ list: 'mine' }), 'list')
    expect(() => openWatchList(path, 'list')).toThrow('foreign-list')
    expect(readFileSync(path, 'utf8')).toBe('mine')
  })
})

test('results lie outside of what is watched, which is a folder', async () => {
  const cwd = temporaryFolder({ 'a.txt': spun })
  mkdirSync(join(cwd, 'in'))
  const run = (...words: string[]) => runMain(['watch', ...words], { cwd })
  expect(await run('in', '-o', 'in/out')).toMatchObject({ code: 2, out: '' })
  expect(await run('in', '-o', 'in')).toMatchObject({ code: 2 })
  expect((await run('a.txt', '-o', 'out')).err).toContain('a.txt is no folder')
  expect((await run('in')).code).toBe(2)
  expect(existsSync(join(cwd, 'in/out'))).toBe(false)
})
