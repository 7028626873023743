/** How much the repair asks of the language models: counts, which no machine and no load changes. */
import { expect, test } from 'vitest'
import { readBenchTexts } from '../../measure/bench/texts.js'
import { loadCandidates, repairText } from './support.js'

const candidates = loadCandidates()
const general = candidates.general!().model
const { clean, spun } = readBenchTexts(undefined)

function queriesPerCharacter(texts: readonly string[]): number {
  const count = () => candidates.model.lookedUp() + general.lookedUp()
  const before = count()
  for (const text of texts) repairText(candidates, text)
  return (count() - before) / texts.reduce((sum, { length }) => sum + length, 0)
}

/** Enough of a report for its tool to show itself. */
const startOf = (text: string) => text.slice(0, 1500)

// The first documents also pay for what is remembered of common words, once and for all.
test('spun text costs few queries a character, clean text fewer', () => {
  repairText(candidates, startOf(spun[1]!))
  expect(queriesPerCharacter(clean.slice(0, 6).map(startOf))).toBeLessThan(1.3)
  expect(queriesPerCharacter(spun.slice(0, 3).map(startOf))).toBeLessThan(45)
})

test('a text that is read again at once costs fewer still', () => {
  const text = spun[0]!.slice(0, 400)
  repairText(candidates, text)
  expect(queriesPerCharacter([text])).toBeLessThan(1)
})
