/** Quantities and the numbers that are none: tables of sentences, the tables' own examples, and properties. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseNumeral } from '../../src/numerals/parse.js'
import { findQuantities } from '../../src/pipeline/quantities.js'
import { scanNumbers } from '../../src/quantities/scan.js'
import { corpusPath, readTsv } from '../../src/resources/tsv.js'
import { loadUnits, type UnitTable } from '../../src/resources/units.js'

let table: UnitTable
beforeAll(() => {
  table = loadUnits()
})

/** value, low, high, unit, bound of the only quantity of a text. */
type Row = readonly [string, string | null, string | null, string | null, string, string]

function checkRows(rows: readonly Row[]) {
  it.each(rows)('%s', (text, value, low, high, unit, bound) => {
    const found = findQuantities(text, { units: table })
    expect(
      found.map((quantity) => [quantity.value, quantity.low, quantity.high, quantity.unit, quantity.bound]),
    ).toEqual([[value, low, high, unit, bound]])
  })
}

describe('scale words belong to the unit', () => {
  checkRows([
    ['安排经费86.5万元', '86.5', null, null, '万元', 'exact'],
    ['共拨付2,300万元', '2300', null, null, '万元', 'exact'],
    ['带动就业六万余人', '60000', '60000', '70000', '人', 'more-than'],
    ['拨付补助八十万元', '800000', null, null, '元', 'exact'],
    ['服务四十余万人', '40', '40', '50', '万人', 'more-than'],
    ['投入两到三千万元', null, '20000000', '30000000', '元', 'range'],
    ['用户约为2015年的四倍', '4', null, null, '倍', 'approx'],
    ['高于92%的目标值', '92', null, null, '%', 'exact'],
    ['通胀控制在3%左右', '3', null, null, '%', 'approx'],
    ['重大事故发生率为零', '0', null, null, '', 'exact'],
    ['新建水塔一座，', '1', null, null, '座', 'exact'],
    ['检修货车3.1万辆次', '3.1', null, null, '万辆次', 'exact'],
    ['身高米八，', '1.8', null, null, '米', 'exact'],
    ['跑完用时：分半', '1.5', null, null, '分', 'exact'],
    ['钢管口径8"', '8', null, null, '"', 'exact'],
    ['加糖四分一茶匙', '1/4', null, null, '茶匙', 'exact'],
    ['单价九蚊八', '9.8', null, null, '蚊', 'exact'],
    ['惠及群众5万2000人', '52000', null, null, '人', 'exact'],
    ['完成造林12万亩', '12', null, null, '万亩', 'exact'],
    ['铺设管网45千米', '45', null, null, '千米', 'exact'],
    ['并网3百万千瓦', '3', null, null, '百万千瓦', 'exact'],
    ['外资3.2亿美元', '3.2', null, null, '亿美元', 'exact'],
  ])
})

describe('bounds', () => {
  checkRows([
    ['拨款7000余万元', '7000', '7000', '8000', '万元', 'more-than'],
    ['培训2340余人次', '2340', '2340', '2350', '人次', 'more-than'],
    ['服务4万多人', '4', '4', '5', '万人', 'more-than'],
    ['来了十来个', '10', '10', '20', '个', 'approx'],
    ['近6000名', '6000', null, '6000', '名', 'approx'],
    ['约40公里', '40', null, null, '公里', 'approx'],
    ['30万人次以上', '30', '30', null, '万人次', 'at-least'],
    ['不低于4%', '4', '4', null, '%', 'at-least'],
    ['不足10户', '10', null, '10', '户', 'less-than'],
    ['不超过45人', '45', null, '45', '人', 'at-most'],
    ['达85%', '85', null, null, '%', 'exact'],
    ['上百户', '100', '100', null, '户', 'at-least'],
    ['百余户', '100', '100', '200', '户', 'more-than'],
  ])
})

