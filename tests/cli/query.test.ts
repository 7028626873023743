/** `huanyuan query`: what it lists, prints and refuses. What the questions answer is tested with the datasets. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import { describe, expect, test } from 'vitest'
import { format } from '../../src/dataset/formats/sqlite.js'
import { displayWidth } from '../../src/writers/width.js'
import { exampleDocuments } from '../dataset/documents.js'
import { temporaryFolder } from '../support/folder.js'
import { runMain } from '../support/terminal.js'

async function withDataset() {
  const cwd = temporaryFolder()
  const path = join(cwd, 'out.sqlite')
  await format.write([path], exampleDocuments(), { language: 'en', drop: [] })
  const query = (...words: string[]) => runMain(['query', 'out.sqlite', ...words], { cwd })
  return { cwd, path, query }
}

describe('without a question', () => {
  test('counts what there is and lists the questions with their values', async () => {
    const { query } = await withDataset()
    const { code, out, err } = await query()
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('out.sqlite: 2 documents, 2 facts, 2 findings\n')
    expect(out).toMatch(/^ {2}series INDICATOR \[PLACE\] +figures of an indicator/m)
    expect(out).toMatch(/^ {2}totals +totals that are not/m)
  })

  test('in Chinese', async () => {
    const { query } = await withDataset()
    const { out } = await query('--lang', 'zh')
    expect(out).toContain('out.sqlite：文档 2 份，数据 2 条，问题 2 处\n')
    expect(out).toMatch(/^ {2}where WORD \[LIMIT\] +某个词/m)
  })
})

describe('answers', () => {
  const sql = `SELECT fact AS "甲", text, valueNumber, '行一' || char(10) || '行二' AS lines, NULL AS "none"
    FROM facts ORDER BY document LIMIT 1`

  test('are tables whose columns stand below each other, one line a row, figures to the right', async () => {
    const { query } = await withDataset()
    const { code, out, err } = await query(
      'SELECT place, text, value FROM series UNION ALL VALUES (?, ?, ?)',
      '平川县',
      '36所',
      '36',
    )
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(
      [
        'place   text    value',
        '        2016所   2016',
        '        2016所   2016',
        '平川县  36所       36',
        '',
      ].join('\n'),
    )
    expect((await query(sql)).out).toBe(
      '甲  text    valueNumber  lines      none\nf1  2016所         2016  行一 行二\n',
    )
  })

  test('are cut to the width of a terminal, the widest column first, and only there', async () => {
    const { cwd } = await withDataset()
    const words = [
      'query',
      'out.sqlite',
      'SELECT fact, sentence || sentence || sentence || sentence AS long, text FROM facts',
    ]
    const plain = (await runMain(words, { cwd })).out.split('\n')
    const env = { NO_COLOR: '1', LANG: 'C' }
    const shown = (await runMain(words, { cwd, isTTY: true, env })).out.trimEnd().split('\n')
    expect(Math.max(...plain.map(displayWidth))).toBeGreaterThan(100)
    expect(shown.map(displayWidth).every((width) => width <= 100)).toBe(true)
    expect(shown[1]).toMatch(/^f1 {4}20xx年.*… +2016所$/)
  })

  test('have a head that stands out on a terminal', async () => {
    const { cwd } = await withDataset()
    const { out } = await runMain(['query', 'out.sqlite', 'SELECT 1 AS one'], { cwd, isTTY: true })
    expect(out).toBe('\u001b[1mone\u001b[22m\n  1\n')
  })

  test('are CSV, whose texts are no formulas and whose figures are figures', async () => {
    const { query } = await withDataset()
    const { out } = await query(
      "SELECT '-12.5' AS a, '=1+1' AS b, 'x,y' AS c, NULL AS d, 2.5 AS e",
      '-f',
      'csv',
    )
    expect(out).toBe(`\ufeffa,b,c,d,e\r\n-12.5,'=1+1,"x,y",,2.5\r\n`)
  })

  test('are JSON and JSON Lines with all values', async () => {
    const { query } = await withDataset()
    const row = { 甲: 'f1', text: '2016所', valueNumber: 2016, lines: '行一\n行二', none: null }
    expect(JSON.parse((await query(sql, '--format', 'json')).out)).toEqual([row])
    expect((await query('SELECT fact FROM facts', '--format', 'jsonl')).out).toBe(
      '{"fact":"f1"}\n{"fact":"f1"}\n',
    )
    expect((await query("SELECT 9007199254740993 AS big, x'0aff' AS blob", '-f', 'jsonl')).out).toBe(
      '{"big":"9007199254740993","blob":"0aff"}\n',
    )
  })

  test('keep columns of one name, and their order', async () => {
    const { query } = await withDataset()
    expect((await query('SELECT 1 AS b, 2 AS b, 3, 4 AS a;', '-f', 'jsonl')).out).toBe(
      '{"b":1,"b:1":2,"3":3,"a":4}\n',
    )
  })

  test.each([
    ['table', ''],
    ['csv', '\ufefftext\r\n'],
    ['json', '[]\n'],
    ['jsonl', ''],
  ])('without rows are no mistake: %s', async (name, text) => {
    const { query } = await withDataset()
    const { code, out, err } = await query('SELECT text FROM facts WHERE 0', '-f', name)
    expect([code, out, err]).toEqual([0, text, 'no rows\n'])
  })
})

describe('questions', () => {
  test('are asked by name, with values', async () => {
    const { query } = await withDataset()
    const { code, out } = await query('where', '学校', '1', '-f', 'jsonl')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ line: 2, passage: '20xx年,全县共有学校2016所。' })
  })

  test('may stand in a file of the user', async () => {
    const { cwd, query } = await withDataset()
    writeFileSync(
      join(cwd, 'own.sql'),
      '-- :unit\n--   en: the unit\nSELECT text FROM facts WHERE unit = :unit\n',
    )
    expect((await query('own.sql', '所')).out).toBe('text\n2016所\n2016所\n')
    expect((await query('own.sql')).err).toBe('huanyuan: own needs a value: unit, the unit\n')
    expect((await query('other.sql')).err).toContain('other.sql: cannot be read')
  })

  test.each([
    [['serie'], 'unknown question: serie', '(did you mean series?)'],
    [['weather'], 'unknown question: weather', ''],
    [['series'], 'series needs a value: indicator', 'its name, a part of the name, or its id'],
    [['totals', 'more'], 'too many arguments for totals', ''],
    [['totals', '--format', 'xml'], '--format must be one of table, csv, json, jsonl, not xml', ''],
  ])('%j is a mistake', async (words, said, more) => {
    const { query } = await withDataset()
    const { code, out, err } = await query(...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
    expect(err).toContain(more)
    if (more === '') expect(err).not.toContain('did you mean')
  })
})

describe('a dataset is only read', () => {
  test.each([
    ['DELETE FROM facts', 'is only read'],
    ['WITH a AS (SELECT 1) DELETE FROM facts', 'is only read'],
    ['PRAGMA user_version = 7', 'is only read'],
    ["VACUUM INTO 'copy.sqlite'", 'is only read'],
    ['SELECT 1; DELETE FROM facts', 'more than one statement'],
    ['SELECT weather FROM facts', 'no such column: weather'],
    ['SELECT * FROM', 'incomplete input'],
    ['SELECT json(text) FROM facts', 'malformed JSON'],
    ['SELECT ?', 'column index out of range', 'a', 'b'],
  ])('%s', async (sql, said, ...values) => {
    const { cwd, path, query } = await withDataset()
    const before = readFileSync(path)
    const { code, out, err } = await query(sql, ...values)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(cwd)).toEqual(['out.sqlite'])
  })

  test('from a folder that cannot be written to, and by several at once', async () => {
    const { cwd, query } = await withDataset()
    chmodSync(cwd, 0o500)
    const outcomes = await Promise.all(
      ['facts', 'documents', 'checks'].map((name) => query(`SELECT count(*) FROM ${name}`)),
    )
    chmodSync(cwd, 0o700)
    expect(outcomes.map(({ code, err }) => [code, err])).toEqual(Array(3).fill([0, '']))
  })

  test('and leaves nothing in the folder for temporary files', async () => {
    const { query } = await withDataset()
    const ours = () => readdirSync(tmpdir()).filter((name) => /^huanyuan-dataset-/.test(name))
    const before = ours()
    await query('totals')
    await query('SELECT nothing')
    expect(ours().filter((name) => !before.includes(name))).toEqual([])
  })
})

describe('what is no dataset', () => {
  function changed(path: string, sql: string): void {
    const database = new sqlite.Database(path)
    database.exec(sql)
    database.close()
  }

  test('a file that is no database', async () => {
    const cwd = temporaryFolder({ 'a.sqlite': '全县共有学校2016所。'.repeat(100) })
    const { code, err } = await runMain(['query', 'a.sqlite', 'totals'], { cwd })
    expect([code, err]).toEqual([
      3,
      'huanyuan: a.sqlite: is no SQLite database; huanyuan build FOLDER -o NAME.sqlite makes one\n',
    ])
  })

  test('an empty file, a folder, another database', async () => {
    const cwd = temporaryFolder({ 'empty.sqlite': '' })
    mkdirSync(join(cwd, 'folder'))
    changed(join(cwd, 'other.sqlite'), 'CREATE TABLE facts (a)')
    for (const name of ['empty.sqlite', 'folder', 'other.sqlite']) {
      const { code, err } = await runMain(['query', name], { cwd })
      expect([code, err]).toEqual([3, `huanyuan: ${name}: is no SQLite dataset made by huanyuan build\n`])
    }
  })

  test('nothing at all', async () => {
    const cwd = temporaryFolder()
    const { code, err } = await runMain(['query', 'none.sqlite'], { cwd })
    expect([code, err]).toEqual([3, 'huanyuan: none.sqlite: no such file; check its name and folder\n'])
    expect(existsSync(join(cwd, 'none.sqlite'))).toBe(false)
    expect((await runMain(['query'], { cwd })).err).toContain('an argument is missing')
  })

  test('one of a version to come', async () => {
    const { path, query } = await withDataset()
    changed(path, 'PRAGMA user_version = 99')
    const { code, err } = await query()
    expect(code).toBe(3)
    expect(err).toContain('was made by a newer huanyuan (version 99 of the tables)')
  })

  test('one that another program is writing to', async () => {
    const { path, query } = await withDataset()
    const database = new sqlite.Database(path)
    database.exec('BEGIN IMMEDIATE')
    const { code, err } = await query('totals')
    database.exec('COMMIT')
    database.close()
    expect(code).toBe(2)
    expect(err).toContain('another program is writing to it')
    expect((await query('totals')).code).toBe(0)
  })

  test('one that is cut off', async () => {
    const { path, query } = await withDataset()
    writeFileSync(path, readFileSync(path).subarray(0, 40_000))
    const { code, err } = await query('totals')
    expect([code, err]).toEqual([3, 'huanyuan: out.sqlite: the database is damaged; build it again\n'])
  })
})
