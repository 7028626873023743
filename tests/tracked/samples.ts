/**
 * Word files with the habits of several programs, written by hand: runs parted inside of words, bookmarks and fields
 * across them, boxes, notes, changes of somebody else. Each says sentences that a tool has reworded.
 */
import { readFileSync } from 'node:fs'
import { archiveOf } from '../readers/samples/office.js'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
const namespaces =
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'

export interface PartOf {
  /** What it is to the main part. */
  readonly type: string
  /** The content of its outermost element, of the name given. */
  readonly root: string
  readonly markup: string
}

export interface Sample {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Whether every word can be changed in a sample, and no change of somebody else is in it. */
export const isWhole = ({ name }: Sample): boolean =>
  !['fields', 'uneven-boxes', 'changes-of-others', 'controls', 'block-controls'].includes(name)

/** A package around the content of a body. */
export function packageOf(body: string, parts: Readonly<Record<string, PartOf>> = {}): Uint8Array {
  const names = Object.entries(parts)
  const overrides = names.map(
    ([name, { type }]) => `<Override PartName="/word/${name}.xml" ContentType="${contentType}.${type}+xml"/>`,
  )
  const relations = names.map(
    ([name, { type }]) => `<Relationship Id="${name}" Type="${office}/${type}" Target="${name}.xml"/>`,
  )
  const part = (root: string, markup: string) => `${head}<w:${root} ${namespaces}>${markup}</w:${root}>`
  return archiveOf({
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${contentType}.document.main+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="${packages}/relationships">${relations.join('')}</Relationships>`,
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    ...Object.fromEntries(names.map(([name, { root, markup }]) => [`word/${name}.xml`, part(root, markup)])),
    'word/media/seal.png': Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]),
  })
}

export const run = (text: string, properties = '') =>
  `<w:r w:rsidR="00A1">${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (...content: readonly string[]) => `<w:p>${content.join('')}</w:p>`

/** Runs of a text, parted at each |, every other one bold. */
const parted = (text: string) =>
  text
    .split('|')
    .map((piece, index) =>
      run(piece, index % 2 === 1 ? '<w:b/><w:color w:val="FF0000"/>' : '<w:rFonts w:hint="eastAsia"/>'),
    )
    .join('<w:proofErr w:type="spellStart"/>')

const field = (instruction: string, ...result: readonly string[]) =>
  [
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>`,
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    ...result,
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  ].join('')

const ending = paragraph(run('在校门生41297人，专任先生2748人，学历合格率达99.6%。一年来获得了较着成效。'))

const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`
const table = (...rows: readonly string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`

const oldBoxOf = (content: string) =>
  `<w:pict><v:rect style="width:200pt;height:50pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:rect></w:pict>`
/** A box as Word has it since 2010, and once more for older programs. */
const boxOf = (content: string, again = content) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2400000" cy="600000"/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>${oldBoxOf(again)}</mc:Fallback></mc:AlternateContent></w:r>`

const by = 'w:id="71" w:author="王" w:date="2020-01-02T03:04:05Z"'
const changed = [
  paragraph(
    run('全县共有各级黉'),
    `<w:del w:id="70" w:author="王">${'<w:r><w:delText>小</w:delText></w:r>'}</w:del>`,
    run('舍126所，'),
    `<w:ins ${by}>${run('此中公办黉舍95所，')}</w:ins>`,
    run('民办31所。'),
  ),
  paragraph(
    run('我局扎实做好', '<w:b/><w:rPrChange w:id="73" w:author="王"><w:rPr><w:i/></w:rPr></w:rPrChange>'),
    `<w:ins w:id="74" w:author="王">${run('各项教诲事情')}</w:ins>`,
    run('，获得了较着成效。'),
  ),
  `<w:p><w:pPr><w:rPr><w:del w:id="75" w:author="王"/></w:rPr></w:pPr>${run('深入贯串党的教')}</w:p>`,
  paragraph(run('诲目标。')),
]

const listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
const eastAsian = '<w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'

const bodies: Readonly<Record<string, readonly [body: string, parts?: Readonly<Record<string, PartOf>>]>> = {
  'split-runs': [
    [
      paragraph(parted('全县共有各级黉|舍126所，此|中小|学78所。')),
      `<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr>${parted('一、教诲基础环|境')}</w:p>`,
      paragraph(run(' 我局扎实做好各项事'), run('情', '<w:i/>'), run('，深入贯串党的教诲目标。 ')),
    ].join(''),
    {
      styles: {
        type: 'styles',
        root: 'styles',
        markup: '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="heading 1"/></w:style>',
      },
    },
  ],
  bookmarks: [
    paragraph(
      run('全县共有各级'),
      '<w:bookmarkStart w:id="0" w:name="a"/>',
      run('黉'),
      '<w:bookmarkStart w:id="1" w:name="b"/>',
      run('舍126所，此'),
      '<w:bookmarkEnd w:id="0"/>',
      run('中小学78所'),
      '<w:bookmarkEnd w:id="1"/>',
      run('。'),
    ),
  ],
  links: [
    paragraph(
      run('据全县教'),
      `<w:hyperlink w:anchor="a">${run('诲事情总结，')}${run('各级黉舍', '<w:u w:val="single"/>')}</w:hyperlink>`,
      run('126所。'),
    ),
  ],
  // A link as Word wrote it for long, and still does in tables of contents: a field whose result nothing puts back.
  'link-fields': [
    [
      paragraph(
        run('据全县教'),
        field(
          'HYPERLINK "http://example.com/a"',
          run('诲事情总结，'),
          run('各级黉舍', '<w:u w:val="single"/>'),
        ),
        run('126所。'),
      ),
      // The field of a form, whose result is what somebody typed.
      paragraph(run('填报情况：'), field('FORMTEXT', run('今年的教'), run('诲事情'), run('。'))),
    ].join(''),
  ],
  fields: [
    [
      paragraph(field('ADDIN A', run('教诲事情环境'), '<w:r><w:tab/></w:r>', field('PAGEREF a', run('1')))),
      paragraph(
        run('全县教诲事情：'),
        field('ADDIN B', run('各级黉舍')),
        run('126所，门生'),
        `<w:fldSimple w:instr=" ADDIN C ">${run('先生')}</w:fldSimple>`,
        run('2748人，获得了较着成效。'),
      ),
      paragraph(
        '<w:r><w:t>此中</w:t><w:fldChar w:fldCharType="begin"/><w:instrText> ADDIN D </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>黉舍</w:t><w:fldChar w:fldCharType="end"/><w:t>的门生。</w:t></w:r>',
      ),
    ].join(''),
  ],
  tables: [
    [
      table(
        row(cell(paragraph(run('黉舍')), '<w:gridSpan w:val="2"/>'), cell(paragraph(parted('门|生')))),
        row(
          cell(paragraph(run('一般高中')), '<w:vMerge w:val="restart"/>'),
          cell(paragraph(run('书')) + paragraph(run('院'))),
          cell(paragraph(run('5622'))),
        ),
        row(
          cell(paragraph(), '<w:vMerge/>'),
          cell(table(row(cell(paragraph(run('教诲局'))), cell(paragraph(run('126'))))) + paragraph()),
          cell(paragraph(run('门生 873 人'))),
        ),
      ),
      paragraph(run('此中黉舍126所。')),
    ].join(''),
  ],
  boxes: [
    [
      paragraph(
        run('全县共有各级黉舍126所。'),
        boxOf(paragraph(run('文本框里的黉'), run('舍和门生。', '<w:b/>')) + paragraph(run('此中小学78所。'))),
        run('此中小学78所。'),
      ),
      // Text and box in one run, and text behind it in that run.
      paragraph(
        boxOf(paragraph(run('各级黉舍。')))
          .replace('<w:r>', '<w:r><w:t>教诲事情，</w:t>')
          .replace(/<\/w:r>$/, '<w:t>门生。</w:t></w:r>'),
      ),
      paragraph(run('公办黉舍'), `<w:r>${oldBoxOf(paragraph(run('旧框里的黉舍。')))}</w:r>`),
    ].join(''),
  ],
  'uneven-boxes': [
    paragraph(
      run('全县共有各级黉舍126所。'),
      boxOf(paragraph(run('文本框里的黉舍和门生。')), paragraph(run('文本框里的黉舍和门生……'))),
      run('此中小学78所。'),
    ),
  ],
  notes: [
    `${paragraph(
      run('全县共有各级黉舍126所'),
      '<w:r><w:footnoteReference w:id="2"/></w:r>',
      run('，此中小学78所。'),
    )}<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr></w:pPr></w:p>`,
    {
      footnotes: {
        type: 'footnotes',
        root: 'footnotes',
        markup: `<w:footnote w:type="separator" w:id="0">${paragraph('<w:r><w:separator/></w:r>')}</w:footnote><w:footnote w:id="2">${paragraph('<w:r><w:footnoteRef/></w:r>', parted(' 不含特殊教诲黉|舍。'))}</w:footnote>`,
      },
      header1: { type: 'header', root: 'hdr', markup: paragraph(run('县教诲局事情总结')) },
    },
  ],
  'changes-of-others': [changed.join('')],
  controls: [
    [
      paragraph(
        `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${run('全县教诲事')}</w:sdtContent></w:sdt>`,
        `<w:smartTag w:element="x">${run('情：黉舍')}</w:smartTag>`,
        run('126所，面积3.2万m'),
        run('2', '<w:vertAlign w:val="superscript"/>'),
        '<w:r><w:t>&#x9EC9;</w:t></w:r><w:r><w:t><![CDATA[舍]]></w:t><w:br/><w:t>R&amp;D 门&#29983;</w:t></w:r>',
      ),
      paragraph(
        '<w:r><w:ruby><w:rt><w:r><w:t>hóng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>黉舍</w:t></w:r></w:rubyBase></w:ruby></w:r>',
        run('和门生、'),
        '<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>',
        run('先生的事情。'),
      ),
    ].join(''),
  ],
  'block-controls': [
    [
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph(run('教诲局事情总结'))}</w:sdtContent></w:sdt>`,
      `<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>${paragraph(run('控件中的各级黉舍。'))}</w:sdtContent></w:sdt>`,
      table(
        `<w:tr><w:sdt><w:sdtContent>${cell(paragraph(run('此中')))}</w:sdtContent></w:sdt>${cell(paragraph(run('门生126人')))}</w:tr>`,
      ),
      paragraph(
        run('全县教诲事情：'),
        `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${run('公办黉舍')}</w:sdtContent></w:sdt>`,
        run('95所。'),
      ),
    ].join(''),
  ],
  numbering: [
    [
      `<w:p w14:paraId="0A1B2C3D"><w:pPr>${listed}</w:pPr>${parted('教诲事|情环境')}</w:p>`,
      `<w:p w14:paraId="0A1B2C3E"><w:pPr>${listed}<w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:pPr>`,
      `<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>${run('全县共有各级', eastAsian)}${run('黉舍', eastAsian)}${run('126', '<w:rFonts w:hint="default"/>')}`,
      `${run('所', eastAsian)}<w:r><w:lastRenderedPageBreak/><w:t>，此</w:t></w:r><w:r><w:t>中小学78所。</w:t></w:r></w:p>`,
    ].join(''),
    {
      numbering: {
        type: 'numbering',
        root: 'numbering',
        markup:
          '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
      },
    },
  ],
  comments: [
    paragraph(
      '<w:commentRangeStart w:id="1"/>',
      run('全县共有各级黉舍126所'),
      '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
      run('，此中小学78所。'),
    ),
    {
      comments: {
        type: 'comments',
        root: 'comments',
        markup: `<w:comment w:id="1" w:author="王">${paragraph(run('请核对'))}</w:comment>`,
      },
    },
  ],
}

/** Files that programs made of one text: `producers/README.md`. */
const made = ['pandoc', 'libreoffice'].map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(`tests/tracked/producers/${name}.docx`)),
}))

export const samples: readonly Sample[] = [
  ...Object.entries(bodies).map(([name, [body, parts]]) => ({
    name,
    bytes: packageOf(body + ending, parts),
  })),
  ...made,
]
