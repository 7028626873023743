/** In every format with tables a figure stays within its cell; and what is raised stays raised. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { analyseDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { readDocuments } from '../../src/readers/read.js'
import { tablesOf } from './samples/formats.js'
import { markdownTable, markupOf, markupTable, pageOf } from './samples/markup.js'
import { docxOf } from './samples/office.js'
import { pdfOf, typesetTable } from './samples/pdf.js'

/** The formats that hold tables beside text, and tables without quotes. */
function markedTables(table: readonly (readonly string[])[]) {
  const joined = (separator: string) => Buffer.from(table.map((row) => row.join(separator)).join('\n'))
  const cells = table.map((row) => row.map((text) => ({ text })))
  return [
    { name: 'CSV without quotes', path: 'a.csv', bytes: joined(',') },
    { name: 'CSV with semicolons', path: 'a.csv', bytes: joined(';') },
    { name: 'TSV', path: 'a.tsv', bytes: joined('\t') },
    { name: 'HTML', path: 'a.html', bytes: Buffer.from(pageOf(markupTable(table))) },
    { name: 'Markdown', path: 'a.md', bytes: Buffer.from(markdownTable(table)) },
    { name: 'DOCX', path: 'a.docx', bytes: docxOf([], { table: cells }) },
    { name: 'PDF', path: 'a.pdf', bytes: pdfOf(typesetTable(table, 40)) },
  ]
}

it('no figure goes over the edge of a cell', { timeout: 120_000 }, async () => {
  const resources = await loadResources()
  const figure = fc.constantFrom('7', '12', '345', '678', '9012', '4.5', '120', '0.06')
  const rows = fc.array(fc.tuple(figure, figure, figure), { minLength: 2, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(rows, async (figures) => {
      const table = [
        ['县区', '学校', '学生', '教师'],
        ...figures.map((row, index) => [`${'甲乙丙丁'[index]}县`, ...row]),
      ]
      for (const { name, path, bytes } of [...tablesOf(table), ...markedTables(table)]) {
        for await (const document of analyseDocument(bytes, { resources, path, until: 'extract' })) {
          const cells = document.blocks.filter(({ kind }) => kind === 'table')
          expect([name, cells.length]).toEqual([name, table.flat().length])
          const found = [...document.facts, ...document.ignored]
          for (const { start, end, text } of found) {
            const isWithin = cells.some((cell) => cell.start <= start && end <= cell.end)
            expect([name, text, isWithin]).toEqual([name, text, true])
          }
          const texts = found.map(({ text }) => text)
          for (const printed of figures.flat())
            expect([name, texts]).toEqual([name, expect.arrayContaining([printed])])
        }
      }
    }),
    { numRuns: 6 },
  )
})

it('a comma in quotes is part of a figure, one without them parts cells', async () => {
  const resources = await loadResources()
  const read = async (text: string, path = 'a.csv') => {
    for await (const { facts } of analyseDocument(Buffer.from(text), { resources, path, until: 'extract' }))
      return facts.map((fact) => fact.text)
    throw new Error('no document')
  }
  expect(await read('校名,教师,学生\n南关小学,130,456\n')).toEqual(['130', '456'])
  expect(await read('校名,学生\n南关小学,"130,456"\n')).toEqual(['130,456'])
  expect(await read('校名;教师;学生\n南关小学;130;456\n')).toEqual(['130', '456'])
  expect(await read('校名\t教师\t学生\n南关小学\t130\t456\n', 'a.tsv')).toEqual(['130', '456'])
})

it.each([
  ['种树6.5×10<sup>5</sup>株。', '种树6.5×10⁵株。'],
  ['浓度2×10<sup>−3</sup>克。', '浓度2×10⁻³克。'],
  ['面积98m<sup>2</sup>，共98<sup><a href="#n1">1</a></sup>所。', '面积98m²，共98¹所。'],
  ['见<sup>[1]</sup>和第1<sup>st</sup>页。', '见[1]和第1st页。'],
])('%s', async (markup, text) => {
  const page = pageOf(markupOf([{ text: '占位', level: 0 }]).replace('占位', markup))
  for await (const document of readDocuments(Buffer.from(page), { path: 'a.html' }))
    expect(document.text).toContain(text)
})
