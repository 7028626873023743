/** The workbook of documents: what its sheets hold, how figures look, and what LibreOffice reads in it. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { processDocument } from '../../src/dataset/process-document.js'
import type { WriteContext } from '../../src/writers/contract.js'
import { sections } from '../../src/writers/contract.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { writer } from '../../src/writers/xlsx.js'
import { temporaryFolder } from '../support/folder.js'
import { partsOf, rowsOfSheet, sheetsOf } from '../support/sheets.js'

const text = `# 财政情况

表1 分区县情况（单位：万元、人）

| 地区 | 收入 | 同比增长 | 人口 | 备注 |
|---|---|---|---|---|
| 合计 | 1,234.50 | 12.5% | 30,000 | =1+1 |
| 城东区 | 1,000.00 | 10.0% | 20000 | -无 |
| 城西区 | 234.50 | -3.50% | 10001 | @甲 |

全县人均住房面积44.60平方米，学校三所。
`

const context: WriteContext = { language: 'en', colour: false, width: 80, sections }
const folder = mkdtempSync(join(tmpdir(), 'huanyuan-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'book.xlsx')

async function recordOf(content: string, name: string): Promise<DocumentRecord> {
  for await (const record of processDocument(Buffer.from(content), { path: name })) return record
  throw new Error('no document')
}

function bookOf(records: readonly DocumentRecord[]): Uint8Array {
  const file = writer.open(context)
  for (const record of records) file.add(record)
  return file.end()
}

beforeAll(async () => {
  writeFileSync(path, bookOf([await recordOf(text, 'a.md'), await recordOf('学校3所。', 'b.txt')]))
})

const sheet = (name: string) => sheetsOf(path).find(({ title }) => title === name)!

/** The format that a cell shows its number in. */
function formatOf(style: number): string | undefined {
  const styles = partsOf(path).get('xl/styles.xml')!
  const number = /numFmtId="(\d+)"/.exec(styles.match(/<xf [^>]*xfId[^>]*>/g)![style]!)![1]
  return new RegExp(`numFmtId="${number}" formatCode="([^"]*)"`).exec(styles)?.[1]
}

test('has its sheets in the order in which they are read, of all documents', () => {
  expect(sheetsOf(path).map(({ title }) => title)).toEqual([
    'findings',
    'facts',
    'tables',
    'corrections',
    'checks',
    'documents',
    'messages',
    'columns',
  ])
  expect(rowsOfSheet(sheet('documents')).map(([key]) => key?.text)).toEqual(['a.md', 'b.txt'])
  expect(rowsOfSheet(sheet('facts')).at(-1)![0]).toMatchObject({ text: 'b.txt' })
})

