/**
 * Every table of `corpus/`: tab-separated, headed, no line twice. The long ones, where several people add lines, are
 * sorted by code units; short ones keep the order in which they are read best.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isSorted, parseTable, root, sortedFrom, tablePaths } from '../../scripts/tables.js'

describe.each(tablePaths())('%s', (path) => {
  const text = readFileSync(join(root, path), 'utf8')
  const { columns, rows } = parseTable(text)

  test('has a header of column names, and no row has more cells', () => {
    expect(columns.every((column) => /^[a-z][A-Za-z-]*$/.test(column))).toBe(true)
    expect(rows.filter((row) => row.split('\t').length > columns.length)).toEqual([])
  })

  test('holds no row twice', () => {
    expect(new Set(rows).size).toBe(rows.length)
  })

  test('is sorted where it is long; if not, run npm run sort', () => {
    expect(rows.length <= sortedFrom || isSorted(rows)).toBe(true)
  })

  test('ends with a line break and holds no carriage returns or stray spaces', () => {
    expect(text.endsWith('\n')).toBe(true)
    expect(rows.filter((row) => /\r|^ | $/.test(row))).toEqual([])
  })
})
