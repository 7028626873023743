/** Which parts of a long document were spun is asked for each odd word: a question looks at few parts. */
import { expect, test } from 'vitest'
import { spanOf } from '../../../src/model/span.js'
import { spunAt } from '../../../src/repair/disguise/find.js'

const length = 10

/** Parts of which every second one is spun, that count how often one is looked at. */
function countedParts(count: number) {
  let looks = 0
  const parts = Array.from({ length: count }, (_, at) => ({
    ...spanOf<'source'>(at * length, (at + 1) * length),
    rate: at % 2,
    get end() {
      looks++
      return (at + 1) * length
    },
  }))
  return { parts, looks: () => looks }
}

test('an offset stands in the part around it', () => {
  const isSpun = spunAt(countedParts(4).parts)
  expect([0, 9, 10, 19, 20, 30, 39, 40].map(isSpun)).toEqual([
    false,
    false,
    true,
    true,
    false,
    true,
    true,
    false,
  ])
})

test('sixteen times as many parts cost a question a few looks more', () => {
  const looksOf = (count: number) => {
    const { parts, looks } = countedParts(count)
    const isSpun = spunAt(parts)
    const before = looks()
    for (let at = 0; at < 100; at++) isSpun(at * (count / 10))
    return (looks() - before) / 100
  }
  expect(looksOf(16_000)).toBeLessThan(looksOf(1000) + 6)
})
