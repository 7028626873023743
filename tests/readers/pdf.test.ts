/** What a reader sees on the pages of a PDF is what is read, however its file says it. */
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/model/cell.js'
import type { SourceDocument } from '../../src/model/document.js'
import { readDocuments } from '../../src/readers/read.js'
import type { Pen } from './samples/pdf.js'
import { drawnPdf, layeredPdf, noteObjects, ruled, ruledGrid, shown, shownUnreadable } from './samples/pdf.js'

async function readOne(bytes: Uint8Array): Promise<SourceDocument> {
  for await (const document of readDocuments(bytes, { path: 'a.pdf' })) return document
  throw new Error('no document')
}

const read = (...drawn: Parameters<typeof drawnPdf>) => readOne(drawnPdf(...drawn))

const linesOf = ({ text }: SourceDocument) => text.split('\n').filter((line) => line !== '')

/** Cells as "row,column text", with the columns and rows that they cover where those are several. */
function cellsOf({ text, stated }: SourceDocument): string[] {
  const place = ({ row, column, rowSpan, columnSpan }: Cell) =>
    `${row},${column}${columnSpan > 1 ? ` across ${columnSpan}` : ''}${rowSpan > 1 ? ` down ${rowSpan}` : ''}`
  return stated.flatMap(({ at, start, end }) =>
    at.cell === null ? [] : [`${place(at.cell)} ${text.slice(start, end)}`],
  )
}

const blocksOf = ({ text, stated }: SourceDocument, wanted: string) =>
  stated.flatMap(({ kind, start, end }) => (kind === wanted ? [text.slice(start, end)] : []))

/** A head of two levels over a row whose label is wrapped and whose last cell is empty, and a row that is full. */
function mergedTable(pen: Pen): string[] {
  return [
    ...[700, 640, 600].map((y) => ruled(80, y, 380, y, pen)),
    ruled(180, 670, 380, 670, pen),
    ruled(80, 600, 80, 700, pen),
    ruled(180, 600, 180, 700, pen),
    ruled(280, 600, 280, 670, pen),
    ruled(380, 600, 380, 700, pen),
    shown(84, 680, '乡镇'),
    shown(240, 680, '学校（所）'),
    shown(190, 650, '小学'),
    shown(290, 650, '初中'),
    shown(84, 626, '清溪镇及其所辖'),
    shown(84, 608, '各个村庄'),
    shown(262, 616, '12'),
    ...ruledGrid([80, 180, 280, 380], [600, 576], pen),
    shown(84, 582, '石桥乡'),
    shown(268, 582, '7'),
    shown(367, 582, '2'),
  ]
}

const mergedCells = [
  '0,0 down 2 乡镇',
  '0,1 across 2 学校（所）',
  '1,1 小学',
  '1,2 初中',
  '2,0 清溪镇及其所辖各个村庄',
  '2,1 12',
  '3,0 石桥乡',
  '3,1 7',
  '3,2 2',
]

const sentences = [
  '2023年，全市粮食产量为186.3万吨，比上年',
  '增长2.2%，棉花产量为12.5万吨，下降0.4%，',
  '油料产量为8.8万吨，与上年持平。',
]

