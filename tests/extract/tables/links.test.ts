/** How the figures of a table stand to each other: parts, changes, shares; and which numbers of a table are none. */
import { describe, expect, test } from 'vitest'
import { toRecord } from '../../../src/writers/record.js'
import { extractText } from '../../support/document.js'

function recordOf(rows: readonly string[], above: readonly string[] = []) {
  const text = [...above, ...rows.map((row) => row.replaceAll(' ', '\t'))].join('\n')
  return toRecord({ ...extractText(text), checks: [] })
}

/** The facts as `printed < total`, `printed ~ changed`, `printed = part / whole`. */
function linksOf(rows: readonly string[]): string[] {
  const { facts } = recordOf(rows)
  const printed = (id: string | null) => facts.find((fact) => fact.id === id)?.text ?? '?'
  return facts.flatMap(({ text, partOf, change, ratio }) => {
    if (change !== null) return [`${text} ~ ${printed(change.of)} ${change.kind}`]
    if (ratio !== null) return [`${text} = ${printed(ratio.part)} / ${printed(ratio.whole)}`]
    return partOf === null ? [] : [`${text} < ${printed(partOf)}`]
  })
}

describe('parts', () => {
  test('numbered rows are parts of the row above their level, 其中 of the row before', () => {
    expect(
      linksOf([
        '项目 2021年 2022年',
        '一、收入 900 950',
        '1.税收 600 640',
        '其中：增值税 310 330',
        '2.非税 300 310',
        '二、支出 880 910',
      ]),
    ).toEqual(['600 < 900', '640 < 950', '310 < 600', '330 < 640', '300 < 900', '310 < 950'])
  })

  test('a list behind 其中 goes on where names end alike', () => {
    expect(linksOf(['项目 2021年', '总计 90', '其中：综合医院 50', '中医医院 20', '在建项目 3'])).toEqual([
      '50 < 90',
      '20 < 90',
    ])
  })
})

describe('changes', () => {
  test('a column of growth is about the latest of the columns before it', () => {
    expect(
      linksOf([
        '项目 2022年 2021年 同比增长(%)',
        '甲产量 105 100 5.0',
        '乙产量 90 100 -10.0',
        '丙产量 7 7 0',
      ]),
    ).toEqual(['5.0 ~ 105 percent', '-10.0 ~ 90 percent', '0 ~ 7 percent'])
  })

  test('a head over several columns of growth: each is about the column of its name', () => {
    const rows = [
      '镇 收入 支出 收入增长(%) 支出增长(%)',
      '清水 105 98 5.0 1.2',
      '白石 90 88 -10.0 0.4',
      '青石 7 6 1.1 2.0',
    ]
    expect(linksOf(rows).slice(0, 2)).toEqual(['5.0 ~ 105 percent', '1.2 ~ 98 percent'])
  })

  test('a row that says only that something grew is about the row above it', () => {
    const { facts } = recordOf(['项目 2021年 2022年', '收入 90 95', '比上年增长(%) 3.0 -2.5', '支出 80 84'])
    expect(
      facts
        .filter(({ change }) => change !== null)
        .map(({ text, indicator, unit, change }) => [text, indicator, unit, change?.direction]),
    ).toEqual([
      ['3.0', '收入', '%', 'increase'],
      ['-2.5', '收入', '%', 'decrease'],
    ])
  })
})

test('a change without a unit gives no earlier value, one in the unit of the figure does', () => {
  const priors = (head: string) =>
    recordOf([`镇 2022年(吨) ${head}`, '清水 1260 60', '白石 950 30', '青石 800 40'])
      .facts.filter(({ change }) => change !== null)
      .map(({ change }) => change?.prior)
  expect(priors('增减')).toEqual([null, null, null])
  expect(priors('增减(吨)')).toEqual(['1200', '920', '760'])
})

test('a column of shares divides the figure of its row by that of the row it is a part of', () => {
  expect(linksOf(['行业 增加值 比重(%)', '一、合计 200 100', '1.农业 50 25', '2.工业 150 75'])).toEqual([
    '100 = 200 / ?',
    '50 < 200',
    '25 = 50 / 200',
    '150 < 200',
    '75 = 150 / 200',
  ])
})

