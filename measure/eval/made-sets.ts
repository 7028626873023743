/**
 * Sets that are made of others, in memory and by a seed: clean documents with one spun paragraph of a report inside, and
 * reports of which a tool swapped few of the words that it knows.
 * Invariant: the gold of a made text undone gives its original, as in the sets that are read.
 */
import { seededRandom } from '../../tests/support/random.js'
import { isHidden } from './hide.js'
import type { EvaluationText, GoldEdit } from './sets.js'
import { isHeldBack } from './sets.js'

/** A clean document with a spun paragraph, which covers `[start, end)` of its text. */
export interface WithParagraph extends EvaluationText {
  readonly inside: { readonly start: number; readonly end: number }
}

interface Paragraph {
  readonly text: string
  readonly original: string
  readonly gold: readonly GoldEdit[]
}

/** Least characters and swaps of a paragraph that is put into a document. */
const leastCharacters = 100
const leastSwaps = 8

/** The text with each edit's gold in place of what stands there. */
export function undo(text: string, gold: readonly GoldEdit[]): string {
  let original = ''
  let position = 0
  for (const edit of gold) {
    original += text.slice(position, edit.start) + edit.gold
    position = edit.end
  }
  return original + text.slice(position)
}

const shifted = (gold: readonly GoldEdit[], by: number) =>
  gold.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by }))

/** The paragraphs of a spun text that are long enough and hold enough swaps. */
function paragraphsOf({ text, gold }: EvaluationText): Paragraph[] {
  let start = 0
  return text.split('\n').flatMap((line) => {
    const from = start
    const end = from + line.length
    start = end + 1
    const own = shifted(
      gold.filter((edit) => edit.start >= from && edit.end <= end),
      -from,
    )
    if (line.length < leastCharacters || own.length < leastSwaps) return []
    return [{ text: line, original: undo(line, own), gold: own }]
  })
}

/** Ends of the lines of a text, each with its break: where a paragraph may be put in. */
const borders = (text: string) => [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]

/**
 * Puts one spun paragraph into each clean document, at the end of a line drawn by the seed. Odd documents get
 * paragraphs of odd reports, even ones of even reports.
 */
export function putInParagraphs(
  clean: readonly EvaluationText[],
  spun: readonly EvaluationText[],
  seed: number,
): WithParagraph[] {
  const random = seededRandom(seed)
  const draw = <T>(choices: readonly T[]) => choices[Math.floor(random() * choices.length)]!
  const pool = (heldBack: boolean) =>
    spun.filter((text) => isHeldBack(text) === heldBack).flatMap(paragraphsOf)
  const pools = { fitted: pool(false), heldBack: pool(true) }
  return clean.map((document): WithParagraph => {
    const paragraph = draw(isHeldBack(document) ? pools.heldBack : pools.fitted)
    const at = draw(borders(document.text))
    const put = (line: string) => `${document.text.slice(0, at)}${line}\n${document.text.slice(at)}`
    return {
      ...document,
      text: put(paragraph.text),
      original: put(paragraph.original),
      gold: shifted(paragraph.gold, at),
      inside: { start: at, end: at + paragraph.text.length },
    }
  })
}

/** A spun text with only those of its edits that `isKept`; the words of the others are put back. */
export function keepEdits(spun: EvaluationText, isKept: (edit: GoldEdit) => boolean): EvaluationText {
  let text = ''
  let position = 0
  const gold: GoldEdit[] = []
  for (const edit of spun.gold) {
    text += spun.text.slice(position, edit.start)
    position = edit.end
    const keeps = isKept(edit)
    const stands = keeps ? spun.text.slice(edit.start, edit.end) : edit.gold
    if (keeps) gold.push({ ...edit, start: text.length, end: text.length + stands.length })
    text += stands
  }
  return { ...spun, text: text + spun.text.slice(position), gold }
}

/**
 * Spun texts as a tool with a shorter list makes them: of each document `share` of the pairs stay, drawn by the seed
 * wherever they stand, and the words of the others are put back.
 */
export function keepPairs(texts: readonly EvaluationText[], share: number, seed: number): EvaluationText[] {
  return texts.map((text) => {
    const drawn = seed * 1000 + text.position
    return keepEdits(
      text,
      ({ kind, gold, spun }) => kind !== 'swap' || !isHidden({ standard: gold, spun }, 1 - share, drawn),
    )
  })
}
