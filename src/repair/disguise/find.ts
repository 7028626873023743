/**
 * Finds words that other software wrote with other characters. What is certain becomes a correction, what is seen and
 * not certain is told as damage. Spans are of the source.
 * Invariant: no edit touches a figure, a numeral, a name or anything else that is protected.
 */
import type { Damage, Spin, Undecided } from '../../model/correction.js'
import type { LaidOutDocument } from '../../model/document.js'
import { applyEdits, offsetMap } from '../../model/edit.js'
import { foldWidth } from '../../model/fold.js'
import { countFirst } from '../../model/sorted.js'
import { spanOf } from '../../model/span.js'
import { isRewritten, judgeDisguises } from './judge.js'
import type { Disguises } from './knowledge.js'
import type { NameKnowledge } from './names.js'
import { changedSpan } from './names.js'
import type { Reading } from './read.js'
import { readDisguises } from './read.js'

/** How sure we are of what is certain: of what is applied in texts disguised by seed, so much is right. */
const confidence = 0.98
/** Share of the characters of a text that are written otherwise in simplified script, from which the text is traditional. */
const mostTraditional = 0.15

/** What a document shows beside its text. */
export interface DisguiseContext extends Omit<NameKnowledge, 'isWord'> {
  /** How much of each part of the source was spun: there odd words have another reason. */
  readonly windows: Spin['windows']
}

export interface FoundDisguises {
  readonly undecided: readonly Undecided[]
  readonly damage: readonly Damage[]
}

export const noDisguises: FoundDisguises = { undecided: [], damage: [] }

/** Whether a text is in traditional script: the models read it folded, and what they would write is simplified. */
function isTraditional(joined: string, folded: string): boolean {
  if (joined === folded) return false
  let other = 0
  let all = 0
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at)
    if (code < 0x4e00 || code > 0x9fff) continue
    all++
    if (joined.charCodeAt(at) !== code) other++
  }
  return other > all * mostTraditional
}

/** Whether an offset stands in a part that was spun. Parts are in order; each question looks at few of them. */
export function spunAt(windows: Spin['windows']): (offset: number) => boolean {
  const spun = windows.filter(({ rate }) => rate >= 0.5)
  return (offset) => {
    const window = spun[countFirst(spun.length, (index) => spun[index]!.end <= offset)]
    return window !== undefined && window.start <= offset
  }
}

/** A word between white space is set off by it; a sign in a word is a character like any other. */
function correctionOf(
  source: string,
  start: number,
  end: number,
  replacement: string,
  reading: Reading,
): Undecided {
  const actual = source.slice(start, end)
  return {
    ...spanOf<'source'>(start, end),
    actual,
    replacement,
    confidence,
    kind: actual.trim() === '' ? 'layout' : 'character',
    traits: [],
    alternatives: [],
    evidence: [{ kind: 'shape', code: reading.kind, value: Math.round(reading.gain * 1000) / 1000 }],
  }
}

/** Disguised words of a document. */
export function findDisguises(
  { text: source, normalised }: LaidOutDocument,
  disguises: Disguises,
  { windows, surnames, isProtected }: DisguiseContext,
): FoundDisguises {
  const { text } = normalised
  if (isTraditional(applyEdits(source, normalised.edits), text)) return noDisguises
  const map = offsetMap(normalised)
  const back = (start: number, end: number) => map.back(spanOf<'normalised'>(start, end))
  const isSpun = spunAt(windows)
  const readings = readDisguises(
    text,
    disguises,
    (place) => !isRewritten(place) || !isSpun(back(place.start, place.end).start),
  )
  if (readings.length === 0) return noDisguises
  const { isWord } = disguises
  const { certain, doubtful } = judgeDisguises(text, readings, { isWord, surnames, isProtected })
  const undecided: Undecided[] = []
  const damage: Damage[] = []
  const tell = (reading: Reading) => {
    const span = back(reading.start, reading.end)
    damage.push({ kind: reading.kind, ...span, detail: source.slice(span.start, span.end) })
  }
  for (const reading of certain) {
    const changed = changedSpan(text, reading)
    const span = back(changed.start, changed.end)
    // A word that is torn or in another script as well is told, not written anew.
    const isWhole = foldWidth(source.slice(span.start, span.end)) === text.slice(changed.start, changed.end)
    if (!isWhole) {
      tell(reading)
      continue
    }
    const offset = changed.start - reading.start
    const kept = reading.end - changed.end
    const replacement = reading.replacement.slice(offset, reading.replacement.length - kept)
    undecided.push(correctionOf(source, span.start, span.end, replacement, reading))
  }
  for (const reading of doubtful) tell(reading)
  return { undecided, damage }
}
