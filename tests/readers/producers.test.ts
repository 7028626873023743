/**
 * Files by programs that are not ours: what they mark in their own way stands in the text, once and where it belongs, and
 * what they do not show does not. How the files were made, the folders beside them say.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import type { LaidOutDocument } from '../../src/model/document.js'
import { readDocuments } from '../../src/readers/read.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'

const boilerplate = loadBoilerplate()

async function read(path: string): Promise<LaidOutDocument> {
  const bytes = readFileSync(new URL(`samples/${path}`, import.meta.url))
  for await (const document of readDocuments(bytes, { path })) return layOut(document, boilerplate)
  throw new Error('no document')
}

const linesOf = ({ text }: LaidOutDocument) => text.split('\n').map((line) => line.replace(/(?<=\.) /, ''))

const textsOf = ({ text, blocks }: LaidOutDocument, kind: string) =>
  blocks.filter((block) => block.kind === kind).map(({ start, end }) => text.slice(start, end))

const rowsOf = ({ text, blocks }: LaidOutDocument) => {
  const rows: string[] = []
  for (const { at, start, end } of blocks) {
    if (at.cell === null) continue
    const row = 100 * at.cell.table + at.cell.row
    rows[row] = rows[row] === undefined ? text.slice(start, end) : `${rows[row]}|${text.slice(start, end)}`
  }
  return rows.filter((row) => row !== undefined)
}

describe('a report of LibreOffice', () => {
  const withNumbers = ['docx', 'doc', 'rtf', 'odt', 'pdf']

  it.each([...withNumbers, 'html', 'epub'])('as %s', async (ending) => {
    const document = await read(`libreoffice/notes.${ending}`)
    const { text } = document
    expect(text).not.toMatch(/999|888|批注/)
    expect(text).toContain('岚山县耕地面积31.5万亩')
    expect(text).toMatch(/造林面积15\.2km[2²]，CO2排放量下降2\.4%/)
    expect(rowsOf(document).slice(-3)).toEqual([
      '发电量|亿千瓦时|18.7',
      '其中：水电|亿千瓦时|11.2',
      '水泥（万吨）|96.0',
    ])
    if (ending !== 'pdf')
      expect(textsOf(document, 'footnote')).toEqual(['粮食产量为初步统计数。', '排放量按新口径计算。'])
  })

  it.each(withNumbers)('numbers of its lists and the text of its box in %s', async (ending) => {
    const lines = linesOf(await read(`libreoffice/notes.${ending}`))
    // LibreOffice itself does not start the second list again in what it wrote as .doc.
    const last = ending === 'doc' ? '（三）' : '（二）'
    expect(lines).toEqual(
      expect.arrayContaining([
        '（一）种植业产值12.5亿元。',
        '（一）林业产值2.1亿元。',
        '1.木材采伐量3.4万立方米。',
        '5.竹材采伐量120万根。',
        `${last}渔业产值1.9亿元。`,
        '其中拖拉机3200台。',
      ]),
    )
    expect(lines.join('')).toContain('框内：农机手1520人。')
  })

  it('numbers of items that are paragraphs, in a page', async () => {
    expect(linesOf(await read('libreoffice/notes.html'))).toEqual(
      expect.arrayContaining(['1.种植业产值12.5亿元。', '5.竹材采伐量120万根。']),
    )
  })
})

describe('slides of LibreOffice', () => {
  it.each(['pptx', 'pdf'])('as %s', async (ending) => {
    const document = await read(`libreoffice/slides.${ending}`)
    const lines = linesOf(document)
    expect(lines).toEqual(
      expect.arrayContaining([
        '岚山县2021年工作汇报',
        '1.粮食产量86.4万吨，增长3.1%。',
        '图形内：教师300人。',
      ]),
    )
    expect(lines.some((line) => /^2\.造林面积15\.2km[2²]。$/.test(line))).toBe(true)
    expect(document.text).not.toContain('777')
    expect(rowsOf(document)).toEqual(['乡镇和学校|学生（人）', '白水镇|12|1804'])
  })

  it('are refused as another kind of OpenDocument', async () => {
    await expect(read('libreoffice/slides.fodp')).rejects.toMatchObject({ code: 'unsupported-format' })
  })
})

describe('a workbook of LibreOffice', () => {
  it.each(['xlsx', 'xls', 'ods', 'fods', 'xml'])('as %s', async (ending) => {
    const document = await read(`libreoffice/sheets.${ending}`)
    expect(document.text).not.toMatch(/777|555|666/)
    const rows = rowsOf(document).map((row) => row.replaceAll(/,|(?<=\.\d)0/g, ''))
    expect(rows.map((row) => row.split('|').slice(0, 3).join('|'))).toEqual([
      '乡镇|面积（km2）|入学率',
      '白水镇（城区）|1234.5|98.5%',
      '石桥乡|880.0|90.0%',
      '合计|2114.5',
    ])
    expect(document.messages.map(({ code }) => code)).toEqual(['hidden-cells'])
  })
})

describe('a report of pandoc', () => {
  it.each(['docx', 'odt', 'epub', 'pptx', 'html'])('as %s', async (ending) => {
    const document = await read(`producers/report.${ending}`)
    const lines = linesOf(document)
    expect(lines).toEqual(
      expect.arrayContaining([
        '1.种植业产值12.5亿元。',
        'a.牛存栏1.2万头。',
        '6.渔业产值1.9亿元。',
        '拖拉机3200台。',
        '增长率 r=(86.4−83.8)/83.8×100%，约为3.1%，面积 15.2×10⁴ 亩。',
      ]),
    )
    expect(rowsOf(document)).toEqual(['乡镇|小学|初中', '白水镇|12|3', '石桥乡|9|2'])
    expect(document.text).toContain('粮食产量为初步统计数。')
    if (ending !== 'pptx') expect(textsOf(document, 'footnote')).toEqual(['粮食产量为初步统计数。'])
  })

  it('as rich text, whose headings have a level of the outline and no style', async () => {
    const document = await read('producers/report.rtf')
    expect(textsOf(document, 'heading')).toContain('种植')
    expect(textsOf(document, 'footnote')).toEqual(['粮食产量为初步统计数。'])
  })
})

describe('a page printed by Chromium', () => {
  it('has its marks at their words, its columns one after the other, and its tables as cells', async () => {
    const document = await read('producers/page.pdf')
    const lines = linesOf(document).map((line) => line.normalize('NFKC'))
    expect(lines[0]).toBe('统计公报')
    expect(document.normalised.text).toContain('粮食产量86.4万吨[1],增长3.1%。造林面积15.2km')
    expect(document.text).not.toMatch(/白字/)
    const places = ['规模以上', '0.4万', '附表', '左栏', '1020', '右栏', '博物馆'].map((words) =>
      document.normalised.text.indexOf(words),
    )
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(rowsOf(document).map((row) => row.normalize('NFKC'))).toEqual([
      '乡镇|学校(所)|学生(人)',
      '小学|初中',
      '白水镇|12|3|1804',
      '指标|单位|2021年',
      '发电量|亿千瓦时|18.7',
      '其中:水电|亿千瓦时|11.2',
    ])
    expect(textsOf(document, 'boilerplate')).toContain('内部资料')
  })
})