test('has Chinese heads where the reader is Chinese, each once in its sheet, and says what they are elsewhere', async () => {
  const file = writer.open({ ...context, language: 'zh' })
  file.add(await recordOf(text, 'a.md'))
  const chinese = join(folder, 'chinese.xlsx')
  writeFileSync(chinese, file.end())
  const titles = ['问题', '数据', '表格', '更正', '核对', '文档', '消息', '列说明']
  expect(sheetsOf(chinese).map(({ title }) => title)).toEqual(titles)
  for (const { xml, title } of sheetsOf(chinese)) {
    const heads = [...xml.match(/<row r="1">.*?<\/row>/s)![0].matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(
      ([, head]) => head!,
    )
    expect(new Set(heads).size, title).toBe(heads.length)
    for (const head of heads) expect(head, title).toMatch(/^[\p{Script=Han}]+$/u)
  }
  const about = rowsOfSheet(sheetsOf(chinese).at(-1)!)
  expect(about.map((cells) => cells.map((cell) => cell?.text))).toContainEqual([
    '数据',
    '指标',
    'indicator',
    '文本',
    '指标的规范名称',
  ])
  for (const [, , , , sentence] of about) expect(sentence?.text).toMatch(/\p{Script=Han}/u)
})

test('opens on the first sheet that says something', async () => {
  const without = join(folder, 'without.xlsx')
  writeFileSync(without, bookOf([await recordOf('学校3所。', 'b.txt')]))
  for (const [book, shown] of [
    [path, 'findings'],
    [without, 'facts'],
  ] as const) {
    const selected = sheetsOf(book).filter(({ xml }) => xml.includes('tabSelected="1"'))
    expect(selected.map(({ title }) => title)).toEqual([shown])
    const [, tab = '0'] = /activeTab="(\d+)"/.exec(partsOf(book).get('xl/workbook.xml')!) ?? []
    expect(sheetsOf(book)[Number(tab)]!.title).toBe(shown)
  }
})

test('holds of the checks as findings only those that ask for a reader, with their places', () => {
  const [finding, ...more] = rowsOfSheet(sheet('findings'))
  expect(more).toEqual([])
  expect(finding!.map((cell) => cell?.text)).toEqual(
    expect.arrayContaining(['a.md', 'table-sum', '20000 + 10001 = 30,000', '6']),
  )
  expect(rowsOfSheet(sheet('checks')).length).toBeGreaterThan(1)
})

test('shows figures in the digits that were printed', () => {
  const { cells } = sheet('facts')
  const column = [...cells].find(([, { text: head }]) => head === 'value')![0].slice(0, -1)
  const shown = [...cells]
    .filter(([place]) => new RegExp(`^${column}\\d+$`).test(place))
    .slice(1)
    .map(([, { type, text: value, style }]) => [type, value, formatOf(style)].join(' '))
  for (const one of ['n 1234.50 #,##0.00', 'n 30000 #,##0', 'n -3.50 0.00', 'n 44.60 0.00', 'n 3 0']) {
    expect(shown).toContain(one)
  }
})

describe('the sheet of tables', () => {
  test('holds the rows as they were printed, each with its line', () => {
    const { cells } = sheet('tables')
    const row = (number: number) => [...'CFGHIJKLM'].map((letter) => cells.get(`${letter}${number}`)?.text)
    expect(row(2)).toEqual([
      '表1 分区县情况（单位：万元、人）',
      '5',
      '0',
      'head',
      ...'地区 收入 同比增长 人口 备注'.split(' '),
    ])
    expect(row(3).slice(1)).toEqual(['6', '1', 'total', '合计', '1234.50', '0.125', '30000', '=1+1'])
  })

  test('has percentages and commas as they were printed, and what looks like a formula as text', () => {
    const { cells } = sheet('tables')
    expect(formatOf(cells.get('J3')!.style)).toBe('#,##0.00')
    expect(cells.get('K5')).toMatchObject({ type: 'n', text: '-0.0350' })
    expect(formatOf(cells.get('K5')!.style)).toBe('0.00%')
    for (const place of ['M3', 'M4', 'M5']) {
      expect(cells.get(place)!.type).toBe('inlineStr')
      expect(formatOf(cells.get(place)!.style)).toBe(undefined)
    }
    expect(cells.get('I2')!.style).toBe(1)
  })
})

test('keeps heads in sight, filters, and holds no formula', () => {
  for (const { xml } of sheetsOf(path)) {
    expect(xml).toContain('state="frozen"')
    expect(xml).toContain('<autoFilter ref="A1:')
    expect(xml).not.toContain('<f>')
  }
})

test('names no time', () => {
  // Day and time of the first part, as a ZIP counts them: 1 January 1980.
  const bytes = readFileSync(path)
  expect([bytes.readUInt16LE(10), bytes.readUInt16LE(12)]).toEqual([0, 0x21])
})

const soffice = process.env.SOFFICE_PATH ?? '/usr/bin/soffice'
const isThere = existsSync(soffice)
if (!isThere && process.env.CI) throw new Error('no LibreOffice: the workbook was not opened')

/** Columns by commas, texts in quotes, UTF-8, cells as they are shown, every sheet a file. */
const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'

test.skipIf(!isThere)('opens in LibreOffice with the same figures and texts', { timeout: 120_000 }, () => {
  const out = temporaryFolder()
  const profile = `-env:UserInstallation=file://${join(out, 'profile')}`
  execFileSync(soffice, [profile, '--headless', '--convert-to', filter, '--outdir', out, path], {
    stdio: 'ignore',
  })
  const name = readdirSync(out).find((each) => each.includes('tables'))!
  const lines = readFileSync(join(out, name), 'utf8').split('\n')
  expect(lines[2]).toContain('合计,"1,234.50",12.5%,"30,000",=1+1')
  expect(lines[4]).toContain('城西区,234.50,-3.50%,10001,@甲')
  const facts = readFileSync(join(out, readdirSync(out).find((each) => each.includes('facts'))!), 'utf8')
  expect(facts).toContain('44.60平方米,44.60,')
})
