/**
 * Wrong letters among figures: 8oo万 for 800万. The decision only ever suggests them, for no repair changes a figure.
 */
import type { Undecided } from '../../model/correction.js'
import { spanOf } from '../../model/span.js'

/** An o or O with a digit on its left and a digit, more of them, or a Chinese character on its right. */
const letters = /(?<=[0-9０-９][oO]{0,9})[oO](?=[oO]{0,9}(?:[0-9０-９]|[\u4e00-\u9fff]))/g

/** How sure we are that such a letter stands for a zero. */
const confidence = 0.95

export function findLettersForZero(source: string): Undecided[] {
  return Array.from(source.matchAll(letters), (match) => ({
    ...spanOf<'source'>(match.index, match.index + 1),
    actual: match[0],
    replacement: '0',
    confidence,
    kind: 'character',
    traits: [],
    alternatives: [],
    evidence: [{ kind: 'shape', code: 'letter-for-zero', value: 3 }],
  }))
}
