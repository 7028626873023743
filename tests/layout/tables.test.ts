/** Tables in plain text are found where rows agree, and nowhere else: prose, verses, contents and lists are none. */
import { describe, expect, test } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'

const boilerplate = loadBoilerplate()

/** The cells of the tables of a text, a row a line. */
function tablesIn(text: string): string[] {
  const origin = { path: null, entry: null, mediaType: 'text/plain', encoding: 'utf-8', bytes: text.length }
  const { blocks } = layOut(
    { id: 'sha256:test', origin, text, stated: [], pageStarts: [], messages: [] },
    boilerplate,
  )
  const rows = new Map<string, string[]>()
  for (const { start, end, at } of blocks) {
    if (at.cell === null) continue
    const key = `${at.cell.table} ${at.cell.row}`
    rows.set(key, [...(rows.get(key) ?? []), `${at.cell.column}:${text.slice(start, end)}`])
  }
  return [...rows].map(([key, cells]) => `${key} ${cells.join(' ')}`)
}

describe('found', () => {
  test('one cell a line, with heads, a dash for a figure and empty lines between the rows', () => {
    const lines = [
      '松河县学校情况',
      '单位：所、人',
      '乡镇',
      '学校',
      '教师',
      '清溪镇',
      '12',
      '300',
      '',
      '石桥乡',
      '7',
      '280',
    ]
    expect(tablesIn([...lines, '', '柳湾乡', '5', '—', '以上为年末数。'].join('\n'))).toEqual([
      '0 0 0:乡镇 1:学校 2:教师',
      '0 1 0:清溪镇 1:12 2:300',
      '0 2 0:石桥乡 1:7 2:280',
      '0 3 0:柳湾乡 1:5',
    ])
  })

  test('one cell a line, with a unit in each row and no word above the labels', () => {
    const rows = ['收入', '万元', '115', '125', '支出', '万元', '130', '141', '税收', '万元', '90', '95']
    expect(tablesIn(['数据如下。', '单位', '2020年', '2021年', ...rows].join('\n'))).toEqual([
      '0 0 1:单位 2:2020年 3:2021年',
      '0 1 0:收入 1:万元 2:115 3:125',
      '0 2 0:支出 1:万元 2:130 3:141',
      '0 3 0:税收 1:万元 2:90 3:95',
    ])
  })

  test('labels that go on in a line of their own, also around figures that stand in the middle beside them', () => {
    const lines = [
      '科目\t合计\t其中专项',
      '购买校园安全设备及\t12.50\t3.10',
      '维护服务支出',
      '修缮学生宿舍与食堂\t20.75\t8.00',
      '的工程支出',
      '教师培训支出\t6.40\t1.20',
      '农村义务教育学生营养',
      '31.90 5.60',
      '改善支出',
      '办公支出\t2.05\t0.15',
    ]
    expect(tablesIn(lines.join('\n'))).toEqual([
      '0 0 0:科目 1:合计 2:其中专项',
      '0 1 0:购买校园安全设备及 1:12.50 2:3.10 0:维护服务支出',
      '0 2 0:修缮学生宿舍与食堂 1:20.75 2:8.00 0:的工程支出',
      '0 3 0:教师培训支出 1:6.40 2:1.20',
      '0 4 0:农村义务教育学生营养 1:31.90 2:5.60 0:改善支出',
      '0 5 0:办公支出 1:2.05 2:0.15',
    ])
  })

  test('headings between rows stay rows of their own', () => {
    const lines = [
      '项目\t年末\t年初',
      '流动资产：',
      '现金\t12.5\t10.1',
      '存货\t3.2\t4.4',
      '固定资产：',
      '房屋\t90.0\t91.3',
    ]
    expect(tablesIn(lines.join('\n'))[4]).toBe('0 4 0:固定资产：')
  })

  test('codes of several parts, of which headings have the first alone, stand in front of their names', () => {
    const lines = [
      '205\t教育支出\t812.50\t700.00',
      '205\t02\t普通教育\t812.50\t700.00',
      '205\t02\t01\t学前教育\t112.50\t100.00',
      '205\t02\t02\t小学教育\t700.00\t600.00',
    ]
    expect(tablesIn(lines.join('\n'))).toEqual([
      '0 0 0:205 3:教育支出 4:812.50 5:700.00',
      '0 1 0:205 1:02 3:普通教育 4:812.50 5:700.00',
      '0 2 0:205 1:02 2:01 3:学前教育 4:112.50 5:100.00',
      '0 3 0:205 1:02 2:02 3:小学教育 4:700.00 5:600.00',
    ])
  })

  test('names that touch their first figures', () => {
    expect(tablesIn('食品烟酒2.3 2.2 2.6\n居住及水电燃料0.7 0.8 0.4\n教育文化娱乐1.4 1.5 1.1')).toEqual([
      '0 0 0:食品烟酒 1:2.3 2:2.2 3:2.6',
      '0 1 0:居住及水电燃料 1:0.7 2:0.8 3:0.4',
      '0 2 0:教育文化娱乐 1:1.4 2:1.5 3:1.1',
    ])
  })

  test('figures, and numbers of rows, that lost the tab between them', () => {
    const lines = [
      '序号\t单位\t预算 决算',
      '1城关中学\t330.50 234.85',
      '2东街小学\t98.00\t76.31',
      '3西街小学\t120.00 115.00',
      '4北门幼儿园 51.20 50.40',
    ]
    expect(tablesIn(lines.join('\n'))).toEqual([
      '0 0 0:序号 1:单位 2:预算 3:决算',
      '0 1 0:1 1:城关中学 2:330.50 3:234.85',
      '0 2 0:2 1:东街小学 2:98.00 3:76.31',
      '0 3 0:3 1:西街小学 2:120.00 3:115.00',
      '0 4 0:4 1:北门幼儿园 2:51.20 3:50.40',
    ])
  })

  test('columns parted by bars, with lines drawn between the rows', () => {
    expect(tablesIn('| 镇 | 户数 |\n|---|---|\n| 清水 | 310 |\n| 白石 | 275 |\n| 青石 | |')).toEqual([
      '0 0 0:镇 1:户数',
      '0 1 0:清水 1:310',
      '0 2 0:白石 1:275',
      '0 3 0:青石',
    ])
  })

  test('columns parted by tabs, a blank one and one that opens a line', () => {
    expect(tablesIn('\t2021年\t2022年\n存栏\t\t310\n出栏\t275\t290\n产量\t88\t91')).toEqual([
      '0 0 1:2021年 2:2022年',
      '0 1 0:存栏 2:310',
      '0 2 0:出栏 1:275 2:290',
      '0 3 0:产量 1:88 2:91',
    ])
  })

  test('columns parted by blanks, under a head that lacks the corner', () => {
    expect(
      tablesIn(
        '全年情况如下。\n    2021年  2022年\n存栏  300  310\n出栏  275  290\n产量  88  91\n特此说明。',
      ),
    ).toEqual([
      '0 0 1:2021年 2:2022年',
      '0 1 0:存栏 1:300 2:310',
      '0 2 0:出栏 1:275 2:290',
      '0 3 0:产量 1:88 2:91',
    ])
  })

  test('a label and figures parted by single blanks, with a heading between the rows', () => {
    expect(
      tablesIn('项目 本月 累计\n售电 310 1204\n购电 298 1150\n用户情况：\n居民 120 466\n企业 190 738'),
    ).toEqual([
      '0 0 0:项目 1:本月 2:累计',
      '0 1 0:售电 1:310 2:1204',
      '0 2 0:购电 1:298 2:1150',
      '0 3 0:用户情况：',
      '0 4 0:居民 1:120 2:466',
      '0 5 0:企业 1:190 2:738',
    ])
  })

  test('words and figures that single blanks part, under a head of as many words, and what they add up to', () => {
    const lines = [
      '二月份工资',
      '序号 姓名 岗位 基本工资 实发',
      '1 周平 电焊 3200 3560',
      '2 吴敏 装配 2900 3145',
      '3 郑华 质检 3000 2890',
      '合计 9100 9595',
      '以上已发。',
    ]
    expect(tablesIn(lines.join('\n'))).toEqual([
      '0 0 0:序号 1:姓名 2:岗位 3:基本工资 4:实发',
      '0 1 0:1 1:周平 2:电焊 3:3200 4:3560',
      '0 2 0:2 1:吴敏 2:装配 3:2900 4:3145',
      '0 3 0:3 1:郑华 2:质检 3:3000 4:2890',
      '0 4 0:合计 3:9100 4:9595',
    ])
  })

  test('figures that a laboratory marked, with what is usual', () => {
    const lines = [
      '项目 结果 参考 单位',
      '血糖 6.4↑ 3.9-6.1 mmol/L',
      '血脂 1.2 0.5-1.7 mmol/L',
      '尿素 <3.1 2.9-8.2 mmol/L',
    ]
    expect(tablesIn(lines.join('\n'))).toHaveLength(4)
  })

  test('a head whose words blanks part, over rows that tabs part', () => {
    expect(tablesIn('项目 期末 期初\n现金\t310\t204\n存货\t298\t150\n欠款\t77\t91')[0]).toBe(
      '0 0 0:项目 1:期末 2:期初',
    )
  })

  test('two tables of one text', () => {
    const text = '镇\t户数\n清水\t310\n白石\t275\n\n以下为村组数。\n镇\t组\n清水\t12\n白石\t9'
    expect(tablesIn(text).map((row) => row.slice(0, 3))).toEqual(['0 0', '0 1', '0 2', '1 0', '1 1', '1 2'])
  })
})

