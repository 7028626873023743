/** OpenDocument texts and spreadsheets as they are shown. */
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../src/model/document.js'
import { ProcessingError } from '../../src/model/message.js'
import { readDocuments } from '../../src/readers/read.js'
import type { OdfFile } from './samples/odf.js'
import { heading, odfOf, paragraph } from './samples/odf.js'
import { archiveOf } from './samples/office.js'
import { cellsOf } from './stated-cells.js'

async function read(bytes: Uint8Array, path = 'a.odt'): Promise<SourceDocument> {
  for await (const document of readDocuments(bytes, { path })) return document
  throw new Error('no document')
}
const readText = (body: string, file?: OdfFile) => read(odfOf('text', body, file))
const linesOf = async (body: string, file?: OdfFile) => (await readText(body, file)).text.trim().split('\n')

const textStyle = (name: string, properties: string) =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`
const numbers = (name: string, ...levels: string[]) =>
  `<text:list-style style:name="${name}">${levels.map((level, at) => `<text:list-level-style-number text:level="${at + 1}" ${level}/>`).join('')}</text:list-style>`
const item = (content: string, attributes = '') => `<text:list-item ${attributes}>${content}</text:list-item>`
const list = (items: string, attributes = '') => `<text:list ${attributes}>${items}</text:list>`
const chinese = numbers(
  'L',
  'style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"',
  'style:num-format="1" style:num-suffix="." text:display-levels="1"',
  'style:num-format="1" text:display-levels="2"',
)

describe('text', () => {
  it('keeps blanks, tabs and breaks that are stated, and none that the file was laid out with', async () => {
    const body = paragraph(
      '全县有\n   学校<text:s text:c="2"/>12所，<text:line-break/>教师<text:tab/>300人。',
    )
    expect(await linesOf(body)).toEqual(['全县有 学校  12所，', '教师\t300人。'])
  })

  it('that is hidden, deleted, remarked or read out is none', async () => {
    const automatic =
      textStyle('H', 'text:display="none"') +
      '<style:style style:name="S" style:family="section"><style:section-properties text:display="none"/></style:style>'
    const body = [
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>七十七</text:p></text:deletion></text:changed-region></text:tracked-changes>',
      paragraph(
        '学校<text:span text:style-name="H">（待核66<text:span text:style-name="T">所</text:span>）</text:span><text:change text:change-id="a"/>12<office:annotation><text:p>存疑88</text:p></office:annotation>所，<text:ruby><text:ruby-base>云溪</text:ruby-base><text:ruby-text>yunxi</text:ruby-text></text:ruby>县。',
      ),
      `<text:section text:name="a" text:style-name="S">${paragraph('隐藏节99所')}</text:section>`,
      `<text:section text:name="b" text:display="none">${paragraph('隐藏节55所')}</text:section>`,
      paragraph('教师<text:change-start text:change-id="b"/>300<text:change-end text:change-id="b"/>人。'),
    ]
    expect(await linesOf(body.join(''), { automatic })).toEqual(['学校12所，云溪县。', '教师300人。'])
  })

  it('raised digits stay raised, symbols of fonts are what they show', async () => {
    const automatic =
      textStyle('U', 'style:text-position="super 58%"') +
      textStyle('D', 'style:text-position="-8% 58%"') +
      textStyle('W', 'style:font-name="Wingdings"')
    const span = (style: string, text: string) => `<text:span text:style-name="${style}">${text}</text:span>`
    const body = paragraph(`10${span('U', '4')}亩，CO${span('D', '2')}，${span('W', '\uf0fe')}是`)
    expect(await linesOf(body, { automatic })).toEqual(['10⁴亩，CO2，☑是'])
  })

  it('of notes, boxes and edges of pages stands behind', async () => {
    const box = (text: string) => `<draw:frame><draw:text-box>${paragraph(text)}</draw:text-box></draw:frame>`
    const note =
      '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>不含教学点。</text:p></text:note-body></text:note>'
    const master = (name: string, text: string) =>
      `<style:master-page style:name="${name}"><style:header>${paragraph(text)}</style:header><style:footer>${paragraph('第 <text:page-number>2</text:page-number> 页')}</style:footer></style:master-page>`
    const document = await readText(paragraph(`学校12所${note}，${box('图框7个')}教师300人。`), {
      masters: master('Standard', '云溪县年报') + master('Envelope', '旧页眉'),
    })
    expect(document.text).toBe('学校12所，教师300人。\n图框7个\n不含教学点。\n云溪县年报\n')
    expect(document.stated.map(({ kind }) => kind)).toEqual(['footnote', 'boilerplate'])
  })
})

describe('numbers', () => {
  it('of lists: levels, a second paragraph of an item, a header', async () => {
    const inner = list(item(paragraph('小学')) + item(paragraph('初中') + list(item(paragraph('城区')))))
    const body = list(
      `<text:list-header>${paragraph('各类学校')}</text:list-header>${item(paragraph('学校') + paragraph('共12所。') + inner)}${item(paragraph('教师'))}`,
      'text:style-name="L"',
    )
    expect(await linesOf(body, { automatic: chinese })).toEqual([
      '各类学校',
      '（一）学校',
      '共12所。',
      '1.小学',
      '2.初中',
      '2.1 城区',
      '（二）教师',
    ])
  })

  it('start anew with each list, unless it goes on or says where', async () => {
    const lists = [
      list(item(paragraph('甲')) + item(paragraph('乙')), 'text:style-name="L" xml:id="first"'),
      list(item(paragraph('丙')), 'text:style-name="L"'),
      list(item(paragraph('丁')), 'text:style-name="L" text:continue-numbering="true"'),
      list(item(paragraph('戊')), 'text:style-name="L" text:continue-list="first"'),
      list(item(paragraph('己'), 'text:start-value="7"') + item(paragraph('庚')), 'text:style-name="L"'),
    ]
    expect(await linesOf(lists.join(''), { automatic: chinese })).toEqual([
      '（一）甲',
      '（二）乙',
      '（一）丙',
      '（二）丁',
      '（三）戊',
      '（七）己',
      '（八）庚',
    ])
  })

  it('of a list are those of the paragraphs’ style where the list says none, or what was saved', async () => {
    const automatic = `${chinese}<style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>`
    const body =
      list(item(paragraph('学校', 'P')) + item(paragraph('教师', 'P'))) +
      list(item(paragraph('<text:number>(5)</text:number>经费')))
    expect(await linesOf(body, { automatic })).toEqual(['（一）学校', '（二）教师', '(5)经费'])
  })

  it('of headings count through the text, with their levels', async () => {
    const styles =
      '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="1" style:num-suffix="."/></text:outline-style>'
    const document = await readText(
      [
        heading('学校', 1),
        heading('小学', 2),
        paragraph('共12所。'),
        heading('初中', 2),
        heading('教师', 1),
        '<text:h text:outline-level="1" text:is-list-header="true">附录</text:h>',
      ].join(''),
      { styles },
    )
    expect(
      document.stated.map(({ level, start, end }) => `${level} ${document.text.slice(start, end)}`),
    ).toEqual(['1 一、学校', '2 1.小学', '2 2.初中', '1 二、教师', '1 附录'])
  })
})

describe('tables of texts', () => {
  const cell = (text: string, attributes = '') =>
    `<table:table-cell ${attributes}>${paragraph(text)}</table:table-cell>`
  const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`
  const table = (rows: string) => `<table:table table:name="T">${rows}</table:table>`

  it('have cells that cover others and rows and cells that are repeated', async () => {
    const covered = '<table:covered-table-cell><text:p>被盖99</text:p></table:covered-table-cell>'
    const rows = [
      `<table:table-header-rows>${row(cell('乡镇', 'table:number-rows-spanned="2"') + cell('学校', 'table:number-columns-spanned="2"') + covered)}</table:table-header-rows>`,
      row(covered + cell('小学') + cell('初中')),
      row(cell('清溪镇') + cell('3', 'table:number-columns-repeated="2"')),
      row(cell('待报') + cell('0') + cell('1'), 'table:number-rows-repeated="2"'),
    ]
    expect(cellsOf(await readText(table(rows.join(''))))).toEqual([
      '0 0,0 2×1 乡镇',
      '0 0,1 1×2 学校',
      '0 1,1 1×1 小学',
      '0 1,2 1×1 初中',
      '0 2,0 1×1 清溪镇',
      '0 2,1 1×1 3',
      '0 2,2 1×1 3',
      '0 3,0 1×1 待报',
      '0 3,1 1×1 0',
      '0 3,2 1×1 1',
      '0 4,0 1×1 待报',
      '0 4,1 1×1 0',
      '0 4,2 1×1 1',
    ])
  })

  it('that repeat without end fill no memory', async () => {
    const many = 'table:number-columns-repeated="99999999"'
    const rows = row(cell('1', many), 'table:number-rows-repeated="99999999"') + row(cell('', many))
    expect((await readText(table(rows))).text.length).toBeLessThan(100_000)
  })
})

