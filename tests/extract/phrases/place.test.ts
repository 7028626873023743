/** The place that opens the sentence of a figure, by the ending of its name. */
import { expect, test } from 'vitest'
import { factsOf } from '../../support/document.js'

test.each([
  ['青屏州共有学校32所。', '青屏州'],
  ['截至目前，青屏州共有学校32所。', null],
  ['云岭自治州共有学校32所。', '云岭自治州'],
  ['云岭自治县共有学校32所。', '云岭自治县'],
  ['清源市、白河县共有学校32所。', '清源市'],
  ['一是清源市共有学校32所。', '清源市'],
  ['十二是清源市共有学校32所。', '清源市'],
  ['清源市级学校32所。', null],
  ['清源市委党校开班32期。', null],
  ['清源县政府办结提案32件。', null],
  ['清源市教育局办学32所。', null],
  ['全市共有学校32所。', null],
  ['人均地区生产总值3.2万元。', null],
  ['实施农村危房改造32户。', null],
  ['二是完善市场体系，新增企业32家。', null],
  ['年末参加城镇职工医保32万人。', null],
  ['第十二条县级人大代表320名。', null],
  ['在青屏州设点32个。', null],
  ['各县共有学校32所。', null],
  ['我的家乡共有学校32所。', null],
  ['清河和平县共有学校32所。', null],
  ['甲乙丙丁戊己县共有学校32所。', '甲乙丙丁戊己县'],
  ['甲乙丙丁戊己庚县共有学校32所。', null],
])('%s %s', (text, place) => {
  const [fact] = Object.values(factsOf(text))
  expect(fact?.place).toBe(place)
})
