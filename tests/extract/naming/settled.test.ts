/** Names that grammar settles, by trees that would choose the words as they stand. */
import { expect, test } from 'vitest'
import { extractFacts } from '../../../src/extract/extract.js'
import { settledAt } from '../../../src/extract/naming/settled.js'
import { segmentedText } from '../../support/document.js'
import { indicators, naming, units } from '../../support/tables.js'

/** The names of a text by trees that have no opinion: the first candidate, the own words, is chosen. */
function namesIn(text: string): string[] {
  const own = { ...naming(), forest: { trees: [] } }
  const { facts } = extractFacts(segmentedText(text), { units, indicators, naming: () => own })
  return facts.map(({ indicator }) => indicator)
}

test.each([
  ['a like owner is of what was measured before', '公办校升学率95.2%，民办校61.5%。', '民办校升学率'],
  ['also behind a verb', '南区街道完成投资320万元，北区街道410万元。', '北区街道投资'],
  ['with changes in between', '省属高校就业率91%，提高2个百分点，市属高校88%。', '市属高校就业率'],
  ['but not across another measure', '公办校升学率95.2%，教师32人，民办校61.5%。', '民办校占比'],
  ['nor of a road, whose length is its own', '改建县道42公里，提高3%，农村公道21公里。', '农村公道里程'],
  ['no count', '公办校教室62间，民办校41间。', '民办校数'],
])('%s: %s', (_, text, name) => {
  expect(namesIn(text).at(-1)).toBe(name)
})

test.each([
  [
    'bare verbs are of what was carried out',
    '深入开展扫黑专项行动，刑拘32人，移诉21人。',
    ['扫黑专项行动刑拘人数', '扫黑专项行动移诉人数'],
  ],
  [
    'verbs with an object are not',
    '开展扫黑专项行动，查处涉黑案件32件，移诉21人。',
    ['查处涉黑案件数', '移诉人数'],
  ],
  [
    'bare nouns are of the thing in the heading',
    '二、油菜\n\n面积8.1万亩，单产152公斤。',
    ['油菜面积', '油菜单产'],
  ],
  [
    'also where both have the character for an institution',
    '一、江口医院\n\n面积8.1万平方米，住院3.1万人次。',
    ['江口医院面积', '江口医院住院人次'],
  ],
  ['not of a field of work', '二、农业生产\n\n面积8.1万亩。', ['面积']],
  ['nor of several things', '二、油菜和花生\n\n面积8.1万亩。', ['面积']],
  ['a name that stands alone needs no heading', '二、油菜\n\n出口8.1万吨。', ['出口']],
  [
    'up to a figure with a name of its own',
    '二、油菜\n\n面积8.1万亩，油菜籽加工厂12家，产值320万元。',
    ['油菜面积', '油菜籽加工厂数', '产值'],
  ],
  [
    'exceptions have the noun behind them',
    '除东乡（82.1%）和西乡（84.5%）外，签约率均达100%。',
    ['东乡签约率', '西乡签约率', '签约率'],
  ],
  [
    'also where it is of the others',
    '除了一小（95%）以外，其余学校巩固率达100%。',
    ['一小巩固率', '学校巩固率'],
  ],
  [
    'each of what was counted',
    '3个街道、5个社区和8个小区的签约率分别为91%、92%和93%。',
    ['街道数', '社区数', '小区数', '街道签约率', '社区签约率', '小区签约率'],
  ],
])('%s: %s', (_, text, names) => {
  expect(namesIn(text)).toEqual(names)
})

test.each([
  ['what an average of a year is', '粮食总产年平均为3050万公斤。', '粮食总产年平均量'],
  ['what price rose', '商品房成交均价上涨2%。', '商品房成交均价'],
  ['how much it grew a year', '粮食产量年平均增长2%。', '粮食产量'],
  ['on what basis', '预算收入（同口径）完成30161万元。', '预算收入(同口径)'],
  ['of a count, too', '规模工业企业（新口径）32家。', '规模工业企业数(新口径)'],
  ['but not what explains it', '预算收入（不含转移支付）完成30161万元。', '预算收入'],
  ['among which things', '在抽检的58家药店中，经营者领证。', '抽检药店数'],
  ['what is under way', '在建的58座桥梁。', '在建桥梁数'],
  ['a rate of success', '调处纠纷320件，成功率96.5%。', '成功率'],
])('%s: %s', (_, text, name) => {
  expect(namesIn(text).at(-1)).toBe(name)
})

/** The names of a text by trees that prefer what was said of earlier figures: the last candidate is chosen. */
function lastNamesIn(text: string): string[] {
  const found: string[] = []
  extractFacts(segmentedText(text), {
    units,
    indicators,
    naming,
    choose: (place, candidates) => {
      const settled = settledAt(place, candidates)
      const at = settled < 0 ? candidates.length - 1 : settled
      found.push(candidates[at]!.name.indicator)
      return { at, likely: 1, evidence: null }
    },
  })
  return found
}

test.each([
  ['a label is the name of its figure', '采购仪器15台。投标保证金：7万元。', '投标保证金'],
  ['so is one of several in a line', '床位：6张 年龄：57岁 体重：68公斤', '体重'],
  ['with a verb of its own', '会议日程3项 应到：15人', '应到人数'],
  ['also of a pair of values', '床位：6张 血压：135/85mmHg', '血压'],
])('%s: %s', (_, text, name) => {
  expect(lastNamesIn(text).at(-1)).toBe(name)
})

test('what an institution has is its own, as far as the figures before say so', () => {
  const names: string[] = []
  const right = ['敬老院数', '敬老院床位数']
  extractFacts(segmentedText('敬老院15所，床位320张，护理人员41人。'), {
    units,
    indicators,
    naming,
    choose: (place, candidates) => {
      const known = candidates.findIndex(({ name }) => name.indicator === right[names.length])
      const at = Math.max(0, known < 0 ? settledAt(place, candidates) : known)
      names.push(candidates[at]!.name.indicator)
      return { at, likely: 1, evidence: null }
    },
  })
  expect(names).toEqual(['敬老院数', '敬老院床位数', '敬老院护理人员数'])
})

test('what announces figures is none', () => {
  expect(lastNamesIn('新增党员8人。处分情况如下：5人迟到。').at(-1)).not.toContain('如下')
})
