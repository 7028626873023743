/**
 * Every table of `corpus/`: tab-separated, headed, no line twice. The long ones, where several people add lines, are
 * sorted by code units; short ones keep the order in which they are read best.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './source.js'

const tables = readdirSync(join(root, 'corpus'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsv'))
  .sort()

describe.each(tables)('corpus/%s', (name) => {
  const text = readFileSync(join(root, 'corpus', name), 'utf8')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const [header = '', ...rows] = lines

  test('has a header of column names, and no row has more cells', () => {
    const columns = header.split('\t')
    expect(columns.every((column) => /^[a-z][A-Za-z-]*$/.test(column))).toBe(true)
    for (const row of rows) expect(row.split('\t').length).toBeLessThanOrEqual(columns.length)
  })

  test('holds no row twice', () => {
    expect(new Set(rows).size).toBe(rows.length)
  })

  test.runIf(rows.length > 100)('is sorted', () => {
    const sorted = [...rows].sort()
    expect(rows.find((row, index) => row !== sorted[index])).toBeUndefined()
  })

  test('ends with a line break and holds no carriage returns or stray spaces', () => {
    expect(text.endsWith('\n')).toBe(true)
    expect(text).not.toMatch(/\r| \t|\t |[ \t]\n\n/)
  })
})
