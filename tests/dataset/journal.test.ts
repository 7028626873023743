/** The journal after crashes and damage: what has a whole line of this plan is done, whatever else the files hold. */
import { appendFileSync, copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { forgetDamaged, openJournal, readJournal } from '../../src/dataset/journal.js'
import { readLines } from '../../src/dataset/read-lines.js'
import { openRecordFile, openRecordFiles } from '../../src/dataset/record-file.js'
import { temporaryFolder } from '../support/folder.js'

const plan = 'digest of a plan'

const resultOf = (unit: number) => ({
  unit,
  digest: '0123456789abcdef',
  entries: [],
  failures: [{ path: `${unit}号.txt`, entry: null, code: 'not-found', parameters: { path: '，"unit":7' } }],
})

function write(folder: string, run: number, units: readonly number[]): void {
  const journal = openJournal(folder, run, plan)
  journal.add(units.map(resultOf))
  journal.close()
}

test('units are found whatever their order and run', async () => {
  const folder = temporaryFolder()
  write(folder, 1, [2, 0])
  write(folder, 10, [3])
  const index = await readJournal(folder, 4, plan)
  expect([0, 1, 2, 3].map(index.has)).toEqual([true, false, true, true])
  for (const unit of [0, 2, 3]) expect(index.read(unit)).toEqual(resultOf(unit))
  expect(index.done).toBe(3)
  index.forget(2)
  expect([index.done, index.has(2)]).toEqual([2, false])
  expect(() => index.read(2)).toThrow('journal-damaged')
  index.close()
})

test('half a line counts for nothing, and its unit is done in the next run', async () => {
  const folder = temporaryFolder()
  write(folder, 1, [0, 1])
  truncateSync(join(folder, 'index-1.jsonl'), readFileSync(join(folder, 'index-1.jsonl')).length - 5)
  const before = await readJournal(folder, 3, plan)
  expect([0, 1].map(before.has)).toEqual([true, false])
  before.close()
  write(folder, 2, [1, 2])
  const after = await readJournal(folder, 3, plan)
  expect([0, 1, 2].map((unit) => after.read(unit))).toEqual([0, 1, 2].map(resultOf))
  after.close()
})

test('a line with one wrong bit counts for nothing, nor does one of another plan', async () => {
  const folder = temporaryFolder()
  write(folder, 1, [0])
  const path = join(folder, 'index-1.jsonl')
  const whole = readFileSync(path)
  // The last byte is the line break.
  for (let at = 0; at < whole.length - 1; at++) {
    const bytes = Buffer.from(whole)
    bytes[at]! ^= 1 << (at % 8)
    writeFileSync(path, bytes)
    expect((await readJournal(folder, 1, plan)).done, `byte ${at}`).toBe(0)
  }
  writeFileSync(path, whole)
  expect((await readJournal(folder, 1, plan)).done).toBe(1)
  expect((await readJournal(folder, 1, 'another plan')).done).toBe(0)
})

test('a run never writes into the index of another', () => {
  const folder = temporaryFolder()
  write(folder, 1, [0])
  expect(() => openJournal(folder, 1, plan)).toThrow('EEXIST')
})

test('records are read back from where they were put, and a name is never used twice', () => {
  const folder = temporaryFolder()
  const file = openRecordFile(folder, 'records-1-1.jsonl')
  const lines = ['{"a":"学校"}', '{}', `{"long":"${'数'.repeat(100_000)}"}`]
  const positions = lines.map(file.append)
  file.sync()
  appendFileSync(join(folder, 'records-1-1.jsonl'), '{"half')
  const records = openRecordFiles(folder)
  for (const [index, position] of positions.entries()) {
    expect(records.read(position).toString('utf8')).toBe(lines[index])
  }
  records.close()
  expect(() => openRecordFile(folder, 'records-1-1.jsonl').append('{}')).toThrow('records-1-1.jsonl')
})

test('a unit with a damaged, cut or lost record is to be done again', async () => {
  const folder = temporaryFolder()
  const file = openRecordFile(folder, 'records-1-1.jsonl')
  const journal = openJournal(folder, 1, plan)
  const about = { key: 'k', id: 'i', path: 'a.txt', entry: null, place: 'a', messages: [], signals: null }
  for (const unit of [0, 1, 2]) {
    const entry = { ...about, ...file.append(`{"unit":${unit}}`) } as never
    journal.add([{ unit, digest: null, entries: [entry], failures: [] }])
  }
  file.sync()
  journal.close()
  const path = join(folder, 'records-1-1.jsonl')
  const doneAfter = async (change: (bytes: Buffer) => Uint8Array) => {
    const copy = temporaryFolder({ 'records-1-1.jsonl': change(readFileSync(path)) })
    copyFileSync(join(folder, 'index-1.jsonl'), join(copy, 'index-1.jsonl'))
    const index = await readJournal(copy, 3, plan)
    const records = openRecordFiles(copy)
    forgetDamaged(index, records, 3)
    records.close()
    index.close()
    return [0, 1, 2].map(index.has)
  }
  expect(await doneAfter((bytes) => bytes)).toEqual([true, true, true])
  expect(await doneAfter((bytes) => bytes.subarray(0, -3))).toEqual([true, true, false])
  expect(await doneAfter((bytes) => Buffer.from(bytes.toString().replace('1', '7')))).toEqual([
    true,
    false,
    true,
  ])
  expect(await doneAfter(() => Buffer.alloc(0))).toEqual([false, false, false])
})

test('lines have the offsets of their bytes, across the blocks in which they are read', async () => {
  const text = Array.from({ length: 50 }, (_, index) => '行'.repeat(index * 1000)).join('\n')
  const folder = temporaryFolder({ 'a.jsonl': `${text}\n后半` })
  const bytes = readFileSync(join(folder, 'a.jsonl'))
  const found: string[] = []
  for await (const { offset, bytes: line } of readLines(join(folder, 'a.jsonl'))) {
    expect(bytes.subarray(offset, offset + line.length).equals(line)).toBe(true)
    found.push(line.toString('utf8'))
  }
  expect(found.join('\n')).toBe(text)
})
