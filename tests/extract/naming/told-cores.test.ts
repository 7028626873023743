/** Names that the form of a sentence tells, whatever the trees would choose. */
import { expect, test } from 'vitest'
import { extractFacts } from '../../../src/extract/extract.js'
import { segmentedText } from '../../support/document.js'
import { indicators, naming, units } from '../../support/tables.js'

function namesIn(text: string): string[] {
  const { facts } = extractFacts(segmentedText(text), { units, indicators, naming })
  return facts.map(({ indicator }) => indicator)
}

test.each([
  [
    'single characters take what the last piece goes on with',
    '东、中、西部地区包裹业务量比重分别为61.5%、22.4%和16.1%。',
    ['东部地区包裹业务量比重', '中部地区包裹业务量比重', '西部地区包裹业务量比重'],
  ],
  [
    'pieces of one form do too, whatever was told before',
    '一级品占总产量比重提高2.5个百分点，二级、三级品占总产量比重分别下降1.4和1.1个百分点。',
    ['一级品占总产量比重', '二级品占总产量比重', '三级品占总产量比重'],
  ],
  [
    'what is said of each piece is no part of the last',
    '产品合格率91%，退货率、投诉率同比分别变化-0.3个百分点、0.2个百分点。',
    ['产品合格率', '退货率', '投诉率'],
  ],
  [
    'pieces end before 的',
    '甲镇、乙镇、丙镇的签约率分别为91%、88%和79%。',
    ['甲镇签约率', '乙镇签约率', '丙镇的签约率'],
  ],
  [
    'shares that are said in turn',
    '城区、乡镇快递网点分别占全部网点的62%和38%。',
    ['城区占全部网点比重', '乡镇快递网点占全部网点比重'],
  ],
  [
    'a count of them was named before',
    '受理案件320件410人，件数和人数分别下降12%和15%。',
    ['受理案件数', '受理案件人数', '受理案件', '受理案件'],
  ],
  ['the foremost', '各河段含沙量相近，清溪含沙量最高，达39毫克/升。', ['清溪含沙量']],
  [
    'its share, and the next',
    '餐馆隐患最多，有62处，占31%；其次是商场隐患，有41处。',
    ['餐馆隐患数', '餐馆隐患占比', '商场隐患数'],
  ],
  [
    'what a figure is compared with has its own',
    '用药组退热时间为（31.2±4.5）h，住院时间为（6.1±1.2）d，短于空白组的（45.6±5.8）h、（8.4±1.9）d。',
    ['用药组退热时间', '住院时间', '空白组退热时间', '空白组住院时间'],
  ],
  [
    'a list that the clause before announces',
    '主要树种为杉木、香樟和毛竹，数量分别为620株、475株和210株；前三类为文学、历史、少儿，占比分别为34.6%、12.9%和11.7%。',
    ['杉木数量', '香樟数量', '毛竹数量', '文学占比', '历史占比', '少儿占比'],
  ],
  [
    'shares of the amounts right before them',
    '河运货运量270万吨、客运量82万人，分别占全省的5.6%和7.8%。',
    ['河运货运量', '客运量', '河运货运量占全省比重', '客运量占全省比重'],
  ],
  ['a rate too', '用药组复发率为5.00%，低于空白组的18.33%。', ['用药组复发率', '空白组复发率']],
  ['but a difference is of what differs', '参保率98.2%，高于全省平均水平1.3个百分点。', ['参保率', '参保率']],
  [
    'nor is a count of those who are less',
    '全班平均分82分，得分低于平均分的18人。',
    ['全班平均分', '得分低于平均分人数'],
  ],
  ['a sign states a symbol', '治愈率为91.3%（P<0.05）。', ['治愈率', 'P']],
  [
    'a label measures the pieces behind it',
    '培训费用：甲班1200元，乙班800元；通过比例：甲班91%，乙班88%。',
    ['甲班培训费用', '乙班培训费用', '甲班通过比例', '乙班通过比例'],
  ],
  [
    'also one with a number',
    '五、磋商得分：第一包88.15分，第二包90.40分。',
    ['第一包磋商得分', '第二包磋商得分'],
  ],
  ['not what has a name of its own', '教育支出：设备费3万元，甲校4万元。', ['设备费', '甲校教育支出']],
  ['a value right behind its label', '三、采购预算：96.50万元；最高限价：90万元', ['采购预算', '最高限价']],
  [
    'the rest of shares without a whole has none',
    '餐馆占37.2%，商场占28.5%，其他占34.3%。',
    ['餐馆占比', '商场占比', '其他占比重'],
  ],
])('%s: %s', (_, text, names) => {
  expect(namesIn(text)).toEqual(names)
})
