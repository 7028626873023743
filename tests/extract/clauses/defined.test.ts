/** A bound in brackets defines the thing before it; figures in brackets stay facts. */
import { describe } from 'vitest'
import { checkFacts, checkLinks } from '../check.js'

describe('what the bracket defines is no fact, and what it defines names the figure', () => {
  checkFacts([
    [
      '大型企业（300人以上）12家，中型企业（100人以上）30家。',
      '12家: 大型企业数/企业数',
      '30家: 中型企业数/企业数',
    ],
    ['老年人（60岁以上）2301人，占18.2%。', '2301人: 老年人数', '18.2%: ~老年人占比重/占比 = 2301人 / ?'],
    ['高层住宅（18层以上）消防验收27栋。', '27栋: 高层住宅消防验收数/验收数'],
  ])
})

describe('figures in brackets', () => {
  checkLinks([
    ['新建校舍3栋（200平方米以上2栋）。', '3栋: total', '200平方米以上:', '2栋: part < 3栋'],
    ['设备采购（100万元以上），新增岗位20个。', '100万元以上:', '20个:'],
  ])
})

describe('the label of an article names nothing', () => {
  checkFacts([['第三条 每户缴纳物业费60元。', '60元: 每户缴纳物业费/物业费']])
})
