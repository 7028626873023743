/** Markdown as files of a dataset: the tree, what is left out, and that the project reads it back. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Repeat } from '../../src/dataset/contract.js'
import { format } from '../../src/dataset/formats/markdown.js'
import { readDocuments } from '../../src/readers/read.js'
import type { Droppable } from '../../src/writers/clean-text.js'
import { temporaryFolder } from '../support/folder.js'
import { documentOf, recordOf, stream } from './pieces.js'

const record = recordOf([
  { kind: 'boilerplate', text: '更多范文请看本站' },
  { text: '\n' },
  { kind: 'title', text: '柳湾乡教育工作报告', actual: '柳湾乡教导工作报告' },
  { text: '\n' },
  { text: '全乡共有学生1,204人。' },
  { text: '\n' },
  { kind: 'heading', level: 2, text: '一、经费' },
  { text: '\n' },
  { text: '投入36.5万元。' },
])

async function write(drop: readonly Droppable[], repeats: readonly Repeat[] = []): Promise<string> {
  const folder = join(temporaryFolder(), 'markdown')
  const documents = [documentOf(record, '2019/报告', repeats)]
  await format.write([folder], stream(documents), { language: 'en', drop })
  expect(readdirSync(folder, { recursive: true }).map(String).sort()).toEqual([
    '2019',
    join('2019', '报告.md'),
  ])
  return readFileSync(join(folder, '2019', '报告.md'), 'utf8')
}

test('is the repaired text with its headings', async () => {
  expect(await write([])).toBe(
    '更多范文请看本站\n\n# 柳湾乡教育工作报告\n\n全乡共有学生1,204人。\n\n## 一、经费\n\n投入36.5万元。\n',
  )
})

test('leaves out notices and repeats, each where it is asked to', async () => {
  const start = record.source.text.indexOf('全乡')
  const repeats: Repeat[] = [{ kind: 'repeated-paragraph', start, end: start + 14, of: 'f' }]
  expect(await write(['boilerplate'], repeats)).toMatch(/^# 柳湾乡教育工作报告\n\n全乡/)
  expect(await write(['boilerplate', 'repeats'], repeats)).toBe(
    '# 柳湾乡教育工作报告\n\n## 一、经费\n\n投入36.5万元。\n',
  )
})

test('reads back with its headings stated', async () => {
  const bytes = Buffer.from(await write(['boilerplate']))
  const stated: string[] = []
  for await (const document of readDocuments(bytes, { path: 'a.md' })) {
    for (const { kind, level, start, end } of document.stated) {
      stated.push(`${kind} ${level} ${document.text.slice(start, end)}`)
    }
  }
  expect(stated).toEqual(['heading 1 柳湾乡教育工作报告', 'heading 2 一、经费'])
})
