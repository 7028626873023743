/** Markdown as people and as programs for scans write it: its words without marks, its structure stated. */
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/model/cell.js'
import type { SourceDocument } from '../../src/model/document.js'
import { latexText } from '../../src/readers/formula.js'
import { inlineText } from '../../src/readers/markdown-inline.js'
import { readDocuments } from '../../src/readers/read.js'

async function read(text: string): Promise<SourceDocument> {
  for await (const document of readDocuments(Buffer.from(text), { path: 'a.md' })) return document
  throw new Error('no document')
}

const statedIn = ({ text, stated }: SourceDocument) =>
  stated.map(({ kind, level, start, end }) => `${kind} ${level} ${text.slice(start, end)}`)

/** Cells as "table row,column text", with the columns and rows that they cover where those are several. */
function cellsOf({ text, stated }: SourceDocument): string[] {
  const shown = ({ table, row, column, rowSpan, columnSpan }: Cell) =>
    `${table} ${row},${column}${columnSpan > 1 ? ` across ${columnSpan}` : ''}${rowSpan > 1 ? ` down ${rowSpan}` : ''}`
  return stated.flatMap(({ at, start, end }) =>
    at.cell === null ? [] : [`${shown(at.cell)} ${text.slice(start, end)}`],
  )
}

describe('the words of a line', () => {
  it.each([
    ['全县**粮食产量**31.5万吨，*增长*__2.4%__。', '全县粮食产量31.5万吨，增长2.4%。'],
    ['***增长**~~2.3%~~', '***增长**2.3%'],
    ['见[附表](http://x.cn/a_(1)/t2021_5.html "附表")和![图](a.jpg)。', '见附表和。'],
    ['共98所[\\[2\\]](#page-1-0)。', '共98所[2]。'],
    ['共98[^1]所，代码`a*b*c`。', '共98¹所，代码a*b*c。'],
    ['面积3*4*5米，20__年，__县，a_b_c。', '面积3*4*5米，20__年，__县，a_b_c。'],
    ['\\*\\*一中和\\*\\*二中，1\\. 甲', '**一中和**二中，1. 甲'],
    ['价$5亿，后价$6亿。$5 and $10', '价$5亿，后价$6亿。$5 and $10'],
    ['率$38.6 \\%$，共$$1.2\\times10^{4}$$亩。', '率38.6%，共1.2×10⁴亩。'],
  ])('%s', (line, text) => expect(inlineText(line)).toBe(text))
})

describe('a formula', () => {
  it.each([
    ['1 5 . 2 \\times 1 0 ^ { - 4 }', '15.2×10⁻⁴'],
    ['\\mathbf{3 8 . 6 \\%}', '38.6%'],
    ['\\frac{\\text{产值}}{\\text{人口}}=\\frac{7.4}{121.1}', '产值/人口=7.4/121.1'],
    ['\\frac{86.4-83.8}{83.8}', '(86.4-83.8)/83.8'],
    ['R = \\frac { 1 2 } { 3 6 } \\times 1 0 0 \\%', 'R=12/36×100%'],
    ['\\geq 95\\%', '≥95%'],
    ['25 ^ { \\circ } \\mathrm { C }', '25°C'],
    ['\\mathrm{CO}_{2}', 'CO2'],
    ['\\sum_{i} x', undefined],
    ['亿元和', undefined],
  ])('%s', (latex, text) => expect(latexText(latex)).toBe(text))
})

