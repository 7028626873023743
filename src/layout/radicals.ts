/**
 * Radicals in the place of characters, as corrections of the source: one each, so that every offset of the corrected
 * text has its own of the source.
 */
import type { Undecided } from '../model/correction.js'
import { layoutCorrection } from './corrections.js'

/** The corrections that turn `text` into `folded`, the same text with its radicals folded. Sorted and disjoint. */
export function findRadicals(text: string, folded: string): Undecided[] {
  if (text === folded) return []
  const found: Undecided[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== folded[at]) found.push(layoutCorrection(text, at, at + 1, 'radical', folded[at]))
  }
  return found
}