describe('tables with ruling lines', () => {
  it.each<Pen>(['stroke', 'bar', 'dots'])('drawn by %s: merged, wrapped and empty cells', async (pen) => {
    expect(cellsOf(await read([mergedTable(pen)]))).toEqual(mergedCells)
  })

  it('on a page that is shown turned', async () => {
    const turned = ['0 1 -1 0 700 0 cm', ...mergedTable('stroke')]
    expect(cellsOf(await read([turned], '/Rotate 90'))).toEqual(mergedCells)
  })

  it('lying on their side on a page that is not turned', async () => {
    expect(cellsOf(await read([['0 1 -1 0 750 0 cm', ...mergedTable('stroke')]]))).toEqual(mergedCells)
  })

  it('cells that nearly touch are two', async () => {
    const document = await read([
      [
        ...ruledGrid([80, 200, 250, 370, 420], [700, 680, 660]),
        shown(82, 685, '本年收入合计'),
        shown(207, 685, '9746.50'),
        shown(251, 685, '本年支出合计'),
        shown(377, 685, '9759.38'),
        shown(82, 665, '年初结转和结余'),
        shown(207, 665, '2112.88'),
        shown(251, 665, '年末结转和结余'),
        shown(377, 665, '2100.00'),
      ],
    ])
    expect(cellsOf(document).slice(0, 4)).toEqual([
      '0,0 本年收入合计',
      '0,1 9746.50',
      '0,2 本年支出合计',
      '0,3 9759.38',
    ])
  })

  it('open at both sides, and without lines between rows', async () => {
    const rows = [
      ['村名', '户数', '人口'],
      ['东村', '120', '431'],
      ['西村', '98', '377'],
      ['南村', '105', '402'],
    ]
    const document = await read([
      [
        ...[700, 680, 600].map((y) => ruled(80, y, 380, y)),
        ruled(180, 600, 180, 700),
        ruled(280, 600, 280, 700),
        ...rows.flatMap((row, at) =>
          row.map((text, column) => shown(84 + 100 * column, 685 - 25 * at, text)),
        ),
      ],
    ])
    expect(cellsOf(document)).toEqual(
      rows.flatMap((row, at) => row.map((text, column) => `${at},${column} ${text}`)),
    )
  })

  it('go on over pages as one, with head, title and unit once', async () => {
    const page = (rows: readonly (readonly string[])[], title: string) => [
      shown(200, 760, title),
      shown(300, 740, '单位：万元'),
      ...ruledGrid(
        [80, 240, 400],
        Array.from({ length: rows.length + 2 }, (_, at) => 730 - 20 * at),
      ),
      ...[['镇名', '收入'], ...rows].flatMap((row, at) =>
        row.map((text, column) => shown(84 + 160 * column, 715 - 20 * at, text)),
      ),
    ]
    const rows = Array.from({ length: 6 }, (_, at) => [`第${at + 1}镇`, String(1200 + 7 * at)])
    const document = await read([page(rows.slice(0, 3), '各镇收入'), page(rows.slice(3), '各镇收入（续表）')])
    expect(cellsOf(document)).toEqual(
      [['镇名', '收入'], ...rows].flatMap((row, at) => row.map((text, column) => `${at},${column} ${text}`)),
    )
    expect(document.text.match(/单位：万元/g)).toHaveLength(1)
    expect(document.text.slice(document.pageStarts[1])).toMatch(/^第4镇/)
  })

  it('a side that is left out in part joins cells row by row', async () => {
    const document = await read([
      [
        ...[700, 680, 660].map((y) => ruled(80, y, 380, y)),
        ...[80, 180, 380].map((x) => ruled(x, 660, x, 700)),
        ruled(280, 660, 280, 680),
        ...['村名', '户数和人口', '东村', '120', '431'].map((text, at) =>
          shown([84, 184, 84, 184, 284][at]!, at < 2 ? 685 : 665, text),
        ),
      ],
    ])
    expect(cellsOf(document)).toEqual([
      '0,0 村名',
      '0,1 across 2 户数和人口',
      '1,0 东村',
      '1,1 120',
      '1,2 431',
    ])
  })

  it('a frame around text is no table', async () => {
    const document = await read([
      [
        ...ruledGrid([70, 500], [720, 640]),
        shown(80, 700, '全县有学校12所，'),
        shown(80, 680, '在校生3400人。'),
      ],
    ])
    expect(cellsOf(document)).toEqual([])
    expect(document.text).toContain('全县有学校12所，')
  })
})

