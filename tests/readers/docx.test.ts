/** Word documents since 2007 as Word shows them, whatever program wrote them and however it names its parts. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../src/model/document.js'
import { readDocuments } from '../../src/readers/read.js'
import { archiveOf } from './samples/office.js'
import { cellsOf } from './stated-cells.js'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

interface Options {
  readonly main?: string
  readonly prefix?: string
  /** Other parts of the package, by name, with what they are to the main one. */
  readonly parts?: Readonly<Record<string, readonly [type: string, markup: string]>>
}

/** A package around the markup of a body, whose elements have the prefix w. */
async function read(
  body: string,
  { main = 'document', prefix = 'w', parts = {} }: Options = {},
): Promise<SourceDocument> {
  const renamed = (markup: string) =>
    `<w:x xmlns:w="urn:w">${markup}</w:x>`
      .replaceAll(/\bw:/g, `${prefix}:`)
      .replace('xmlns:w', `xmlns:${prefix}`)
  const names = Object.entries(parts)
  const bytes = archiveOf({
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Override PartName="/word/${main}.xml" ContentType="${type}.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="/word/${main}.xml"/></Relationships>`,
    [`word/_rels/${main}.xml.rels`]: `<Relationships xmlns="${packages}/relationships">${names
      .map(([name, [of]], at) => `<Relationship Id="p${at}" Type="${office}/${of}" Target="${name}.xml"/>`)
      .join('')}</Relationships>`,
    [`word/${main}.xml`]: renamed(body),
    ...Object.fromEntries(names.map(([name, [, markup]]) => [`word/${name}.xml`, renamed(markup)])),
  })
  for await (const document of readDocuments(bytes, { path: 'a.docx' })) return document
  throw new Error('no document')
}

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
const paragraph = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`
const textOf = async (body: string, options?: Options) => (await read(body, options)).text

it('a line that is moved up as a whole has no raised figures', async () => {
  const up = '<w:position w:val="8"/>'
  expect(await textOf(paragraph(run('12', up), run('5', up), run('所', up), run('7', up)))).toBe('125所7\n')
})

it('figures of a style that raises them are raised', async () => {
  const styles =
    '<w:style w:type="character" w:styleId="up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
  const body = paragraph(run('3.6×10'), run('4', '<w:rStyle w:val="up"/>'), run('册'))
  expect(await textOf(body, { parts: { styles: ['styles', styles] } })).toBe('3.6×10⁴册\n')
})

describe('runs', () => {
  const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
  const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
  const rows: readonly (readonly [string, string, string])[] = [
    ['that are hidden', run('7', '<w:vanish/>'), ''],
    ['that are not hidden', run('7', '<w:vanish w:val="0"/>'), '7'],
    ['that were deleted', `<w:del>${run('7')}</w:del>`, ''],
    ['that were moved away', `<w:moveFrom>${run('7')}</w:moveFrom>`, ''],
    ['that were inserted', `<w:ins>${run('7')}</w:ins>`, '7'],
    ['that are raised behind a figure', run('7', '<w:vertAlign w:val="superscript"/>'), '⁷'],
    ['that are moved up behind a figure', run('7', '<w:position w:val="8"/><w:sz w:val="19"/>'), '⁷'],
    ['that are moved up a little', run('7', '<w:position w:val="2"/>'), '7'],
    ['that are moved down', run('7', '<w:position w:val="-8"/>'), '7'],
    [
      'with a phonetic guide',
      `<w:r><w:ruby><w:rt>${run('yún')}</w:rt><w:rubyBase>${run('云')}</w:rubyBase></w:ruby></w:r>`,
      '云',
    ],
    ['of a symbol font', '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', '□'],
    ['of the font Symbol', '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', '≥'],
    ['with a hyphen that breaks no line', '<w:r><w:noBreakHyphen/></w:r>', '-'],
    ['with a tab', '<w:r><w:tab/></w:r>', '\t'],
    ['of a field', field('begin') + instruction('PAGE 5') + field('separate') + run('7') + field('end'), '7'],
    ['of a fraction in a field', field('begin') + instruction('EQ \\f(2,3)') + field('end'), '2/3'],
    [
      'in controls and tags',
      `<w:sdt><w:sdtContent><w:smartTag>${run('7')}</w:smartTag></w:sdtContent></w:sdt>`,
      '7',
    ],
  ]
  it.each(rows)('%s', async (_, markup, shown) => {
    expect(await textOf(paragraph(run('共12'), markup, run('所。')))).toBe(`共12${shown}所。\n`)
  })

  it('behind an instruction that never ends are not lost', async () => {
    const body = paragraph(run('全县'), field('begin'), run('有学校')) + paragraph(run('12所。'))
    expect(await textOf(body)).toBe('全县\n有学校\n12所。\n')
  })

  it('of a hidden style are none, of a style on it that is not are', async () => {
    const styles =
      '<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="c"><w:basedOn w:val="a"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    const body = ['a', 'b', 'c'].map((id) => `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${run(id)}</w:p>`)
    expect(await textOf(body.join(''), { parts: { styles: ['styles', styles] } })).toBe('c\n')
  })

  it('of a paragraph whose end was deleted go on in the next one', async () => {
    const first = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('全县有学校')}</w:p>`
    expect(await textOf(first + paragraph(run('12所。')))).toBe('全县有学校12所。\n')
  })
})

