/** What no edit may touch, and why. */
import { describe, expect, test } from 'vitest'
import type { LaidOutDocument } from '../../../src/model/document.js'
import { revise } from '../../../src/model/edit.js'
import { spanOf } from '../../../src/model/span.js'
import { protectedRuns, protectOffsets } from '../../../src/repair/decide/protected.js'
import { smallLexicon } from '../small.js'

const lexicon = smallLexicon([], {
  protectedWords: ['人民政府', '政府'],
  surnames: new Set(['王', '李'].map((name) => name.charCodeAt(0))),
})

function document(text: string, boilerplate: readonly [number, number][] = []): LaidOutDocument {
  return {
    id: 'sha256:test',
    origin: { path: null, entry: null, mediaType: 'text/plain', encoding: 'utf-8', bytes: 0 },
    text,
    stated: [],
    pageStarts: [],
    messages: [],
    blocks: boilerplate.map(([start, end]) => ({
      kind: 'boilerplate',
      level: 0,
      label: null,
      ...spanOf<'source'>(start, end),
      at: { page: null, line: null, cell: null },
    })),
    joins: [],
    normalised: revise(text, []),
  }
}

const runsOf = (text: string, boilerplate?: readonly [number, number][]) =>
  protectedRuns(protectOffsets(document(text, boilerplate), lexicon)).map(
    ({ start, end, reason }) => [text.slice(start, end), reason] as const,
  )

describe('protectOffsets', () => {
  test.each([
    ['县人民政府印发', [['人民政府', 'protected-word']]],
    [
      '政府和政府',
      [
        ['政府', 'protected-word'],
        ['政府', 'protected-word'],
      ],
    ],
    ['三十二人', [['三十二', 'numeral']]],
    ['三人十一', [['十一', 'numeral']]],
    ['二〇二〇年', [['二〇二〇', 'numeral']]],
    ['第一', []],
    ['三\u200b十人', [['三\u200b十', 'numeral']]],
    ['三\u200b人', []],
    ['三十\u200b人', [['三十', 'numeral']]],
    ['一萬人', [['一萬', 'numeral']]],
    ['两万', [['两万', 'numeral']]],
    [
      '王强、李小明',
      [
        ['王强', 'personal-name'],
        ['李小明', 'personal-name'],
      ],
    ],
    ['王、强', []],
    ['王小明说', []],
    ['校长王强', []],
    ['王强', [['王强', 'personal-name']]],
    ['8王强', [['王强', 'personal-name']]],
  ])('%s', (text, runs) => {
    expect(runsOf(text)).toEqual(runs)
  })

  test('notices of the hosting site are protected as a whole; of two reasons the first one is told', () => {
    expect(runsOf('声明政府三十二\n政府', [[0, 7]])).toEqual([
      ['声明政府三十二', 'boilerplate'],
      ['政府', 'protected-word'],
    ])
  })

  test('is one byte a code unit of the normalised text', () => {
    const offsets = protectOffsets(document('共三十二人'), lexicon)
    expect([...offsets].map((value) => value !== 0)).toEqual([false, true, true, true, false])
  })

  test('runs lie side by side where the reasons differ', () => {
    expect(runsOf('政府三十')).toEqual([
      ['政府', 'protected-word'],
      ['三十', 'numeral'],
    ])
  })
})