describe('tables without lines down', () => {
  it('what stands between two lines across is one row', async () => {
    const document = await read([
      [
        ...[700, 676, 636, 596].map((y) => ruled(80, y, 480, y)),
        shown(84, 684, '科目名称'),
        shown(250, 684, '预算数'),
        shown(400, 684, '说明'),
        shown(84, 660, '机关事业单位基本'),
        shown(84, 642, '养老保险缴费支出'),
        shown(250, 651, '320.18'),
        shown(84, 611, '卫生健康支出'),
        shown(250, 611, '98.70'),
        shown(400, 618, '含上年'),
        shown(400, 602, '结转'),
      ],
    ])
    expect(cellsOf(document)).toEqual([
      '0,0 科目名称',
      '0,1 预算数',
      '0,2 说明',
      '1,0 机关事业单位基本养老保险缴费支出',
      '1,1 320.18',
      '2,0 卫生健康支出',
      '2,1 98.70',
      '2,2 含上年结转',
    ])
  })

  it('lines under the lines of a paragraph part no rows', async () => {
    const document = await read([
      sentences.flatMap((text, at) => [
        shown(80, 700 - 20 * at, text),
        ruled(78, 697 - 20 * at, 340, 697 - 20 * at),
      ]),
    ])
    expect(document.text).toContain(sentences.join(''))
  })

  it('heads to the left and figures to the right are of one column, and empty cells move nothing', async () => {
    const place = (row: readonly string[], y: number, ends: readonly number[]) =>
      row.flatMap((text, at) => (text === '' ? [] : [shown(ends[at]! - 6 * text.length, y, text)]))
    const ends = [0, 0, 300, 400]
    const document = await read([
      [
        shown(80, 700, '指标'),
        shown(190, 700, '单位'),
        shown(240, 700, '2018年'),
        shown(340, 700, '2019年'),
        ...[
          ['地区生产总值', '亿元', '121.1', '128.5'],
          ['常住人口', '万人', '', '45.2'],
          ['财政收入', '亿元', '11.5', '12.5'],
        ].flatMap(([label, unit, ...figures], at) => [
          shown(80, 680 - 20 * at, label!),
          shown(190, 680 - 20 * at, unit!),
          ...place(['', '', ...figures], 680 - 20 * at, ends),
        ]),
      ],
    ])
    expect(cellsOf(document).slice(4)).toEqual([
      '1,0 地区生产总值',
      '1,1 亿元',
      '1,2 121.1',
      '1,3 128.5',
      '2,0 常住人口',
      '2,1 万人',
      '2,3 45.2',
      '3,0 财政收入',
      '3,1 亿元',
      '3,2 11.5',
      '3,3 12.5',
    ])
  })

  it('heads of two levels, and a row whose label nearly touches its figure', async () => {
    const rows = [
      ['清溪镇', '100.0', '110.0'],
      ['石桥乡', '107.1', '118.1'],
      ['柳河镇', '114.2', '126.2'],
    ]
    const place = (row: readonly string[], y: number) =>
      row.map((text, at) => shown([80, 150, 192][at]!, y, text))
    const document = await read([
      [
        shown(80, 720, '地区'),
        shown(145, 720, '生产总值（亿元）'),
        ...place(['', '2022年', '2023年'], 700).slice(1),
        ...rows.flatMap((row, at) => place(row, 680 - 20 * at)),
        ...place(['南湾街道', '135.5'], 620),
      ],
    ])
    expect(cellsOf(document)).toEqual([
      '0,0 地区',
      '0,1 across 2 生产总值（亿元）',
      '1,1 2022年',
      '1,2 2023年',
      ...rows.flatMap((row, at) => row.map((text, column) => `${at + 2},${column} ${text}`)),
      '5,0 南湾街道',
      '5,1 135.5',
    ])
  })

  it('labels of several lines are of the row that they stand close to', async () => {
    const document = await read([
      [
        ...['项目', '2023年', '增长（%）'].map((text, at) => shown(80 + 120 * at, 700, text)),
        shown(80, 678, '规模以上工业'),
        ...['企业利润总额', '120.5', '3.2'].map((text, at) => shown(80 + 120 * at, 664, text)),
        shown(80, 650, '（亿元）'),
        ...['利税总额', '88.1', '-1.5'].map((text, at) => shown(80 + 120 * at, 624, text)),
        shown(80, 610, '（亿元）'),
        shown(80, 570, '注：口径不变'),
      ],
    ])
    expect(cellsOf(document).slice(3)).toEqual([
      '1,0 规模以上工业企业利润总额（亿元）',
      '1,1 120.5',
      '1,2 3.2',
      '2,0 利税总额（亿元）',
      '2,1 88.1',
      '2,2 -1.5',
    ])
    expect(linesOf(document).at(-1)).toBe('注：口径不变')
  })

  it('codes are parted from the names that they touch', async () => {
    const rows = [
      ['201', '一般公共服务支出', '8561'],
      ['205', '教育支出', '22347'],
      ['208', '社会保障支出', '15020'],
    ]
    const document = await read([
      rows.flatMap(([code, name, figure], at) => [
        shown(80, 700 - 20 * at, code!),
        shown(99.5, 700 - 20 * at, name!),
        shown(300, 700 - 20 * at, figure!),
      ]),
    ])
    expect(cellsOf(document)).toEqual(
      rows.flatMap((row, at) => row.map((text, column) => `${at},${column} ${text}`)),
    )
  })
})