describe('ranges and vague numerals', () => {
  checkRows([
    ['资助20~35万元', null, '20', '35', '万元', 'range'],
    ['新建二至三所', null, '2', '3', '所', 'range'],
    ['上浮6%-8%', null, '6', '8', '%', 'range'],
    ['5万到9万元', null, '5', '9', '万元', 'range'],
    ['两到三千米', null, '2000', '3000', '米', 'range'],
    ['60和80人之间', null, '60', '80', '人', 'range'],
    ['四五百户', null, '400', '500', '户', 'range'],
    ['十七八岁', null, '17', '18', '岁', 'range'],
    ['十几万人', '10', '10', '20', '万人', 'more-than'],
    ['数百亿元', null, '100', '1000', '亿元', 'range'],
    ['19xx人', null, '1900', '1999', '人', 'masked'],
  ])
})

describe('parts, halves and shares', () => {
  checkRows([
    ['八斤六两', '8.6', null, null, '斤', 'exact'],
    ['45元5角2分', '45.52', null, null, '元', 'exact'],
    ['两年半', '2.5', null, null, '年', 'exact'],
    ['四个半小时', '4.5', null, null, '个小时', 'exact'],
    ['七成六', '7.6', null, null, '成', 'exact'],
    ['五分之二', '2/5', null, null, '', 'exact'],
    ['百分之六点五', '6.5', null, null, '%', 'exact'],
    ['师生比1:14', '1/14', null, null, '', 'exact'],
    ['零下6摄氏度', '-6', null, null, '摄氏度', 'exact'],
  ])
})

describe('base units', () => {
  it.each([
    ['392.4万元', '3924000', 'CNY'],
    ['港币800元', '800', 'HKD'],
    ['￥15.5', '15.5', 'CNY'],
    ['2公顷', '20000', '平方米'],
    ['1亩', '2000/3', '平方米'],
    ['4200元/吨', '4.2', 'CNY/千克'],
    ['3.5‰', '0.35', '%'],
    ['八折', '80', '%'],
    ['2.4个百分点', '2.4', '个百分点'],
    ['120人', '120', '人'],
  ])('%s is %s %s', (text, value, unit) => {
    expect(findQuantities(text, { units: table }).map(({ base }) => base)).toEqual([{ value, unit }])
  })
})

describe('lists share the last unit', () => {
  it('of bare numbers', () => {
    const found = findQuantities('分别增长3.1、2.8和4.5个百分点', { units: table })
    expect(found.map(({ value, unit }) => [value, unit])).toEqual([
      ['3.1', '个百分点'],
      ['2.8', '个百分点'],
      ['4.5', '个百分点'],
    ])
  })
})

describe('numbers that are no quantity', () => {
  it.each([
    ['20xx年工作', '20xx年', 'date'],
    ['于2019年3月5日揭牌', '2019年3月5日', 'date'],
    ['截至6月底', '6月', 'date'],
    ['2016—2018年', '2016—2018年', 'date'],
    ['日期2018-03-09', '2018-03-09', 'date'],
    ['二〇一八年', '二〇一八年', 'date'],
    ['“十三五”以来', '十三五', 'date'],
    ['上午9时30分开会', '9时30分', 'time'],
    ['三、存在问题', '三、', 'list-label'],
    ['（二）经费保障', '（二）', 'list-label'],
    ['2.队伍建设', '2.', 'list-label'],
    ['成效好。一是重视', '一是', 'list-label'],
    ['九年一贯制学校', '九年一贯制', 'name'],
    ['七年级学生', '七年级', 'ordinal'],
    ['三到五年级', '五年级', 'ordinal'],
    ['六一儿童节', '六一', 'name'],
    ['位列第3', '第3', 'ordinal'],
    ['获二等奖', '二等奖', 'ordinal'],
    ['依照第十六条', '第十六条', 'law-article'],
    ['州政发〔2017〕8号', '〔2017〕8号', 'document-number'],
    ['电话：65123478', '65123478', 'code'],
    ['0871-6512347', '0871-6512347', 'code'],
    ['进一步加强', '进一步', 'idiom'],
    ['统一部署', '统一', 'idiom'],
  ])('%s: %s is %s', (text, span, reason) => {
    const { quantities, ignored } = scanNumbers(text, table)
    expect(quantities).toEqual([])
    expect(ignored.map((item) => [item.text, item.reason])).toContainEqual([span, reason])
  })
})

