/** Tables of PDF pages as offices lay them out: cells of several lines, heads of groups, columns that nearly touch. */
import { describe, expect, it } from 'vitest'
import { readDocuments } from '../../src/readers/read.js'
import { drawnPdf, ruledGrid, shown } from './samples/pdf.js'

type Placed = readonly [x: number, y: number, text: string]

/** The cells of a page as "row,column text", with the columns and rows that they cover where those are several. */
async function cellsOf(texts: readonly Placed[], operations: readonly string[] = []): Promise<string[]> {
  const page = [...operations, ...texts.map(([x, y, text]) => shown(x, y, text))]
  for await (const { text, stated } of readDocuments(drawnPdf([page]), { path: 'a.pdf' })) {
    return stated.flatMap(({ at: { cell }, start, end }) => {
      if (cell === null) return []
      const across = cell.columnSpan > 1 ? ` across ${cell.columnSpan}` : ''
      const down = cell.rowSpan > 1 ? ` down ${cell.rowSpan}` : ''
      return [`${cell.row},${cell.column}${across}${down} ${text.slice(start, end)}`]
    })
  }
  throw new Error('no document')
}

/** Figures of a row, whose right edges stand under each other; digits are half as wide as they are high. */
const rightAligned = (y: number, figures: readonly string[], edges: readonly number[]): Placed[] =>
  figures.map((figure, at): Placed => [edges[at]! - figure.length * 6, y, figure])

describe('tables without ruling lines', () => {
  it('a label of several lines with its figures in the middle beside it is one cell', async () => {
    const edges = [300, 380]
    const texts: Placed[] = [[80, 720, '项目'], ...rightAligned(720, ['2021', '2022'], edges)]
    const labels = [
      ['城乡居民基本', '养老保险参保人数', '（年末数）'],
      ['失业保险基金', '当年支出合计', '（含补贴）'],
      ['工伤保险基金', '当年收入合计', '（含利息）'],
    ]
    for (const [row, lines] of labels.entries()) {
      const top = 700 - row * 52
      for (const [at, line] of lines.entries()) texts.push([80, top - at * 16, line])
      texts.push(...rightAligned(top - 16, [`${31 + row}5.2`, `${42 + row}8.7`], edges))
    }
    expect(await cellsOf(texts)).toEqual([
      '0,0 项目',
      '0,1 2021',
      '0,2 2022',
      '1,0 城乡居民基本养老保险参保人数（年末数）',
      '1,1 315.2',
      '1,2 428.7',
      '2,0 失业保险基金当年支出合计（含补贴）',
      '2,1 325.2',
      '2,2 438.7',
      '3,0 工伤保险基金当年收入合计（含利息）',
      '3,1 335.2',
      '3,2 448.7',
    ])
  })

  it('heads that touch are parted by lines down, where no lines across close them', async () => {
    const rows = [
      ['甲镇', '12', '345'],
      ['乙镇', '8', '123'],
      ['丙镇', '91', '26'],
    ]
    const texts: Placed[] = [
      [84, 720, '乡镇'],
      [140, 720, '常住人口数量'],
      [212, 720, '户籍人口数量'],
      ...rows.flatMap(([label, ...figures], at): Placed[] => {
        const y = 700 - at * 20
        return [[84, y, label!], ...rightAligned(y, figures, [210, 282])]
      }),
    ]
    const down = [80, 138, 212, 290].map((x) => `${x} 650 m ${x} 735 l S`)
    expect((await cellsOf(texts, down)).slice(0, 6)).toEqual([
      '0,0 乡镇',
      '0,1 常住人口数量',
      '0,2 户籍人口数量',
      '1,0 甲镇',
      '1,1 12',
      '1,2 345',
    ])
    // Without them nobody knows.
    expect((await cellsOf(texts)).slice(0, 3)).not.toContain('0,2 户籍人口数量')
  })

  it('figures of neighbours that nearly touch are two cells', async () => {
    const rows = [
      ['甲镇', '12', '345'],
      ['乙镇', '8', '1234567'],
      ['丙镇', '91', '26'],
      ['丁镇', '7', '4408'],
      ['戊镇', '55', '312'],
    ]
    const texts = rows.flatMap(([label, ...figures], at): Placed[] => {
      const y = 700 - at * 20
      return [[80, y, label!], ...rightAligned(y, figures, [154, 200])]
    })
    expect((await cellsOf(texts)).slice(3, 6)).toEqual(['1,0 乙镇', '1,1 8', '1,2 1234567'])
  })

  it('heads of groups cover their columns, and the head of the labels both rows', async () => {
    const edges = [200, 260, 320, 380]
    const rows = ['甲镇', '乙镇', '丙镇']
    const texts: Placed[] = [
      [200, 720, '户籍'],
      [320, 720, '常住'],
      [80, 711, '乡镇'],
      [182, 702, '男'],
      [242, 702, '女'],
      [302, 702, '男'],
      [362, 702, '女'],
      ...rows.flatMap((label, at): Placed[] => {
        const y = 680 - at * 20
        return [[80, y, label], ...rightAligned(y, ['1201', '1187', '1020', '998'], edges)]
      }),
    ]
    expect((await cellsOf(texts)).slice(0, 8)).toEqual([
      '0,0 down 3 乡镇',
      '0,1 across 2 down 2 户籍',
      '0,3 across 2 down 2 常住',
      '2,1 男',
      '2,2 女',
      '2,3 男',
      '2,4 女',
      '3,0 甲镇',
    ])
  })

  it('labels in the middle beside several rows are merged cells', async () => {
    const rows = ['小学', '初中', '高中', '小学', '初中', '高中']
    const texts: Placed[] = [
      [80, 720, '片区'],
      [160, 720, '学段'],
      [250, 720, '人数'],
      [80, 680, '东片'],
      [80, 620, '西片'],
      ...rows.flatMap((label, at): Placed[] => {
        const y = 700 - at * 20
        return [[160, y, label], ...rightAligned(y, [`${201 + at}`, `${11 + at}`], [270, 330])]
      }),
    ]
    const cells = await cellsOf(texts)
    expect(cells.filter((cell) => / down /.test(cell))).toEqual(['1,0 down 3 东片', '4,0 down 3 西片'])
    expect(cells).toContain('2,1 初中')
  })
})

