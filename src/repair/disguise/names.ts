/** What disguised words are told from: names of persons and places, protected words, and words of the dictionary. */
import type { Reading } from './read.js'

/** What tells words and names. */
export interface NameKnowledge {
  /** Whether a dictionary has the word. */
  isWord(word: string): boolean
  /** Surnames, as code units. */
  readonly surnames: ReadonlySet<number>
  /** Whether no edit may touch an offset. */
  isProtected(offset: number): boolean
}

const kindsOfPlaces = new Set('省市县区州乡镇村屯寨街路巷里河江湖山岛寺')

/** Whether no edit may touch a stretch. */
export function isProtected({ start, end }: Reading, names: NameKnowledge): boolean {
  for (let at = start; at < end; at++) if (names.isProtected(at)) return true
  return false
}

/** Whether a stretch may be a name of a person or a place. */
export function isName(text: string, { start, end }: Reading, { surnames }: NameKnowledge): boolean {
  if (surnames.has(text.charCodeAt(start)) || surnames.has(text.charCodeAt(start - 1))) return true
  return kindsOfPlaces.has(text[end] ?? '')
}

/** The characters that a reading changes, as offsets of the text. */
export function changedSpan(
  text: string,
  { start, end, replacement }: Reading,
): { start: number; end: number } {
  if (replacement.length !== end - start) return { start, end }
  let [from, to] = [start, end]
  while (from < to && text[from] === replacement[from - start]) from++
  while (to > from && text[to - 1] === replacement[to - 1 - start]) to--
  return { start: from, end: to }
}

/** Longest word of the dictionary that is looked for. */
const longestWord = 4

/** Whether a dictionary has a word that holds a changed character as it stands. */
export function standsInWord(text: string, reading: Reading, { isWord }: NameKnowledge): boolean {
  const { start, end } = changedSpan(text, reading)
  for (let from = Math.max(0, start - longestWord + 1); from < end; from++) {
    for (let to = Math.max(from + 2, start + 1); to <= Math.min(text.length, from + longestWord); to++) {
      if (isWord(text.slice(from, to))) return true
    }
  }
  return false
}
