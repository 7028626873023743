/** Markdown of one record: what becomes of each kind of block, what is escaped, and that it reads back as the same. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Resources } from '../../src/index.js'
import { loadResources, processDocument } from '../../src/index.js'
import { spanOf } from '../../src/model/span.js'
import { sections } from '../../src/writers/contract.js'
import { markdownOf, writer } from '../../src/writers/markdown.js'
import { escapeCell, escapeHeading, escapeItem, escapeLine } from '../../src/writers/markdown-escape.js'
import { toRecord } from '../../src/writers/record.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { root } from '../repo/source.js'
import { auditedExample } from '../support/audited.js'

type Block = DocumentRecord['blocks'][number]
type Cell = NonNullable<Block['at']['cell']>
interface Part extends Partial<Pick<Block, 'kind' | 'level' | 'label'>> {
  readonly text: string
  readonly cell?: Partial<Cell>
}

const paragraph = { kind: 'paragraph', level: 0, label: null } as const

/** A record whose blocks are these parts, each in a line of its own. */
function recordOf(parts: readonly Part[], mediaType = 'text/plain'): DocumentRecord {
  let text = ''
  const blocks = parts.map(({ text: printed, cell, ...rest }): Block => {
    const start = text.length
    text += `${printed}\n`
    const place = cell && { table: 0, row: 0, column: 0, rowSpan: 1, columnSpan: 1, ...cell }
    const at = { page: null, line: null, cell: place ?? null }
    return { ...paragraph, ...rest, start, end: start + printed.length, at }
  })
  const record = toRecord(auditedExample())
  return {
    ...record,
    origin: { ...record.origin, mediaType },
    source: { text },
    repaired: { text },
    blocks,
    corrections: [],
  }
}

const cell = (row: number, column: number, text: string, spans: Partial<Cell> = {}): Part => ({
  kind: 'table',
  text,
  cell: { row, column, ...spans },
})

