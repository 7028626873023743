/** Groups of cues: one look tells that none of their words begins or ends somewhere. */
import { expect, test } from 'vitest'
import { anyOf, mayBegin } from '../../src/resources/cue-group.js'
import { cueKinds, loadCues } from '../../src/resources/cues.js'

const table = loadCues()
const codes = Array.from({ length: 0x10000 }, (_, code) => code)

test('a word of a kind may begin, and end, with a code unit where the trie of the kind says so', () => {
  const wrong = cueKinds.flatMap((kind) => {
    const group = anyOf(kind)
    const [start, end] = [group.atStart(table), group.atEnd(table)]
    return codes.filter(
      (code) =>
        mayBegin(start, code) !== table[kind].start.starts(code) ||
        mayBegin(end, code) !== table[kind].end.starts(code),
    )
  })
  expect(wrong).toEqual([])
})

test('a group may begin with what any of its kinds begins with', () => {
  const both = anyOf('than', 'rest').atStart(table)
  const [than, rest] = [anyOf('than').atStart(table), anyOf('rest').atStart(table)]
  expect(codes.filter((code) => mayBegin(both, code))).toEqual(
    codes.filter((code) => mayBegin(than, code) || mayBegin(rest, code)),
  )
})

test('of another table its own words are looked for', () => {
  const group = anyOf('than')
  const words = group.atStart(table)
  expect(group.atStart(table)).toBe(words)
  expect(group.atStart({ ...table })).not.toBe(words)
})