describe('numbers that are no figures', () => {
  test('years in heads, codes, what counts the rows and the columns, numbers in names', () => {
    const { coverage, facts } = recordOf([
      '编码 名称 2021 2022',
      '甲 乙 1 2',
      '201 公共服务 310 320',
      '205 教育 460 466',
      '208 60岁以上老人 75 80',
    ])
    expect(coverage.ignored.map(({ text, reason }) => `${text} ${reason}`)).toEqual([
      '2021 date',
      '2022 date',
      '1 list-label',
      '2 list-label',
      '201 code',
      '205 code',
      '208 code',
      '60岁以上 name',
    ])
    expect(facts.map(({ text, period }) => `${text} ${period?.text}`)).toEqual([
      '310 2021年',
      '320 2022年',
      '460 2021年',
      '466 2022年',
      '75 2021年',
      '80 2022年',
    ])
  })

  test('codes without a head, in front of the names', () => {
    const { facts } = recordOf(['201 公共服务 31.5 20.0', '205 教育 46.2 40.1', '208 就业 7.5 6.0'])
    expect(facts.map(({ text }) => text)).toEqual(['31.5', '20.0', '46.2', '40.1', '7.5', '6.0'])
  })
})

describe('units', () => {
  test('a unit above the table that does not go with what is counted is not taken', () => {
    const { facts } = recordOf(
      ['项目 2021年 2022年', '收入 90 95', '职工 310 320', '达标率 88 91'],
      ['单位：万元'],
    )
    expect(facts.map(({ text, unit }) => `${text}${unit}`)).toEqual([
      '90万元',
      '95万元',
      '310',
      '320',
      '88',
      '91',
    ])
  })

  test('编制单位 is an office', () => {
    const { facts } = recordOf(['项目 2021年 2022年', '收入 90 95', '支出 31 32'], ['编制单位：清水镇财政所'])
    expect(facts.every(({ unit }) => unit === '')).toBe(true)
  })
})

test('the record lists rows, columns and cells, and each fact says its cell', () => {
  const { tables, facts, source } = recordOf([
    '项目 2021年 2022年 增长(%)',
    '一、收入 90 95 5.6',
    '其中：税费 60 63 5.0',
    '合计 90 95 5.6',
  ])
  const [table] = tables ?? []
  expect(table?.columns.map(({ role, period, of, base }) => [role, period, of, base])).toEqual([
    ['label', null, null, null],
    ['value', '2021年', null, null],
    ['value', '2022年', null, null],
    ['change', null, 2, 1],
  ])
  expect(table?.rows.map(({ role, name, parent, isAmong }) => [role, name, parent, isAmong])).toEqual([
    ['head', '', null, false],
    ['body', '收入', null, false],
    ['body', '税费', 1, true],
    ['total', '合计', null, false],
  ])
  const cellOf = ({ cell }: (typeof facts)[number]) =>
    table?.cells.find(({ row, column }) => row === cell?.row && column === cell.column)
  expect(facts.every((fact) => source.text.slice(cellOf(fact)?.start, cellOf(fact)?.end) === fact.text)).toBe(
    true,
  )
})

describe('names', () => {
  const namesIn = (rows: readonly string[]) =>
    recordOf(rows).facts.map(({ text, indicator }) => `${text} ${indicator}`)

  test('words beside names that tell the rows apart are remarks', () => {
    expect(
      namesIn(['项目 内容 投资 进展', '清水渠 衬砌 310 开工', '白石闸 加固 86 完工', '青石堤 新建 45 前期']),
    ).toEqual(['310 清水渠投资', '86 白石闸投资', '45 青石堤投资'])
  })

  test('nothing is said twice by row and head', () => {
    expect(namesIn(['科目 支出预算 支出决算', '教育支出 310 305', '其他 86 80', '合计 396 385'])).toEqual([
      '310 教育支出预算',
      '305 教育支出决算',
      '86 其他支出预算',
      '80 其他支出决算',
      '396 合计支出预算',
      '385 合计支出决算',
    ])
  })

  test('a sentence in a cell is read as prose', () => {
    const { facts } = recordOf([
      '项目 投资 进展',
      '清水渠 310 已完成投资120万元',
      '白石闸 86 未开工',
      '青石堤 45 未开工',
    ])
    expect(facts.find(({ text }) => text === '120万元')).toMatchObject({
      indicator: '已完成投资',
      unit: '万元',
    })
    expect(facts.find(({ text }) => text === '120万元')?.cell).toBeUndefined()
  })
})