describe('blocks', () => {
  test('title, headings by their level and text are parted by empty lines', () => {
    const record = recordOf([
      { kind: 'title', text: '青禾县水利工作总结' },
      { kind: 'title', text: '青禾县水利局' },
      { kind: 'heading', level: 1, label: '一、', text: '一、工程进度' },
      { kind: 'heading', level: 2, label: '（一）', text: '（一）渠道' },
      { text: '全年清淤渠道36公里。' },
      { kind: 'footnote', text: '注：数据截至12月底。' },
    ])
    expect(markdownOf(record)).toBe(
      '# 青禾县水利工作总结\n\n青禾县水利局\n\n## 一、工程进度\n\n### （一）渠道\n\n全年清淤渠道36公里。\n\n注：数据截至12月底。\n',
    )
  })

  test('headings without a label keep their level below the title', () => {
    const title: Part = { kind: 'title', text: '年报' }
    const headings: Part[] = [1, 2, 9].map((level) => ({ kind: 'heading', level, text: `第${level}层` }))
    expect(markdownOf(recordOf(headings))).toBe('# 第1层\n\n## 第2层\n\n###### 第9层\n')
    expect(markdownOf(recordOf([title, ...headings.slice(1)]))).toContain('\n## 第2层\n')
    expect(markdownOf(recordOf([title, ...headings]))).toContain('\n## 第1层\n\n### 第2层\n')
  })

  test('clauses of one line are one paragraph', () => {
    const text = '一是资金不足，缺口30万元；二是人员偏少。今后要抓紧。'
    const record = recordOf([{ text }])
    const [block] = record.blocks as [Block]
    const cut = (label: string | null, start: number, end: number): Block => ({
      ...block,
      kind: label === null ? 'paragraph' : 'list-item',
      label,
      start,
      end,
    })
    const clauses = [cut('一是', 0, 14), cut('二是', 14, 21), cut(null, 21, text.length)]
    expect(markdownOf({ ...record, blocks: clauses })).toBe(`${text}\n`)
  })

  test('items are numbered by Markdown only where it counts the same', () => {
    const item = (text: string): Part => ({ kind: 'list-item', label: text.slice(0, 2), text })
    const record = recordOf([
      item('1. 修渠3条'),
      item('2. 打井5眼'),
      item('4. 植树80亩'),
      item('5.绿化'),
      { text: '3. 略' },
    ])
    expect(markdownOf(record)).toBe('1. 修渠3条\n\n2. 打井5眼\n\n4\\. 植树80亩\n\n5.绿化\n\n3\\. 略\n')
  })

  test('tables have their first row as head and merged cells once', () => {
    const record = recordOf([
      { kind: 'caption', text: '表1 播种面积' },
      cell(0, 0, '作物', { rowSpan: 2 }),
      cell(0, 1, '面积|亩', { columnSpan: 2 }),
      cell(1, 1, '今年'),
      cell(1, 2, '去年'),
      cell(2, 0, '小麦\n(冬)'),
      cell(2, 2, '-3.5'),
      cell(0, 0, '合计', { table: 1 }),
    ])
    expect(markdownOf(record)).toBe(
      [
        '表1 播种面积\n',
        '| 作物 | 面积\\|亩 |  |',
        '| --- | --- | --- |',
        '|  | 今年 | 去年 |',
        '| 小麦<br>(冬) |  | -3.5 |\n',
        '| 合计 |',
        '| --- |\n',
      ].join('\n'),
    )
  })

  test('a table of which hardly a cell has text closes up', () => {
    const parts = Array.from({ length: 200 }, (_, index) => cell(index, index * 50, `${index}号`))
    expect(markdownOf(recordOf(parts)).length).toBeLessThan(5000)
  })

  test('a record without blocks is its text', () => {
    expect(markdownOf({ ...recordOf([{ text: '甲3人。\n- 乙' }]), blocks: [] })).toBe('甲3人。\n\\- 乙\n')
    expect(markdownOf(recordOf([]))).toBe('')
  })

  test('what is left out leaves no hole, and parts what stood round it', () => {
    const record = recordOf([
      { text: '共有8所广告5人' },
      { text: '广告' },
      cell(0, 0, '广告'),
      cell(0, 1, '12'),
    ])
    expect(markdownOf(record, [spanOf<'source'>(4, 6), spanOf<'source'>(9, 14)])).toBe(
      '共有8所\n\n5人\n\n| 12 |\n| --- |\n',
    )
  })

  test('shows what is repaired, as text of its own behind another record', () => {
    const record = toRecord(auditedExample())
    const context = { language: 'en', colour: false, width: 80, sections } as const
    expect(writer.write(record, context)).toContain('全县共有学校2016所。')
    const joined = writer.join!(context)
    joined.add(record)
    expect(joined.add(record)).toMatch(/^\n\S/)
  })
})

