/** The journal after crashes: what has a whole line is done, whatever else the files hold. */
import { appendFileSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { indexName, openJournal, openRecordFiles, readJournal, readLines } from '../../src/dataset/journal.js'
import { openRecordFile } from '../../src/dataset/record-file.js'
import { temporaryFolder } from '../support/folder.js'

const resultOf = (unit: number) => ({
  unit,
  entries: [],
  failures: [{ path: `${unit}号.txt`, entry: null, code: 'not-found', parameters: { path: '，"unit":7' } }],
})

test('units are found whatever their order', async () => {
  const folder = temporaryFolder()
  const journal = openJournal(folder)
  journal.add([resultOf(2), resultOf(0)])
  journal.close()
  const index = await readJournal(folder, 3)
  expect([0, 1, 2].map(index.has)).toEqual([true, false, true])
  expect(index.read(2)).toEqual(resultOf(2))
  expect(index.read(0)).toEqual(resultOf(0))
  index.close()
})

test('half a line counts for nothing, and what comes after it is whole', async () => {
  const folder = temporaryFolder()
  const path = join(folder, indexName)
  const journal = openJournal(folder)
  journal.add([resultOf(0), resultOf(1)])
  journal.close()
  truncateSync(path, readFileSync(path).length - 5)
  const before = await readJournal(folder, 3)
  expect([0, 1].map(before.has)).toEqual([true, false])
  before.close()
  const again = openJournal(folder)
  again.add([resultOf(1), resultOf(2)])
  again.close()
  const after = await readJournal(folder, 3)
  expect([0, 1, 2].map((unit) => after.read(unit))).toEqual([0, 1, 2].map(resultOf))
  after.close()
})

test('a file without any line end is empty', async () => {
  const folder = temporaryFolder({ [indexName]: '{"unit":0'.padEnd(200_000, ' ') })
  openJournal(folder).close()
  expect(readFileSync(join(folder, indexName), 'utf8')).toBe('')
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
