/** Golden lines: what a person reads of a record, and of what a change does to it. */
import { describe, expect, test } from 'vitest'
import { describeDifferences, findDifferences, summarise } from '../../scripts/golden/differences.js'
import { goldenText } from '../../scripts/golden/lines.js'
import { recordsOf } from '../support/records.js'

const before = `## spin: 1
spun 0.9

## corrections: 2
1 各级〔黉舍→学校〕12 | swap | applied 1.0
1 的教〔诲→育〕局 | character | suggested 0.4

## ignored: 2
1 （〔一〕） | list-label
1 （〔一〕） | ordinal
`

describe('differences', () => {
  test('are none between equal texts', () => {
    expect(findDifferences(before, before)).toEqual([])
  })

  test('pair what is told otherwise of one place, and tell what is new and gone', () => {
    const after = before
      .replace('spun 0.9', 'spun 0.8')
      .replace('黉舍→学校', '黉舍→院校')
      .replace('1 的教〔诲→育〕局 | character | suggested 0.4', '2 事〔情→业〕单 | swap | applied 0.9')
    const found = findDifferences(before, after)
    expect(describeDifferences(found)).toBe(`spin: 1 changed
  - spun 0.9
  + spun 0.8
corrections: 1 new, 1 gone, 1 changed
  - 1 各级〔黉舍→学校〕12 | swap | applied 1.0
  + 1 各级〔黉舍→院校〕12 | swap | applied 1.0
  + 2 事〔情→业〕单 | swap | applied 0.9
  - 1 的教〔诲→育〕局 | character | suggested 0.4`)
    expect(summarise(found)).toBe('spin: 1 changed\ncorrections: 1 new, 1 gone, 1 changed')
  })

  test('tell two lines about one place apart by their turn', () => {
    const found = findDifferences(before, before.replace('| ordinal', '| name'))
    expect(found).toEqual([
      { section: 'ignored', before: '1 （〔一〕） | ordinal', after: '1 （〔一〕） | name' },
    ])
  })
})

test('a record is told by place and printed text, without offsets and ids', async () => {
  const text = '2021年教导事情总结\n全县共有各级各类黉舍20所，此中：小学8所，初中8所，高中4所。'
  const lines = goldenText((await recordsOf(text, 'a.txt'))[0]!).split('\n')
  expect(lines).toContainEqual(
    expect.stringMatching(/^2 级各类〔黉舍→学校〕20所 \| swap \| \w+ \d\.\d \| pair /),
  )
  expect(lines.find((line) => line.startsWith('2 类黉舍〔20所〕'))).toContain('(education.schools) | 20 所 |')
  expect(lines.find((line) => line.startsWith('2 ，初中〔8所〕'))).toContain('part of 2:20所')
  expect(lines).toContain(
    'sum-of-parts 2:20所, 2:8所, 2:8所#2, 2:4所 | holds (info) | 8 + 8 + 4 = 20 | as-stated',
  )
  expect(lines.join('\n')).not.toMatch(/\b[fc]\d+\b/)
})
