/** Rich text as Word shows it, in the encodings and with the detours of the programs that write it. */
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../src/model/document.js'
import { readDocuments } from '../../src/readers/read.js'

const head =
  '\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Times;}{\\f2\\fcharset136 Ming;}}{\\stylesheet{\\s0 Normal;}{\\s3 heading 2;}}{\\info{\\title 7}}'

async function read(body: string): Promise<SourceDocument> {
  const bytes = iconv.encode(`{${head}${body}}`, 'gbk')
  for await (const document of readDocuments(bytes, { path: 'a.doc' })) return document
  throw new Error('no document')
}
const textOf = async (body: string) => (await read(body)).text
/** Each byte by its code, or as it is where it is a letter. */
const coded = (text: string, encoding = 'gbk') =>
  [...iconv.encode(text, encoding)]
    .map((byte) =>
      byte > 0x3f && byte < 0x7f && byte !== 0x5c ? String.fromCharCode(byte) : `\\'${byte.toString(16)}`,
    )
    .join('')

describe('text', () => {
  it.each([
    ['in bytes', '学校'],
    ['in codes, of which a second one can be a letter', coded('丂学校')],
    ['in codes of another font', `{\\f2 ${coded('學校', 'big5')}}`],
    ['in numbers with signs for older programs', "\\u23398 ?{\\uc2\\u26657 \\'d0\\'a3}{\\uc0\\u25152}"],
    ['in a number below zero', '\\u-255 ?'],
  ])('%s', async (_, written) => {
    const plain = ['学校', '丂学校', '學校', '学校所', '\uff01']
    expect(plain).toContain((await textOf(`\\pard ${written}\\par`)).trim())
  })

  it.each([
    ['hidden', '{\\v 7}', ''],
    ['deleted', '{\\deleted 7}', ''],
    ['shown again', '\\v 6\\v0 7', '7'],
    ['raised', '{\\super 7}', '⁷'],
    ['moved up', '{\\up8\\fs19 7}', '⁷'],
    ['moved up as all around it', '\\up8 ，{\\b 3}7\\up0 ', '，37'],
    ['moved down', '{\\dn8 7}', '7'],
    ['a hyphen that breaks no line', '\\_', '-'],
    ['the result of a field', '{\\field{\\*\\fldinst{ PAGE 5}}{\\fldrslt{7}}}', '7'],
    ['a fraction', '{\\field{\\*\\fldinst{ EQ \\\\f(2,3)}}}', '2/3'],
    ['a fraction with an empty result', '{\\field{\\*\\fldinst{ EQ \\\\f(2,3)}}{\\fldrslt }}', '2/3'],
    ['what only other programs know', '{\\*\\unheard 6}', ''],
    ['a picture', '{\\pict\\wmetafile8 010203}{\\*\\shppict{\\pict 0405}}', ''],
    ['bytes', '\\bin3 {}{7', '7'],
  ])('%s', async (_, written, shown) => {
    expect(await textOf(`\\pard 共12${written}所。\\par`)).toBe(`共12${shown}所。\n`)
  })

  it('that is cut off is read as far as it goes', async () => {
    expect(await textOf('\\pard 共{12{所')).toBe('共12所\n')
  })
})

it('headings, labels, notes, boxes and headers are told apart', async () => {
  const { text, stated } = await read(
    '{\\header\\pard 云岭县年报\\par}{\\footer\\pard 第 1 页\\par}' +
      '\\pard\\s3{\\listtext\\pard\\plain （一）\\tab}学校\\par' +
      '\\pard{\\pntext 1\\tab}12所{\\footnote\\pard 不含教学点\\par}。\\par' +
      '\\pard 正文{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 9}}{\\shptxt\\pard 文本框\\par}}}。\\par',
  )
  expect(text).toBe('（一）学校\n1 12所。\n正文。\n不含教学点\n文本框\n云岭县年报\n')
  expect(stated.map(({ kind, level, start, end }) => [kind, level, text.slice(start, end)])).toEqual([
    ['heading', 2, '（一）学校'],
    ['footnote', 0, '不含教学点'],
    ['boilerplate', 0, '云岭县年报'],
  ])
})

it('tables have cells over several rows and columns, and tables in them', async () => {
  const row = (borders: string, cells: readonly string[]) =>
    `\\trowd\\trleft0${borders}\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row`
  const inner = ['内甲', '内乙']
    .map(
      (name) =>
        `\\pard\\intbl\\itap2 ${name}\\nestcell 1\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}`,
    )
    .join('')
  const { text, stated } = await read(
    row('\\clvmgf\\cellx1000\\cellx3000', ['乡镇', '学校']) +
      row('\\clvmrg\\cellx1000\\cellx2000\\cellx3000', ['', '小学', '初中']) +
      `\\trowd\\trleft0\\cellx1000\\cellx3000\\pard\\intbl 白水镇\\cell ${inner}\\pard\\intbl\\itap1\\cell\\row` +
      row('\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000', ['合计', '', '18']) +
      '\\pard 表后。\\par',
  )
  const cells = stated.map(
    ({ at: { cell }, start, end }) =>
      `${cell?.table} ${cell?.row},${cell?.column} ${cell?.rowSpan}×${cell?.columnSpan} ${text.slice(start, end)}`,
  )
  expect(cells).toEqual([
    '0 0,0 2×1 乡镇',
    '0 0,1 1×2 学校',
    '0 1,1 1×1 小学',
    '0 1,2 1×1 初中',
    '0 2,0 1×1 白水镇',
    '0 3,0 1×2 合计',
    '0 3,2 1×1 18',
    '1 0,0 1×1 内甲',
    '1 0,1 1×1 1',
    '1 1,0 1×1 内乙',
    '1 1,1 1×1 1',
  ])
  expect(text.endsWith('\n表后。\n')).toBe(true)
})

it('a level of the outline makes a heading, also by a style; boxes of older programs stand behind the text', async () => {
  const { text, stated } = await read(
    '{\\stylesheet{\\s7\\outlinelevel2 Own;}}\\pard\\outlinelevel1 学校\\par\\pard\\s7 小学\\par' +
      '\\pard\\outlinelevel9 正文{\\*\\do{\\dptxbxtext\\pard 框内12所\\par}}。\\par',
  )
  expect(text).toBe('学校\n小学\n正文。\n框内12所\n')
  expect(stated.map(({ kind, level }) => [kind, level])).toEqual([
    ['heading', 2],
    ['heading', 3],
  ])
})
