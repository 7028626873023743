/**
 * How often the words of the lexicon occur in clean official prose: `corpus/words/frequencies.tsv`, counted by `npm run
 * lexicon -- frequencies`. The language model cannot tell: its lower orders count contexts, not occurrences.
 */
import { corpusPath, eachTsvRow, tableError } from './tsv.js'

/** Occurrences a million characters, by word; words that are missing are rarer than 0.3. */
export type WordFrequencies = ReadonlyMap<string, number>

export function loadFrequencies(): WordFrequencies {
  const path = corpusPath('words', 'frequencies.tsv')
  const frequencies = new Map<string, number>()
  eachTsvRow(path, ['word', 'perMillion'], ({ line, cells }) => {
    const rate = Number(cells[1])
    if (!(rate > 0)) throw tableError(path, line, 'a frequency must be a positive number')
    frequencies.set(cells[0]!, rate)
  })
  return frequencies
}