describe('spreadsheets', () => {
  const value = (type: string, attributes: string, text?: string, more = '') =>
    `<table:table-cell office:value-type="${type}" ${attributes} ${more}>${text === undefined ? '' : `<text:p>${text}</text:p>`}</table:table-cell>`
  const figure = (saved: string, text?: string, more = '') =>
    value('float', `office:value="${saved}"`, text, more)
  const word = (text: string) => value('string', '', text)
  const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
  const sheet = (...rows: string[]) => `<table:table table:name="表0">${rows.join('')}</table:table>`
  const readSheet = (body: string, automatic = '') => read(odfOf('spreadsheet', body, { automatic }), 'a.ods')

  it.each([
    ['as they are shown', '18.04', '18.0', '18.0', true],
    ['with groups of digits', '1234567.5', '1,234,567.50', '1,234,567.50', false],
    ['with a unit', '12', '12所', '12所', false],
    ['that are abridged, in full', '123456789', '1.23E+08', '123456789', false],
    ['in thousands, in full', '1234567', '1,235', '1234567', false],
    ['in brackets, with their sign', '-12.5', '(12.50)', '-12.50', false],
    ['in words, in digits', '3', '叁', '3', false],
    ['not rounded where only zeros are left away', '12.50', '12.5', '12.5', false],
  ])('figures %s', async (_, saved, text, shown, isRounded) => {
    const document = await readSheet(sheet(row(word('甲'), figure(saved, text))))
    expect(document.text).toBe(`表0\n甲\t${shown}\n`)
    expect(document.messages.map(({ code }) => code)).toEqual(isRounded ? ['rounded-figures'] : [])
  })

  it('shares and days, also without their text, by their format', async () => {
    const automatic = [
      '<number:percentage-style style:name="N1"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>',
      '<number:date-style style:name="N2"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style>',
      '<number:date-style style:name="N3" number:automatic-order="true"><number:month/><number:text>/</number:text><number:day/><number:text>/</number:text><number:year/></number:date-style>',
      '<number:number-style style:name="N4"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
      ...[1, 2, 3, 4].map(
        (at) => `<style:style style:name="c${at}" style:family="table-cell" style:data-style-name="N${at}"/>`,
      ),
    ].join('')
    const styled = (at: number) => `table:style-name="c${at}"`
    const day = 'office:date-value="2019-12-31"'
    const rows = [
      row(
        word('有字'),
        value('percentage', 'office:value="0.125"', '12.5%'),
        value('date', day, '2019年12月'),
        value('date', day, '12/31/19', styled(3)),
      ),
      row(
        word('无字'),
        value('percentage', 'office:value="0.125"', undefined, styled(1)),
        value('date', day, undefined, styled(2)),
        figure('1234.5', undefined, styled(4)),
      ),
    ]
    const { text } = await readSheet(sheet(...rows), automatic)
    expect(text.split('\n').slice(1, 3)).toEqual([
      '有字\t12.5%\t2019年12月\t2019/12/31',
      '无字\t12.5%\t2019年12月\t1,234.50',
    ])
  })

  it('leave out what is hidden and say so, and formulas without a value', async () => {
    const automatic =
      '<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style>'
    const body = [
      `<table:table table:name="学校"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>`,
      row(word('乡镇'), word('学校'), word('备注')),
      `<table:table-row table:visibility="filter">${word('旧镇')}${figure('9', '9')}</table:table-row>`,
      row(word('清溪镇'), figure('12', '12<office:annotation><text:p>存疑</text:p></office:annotation>')),
      '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
      row(word('合计'), '<table:table-cell table:formula="of:=SUM([.B2:.B3])"/>'),
      '</table:table>',
      `<table:table table:name="底稿" table:style-name="hid">${row(word('底稿77'))}</table:table>`,
    ]
    const document = await readSheet(body.join(''), automatic)
    expect(document.text).toBe('学校\n乡镇\t学校\n清溪镇\t12\n合计\n')
    expect(document.messages.map(({ code, parameters }) => [code, parameters])).toEqual([
      ['hidden-cells', { rows: 1, columns: 1, sheets: 1 }],
      ['uncomputed-formulas', { cell: 'B1000004', count: 1 }],
    ])
  })
})

it('a package without a file that says its type is known by its list of parts', async () => {
  const files = unzipSync(odfOf('text', paragraph('学校12所。')))
  delete files.mimetype
  expect((await read(archiveOf(files), 'a.zip')).text).toBe('学校12所。\n')
})

it('an encrypted file is said to be encrypted, one without content to be damaged', async () => {
  const manifest =
    '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
  const codeOf = (bytes: Uint8Array) =>
    read(bytes).catch((cause) => (cause instanceof ProcessingError ? cause.code : cause))
  expect(await codeOf(odfOf('text', paragraph('甲'), { manifest }))).toBe('encrypted')
  const mimetype = 'application/vnd.oasis.opendocument.text'
  expect(await codeOf(archiveOf({ mimetype, 'settings.xml': '<a/>' }))).toBe('damaged-file')
})