const paragraph = sentences.map((text, at) => shown(80, 700 - 20 * at, text))

describe('what is no text of the page', () => {
  it('slanted text is set aside, once', async () => {
    const mark = shown(150, 640, '内部资料 严禁外传', { size: 30, turned: 40 })
    const document = await read([
      [...paragraph, mark],
      [mark, shown(80, 500, '附件说明。')],
    ])
    expect(blocksOf(document, 'boilerplate')).toEqual(['内部资料严禁外传'])
    expect(document.text).toContain(sentences.join(''))
  })

  it('large pale text of all pages is a watermark, though it stands between lines', async () => {
    const mark = `0.85 g\n${shown(120, 690, '仅供参考', { size: 40 })}\n0 g`
    const document = await read([
      [...paragraph, mark],
      [...paragraph, mark],
    ])
    expect(blocksOf(document, 'boilerplate')).toEqual(['仅供参考'])
    // Pages that are all alike are text all the same.
    expect(document.text.split(sentences.join(''))).toHaveLength(3)
  })

  it('white text is not read on white, and is on something dark', async () => {
    const document = await read([
      [
        `1 g\n${shown(80, 400, '看不见的字。')}\n0 g`,
        '0 0 0.5 rg 70 490 300 30 re f',
        `1 g\n${shown(80, 500, '看得见的字。')}`,
      ],
    ])
    expect(linesOf(document)).toEqual(['看得见的字。'])
  })

  it('a header above the tables of all pages but one is none of theirs', async () => {
    const rows = Array.from({ length: 4 }, (_, at) => [`第${at + 1}镇`, String(1200 + 7 * at)])
    const page = (title: readonly string[], own: readonly (readonly string[])[]) => [
      shown(80, 790, '清河县部门决算公开', { size: 9 }),
      ...title,
      ...ruledGrid([80, 240, 400], [730, 710, 690, 670]),
      ...[['镇名', '收入'], ...own].flatMap((row, at) =>
        row.map((text, column) => shown(84 + 160 * column, 715 - 20 * at, text)),
      ),
    ]
    const document = await read([
      page([shown(200, 760, '收入决算表')], rows.slice(0, 2)),
      page([], rows.slice(2)),
    ])
    expect(blocksOf(document, 'boilerplate')).toEqual(['清河县部门决算公开'])
    expect(cellsOf(document)).toHaveLength(10)
  })

  it('the title above a table of every page is text', async () => {
    const page = (figure: string) => [
      shown(200, 760, '2023年各镇收入'),
      ...ruledGrid([80, 240, 240 + figure.length * 20], [730, 710, 690]),
      ...['镇名', '收入', '清溪镇', figure].map((text, at) =>
        shown(84 + 160 * (at % 2), 715 - 20 * Math.floor(at / 2), text),
      ),
    ]
    const document = await read([page('120'), page('1,431')])
    expect(blocksOf(document, 'boilerplate')).toEqual([])
    expect(linesOf(document)[0]).toBe('2023年各镇收入')
  })

  it('page numbers with the number of pages', async () => {
    const page = (at: number) => [
      shown(80, 700, `第${'一二三'[at]}部分的内容。`),
      shown(250, 40, `第 ${at + 1} 页 共 3 页`),
    ]
    expect(linesOf(await read([page(0), page(1), page(2)]))).toEqual([
      '第一部分的内容。',
      '第二部分的内容。',
      '第三部分的内容。',
    ])
  })

  it('entries of contents are lines of their own and no text', async () => {
    const entries = ['一、综合.............1', '二、农业.............4', '三、工业和建筑业.....7']
    const document = await read([entries.map((text, at) => shown(80, 700 - 20 * at, text))])
    expect(blocksOf(document, 'boilerplate')).toEqual(entries)
  })
})