describe('escapes', () => {
  test.each([
    ['# 一', '\\# 一'],
    ['#1楼', '#1楼'],
    ['- 3人', '\\- 3人'],
    ['-3.2%', '-3.2%'],
    ['+ 5人', '\\+ 5人'],
    ['+5%', '+5%'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['> 10%', '\\> 10%'],
    ['1. 甲', '1\\. 甲'],
    ['1.5亿元', '1.5亿元'],
    ['2) 乙', '2\\) 乙'],
    ['*注：略', '*注：略'],
    ['*注*', '\\*注\\*'],
    ['* 注', '\\* 注'],
    ['a_b_c', 'a\\_b\\_c'],
    ['3~5人', '3~5人'],
    ['3~5人、7~9人', '3\\~5人、7\\~9人'],
    ['增长<5%', '增长<5%'],
    ['<b>略', '\\<b>略'],
    ['<a@b.cn>', '\\<a@b.cn>'],
    ['甲&amp;乙', '甲\\&amp;乙'],
    ['R&D经费', 'R&D经费'],
    ['[图](略)', '[图\\](略)'],
    ['〔2021〕[3]号', '〔2021〕[3]号'],
    ['D:\\_甲', 'D:\\\\_甲'],
    ['~~~', '\\~\\~\\~'],
    ['[x] 完成', '\\[x] 完成'],
  ])('%s becomes %s', (line, escaped) => {
    expect(escapeLine(line)).toBe(escaped)
  })

  test('an item keeps its number, and nothing opens behind it', () => {
    expect(escapeItem('3. - 2. 乙')).toBe('3. \\- 2. 乙')
  })

  test('a row of # ends a heading, a bar a cell', () => {
    expect(escapeHeading('音乐 #')).toBe('音乐 \\#')
    expect(escapeHeading('C#')).toBe('C#')
    expect(escapeCell('甲|乙\r\n丙')).toBe('甲\\|乙<br>丙')
  })

  const marks = fc.string({ unit: fc.constantFrom(...'甲1.5%#*_`~<>&;[](:)!-+=|\\ \tx'), maxLength: 24 })
  test('undone, they give the text back', () => {
    fc.assert(
      fc.property(marks, (text) => {
        const undone = (escaped: string) => escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1')
        expect(undone(escapeLine(text))).toBe(text)
        expect(undone(escapeHeading(text))).toBe(text)
        expect(undone(escapeCell(text))).toBe(text)
      }),
    )
  })
})

describe('reads back', () => {
  let resources: Resources
  beforeAll(async () => {
    resources = await loadResources()
  })

  async function read(text: string, path: string): Promise<DocumentRecord> {
    for await (const record of processDocument(Buffer.from(text), { resources, path })) return record
    throw new Error('nothing was read')
  }

  /** What blocks say, with their text as repaired: without white space that layout took out. */
  const blocksOf = ({ blocks, source }: DocumentRecord) =>
    blocks.map(({ kind, level, label, at, start, end }) => {
      const text = source.text.slice(start, end).replace(/\s/g, '')
      return { kind, level, label, text, cell: at.cell }
    })
  const factsOf = ({ facts }: DocumentRecord) =>
    facts.map(({ id, start, end, sentence, confidence, ...rest }) => rest)

  const reports = join(root, 'corpus/reports')
  const ids = readdirSync(reports, { withFileTypes: true }).filter((entry) => entry.isDirectory())

  test.each(ids.map(({ name }) => name))('%s: the same blocks and facts', async (id) => {
    const record = await read(readFileSync(join(reports, id, 'clean.txt'), 'utf8'), 'a.txt')
    const markdown = markdownOf(record)
    const again = await read(markdown, 'a.md')
    expect(blocksOf(again)).toEqual(blocksOf(record))
    expect(factsOf(again)).toEqual(factsOf(record))
    expect(again.checks.map(({ rule, state, expression }) => [rule, state, expression])).toEqual(
      record.checks.map(({ rule, state, expression }) => [rule, state, expression]),
    )
    expect(markdownOf(again)).toBe(markdown)
  })

  test('tables: the same cells and figures', async () => {
    const html =
      '<h1>苇溪镇农业统计</h1><p>全镇播种情况如下。</p><table><tr><th>作物</th><th>面积（亩）</th><th>产量（吨）</th></tr>' +
      '<tr><td>小麦</td><td>1,250</td><td>480.5</td></tr><tr><td>玉米</td><td>860</td><td>395</td></tr>' +
      '<tr><td>合计</td><td>2,110</td><td>875.5</td></tr></table>'
    const record = await read(html, 'a.html')
    const again = await read(markdownOf(record), 'a.md')
    expect(record.blocks.filter(({ at }) => at.cell !== null)).toHaveLength(12)
    expect(blocksOf(again)).toEqual(blocksOf(record))
    expect(markdownOf(again)).toBe(markdownOf(record))
    expect(record.facts.length).toBeGreaterThan(5)
    expect(factsOf(again)).toEqual(factsOf(record))
  })
})
