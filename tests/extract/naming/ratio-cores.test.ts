/** Names of the members of ratios: each is of the part in its place. */
import { expect, test } from 'vitest'
import { extractText } from '../../support/document.js'

test.each([
  ['三次产业结构比为9:50:41。', ['第一产业占比', '第二产业占比', '第三产业占比']],
  ['一产、二产、三产比例为9:50:41。', ['第一产业占比', '第二产业占比', '第三产业占比']],
  ['三次产业就业结构为20:35:45。', ['第一产业就业占比', '第二产业就业占比', '第三产业就业占比']],
  [
    '三次产业结构由9.2:50.1:40.7调整为8.1:48.2:43.7。',
    ['第一产业占比', '第二产业占比', '第三产业占比', '第一产业占比', '第二产业占比', '第三产业占比'],
  ],
])('%s', (text, names) => {
  expect(extractText(text).facts.map(({ indicator }) => indicator)).toEqual(names)
})

test('of a list each member has its piece', () => {
  const names = extractText('公路、铁路、水路货运量比重为62:30:8。').facts.map(({ indicator }) => indicator)
  expect(names.map((name) => name.slice(0, 2))).toEqual(['公路', '铁路', '水路'])
})

test('a ratio of two is one figure', () => {
  expect(extractText('师生比为1:16。').facts).toHaveLength(1)
})