describe('characters', () => {
  it('printed twice a little apart are one, equal ones beside each other are two', async () => {
    const text = '共有22个，收入33.4亿元'
    const glyphs = [...text].map((character, at) => shown(80 + 14 * at, 700, character))
    const doubled = glyphs.flatMap((glyph, at) => [glyph, shown(80.4 + 14 * at, 700, text[at]!)])
    expect(linesOf(await read([doubled]))).toEqual([text])
  })

  it('above the line stay at their word', async () => {
    const document = await read([
      [
        shown(80, 700, '粮食产量186.3万吨'),
        shown(182, 706, '[2]', { size: 7 }),
        shown(194, 700, '，绿化面积32km'),
        shown(278, 706, '2', { size: 7 }),
        shown(282, 700, '。'),
        shown(80, 60, '[2] 为初步统计数。', { size: 8 }),
        shown(80, 50, '不含外省。', { size: 8 }),
      ],
    ])
    expect(document.text).toContain('粮食产量186.3万吨[2]，绿化面积32km²。')
    expect(blocksOf(document, 'footnote')).toEqual(['[2]为初步统计数。不含外省。'])
  })

  it('in a layer that is not shown are no text, nor are lines in it', async () => {
    const page = layeredPdf([
      '/OC /L1 BDC',
      shown(80, 700, '全县粮食产量31万吨。'),
      'EMC',
      '/OC /L2 BDC',
      '/Span << >> BDC',
      shown(80, 660, '草稿：全县粮食产量29万吨。'),
      'EMC',
      ...ruledGrid([70, 200, 330], [640, 620, 600]),
      'EMC',
      shown(80, 620, '油料产量4万吨。'),
    ])
    const document = await readOne(page)
    expect(linesOf(document)).toEqual(['全县粮食产量31万吨。', '油料产量4万吨。'])
  })

  it('with even spaces between them are words', async () => {
    const spaced = (text: string, y: number, pitch: number) =>
      [...text].map((character, at) => shown(80 + pitch * at, y, character))
    const document = await read([[...spaced('统计公报', 700, 30), ...spaced('2019年12月31日', 660, 14)]])
    expect(linesOf(document)).toEqual(['统计公报', '2019年12月31日'])
  })

  it('in lines that stand far apart are paragraphs of their own, however far they reach', async () => {
    const lines = ['全县实现工业增加值五十亿元', '全县实现农业增加值三十亿元', '全县实现建筑业增加值二十亿']
    const page = lines.map((text, at) => shown(80, 700 - 40 * at, text))
    expect(linesOf(await read([page]))).toEqual(lines)
  })

  it('behind the end of a sentence and a label are another paragraph; a figure is no label', async () => {
    const lines = [
      '全县共有学校十二所，教师三百人。',
      '二、卫生事业继续发展，床位达到',
      '12.5张，比上年有所增加。',
    ]
    const page = lines.map((text, at) => shown(80, 700 - 20 * at, text))
    expect(linesOf(await read([page]))).toEqual([lines[0], `${lines[1]}${lines[2]}`])
  })

  it.each([
    ['pinyin', 'shē', 6],
    ['bopomofo', 'ㄕㄜ', 12],
    ['kana', 'しゃ', 12],
  ])('in %s over others say how those are read', async (_, reading, width) => {
    const page = [shown(110 - width / 2, 712, reading, { size: 6 }), shown(80, 700, '全县畲族乡三个。')]
    expect(linesOf(await read([page]))).toEqual(['全县畲族乡三个。'])
  })

  it('in small letters over others that are no reading are a line', async () => {
    const page = [shown(80, 712, 'Yearbook', { size: 6 }), shown(80, 700, '全县年鉴第三卷。')]
    expect(linesOf(await read([page]))).toEqual(['Yearbook', '全县年鉴第三卷。'])
  })

  it('as a wide line and another one below it are two paragraphs', async () => {
    const spaced = (text: string, y: number, pitch: number) =>
      [...text].map((character, at) => shown(80 + pitch * at, y, character))
    const page = [
      ...spaced('统计公报', 700, 30),
      ...spaced('全县粮食产量三十一万吨', 660, 20),
      shown(80, 640, '2021年3月5日'),
    ]
    expect(linesOf(await read([page]))).toEqual(['统计公报', '全县粮食产量三十一万吨', '2021年3月5日'])
  })

  it.each([
    [
      'placed one by one',
      (text: string, x: number) => [...text].map((character, at) => shown(x, 700 - 15 * at, character)),
    ],
    ['by a vertical font', (text: string, x: number) => [shown(x, 700, text, { font: 'F3' })]],
  ])('in vertical columns, %s, are read from the right', async (_, column) => {
    const document = await read([
      [...column('各部门要认真执行本要点。', 300), ...column('各乡镇人民政府、市政府', 330)],
    ])
    expect(document.text.replace(/\s/g, '')).toBe('各乡镇人民政府、市政府各部门要认真执行本要点。')
  })

  it('in a block of vertical columns is read in its place, and what runs across stays', async () => {
    const column = (text: string, x: number) =>
      [...text].map((character, at) => shown(x, 500 - 15 * at, character))
    const document = await read([
      [
        shown(80, 700, '全县共有学校12所，教师300人，比上年增加2人，其中小学教师200人，中学教师100人。'),
        ...column('各乡镇人民政府和县直部门', 330),
        ...column('要认真执行本要点的内容。', 300),
        shown(80, 200, '全县共有医院3家。'),
      ],
    ])
    expect(document.text.replace(/\s/g, '')).toBe(
      '全县共有学校12所，教师300人，比上年增加2人，其中小学教师200人，中学教师100人。各乡镇人民政府和县直部门要认真执行本要点的内容。全县共有医院3家。',
    )
  })
})

