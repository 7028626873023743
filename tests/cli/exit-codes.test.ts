/** One set of exit codes for all commands, and one clear sentence for whatever cannot be read or written. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exitCodeOf } from '../../src/cli/exit-codes.js'
import { builtPath } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'
import { runMain } from '../support/terminal.js'

const text = '今天天气很好，我们去公园散步。\n'
const wrongSum = '全县共有在校学生23000人，其中：小学12000人，初中8000人，高中4000人。\n'

function folder(): string {
  const cwd = temporaryFolder({
    'a.txt': text,
    'sum.txt': wrongSum,
    'empty.json': '',
    'no-record.json': '{}',
  })
  mkdirSync(join(cwd, 'folder'))
  mkdirSync(join(cwd, 'empty'))
  return cwd
}

/** What is wrong, said in one line. */
const cases: readonly (readonly [words: string, code: number, line: RegExp])[] = [
  ['run --fail-on error sum.txt', 1, /^$/],
  ['run --fail-on error sum.txt none.txt', 3, /none\.txt: no such file/],
  ['run --fail-on error --allow-failed 1 sum.txt none.txt', 1, /none\.txt: no such file/],
  ['run --allow-failed 50% a.txt none.txt', 0, /none\.txt: no such file/],
  ['run --allow-failed 49% a.txt none.txt', 3, /none\.txt: no such file/],
  ['run --allow-failed much a.txt', 2, /--allow-failed must be a number of documents such as 5/],
  ['run none.txt', 3, /none\.txt: no such file/],
  ['run a.txt/b.txt', 3, /a\.txt\/b\.txt: no such file/],
  ['run folder', 3, /folder: leads to no file/],
  ['run --max-bytes 1M /dev/zero', 3, /\/dev\/zero: has \d+ bytes, more than the limit/],
  ['run --lexicon none.tsv a.txt none.txt', 2, /none\.tsv: this table cannot be read/],
  ['run --out a.txt sum.txt', 2, /a\.txt: cannot be made a folder \(EEXIST\)/],
  ['run --out a.txt/b sum.txt', 2, /a\.txt\/b: cannot be made a folder/],
  ['run --out /proc/none sum.txt', 2, /\/proc\/none: cannot be made a folder/],
  ['explain none.txt:1', 3, /none\.txt: no such file/],
  ['explain a.txt:999', 2, /outside of the text/],
  ['query none.sqlite', 3, /none\.sqlite: no such file/],
  ['query a.txt', 3, /a\.txt: is no SQLite database/],
  ['report none.json', 3, /none\.json: no such file/],
  ['report empty.json', 3, /there is no record in the input/],
  ['report --allow-failed 9 no-record.json', 3, /no-record\.json: line 1 holds/],
  ['report a.txt', 3, /a\.txt: line 1 holds no record/],
  ['report sum.txt -o folder/none/page.html', 3, /sum\.txt: line 1 holds no record/],
  ['learn none -o t.tsv', 3, /none: is not a folder/],
  ['learn empty --allow-failed 9 -o t.tsv', 3, /empty: holds no document/],
  ['lexicon check a.txt', 3, /a\.txt, line 1: the header must be/],
  ['lexicon check --allow-failed 1 a.txt', 0, /a\.txt, line 1: the header must be/],
  ['lexicon stats none.tsv', 3, /none\.tsv: this table cannot be read/],
  ['lexicon add 学校 黉舍 -o none/t.tsv', 2, /none\/t\.tsv: cannot be written \(ENOENT\)/],
  ['lexicon add 学校 黉舍 -o /dev/full', 2, /\/dev\/full: is no regular file/],
  ['audit --across none a.txt', 3, /none: is not a folder/],
  ['build none.txt -o out', 3, /none\.txt: no such file/],
]

test.each(cases)('%s: %i', async (words, expected, line) => {
  const { code, err } = await runMain(words.split(' '), { cwd: folder() })
  expect([code, err.match(/^huanyuan: .*$/gm)?.length ?? 0]).toEqual([expected, line.source === '^$' ? 0 : 1])
  expect(err.trimEnd()).toMatch(line)
})

