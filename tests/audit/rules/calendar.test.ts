/** Dates that no calendar has, and periods that end before they begin. */
import { expect, test } from 'vitest'
import { auditDocument } from '../../../src/audit/audit.js'
import type { Ignored, Period } from '../../../src/model/fact.js'
import { spanOf } from '../../../src/model/span.js'
import { makeFact, markedDocument } from '../../support/facts.js'
import { claims } from '../../support/tables.js'
import { checkLine } from '../check.js'

function linesOf(ignored: readonly Ignored[], periods: readonly Partial<Period>[] = []): string[] {
  const facts = periods.map((period, index) =>
    makeFact(`f${index + 1}`, index, '9人', {
      period: { text: `${index}`, start: null, end: null, grain: 'range', inferred: null, ...period },
    }),
  )
  return auditDocument({ ...markedDocument('甲乙丙丁'), facts, ignored }, claims).checks.map(checkLine)
}
const date = (text: string, reason: Ignored['reason'] = 'date') => ({
  ...spanOf<'source'>(0, text.length),
  text,
  reason,
})

test.each([
  ['2021年2月29日', '2021年2月29日'],
  ['2月30日', '2月30日'],
  ['4月31日', '4月31日'],
  ['12月32日', '12月32日'],
  ['13月1日', '13月1日'],
  ['0月1日', '0月1日'],
  ['6月0日', '6月0日'],
  ['1月5日至2021年6月31日', '2021年6月31日'],
  ['1900年2月29日', '1900年2月29日'],
])('%s is none', (text, expression) => {
  expect(linesOf([date(text)])).toEqual([`calendar: ${expression} mismatch warning no-such-date`])
})

test.each(['2020年2月29日', '2月29日', '4月30日', '12月31日', '1月1日', '2021年6月'])('%s is one', (text) => {
  expect(linesOf([date(text)])).toEqual([])
})

test('only dates are looked at', () => {
  expect(linesOf([date('2021年2月29日', 'name')])).toEqual([])
})

test('a period that ends before it begins is told once while its words stay', () => {
  const reversed = { text: '9-3月', start: '2021-09-01', end: '2021-03-31' }
  const line = 'calendar: 2021-09-01 ≤ 2021-03-31 mismatch warning period-reversed'
  expect(linesOf([], [reversed])).toEqual([line])
  expect(linesOf([], [reversed, reversed])).toEqual([line])
  expect(linesOf([], [reversed, { ...reversed, text: '九至三月' }])).toEqual([line, line])
  expect(linesOf([], [{ start: '2021-03-01', end: '2021-03-01' }])).toEqual([])
  expect(linesOf([], [{ end: '2021-03-01' }, { start: '2021-03-01' }])).toEqual([])
})