describe('the tables', () => {
  const files = ['count.tsv', 'money.tsv', 'measures.tsv'] as const
  const rows = files.flatMap((file) =>
    readTsv(corpusPath('units', file), ['unit', 'measure', 'spellings', 'factor', 'base', 'example']).map(
      ({ cells }) => cells,
    ),
  )
  it.each(rows.map((cells) => [cells[0]!, cells[5]!] as const))(
    '%s: its example holds it',
    (name, example) => {
      const found = findQuantities(example, { units: table })
      expect(found).toHaveLength(1)
      const unit = found[0]!.unit
      const units = [...unit].map((_, index) => table.units.get(unit.slice(index))?.name)
      expect(units).toContain(name)
    },
  )
  it('gives each spelling one owner', () => {
    const spellings = rows.flatMap((cells) =>
      [cells[0]!, ...cells[2]!.split(' ')].filter((spelling) => spelling !== ''),
    )
    expect(spellings.filter((spelling, index) => spellings.indexOf(spelling) !== index)).toEqual([])
  })
  it('holds examples of bounds that are bounded so', () => {
    for (const { cells } of readTsv(corpusPath('units', 'bounds.tsv'), [
      'place',
      'word',
      'bound',
      'notAfter',
      'example',
    ])) {
      const [, word, bound, , example] = cells
      expect([word, findQuantities(example!, { units: table }).map((quantity) => quantity.bound)]).toEqual([
        word,
        [bound],
      ])
    }
  })
  it('holds examples of prefixes', () => {
    for (const { cells } of readTsv(corpusPath('units', 'prefixes.tsv'), ['prefix', 'unit', 'example'])) {
      const bases = findQuantities(cells[2]!, { units: table }).map(({ base }) => base.unit)
      expect([cells[0], bases]).toEqual([cells[0], [table.units.get(cells[1]!)!.base]])
    }
  })
  it('holds words that are no quantity, alone and in the middle of a text', () => {
    for (const { cells } of readTsv(corpusPath('units', 'not-quantities.tsv'), ['pattern', 'reason'])) {
      if (cells[0]!.includes('…')) continue
      expect([cells[0], findQuantities(`把${cells[0]}，`, { units: table })]).toEqual([cells[0], []])
    }
  })
})

describe('properties', () => {
  const piece = fc.constantFrom(
    '3',
    '17193',
    '45.6',
    '一',
    '三百五',
    '两',
    '十几',
    '20xx',
    '1/3',
    '万',
    '亿',
    '人',
    '元',
    '%',
    '年',
    '月',
    '日',
    '所',
    '余',
    '多',
    '近',
    '以上',
    '至',
    '-',
    '~',
    '、',
    '。',
    '，',
    '（',
    '）',
    '第',
    '半',
    '个',
    ' ',
    '\n',
    '学校',
    '进一步',
    '增长',
    '百分之',
    '点',
    '分',
    '：',
    '/',
    'kg',
    'A',
    '零',
    '负',
    '¥',
  )
  const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
  it('slices to its text, in order, without overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { quantities, ignored } = scanNumbers(text, table)
        const spans = [...quantities, ...ignored].sort((a, b) => a.start - b.start)
        let end = 0
        for (const span of spans) {
          expect(text.slice(span.start, span.end)).toBe(span.text)
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          end = span.end
        }
      }),
      { numRuns: 3000 },
    )
  })
  it('leaves no Arabic digit unseen', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { quantities, ignored } = scanNumbers(text, table)
        const covered = new Set(
          [...quantities, ...ignored].flatMap(({ start, end }) =>
            Array.from({ length: end - start }, (_, index) => start + index),
          ),
        )
        for (const { index } of text.matchAll(/\d/g)) expect(covered.has(index)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
  it('gives canonical values that parse to themselves', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { value } of findQuantities(text, { units: table })) {
          if (value !== null && !value.includes('/')) expect(parseNumeral(value)?.value).toBe(value)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