it('what was written into a form or on a page later stands where it is seen', async () => {
  const note = noteObjects(8, 80, 510, '填报人：王明')
  const document = await read(
    [[shown(80, 540, '填报单位：清河县'), shown(80, 480, '联系电话：略')]],
    '/Annots [8 0 R]',
    note,
  )
  expect(linesOf(document)).toEqual(['填报单位：清河县', '填报人：王明', '联系电话：略'])
})

describe('columns of prose', () => {
  it('two of two lines each are read one after the other', async () => {
    const document = await read([
      [
        shown(80, 700, '委员会审议了预算执行情'),
        shown(80, 682, '况的报告，并听取了关于'),
        shown(230, 700, '草案的说明，批准了202'),
        shown(230, 682, '0年的预算草案。'),
      ],
    ])
    expect(cellsOf(document)).toEqual([])
    expect(linesOf(document).join('')).toBe(
      '委员会审议了预算执行情况的报告，并听取了关于草案的说明，批准了2020年的预算草案。',
    )
  })

  it('three of unequal length', async () => {
    const columns = [
      ['全市总面积8124平方', '公里，常住人口312.4', '万人，其中城镇168', '万人。'],
      ['全年出生3.1万人，出', '生率9.9‰，死亡1.9', '万人。'],
      ['粮食产量186.3万吨，', '增长2.2%。'],
    ]
    const document = await read([
      columns.flatMap((lines, column) =>
        lines.map((text, at) => shown(60 + 150 * column, 700 - 18 * at, text)),
      ),
    ])
    expect(linesOf(document).join('')).toBe(columns.flat().join(''))
  })
})

describe('pages without text', () => {
  const picture = 'q 400 0 0 600 90 120 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q'
  const messagesOf = ({ messages }: SourceDocument) =>
    messages.map(({ code, parameters }) => [code, parameters])

  it('pictures are told by their pages, empty pages are not', async () => {
    const document = await read([paragraph, [picture], [], [picture]])
    expect(messagesOf(document)).toEqual([['scanned-pages', { pages: '2, 4' }]])
  })

  it('the stamp of a scanning program does not make a scan a text', async () => {
    const scan = [picture, shown(250, 30, '扫描软件创建')]
    expect(messagesOf(await read([scan, scan, scan]))).toEqual([['scanned-pdf', { pages: 3 }]])
  })

  it('fonts that do not say which characters they show give no figures', async () => {
    const document = await read([
      [...paragraph],
      [shownUnreadable(80, 700, '32303139c4c5c7c9d1d6dce1e03132382e35')],
    ])
    expect(messagesOf(document)).toEqual([['unreadable-fonts', { pages: '2' }]])
    expect(document.text).not.toContain('128.5')
  })
})

it('a page of a hundred thousand lines is read in bounded time', async () => {
  const lines = Array.from({ length: 100_000 }, (_, at) =>
    ruled(50 + (at % 400), 50 + (at % 700), 60 + (at % 400), 50 + (at % 700)),
  )
  expect((await read([[...lines, ...paragraph]])).text).toContain('186.3万吨')
}, 20_000)
