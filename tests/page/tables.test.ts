/** Sorting and filtering of the page's tables. */
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { countInWords, holdsText } from '../../src/page/filters.js'
import { columnNames, compareKeys, sortedByKey } from '../../src/page/sorting.js'
import { clientWords } from '../../src/writers/page/notes.js'

const english = new Intl.Collator('en', { numeric: true })
const keysOf = (keys: readonly string[], isDescending: boolean, collator = english) =>
  sortedByKey(
    keys.map((key) => ({ key })),
    isDescending,
    collator,
  ).map(({ key }) => key)

describe('rows', () => {
  test('sort by figures, signs and percentages too', () => {
    expect(keysOf(['10', '9.5', '-3', '1e3'], false)).toEqual(['-3', '9.5', '10', '1e3'])
    expect(keysOf(['7.5%', '32.23%', '100%'], true)).toEqual(['100%', '32.23%', '7.5%'])
  })

  test('sort texts by the order of the language, figures in them as figures', () => {
    expect(keysOf(['line 10', 'line 9', 'Line 1'], false)).toEqual(['Line 1', 'line 9', 'line 10'])
    expect(keysOf(['重', '阿', '波'], false, new Intl.Collator('zh-Hans'))).toEqual(['阿', '波', '重'])
  })

  test('without a key stay at the end in either order', () => {
    expect(keysOf(['', '2', '', '1'], false)).toEqual(['1', '2', '', ''])
    expect(keysOf(['', '2', '', '1'], true)).toEqual(['2', '1', '', ''])
  })

  test('with equal keys keep their order, and none is lost', () => {
    const key = fc.oneof(fc.constant(''), fc.integer({ min: -9, max: 9 }).map(String))
    fc.assert(
      fc.property(fc.array(key), fc.boolean(), (keys, isDescending) => {
        const rows = keys.map((key, at) => ({ key, at }))
        const sorted = sortedByKey(rows, isDescending, english)
        expect(sorted.toSorted((a, b) => a.at - b.at)).toEqual(rows)
        sorted.slice(1).forEach((row, before) => {
          const previous = sorted[before]!
          if (row.key === previous.key) expect(previous.at).toBeLessThan(row.at)
          else if (row.key !== '' && previous.key !== '') {
            expect(compareKeys(previous.key, row.key, english) < 0).toBe(!isDescending)
          } else expect(row.key).toBe('')
        })
      }),
    )
  })
})

test('columns are named by their heads', () => {
  const { document } = parseHTML('<table><tr><th> value <th><button>unit</button></table>')
  expect(columnNames(document.querySelector('table')!)).toEqual(['value', 'unit'])
})

test('a filter finds a text whatever its case, and leaves every row where nothing is wanted', () => {
  expect(holdsText('Total 经费 8600', ' total ')).toBe(true)
  expect(holdsText('经费投入', '经费')).toBe(true)
  expect(holdsText('经费投入', '学校')).toBe(false)
  expect(holdsText('', '  ')).toBe(true)
  expect(countInWords(3, 20, clientWords('en'))).toBe('3 of 20')
})