describe('codes', () => {
  const outcome = fc.record({
    documents: fc.nat(1000),
    failed: fc.nat(1000),
    found: fc.boolean(),
    unwritten: fc.boolean(),
  })

  test('what is wrong with the call wins over inputs that failed, those over findings', () => {
    fc.assert(
      fc.property(outcome, (given) => {
        const expected = given.unwritten ? 2 : given.failed > 0 ? 3 : given.found ? 1 : 0
        expect(exitCodeOf(given, {})).toBe(expected)
      }),
    )
  })

  test('as many as are allowed may fail, by number or by share', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(100), fc.nat(1000), (limit, percent, failed) => {
        const given = { documents: 1000, failed, found: false }
        expect(exitCodeOf(given, { allowFailed: String(limit) })).toBe(failed <= limit ? 0 : 3)
        expect(exitCodeOf(given, { allowFailed: `${percent}%` })).toBe(failed <= percent * 10 ? 0 : 3)
      }),
    )
  })
})

describe('output', () => {
  const program = builtPath('bin/huanyuan.js')

  test('that cannot be written is said once, for all inputs', () => {
    const cwd = folder()
    const call = `"${process.execPath}" "${program}" repair --lang en a.txt sum.txt > /dev/full`
    const { status, stderr } = spawnSync('sh', ['-c', call], { cwd, encoding: 'utf8' })
    expect([status, stderr]).toEqual([2, 'huanyuan: standard output cannot be written (the disk is full)\n'])
  })

  test('of a document that must not be written stops no other', async () => {
    const cwd = folder()
    mkdirSync(join(cwd, 'o/a.repaired.txt'), { recursive: true })
    const words = [
      'repair',
      '--assume',
      'clean',
      '--format',
      'text',
      '--out',
      'o',
      'a.txt',
      'none.txt',
      'sum.txt',
    ]
    const { code, err } = await runMain(words, { cwd })
    expect(code).toBe(2)
    expect(err.split('\n')).toEqual([
      'huanyuan: o/a.repaired.txt: is no regular file and is not replaced; name another file',
      'huanyuan: none.txt: no such file; check its name and folder',
      '',
    ])
    expect(readFileSync(join(cwd, 'o/sum.repaired.txt'), 'utf8')).toBe(wrongSum)
  })

  test('is forced only where it is ours and was not changed since', async () => {
    const cwd = folder()
    const words = ['repair', '--assume', 'clean', '--format', 'text', '--out', 'o', 'a.txt', '--force']
    expect((await runMain(words, { cwd })).code).toBe(0)
    writeFileSync(join(cwd, 'a.txt'), '明天下雨。\n')
    expect((await runMain(words, { cwd })).code).toBe(0)
    const path = join(cwd, 'o/a.repaired.txt')
    expect(readFileSync(path, 'utf8')).toBe('明天下雨。\n')
    writeFileSync(path, '我改过。\n')
    const { code, err } = await runMain(words, { cwd })
    expect([code, readFileSync(path, 'utf8')]).toEqual([2, '我改过。\n'])
    expect(err).toContain('o/a.repaired.txt: was not written by huanyuan, or was changed since')
    writeFileSync(join(cwd, 'o/.huanyuan-outputs.jsonl'), 'of somebody else')
    expect((await runMain(words, { cwd })).err).toContain('.huanyuan-outputs.jsonl: is no list of ours')
  })

  test('has a name that fits, and one of its own', async () => {
    const long = '长'.repeat(79)
    const cwd = temporaryFolder({ [`${long}.txt`]: text, [`${long}.md`]: text, 'a.txt': text })
    const words = ['repair', '--format', 'text', '--out', 'o', `${long}.txt`, `${long}.md`, 'a.txt']
    expect((await runMain(words, { cwd })).code).toBe(0)
    const stem = '长'.repeat(66)
    for (const name of [stem, `${stem}-2`, 'a']) {
      expect(readFileSync(join(cwd, 'o', `${name}.repaired.txt`), 'utf8')).toBe(text)
    }
  })
})
