/** The id of a whole name that no known indicator shaped. */
import { expect, test } from 'vitest'
import { factsOf } from '../../support/document.js'

test('a whole name has the id of the catalogue, by name or alias; the words stay as printed', () => {
  const facts = factsOf('全年科学技术支出3.2亿元，增长8%；审结民事案件412件；归母净利润1.1亿元。')
  expect(facts['3.2亿元']).toMatchObject({ indicator: '科学技术支出', indicatorId: 'budget.science' })
  expect(facts['8%']).toMatchObject({ indicatorId: 'budget.science' })
  expect(facts['412件']).toMatchObject({ indicatorId: 'justice.civil-concluded' })
  expect(facts['1.1亿元']).toMatchObject({ indicatorId: 'company.net-profit-parent' })
})

test('a name that says more, and a spelling of another measure, have none', () => {
  const facts = factsOf('科学技术支出增加额预留3200万元，公证处12家。')
  expect(facts['3200万元']?.indicatorId).toBeNull()
  expect(facts['12家']?.indicatorId).toBeNull()
})

test('a target has not the id of what it is a target of', () => {
  const facts = factsOf('城镇登记失业率为3.2%，低于4.5%的控制目标1.3个百分点。')
  expect(facts['3.2%']?.indicatorId).toBe('statistics.unemployment-registered')
  expect(facts['4.5%']?.indicatorId).toBeNull()
})
