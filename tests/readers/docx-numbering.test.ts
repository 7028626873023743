/** Labels that Word counts itself are part of the text: in every format of numbers, over levels, by style. */
import { describe, expect, it } from 'vitest'
import { printNumber } from '../../src/readers/list-labels.js'
import { readDocuments } from '../../src/readers/read.js'
import { archiveOf } from './samples/office.js'

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const levels = [
  ['chineseCounting', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
  ['decimal', '0-%4'],
  ['decimal', '%5'.repeat(1000)],
]
  .map(
    ([format, text], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  )
  .join('')

function paragraph(text: string, properties: string): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
}

const counted = (text: string, level: number, list = 1) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

/** A second list of the same definition, which starts its first level again. */
const restarted =
  '<w:num w:numId="2"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'

async function textOf(body: string): Promise<string> {
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const part = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${types}.${type}+xml"/>`
  const bytes = archiveOf({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('document', 'document.main')}${part('numbering', 'numbering')}${part('styles', 'styles')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/numbering" Target="numbering.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document ${word}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `${head}<w:numbering ${word}><w:abstractNum w:abstractNumId="4">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>${restarted}</w:numbering>`,
    'word/styles.xml': `${head}<w:styles ${word}><w:style w:type="paragraph" w:styleId="Part"><w:name w:val="part"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
  })
  for await (const { text } of readDocuments(bytes, { path: 'a.docx' })) return text
  return ''
}

describe('labels of lists', () => {
  it('are counted by level, and start again under the next heading', async () => {
    const body = [
      counted('主要工作', 0),
      counted('抓好安全', 1),
      counted('抓好教学', 1),
      counted('开展教研', 2),
      counted('存在问题', 0),
      counted('经费不足', 1),
    ].join('')
    expect((await textOf(body)).trim().split('\n')).toEqual([
      '一、主要工作',
      '（一）抓好安全',
      '（二）抓好教学',
      '1.开展教研',
      '二、存在问题',
      '（一）经费不足',
    ])
  })

  it('start again once where a list of the same definition says so', async () => {
    const body = [
      counted('主要工作', 0),
      counted('存在问题', 0),
      counted('附件', 0, 2),
      counted('附表', 0, 2),
      counted('后记', 0),
    ].join('')
    expect((await textOf(body)).trim().split('\n')).toEqual([
      '一、主要工作',
      '二、存在问题',
      '一、附件',
      '二、附表',
      '三、后记',
    ])
  })

  it('of a pattern that no program writes are left out', async () => {
    expect(await textOf(counted('小学', 4))).toBe('小学\n')
  })

  it('leave a space before what follows a digit', async () => {
    expect(await textOf(counted('12所小学', 3))).toBe('0-1 12所小学\n')
  })

  it('come from the style of a paragraph too', async () => {
    expect(await textOf(paragraph('总体情况', '<w:pStyle w:val="Part"/>'))).toBe('一、总体情况\n')
  })

  it('leave paragraphs without a number alone', async () => {
    expect(await textOf(paragraph('全县有学校12所。', ''))).toBe('全县有学校12所。\n')
  })
})

describe('printNumber', () => {
  it.each([
    [1, 'chineseCounting', '一'],
    [10, 'chineseCounting', '十'],
    [12, 'chineseCountingThousand', '十二'],
    [20, 'chineseCounting', '二十'],
    [35, 'chineseCounting', '三十五'],
    [12, 'chineseLegalSimplified', '壹拾贰'],
    [3, 'ideographTraditional', '丙'],
    [4, 'decimalEnclosedCircle', '④'],
    [7, 'decimalFullWidth', '７'],
    [5, 'decimalZero', '05'],
    [14, 'upperRoman', 'XIV'],
    [27, 'lowerLetter', 'aa'],
    [9, 'decimal', '9'],
    [1, 'bullet', undefined],
    [0, 'chineseCounting', '0'],
    [1e12, 'upperRoman', '1000000000000'],
    [1e12, 'lowerLetter', '1000000000000'],
    [Number.NaN, 'decimal', undefined],
  ])('%i as %s', (number, format, printed) => expect(printNumber(number, format)).toBe(printed))
})
