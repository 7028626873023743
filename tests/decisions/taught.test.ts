/** What decisions teach of pairs: acceptances and rejections by pair, and nothing that is no word. */
import { expect, test } from 'vitest'
import type { Decision } from '../../src/decisions/decision.js'
import { taughtBy } from '../../src/decisions/taught.js'

const common = { at: '2024-05-01T08:30:00.000Z', by: 'li', document: 'sha256:1', scope: 'place' } as const
type Kind = 'accept' | 'alternative' | 'own' | 'reject'

let number = 0
const about = (kind: Kind, text: string, replacement: string, document = 'sha256:1'): Decision => ({
  ...common,
  document,
  number: ++number,
  kind,
  anchor: { text, before: '全县有', after: '三十所', start: 3 },
  replacement,
})
const taught = (...decisions: Decision[]) => taughtBy([{ by: 'li', decisions }])
const place = { before: '有', after: '三' }

test('acceptances and rejections of one pair stand together, with what is beside their places', () => {
  const { pairs, spun } = taught(
    about('accept', '黉舍', '学校'),
    about('own', '墨牍', '文件', 'sha256:2'),
    about('alternative', '黉舍', '学校'),
    about('reject', '黉舍', '学校', 'sha256:3'),
  )
  expect(pairs).toEqual([
    { standard: '学校', spun: '黉舍', accepted: [place, place], rejected: [place] },
    { standard: '文件', spun: '墨牍', accepted: [place], rejected: [] },
  ])
  expect([...spun]).toEqual(['sha256:1', 'sha256:2'])
})

test('what was undone teaches nothing', () => {
  const accept = about('accept', '黉舍', '学校')
  const undo: Decision = { ...common, number: ++number, kind: 'undo', of: accept.number }
  expect(taught(accept, undo)).toEqual({ pairs: [], spun: new Set() })
})

test('figures, Latin letters, signs, sentences, words that stay and words to be kept teach nothing', () => {
  const { pairs } = taught(
    about('own', '3所', '4所'),
    about('own', '三百', '二百'),
    about('own', 'ABC', '学校'),
    about('own', '重*要', '重要'),
    about('own', '黉舍建设很好', '学校的建设取得了很好的成绩'),
    about('own', '学校', '学校'),
    { ...common, number: ++number, kind: 'keep-word', word: '黉舍', scope: 'set' },
  )
  expect(pairs).toEqual([])
})

test('traditional characters are read as simplified ones', () => {
  expect(
    taught({
      ...about('accept', '黌舍', '學校'),
      anchor: { text: '黌舍', before: '全縣各級', after: '發展', start: 4 },
    } as Decision).pairs,
  ).toMatchObject([{ standard: '学校', spun: '黉舍' }])
})

test('the order of logs changes nothing', () => {
  const one = { by: 'li', decisions: [about('accept', '黉舍', '学校')] }
  const two = { by: 'wang', decisions: [about('reject', '墨牍', '文件')] }
  expect(taughtBy([one, two]).pairs).toEqual(taughtBy([two, one]).pairs)
})
