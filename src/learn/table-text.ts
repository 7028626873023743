/** A learned table as text, with the columns of `corpus/lexicon`, ready for `--lexicon`. */
import { lexiconColumns } from '../resources/lexicon.js'
import type { LearnedPair } from './judge.js'

function rowOf({ standard, spun, kind, confidence, example }: LearnedPair): string {
  return [standard, spun, kind, 'learned', String(Math.round(confidence * 100) / 100), example].join('\t')
}

/** Rows sorted by code units. */
export function formatLearnedTable(pairs: readonly LearnedPair[]): string {
  return `${[lexiconColumns.join('\t'), ...pairs.map(rowOf).sort()].join('\n')}\n`
}
