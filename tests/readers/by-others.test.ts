/**
 * Each fault that readers once had, shown by a file of a program that is not ours: what must stand in the text, what must
 * not, or which sentence is due. `samples/others/README.md` says how the files are made.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import { readDocuments } from '../../src/readers/read.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'

const boilerplate = loadBoilerplate()

/** Texts as they are laid out, with the codes of all messages; of a refusal its code. */
async function read(path: string): Promise<{ lines: string[]; says: string[] }> {
  const lines: string[] = []
  const says: string[] = []
  try {
    const bytes = readFileSync(new URL(`samples/others/${path}`, import.meta.url))
    for await (const document of readDocuments(bytes, { path })) {
      lines.push(...layOut(document, boilerplate).normalised.text.split('\n'))
      says.push(...document.messages.map(({ code }) => code))
    }
  } catch (error) {
    says.push((error as { code: string }).code)
  }
  return { lines, says }
}

/** What must stand in the text, with ⏎ between its lines; what must not; the codes that are due. */
type Row = readonly [
  fault: string,
  file: string,
  must: string,
  more?: { readonly not?: RegExp; readonly says?: readonly string[] },
]

const education = '小学\t78\t76\t7110\t7030⏎初中\t12\t12\t3398\t3412'
const workbook = ['hidden-cells', 'rounded-figures', 'uncomputed-formulas']
const communique = '2021年，全县财政收入12.5亿元，比上年增长8.3%；小学76所。'

/** Normalised text has marks of half width. */
const halfWide = (text: string) => text.normalize('NFKC')

const rows: readonly Row[] = [
  // python-docx
  ['merged cells of a head', 'education.docx', `2020年\t2021年\t2020年\t2021年⏎${education}`],
  ['hidden and deleted text', 'education.docx', '全县小学76所，原有88所，', { not: /999|888/ }],
  ['a main part under another name', 'document2.docx', '全县小学76所，', { not: /<\?xml|schemas/ }],
  ['readings over words and odd spacing', 'education.docx', '岚山县教师1520人。插入12人。', { not: /lán/ }],
  ['a formula', 'education.docx', '增长率为(86.4-83.8)/83.8。'],
  ['a header with text of its own', 'education.docx', '岚山县统计局内部参阅件', { not: /第7页/ }],
  ['a row that begins further right', 'education.docx', '2020年\t2021年⏎校舍\t5.1\t5.4'],
  ['a table in a table', 'education.docx', '内一\t12⏎内二\t13'],
  ['a list that begins again', 'lists.docx', '（一）生猪存栏7.8万头。⏎（二）家禽存栏90万羽。'],
  // LibreOffice, of the same
  ['merged cells', 'education.doc', education],
  ['merged cells', 'education.rtf', education],
  ['merged cells', 'education.odt', education],
  ['merged cells', 'education.html', education],
  ['merged cells', 'education.xml', education],
  ['hidden and deleted text', 'education.doc', '岚山县教师1520人。插入12人。', { not: /999|888/ }],
  ['hidden and deleted text', 'education.rtf', '岚山县教师1520人。插入12人。', { not: /999|888/ }],
  ['hidden and deleted text', 'education.odt', '岚山县教师1520人。插入12人。', { not: /999|888/ }],
  ['automatic numbers', 'lists.doc', '（一）小麦产量3.4万吨。⏎（二）稻谷产量5.6万吨。'],
  // pandoc, of the same
  ['a formula as MathML', 'pandoc.html', '增长率为(86.4−83.8)/83.8。'],
  ['a table as markup in Markdown', 'education.md', '内二\t13'],
  ['marks of Markdown', 'education.md', '小学\t78\t76\t7110\t7030', { not: /~~|<sup>|\||\\frac/ }],
  // openpyxl
  ['hidden rows and sheets', 'schools.xlsx', '小学\t78\t76\t7,030', { not: /999|888/, says: workbook }],
  ['formats of numbers', 'schools.xlsx', '白水镇\t98.5%\t2021年12月31日', { says: workbook }],
  // reportlab
  [
    'bold by printing twice',
    'bold.pdf',
    '三、零售总额33.44亿元。⏎四、AA级景区22个，11月11日开工1100项。',
    { not: /亿亿/ },
  ],
  [
    'slanted and tiled watermarks',
    'watermark.pdf',
    '第2页第2行，水库蓄水量21.5万立方米，比上年增长4.1%。',
    { not: /张三专用.*张三专用/ },
  ],
  ['radicals', 'radicals.pdf', '全县生产总值128.5亿元，财政支出41.0亿元，人口45.2万人。', { not: /[⼀-⿕]/ }],
  ['a heading set wide', 'spaced.pdf', '岚山县工作总结'],
  ['raised marks', 'spaced.pdf', '增长5.6%。[1]'],
  ['columns of two widths', 'columns.pdf', '左栏第12段说水稻、小麦和玉米12.1万亩，右栏1条家禽1万，'],
  [
    'pages of pictures beside a page of text',
    'scanned.pdf',
    '全年降水量812毫米。',
    { says: ['scanned-pages'] },
  ],
  ['a stamp on scans', 'stamped.pdf', '由扫描王扫描', { says: ['scanned-pdf'] }],
  ['vertical writing', 'vertical.pdf', '岚山县人民政府公报二〇二一年第五号'],
  // Chromium
  [
    'days, sources and headings of browsers',
    'dates.pdf',
    '一、水库⏎二、灌区⏎灌区新建渠道18.6公里，维修泵站15座。',
    { not: /水利局一|第.页/ },
  ],
  // Ghostscript, qpdf
  ['fonts that do not say which characters they show', 'distilled.pdf', '', { says: ['unreadable-fonts'] }],
  ['an encrypted file', 'locked.pdf', '', { says: ['encrypted'] }],
  // iconv, Python
  ['UTF-32', 'utf-32.txt', communique],
  ['short GBK', 'gbk.txt', communique],
  ['^Z and zeros', 'ctrl-z.txt', communique],
  ["Hong Kong's characters", 'hkscs.txt', '啲嘢喺度嘅，'],
  ['EUC-TW', 'euc-tw.txt', '', { says: ['foreign-encoding'] }],
  ['ISO-2022-CN', 'iso-2022-cn.txt', '', { says: ['foreign-encoding'] }],
  ['HZ', 'hz.txt', '', { says: ['foreign-encoding'] }],
  ['UTF-8 taken for Latin-1', 'mojibake.txt', '', { says: ['mojibake'] }],
  ['a mail', 'message.eml', communique, { not: /MIME|base64/ }],
  ['an archive of tar', 'texts.tar.gz', `${communique}⏎⏎${communique}`],
]

describe('files by other programs', () => {
  const named = rows.map(([fault, file, must, more]) => ({ fault, file, must, ...more }))

  it.each(named)('$fault: $file', async ({ file, must, not, says = [] }) => {
    const found = await read(file)
    const text = found.lines.join('⏎')
    expect(text).toContain(halfWide(must))
    if (not !== undefined) expect(text).not.toMatch(not)
    expect(found.says.sort()).toEqual(says)
  })
})