describe('columns', () => {
  const rolesOf = (rows: readonly string[]) =>
    recordOf(rows).tables![0]!.columns.map(({ role, of }) => (of === null ? role : `${role} of ${of}`))

  test('of places name the rows, those of ranks are about the figures before them', () => {
    const rows = ['县区 产量（吨） 增速（%） 位次', '东岭区 310 5.2 1', '西岭区 204 3.1 2', '南湾县 96 1.0 3']
    expect(rolesOf(rows)).toEqual(['place', 'value', 'change of 1', 'rank of 1'])
    const { facts } = recordOf(rows)
    const ranks = facts.filter(({ measure }) => measure === 'rank')
    expect(ranks.map(({ text, indicator, unit }) => `${text} ${indicator} ${unit}`)).toEqual([
      '1 东岭区产量位次 ',
      '2 西岭区产量位次 ',
      '3 南湾县产量位次 ',
    ])
  })

  test('of places say where a figure is from, and so do heads of places side by side', () => {
    const placesOf = (rows: readonly string[]) =>
      recordOf(rows).facts.map(({ text, place }) => `${text} ${place ?? '-'}`)
    const down = [
      '县区 产量（吨） 面积（亩）',
      '全市 610 77',
      '东岭区 310 40',
      '南湾县 300 37',
      '合计 610 77',
    ]
    expect(placesOf(down)).toEqual([
      '610 全市',
      '77 全市',
      '310 东岭区',
      '40 东岭区',
      '300 南湾县',
      '37 南湾县',
      '610 -',
      '77 -',
    ])
    expect(placesOf(['指标 东岭区 南湾县', '产量（吨） 310 300', '面积（亩） 40 37'])).toEqual([
      '310 东岭区',
      '300 南湾县',
      '40 东岭区',
      '37 南湾县',
    ])
  })

  test('have figures that elsewhere are names', () => {
    const { facts } = recordOf(['村名 户数 人口', '东村 985 2110', '西村 211 760', '南村 96 401'])
    expect(facts.map(({ text }) => text).join(' ')).toBe('985 2110 211 760 96 401')
  })

  test('called 单位 hold units, or the offices that the rows are about', () => {
    expect(rolesOf(['项目 单位 2022年', '公路 公里 310', '桥梁 座 12'])).toEqual(['label', 'unit', 'value'])
    expect(rolesOf(['单位 学校 学生', '东片 12 3051', '西片 7 1812'])).toEqual(['label', 'value', 'value'])
    expect(rolesOf(['序号 单位 学校', '1 东片中心校 12', '2 西片中心校 7'])).toEqual([
      'serial',
      'label',
      'value',
    ])
  })

  test('of codes of several parts name nothing', () => {
    const { facts } = recordOf([
      '205 02 01 幼儿园 12.5 10.1',
      '205 02 02 小学 33.0 31.2',
      '206 01 01 中学 8.8 7.9',
    ])
    expect(facts.map(({ text, indicator }) => `${text} ${indicator}`)).toEqual([
      '12.5 幼儿园',
      '10.1 幼儿园',
      '33.0 小学',
      '31.2 小学',
      '8.8 中学',
      '7.9 中学',
    ])
  })

  test('numbers one after the other are no figures, and equal sums of neighbours tie nothing', () => {
    const { facts } = recordOf([
      '题号 1 2 3 4 5 6',
      '得分 3 4 5 3 2 5',
      '题号 7 8 9 10 11 12',
      '得分 2 2 4 5 3 4',
    ])
    expect(facts.map(({ text }) => text).join(' ')).toBe('3 4 5 3 2 5 2 2 4 5 3 4')
    const sheet = ['题号 1 2 3 4 5 6', '答案', '题号 7 8 9 10 11 12', '答案', '题号 13 14 15 16 17 18']
    expect(recordOf(sheet).facts).toEqual([])
    expect(
      linksOf(['合计 9759.38 5377.64 4381.74', '教育 754.75 754.75 0.00', '卫生 236.64 236.64 0.00']),
    ).toEqual([])
  })

  test('a rate has the unit of its head, not that of what its row counts', () => {
    const { facts } = recordOf([
      '工作 单位 目标 完成率（%）',
      '修路 公里 40 105.0',
      '建桥 座 8 87.5',
      '植树 株 900 99.0',
    ])
    expect(facts.map(({ text, unit }) => `${text} ${unit}`)).toEqual([
      '40 公里',
      '105.0 %',
      '8 座',
      '87.5 %',
      '900 株',
      '99.0 %',
    ])
  })
})