describe('tables with ruling lines', () => {
  it('a figure that its column is too narrow for is one figure, two figures in a cell are two', async () => {
    const operations = ruledGrid([80, 160, 214, 300], [720, 680, 640])
    const texts: Placed[] = [
      [84, 700, '资产'],
      [84, 660, '负债'],
      [217, 700, '12.5'],
      [217, 685, '13.5'],
      [164, 705, '12,345,6'],
      [188, 690, '78.9'],
      [164, 660, '812.3'],
      [217, 660, '44.1'],
    ]
    expect(await cellsOf(texts, operations)).toEqual([
      '0,0 资产',
      '0,1 12,345,678.9',
      '0,2 12.5 13.5',
      '1,0 负债',
      '1,1 812.3',
      '1,2 44.1',
    ])
  })

  it('rows that only lines down part are cut where their figures stand, blanks and labels of two lines among them', async () => {
    const operations = ruledGrid([80, 180, 250, 320], [720, 640])
    const texts: Placed[] = [
      [84, 705, '甲乡'],
      [190, 705, '120'],
      [260, 705, '431'],
      [84, 688, '乙乡并入的'],
      [84, 674, '三个村'],
      [190, 688, '98'],
      [84, 657, '丙乡'],
      [190, 657, '105'],
      [260, 657, '402'],
      [84, 643, '丁乡'],
      [190, 643, '88'],
      [260, 643, '377'],
    ]
    expect((await cellsOf(texts, operations)).slice(3, 8)).toEqual([
      '1,0 乙乡并入的三个村',
      '1,1 98',
      '2,0 丙乡',
      '2,1 105',
      '2,2 402',
    ])
  })

  it('lines of dots part cells', async () => {
    const dots = (x: number, y: number) => `${x} ${y} 0.8 0.8 re f`
    const along = (length: number) => Array.from({ length: length / 1.6 }, (_, at) => at * 1.6)
    const operations = [
      ...[700, 680, 660].flatMap((y) => along(240).map((x) => dots(80 + x, y))),
      ...[80, 200, 320].flatMap((x) => along(40).map((y) => dots(x, 660 + y))),
    ]
    const texts: Placed[] = [
      [84, 685, '村名'],
      [210, 685, '户数'],
      [84, 665, '东村'],
      [210, 665, '120'],
    ]
    expect(await cellsOf(texts, operations)).toEqual(['0,0 村名', '0,1 户数', '1,0 东村', '1,1 120'])
  })
})

describe('tables side by side', () => {
  const left = [
    ['项目', '2022年', '2023年'],
    ['税收', '1203.5', '1310.2'],
    ['非税', '300.1', '280.7'],
  ]
  const right = [
    ['类别', '2022年', '2023年'],
    ['教师', '560', '600'],
    ['学生', '4200', '4555'],
  ]
  const put = (rows: readonly (readonly string[])[], xs: readonly number[]) =>
    rows.flatMap(([label, ...figures], at): Placed[] => {
      const y = 680 - 20 * at
      return [[xs[0]!, y, label!], ...rightAligned(y, figures, xs.slice(1))]
    })

  it('have each the title and the unit that stand over them', async () => {
    const texts: Placed[] = [
      [90, 720, '财政收入'],
      [350, 720, '学校情况'],
      [130, 700, '单位：万元'],
      [400, 700, '单位：人'],
      ...put(left, [80, 180, 240]),
      ...put(right, [320, 430, 500]),
    ]
    const ys = [695, 675, 655, 635]
    const operations = [...ruledGrid([76, 130, 190, 250], ys), ...ruledGrid([316, 370, 440, 510], ys)]
    const page = [...operations, ...texts.map(([x, y, text]) => shown(x, y, text))]
    for await (const { text } of readDocuments(drawnPdf([page]), { path: 'a.pdf' }))
      expect(text.trim().split('\n')).toEqual([
        '财政收入',
        '单位：万元',
        ...left.map((row) => row.join('\t')),
        '学校情况',
        '单位：人',
        ...right.map((row) => row.join('\t')),
      ])
  })
})
