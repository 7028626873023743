/** Units in columns are the units that were put in; files of a folder come in the order of their paths. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WorkUnit } from '../../src/dataset/unit.js'
import { FileTable, UnitTable } from '../../src/dataset/unit-table.js'
import { walk } from '../../src/dataset/walk.js'
import { temporaryFolder } from '../support/folder.js'

const name = fc.constantFrom('a', 'a-b', 'a.txt', '报告.2019.docx', '𠮷.txt', 'a\\b.txt', '.x', 'ä')
const file = fc.record({
  path: fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
  below: fc.constantFrom('/', '/data/', '/data/其他/'),
  isOdd: fc.boolean(),
  size: fc.nat(),
  modified: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
})

test('any units come out as they went in, with their numbers', () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 200 }), (files) => {
      const units = files.flatMap(({ path, below, isOdd, size, modified }, at): WorkUnit[] => {
        const of = {
          path,
          absolute: isOdd ? `${below}链接` : below + path,
          place: `p/${path}`,
          size,
          modified,
        }
        const entries = { start: at, end: at + 1 }
        if (at % 3 > 0) return [{ number: 0, ...of, bytes: size }]
        return [
          { number: 0, ...of, bytes: 1, range: { start: 0, end: 1, firstLine: 1 } },
          { number: 0, ...of, bytes: 2, entries },
        ]
      })
      const table = new UnitTable()
      for (const unit of units) table.addUnit(unit)
      const numbered = units.map((unit, number) => ({ ...unit, number }))
      expect([...table]).toEqual(numbered)
      expect(table.bytes).toBe(units.reduce((sum, { bytes }) => sum + bytes, 0))
      const odd = numbered.filter(({ number }) => number % 2 === 1)
      expect([...table.only((number) => number % 2 === 1)]).toEqual(
        odd.map((unit, number) => ({ ...unit, number })),
      )
      expect(table.at(units.length)).toBeUndefined()
    }),
  )
})

test('a file of two units is one file', () => {
  const files = new FileTable()
  files.add({ path: 'a.jsonl', absolute: '/a.jsonl', place: 'a', size: 9, modified: 1 })
  const table = new UnitTable(files)
  table.add(0, { bytes: 4 })
  table.add(0, { bytes: 5 })
  expect([table.length, table.files, table.bytes]).toEqual([2, 1, 9])
})

test('files of a folder come in the order of their paths, whatever the names of folders begin with', () => {
  const cwd = temporaryFolder()
  const paths = [
    'a/1',
    'a/b/1',
    'a b/1',
    'a-b/1',
    'a-b.txt',
    'a.txt',
    'a.d/1',
    'a-/1',
    'b',
    'a0',
    'a0x/1',
    '甲/乙',
  ]
  for (const path of paths) {
    mkdirSync(join(cwd, path, '..'), { recursive: true })
    writeFileSync(join(cwd, path), '')
  }
  const met = Array.from(
    walk(cwd, () => undefined),
    ({ path }) => path,
  )
  expect(met).toEqual([...paths].sort())
})