describe('formulas', () => {
  const part = (name: string, markup: string) => `<w:${name}>${markup}</w:${name}>`
  const number = (text: string) => part('r', part('t', text))
  it.each([
    [part('f', part('num', number('12-10')) + part('den', number('10'))), '(12-10)/10'],
    [part('sSup', part('e', number('x')) + part('sup', number('2'))), 'x²'],
    [part('rad', part('deg', '') + part('e', number('16'))), '√16'],
    [part('d', part('e', part('f', part('num', number('1')) + part('den', number('3'))))), '(1/3)'],
    [part('sSubSup', part('e', number('x')) + part('sub', number('1')) + part('sup', number('2'))), 'x_1^2'],
  ])('%s', async (formula, shown) => {
    expect(await textOf(paragraph(run('即'), part('oMath', formula), run('。')))).toBe(`即${shown}。\n`)
  })
})

describe('tables', () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`
  const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`
  const wide = '<w:gridSpan w:val="2"/>'
  const first = '<w:vMerge w:val="restart"/>'

  it('have heads over several columns, cells over several rows, and rows that begin further right', async () => {
    const rows = [
      row(cell('乡镇', first) + cell('学校', wide)),
      row(cell('旧名', '<w:vMerge/>') + cell('小学') + cell('初中')),
      row(cell('12') + cell('3'), '<w:gridBefore w:val="1"/>'),
      row(cell('删除') + cell('9') + cell('9'), '<w:del/>'),
      row(cell('镇', '<w:hMerge w:val="restart"/>') + cell('', '<w:hMerge/>') + cell('4')),
    ]
    expect(cellsOf(await read(`<w:tbl>${rows.join('')}</w:tbl>`))).toEqual([
      '0 0,0 2×1 乡镇',
      '0 0,1 1×2 学校',
      '0 1,1 1×1 小学',
      '0 1,2 1×1 初中',
      '0 2,1 1×1 12',
      '0 2,2 1×1 3',
      '0 3,0 1×2 镇',
      '0 3,2 1×1 4',
    ])
  })

  it('that only lay out a page are text', async () => {
    const sentence = '全县学校布局进一步优化，办学条件持续改善。'.repeat(12)
    const { text, stated } = await read(`<w:tbl>${row(cell('说明') + cell(sentence))}</w:tbl>`)
    expect([text, stated]).toEqual([`说明\n${sentence}\n`, []])
  })
})

describe('parts', () => {
  it('are known by their relationships, whatever their names and prefixes', async () => {
    expect(await textOf(paragraph(run('全县有学校12所。')), { main: 'document2', prefix: 'ns0' })).toBe(
      '全县有学校12所。\n',
    )
  })

  it('of notes and of the edges of pages stand behind the text, once each', async () => {
    const edges =
      '<w:sectPr><w:headerReference w:id="p1"/><w:headerReference w:id="p2"/><w:footerReference w:id="p3"/></w:sectPr>'
    const note = (text: string, kind = '') => `<w:footnote${kind}>${paragraph(run(text))}</w:footnote>`
    const header = `<w:hdr>${paragraph(run('云岭县年报'))}</w:hdr>`
    const { text, stated } = await read(paragraph(run('全县有学校12所。')) + edges, {
      parts: {
        notes: ['footnotes', note('—', ' w:type="separator"') + note('不含教学点。')],
        header1: ['header', header],
        header2: ['header', header],
        footer1: ['footer', `<w:ftr>${paragraph(run('第 3 页'))}</w:ftr>`],
        header3: ['header', `<w:hdr>${paragraph(run('没有用到'))}</w:hdr>`],
      },
    })
    expect(stated.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['footnote', '不含教学点。'],
      ['boilerplate', '云岭县年报'],
    ])
    expect(text).toBe('全县有学校12所。\n不含教学点。\n云岭县年报\n')
  })

  it('of text boxes stand once, behind their paragraph', async () => {
    const box = (text: string) => `<w:r><w:txbxContent>${paragraph(run(text))}</w:txbxContent></w:r>`
    const choice = `<w:AlternateContent><w:Choice>${box('文本框。')}</w:Choice><w:Fallback>${box('文本框。')}</w:Fallback></w:AlternateContent>`
    const empty = `<w:AlternateContent><w:Choice/><w:Fallback>${box('旧式。')}</w:Fallback></w:AlternateContent>`
    expect(await textOf(paragraph(run('前'), choice, run('后。'), empty))).toBe('前后。\n文本框。\n旧式。\n')
  })
})

describe('a report that LibreOffice wrote', () => {
  const lines = [
    '一、基本情况',
    '（一）学校',
    '1.全县有小学31所。',
    '2.全县有初中9所，占地2.5km2。',
    '（二）教师',
    '全县有教师1200人，其中女教师700人。',
    '二、附表',
    '乡镇\t学校（所）\t备注',
    '小学\t初中',
    '白水镇\t18\t5\t',
    '石桥乡\t13\t4\t',
    '新建\t2',
    '改建\t1',
    '以上数据截至年底。',
    '不含代课教师。',
    '云岭县统计局资料',
  ]
  it.each(['report.docx', 'report.doc', 'report.rtf', 'report.odt', 'report.fodt'])('%s', async (name) => {
    const bytes = readFileSync(new URL(`samples/libreoffice/${name}`, import.meta.url))
    for await (const document of readDocuments(bytes, { path: name })) {
      expect(document.text.trim().split('\n')).toEqual(lines)
      expect(cellsOf(document).slice(0, 6)).toEqual([
        '0 0,0 2×1 乡镇',
        '0 0,1 1×2 学校（所）',
        '0 0,3 2×1 备注',
        '0 1,1 1×1 小学',
        '0 1,2 1×1 初中',
        '0 2,0 1×1 白水镇',
      ])
    }
  })
})