describe('lines', () => {
  it('are headings by marks or by what stands under them, with their levels', async () => {
    const document = await read(
      '全县**年报**\n===\n\n## 一、农业 ##\n\n二、工业\n---\n\n全年增长2.4%。\n---\n### C#\n',
    )
    expect(statedIn(document)).toEqual([
      'heading 1 全县年报',
      'heading 2 一、农业',
      'heading 2 二、工业',
      'heading 3 C#',
    ])
    expect(document.text).toContain('\n全年增长2.4%。\n')
  })

  it('of data in front of the text are stated as none of it', async () => {
    expect(statedIn(await read('---\ntitle: 年报\ntags:\n  - 农业\n---\n# 全县年报\n'))).toEqual([
      'boilerplate 0 title: 年报',
      'boilerplate 0 tags:',
      'boilerplate 0 - 农业',
      'heading 1 全县年报',
    ])
  })

  it('of data in front of the text give its title, where no heading does', async () => {
    expect(statedIn(await read('---\ntitle: "养殖月报"\ntags: 农业\n---\n\n## 存栏\n'))).toEqual([
      'heading 1 养殖月报',
      'boilerplate 0 tags: 农业',
      'heading 2 存栏',
    ])
  })

  it('of a formula are one, where a line can say it', async () => {
    const said = await read('率为：\n\n$$\nR = \\frac { 1 2 } { 3 6 }\n\\times 1 0 0 \\%\n$$\n\n完。')
    expect(said.text).toBe('率为：\n\nR=12/36×100%\n\n完。\n')
    expect((await read('$$\n\\sum_{i} x\n$$')).text).toBe('$$\n\\sum_{i} x\n$$\n')
  })

  it('of notes with names are left out, and their further lines belong to them', async () => {
    const document = await read('存栏12头[^a]。\n\n[^a]: 含待售3头，\n    不含寄养。\n后文。\n')
    expect(document.text).toBe('存栏12头。\n\n含待售3头，不含寄养。\n后文。\n')
    expect(statedIn(document)).toEqual(['footnote 0 含待售3头，不含寄养。'])
  })

  it('lose the marks of lists and quotations, and notes are stated', async () => {
    const document = await read('> 全文如下。\n- 小学76所\n* 初中12所\n1. 高中3所\n\n[^1]: 不含民办。\n')
    expect(document.text).toBe('全文如下。\n小学76所\n初中12所\n1. 高中3所\n\n不含民办。\n')
    expect(statedIn(document)).toEqual(['footnote 0 不含民办。'])
  })

  it('of code and of a table without a row of dashes stay', async () => {
    const text = '```\n# **a** | b\n```\n| 甲 | 12 |\n| 乙 | 13 |\n'
    expect((await read(text)).text).toBe('# **a** | b\n| 甲 | 12 |\n| 乙 | 13 |\n')
  })

  it('that mark pages part them, and are no text', async () => {
    const { text, pageStarts } = await read(
      '甲。\n\n<!-- PageBreak -->\n乙。\n\n{2}------------------------\n\n<!-- image -->\n丙。\n',
    )
    expect(text).toBe('甲。\n\n乙。\n\n\n丙。\n')
    expect(pageStarts.map((start) => text.slice(start).trim()[0])).toEqual(['甲', '乙', '丙'])
  })

  it('with tags are read as a page is', async () => {
    const { text } = await read(
      '<div align="center">\n\n面积98m<sup>2</sup>，&lt;5**%**<br>共2处\n\n<img src="a.png">\n</div>\n',
    )
    expect(text.trim()).toBe('面积98m²，<5%\n共2处')
  })
})

describe('tables', () => {
  it('a blank cell counts, and a bar behind a backslash parts nothing', async () => {
    const document = await read('|项目|单位|2021年|\n|---|---|---|\n|机构||**12**|\n|床\\|位|张|$3 4 0$|\n')
    expect(cellsOf(document)).toEqual([
      '0 0,0 项目',
      '0 0,1 单位',
      '0 0,2 2021年',
      '0 1,0 机构',
      '0 1,2 12',
      '0 2,0 床|位',
      '0 2,1 张',
      '0 2,2 340',
    ])
  })

  it.each([
    ['over lines', '\n'],
    ['in one line', ''],
  ])('of markup have cells, merged ones too, %s', async (_, end) => {
    const markup = [
      '<html><body><table><tr><td rowspan="2">乡镇</td><td colspan=2><b>学校（所）</b></td></tr>',
      '<tr><td>小学</td><td>初中</td></tr>',
      '<tr><td>清溪镇</td><td>$1 2$</td><td></td></tr></table></body></html>',
    ].join(end)
    const document = await read(`前文。\n\n${markup}\n\n| 村 | 户 |\n|---|---|\n| 甲 | 9 |\n`)
    expect(cellsOf(document)).toEqual([
      '0 0,0 down 2 乡镇',
      '0 0,1 across 2 学校（所）',
      '0 1,1 小学',
      '0 1,2 初中',
      '0 2,0 清溪镇',
      '0 2,1 12',
      '1 0,0 村',
      '1 0,1 户',
      '1 1,0 甲',
      '1 1,1 9',
    ])
  })
})
