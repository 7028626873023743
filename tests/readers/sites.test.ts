/** Pages of sites: the report and its table come out whole, and what the site prints is boilerplate or stays out. */
import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import { readDocuments } from '../../src/readers/read.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'
import { markupOf, markupTable } from './samples/markup.js'
import type { SampleLine } from './samples/report.js'
import { sampleReport, sampleTable } from './samples/report.js'
import { sitePages } from './samples/sites.js'

const boilerplate = loadBoilerplate()

/** The lines of a page that are taken for the report, cells of a table by the row. */
async function reportLines(page: string): Promise<string[]> {
  for await (const document of readDocuments(Buffer.from(page), { path: 'a.html' })) {
    const { text, blocks } = layOut(document, boilerplate)
    const lines: string[] = []
    let end = 0
    for (const block of blocks) {
      if (block.kind === 'boilerplate') continue
      const piece = text.slice(block.start, block.end)
      if (lines.length > 0 && !text.slice(end, block.start).includes('\n')) {
        lines[lines.length - 1] += text.slice(end, block.start) + piece
      } else lines.push(piece)
      end = block.end
    }
    return lines
  }
  return []
}

const reports = ['education-bureau-halfyear', 'finance-budget', 'water-power']
const halves = (lines: readonly SampleLine[]) => [lines.slice(0, 4), lines.slice(4)] as const

describe.each(Object.entries(sitePages))('%s', (_, layout) => {
  it.each(reports)('%s', async (id) => {
    const lines = sampleReport(id)
    expect(await reportLines(layout(markupOf(lines)))).toEqual(lines.map(({ text }) => text))
  })

  it('a report with a table', async () => {
    const [before, after] = halves(sampleReport('education-bureau-halfyear'))
    const article = markupOf(before) + markupTable(sampleTable) + markupOf(after)
    expect(await reportLines(layout(article))).toEqual([
      ...before.map(({ text }) => text),
      ...sampleTable.map((row) => row.join('\t')),
      ...after.map(({ text }) => text),
    ])
  })

  it('a short notice', async () => {
    const lines = ['关于清溪镇学校布局的说明', '全镇现有小学12所，在校生3406人，比上年增加128人。'].map(
      (text, index) => ({ text, level: index === 0 ? 1 : 0 }),
    )
    expect(await reportLines(layout(markupOf(lines)))).toEqual(lines.map(({ text }) => text))
  })
})
