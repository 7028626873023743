/** Tables that the build compiled are read back as they are made of their files. Needs a build. */
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { root } from '../../scripts/tables.js'
import type * as CompiledModule from '../../src/resources/compiled.js'
import { compileTables } from '../../src/resources/compiled.js'
import { refuseStaleBuild } from '../support/built.js'

refuseStaleBuild()
const folder = mkdtempSync(join(tmpdir(), 'huanyuan-compiled-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The built module beside a file of tables, which it reads once. */
let copies = 0
async function moduleWith(tables: Uint8Array | undefined): Promise<typeof CompiledModule> {
  const copy = join(folder, String(copies++))
  cpSync(join(root, 'dist/resources'), join(copy, 'dist/resources'), { recursive: true })
  cpSync(join(root, 'dist/model'), join(copy, 'dist/model'), { recursive: true })
  copyFileSync(join(root, 'package.json'), join(copy, 'package.json'))
  mkdirSync(join(copy, 'corpus'))
  if (tables !== undefined) writeFileSync(join(copy, 'dist/tables.bin'), tables)
  return import(pathToFileURL(join(copy, 'dist/resources/compiled.js')).href)
}

const table = join(folder, 'table.tsv')
const made = { numbers: Int32Array.of(1, 2), name: '甲' }
writeFileSync(table, 'word\n甲\n')
async function compileOne(): Promise<Uint8Array> {
  const { compiled } = await import('../../src/resources/compiled.js')
  return compileTables(() => compiled('one', [table], () => made))
}

test('a table whose files are as they were is read, and not made', async () => {
  const { compiled } = await moduleWith(await compileOne())
  const read = compiled('one', [table], (): typeof made => {
    throw new Error('made')
  })
  expect(read).toEqual(made)
})

test('one whose file was changed is made of it, and so is one that is not there', async () => {
  const tables = await compileOne()
  writeFileSync(table, 'word\n乙\n')
  const { compiled } = await moduleWith(tables)
  expect(compiled('one', [table], () => '乙')).toBe('乙')
  expect(compiled('two', [table], () => '丙')).toBe('丙')
})

test.each([
  ['is missing', undefined],
  ['is cut off', 40],
  ['is empty', 0],
])('all are made where the file %s', async (_, length) => {
  writeFileSync(table, 'word\n甲\n')
  const tables = length === undefined ? undefined : (await compileOne()).subarray(0, length)
  const { compiled } = await moduleWith(tables)
  expect(compiled('one', [table], () => '甲')).toBe('甲')
})

test('a shelf gives what was compiled under its names, and makes nothing that is too dear', async () => {
  writeFileSync(table, 'word\n甲\n')
  const { compileTables, shelfIn, shelfOf } = await import('../../src/resources/compiled.js')
  const shelf = shelfIn(shelfOf([table]), 'some')
  const bytes = await compileTables(() => {
    shelf.take('cheap', () => made)
    shelf.find('dear', () => made)
  })
  const { shelfIn: inOf, shelfOf: of } = await moduleWith(bytes)
  const read = inOf(of([table]), 'some')
  const fail = () => {
    throw new Error('it was made anew')
  }
  expect(read.take('cheap', fail)).toEqual(made)
  expect(read.find('dear', fail)).toEqual(made)
  expect(read.find('other', fail)).toBeUndefined()
  writeFileSync(table, 'word\n乙丙\n')
  expect(read.find('dear', fail)).toBeUndefined()
  expect(read.take('cheap', () => '乙')).toBe('乙')
})