test.each([
  ['two rows', '镇\t户数\n清水\t310'],
  [
    'prose with a number in each line',
    '全年完成造林 310 亩，其中新造 120 亩。\n抚育 200 亩，补植 15 亩。\n管护 90 亩。',
  ],
  [
    'verses of two halves',
    '春风又绿江南岸  明月何时照我还\n两岸猿声啼不住  轻舟已过万重山\n朝辞白帝彩云间  千里江陵一日还',
  ],
  ['a table of contents', '第一章 总则  1\n第二章 职责  4\n第三章 保障  9\n第四章 附则  12'],
  ['answers to choose from', 'A．12  B．13  C．14  D．15\nA．3  B．4  C．5  D．6\nA．7  B．8  C．9  D．10'],
  ['names and telephone numbers', '张禾  13800001111\n李穗  13800002222\n王黍  13800003333'],
  ['formulas', 'x  1  2  3\ny  2  4  6\nz  3  6  9'],
  ['counters of a site, one a line', '浏览\n1234\n收藏\n5\n评论\n12\n转发\n3'],
  ['rows of different length, one cell a line', '甲村\n12\n30\n乙村\n7\n丙村\n5\n9\n4'],
  ['a signature', '清水镇人民政府\n2021年  3月  5日\n抄送  各村  各组'],
])('%s: no table', (_, text) => expect(tablesIn(text)).toEqual([]))

test('the cells of a table are untouched by what mends running text', () => {
  const text = '镇  户 数  人口\n清水  310  1204\n白石  275  1010\n青石  98  377'
  const origin = { path: null, entry: null, mediaType: 'text/plain', encoding: 'utf-8', bytes: 0 }
  const document = layOut(
    { id: 'sha256:test', origin, text, stated: [], pageStarts: [], messages: [] },
    boilerplate,
  )
  expect(document.joins).toEqual([])
})
