/** Documents for the bench of datasets: how many, in which formats, and the same each time. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generateDocuments, varyFigures } from '../../../measure/bench/documents.js'
import { readDocuments } from '../../../src/readers/read.js'
import { temporaryFolder } from '../../support/folder.js'

function generate(count: number, seed?: number): Map<string, Buffer> {
  const folder = temporaryFolder()
  generateDocuments(folder, count, seed === undefined ? {} : { seed })
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)] as const
    }),
  )
}

async function readAll(files: ReadonlyMap<string, Buffer>): Promise<string[]> {
  const texts: string[] = []
  for (const [path, bytes] of files) {
    for await (const { text } of readDocuments(bytes, { path })) texts.push(text)
  }
  return texts
}

test('a hundred and ten stand in two folders, mostly as texts, and all are read', async () => {
  const files = generate(110)
  const paths = [...files.keys()]
  const endings = paths.map((path) => path.replace(/^.*\./, ''))
  const countOf = (ending: string) => endings.filter((other) => other === ending).length
  expect(new Set(paths.map((path) => path.replace(/\/[^/]*$/, '')))).toEqual(
    new Set(['2015/00000', '2016/00001']),
  )
  expect(['txt', 'html', 'jsonl', 'zip'].map(countOf)).toEqual([85, 10, 2, 1])
  const kinds = new Set(paths.map((path) => /-(clean|light|heavy)\.(txt|html)$/.exec(path)?.[1]))
  expect(kinds).toEqual(new Set(['clean', 'light', 'heavy', undefined]))

  const texts = await readAll(files)
  expect(texts).toHaveLength(110)
  expect(new Set(texts).size).toBe(110)
  expect(texts.filter((text) => text.length < 500)).toEqual([])
})

test('the same seed gives the same bytes, fewer documents are the first of more', () => {
  const files = generate(20, 7)
  expect(generate(20, 7)).toEqual(files)
  expect(generate(15, 7)).toEqual(new Map([...files].slice(0, 15)))
  expect(generate(20, 8)).not.toEqual(files)
})

test('figures keep their shape; years, days, articles and codes keep their value', () => {
  const text = '2021年5月6日，收入1,208.50万元，降0.3%，PM2.5为36号，10—12月共7所，电话：0871-3356042。'
  const varied = varyFigures(text, () => 0.999)
  expect(varied).toBe(
    '2021年5月6日，收入9,999.99万元，降0.9%，PM2.5为36号，10—12月共9所，电话：0871-3356042。',
  )
  expect(varyFigures(text, () => 0)).toBe(text)
})
