/**
 * Which words are disguised: those that only another word explains, where another such word stands near by. One alone is
 * a slip of the pen, a name or a term of a trade; only what no prose writes is reported then. Names are left alone.
 */
import type { DisguiseName } from '../../model/correction.js'
import type { Reading } from './read.js'
import { reach } from './read.js'

/** What a kind must gain and how well it must fit, in nats, to be a disguise. */
interface Least {
  readonly gain: number
  readonly fit: number
}

/**
 * From readings of 20 million characters of clean prose of every register: the least at which no two different words within
 * reach of each other were taken for disguised ones.
 */
const least: Readonly<Record<DisguiseName, Least>> = {
  'look-alike': { gain: 7, fit: -1 },
  homophone: { gain: 8, fit: 5 },
  'split-character': { gain: 7, fit: 0 },
  reordered: { gain: 6, fit: 4 },
  'inserted-sign': { gain: 6, fit: 3 },
}
/** What a word that is in the dictionary as it stands needs, near others that are not: 书脊 for 书记. */
const leastOfWords: Least = { gain: 10, fit: 8 }
/** What one alone needs to be reported. */
const leastAlone: Partial<Readonly<Record<DisguiseName, Least>>> = {
  'look-alike': { gain: 9, fit: 2 },
  'inserted-sign': { gain: 8, fit: 4 },
}
/** How much more the word gains than the next best one. */
const leastLead = 2

const reaches = ({ gain, fit }: Least, bound: Least) => gain >= bound.gain && fit >= bound.fit

/** Words that need context to be told from names and words of a trade. */
export const isRewritten = ({ kind }: Reading) => kind === 'homophone' || kind === 'reordered'

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

/** Whether a stretch may be a name of a person or a place. */
function isName(text: string, { start, end }: Reading, { surnames, isProtected }: NameKnowledge): boolean {
  for (let at = start; at < end; at++) if (isProtected(at)) return true
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
function standsInWord(text: string, reading: Reading, { isWord }: NameKnowledge): boolean {
  const { start, end } = changedSpan(text, reading)
  for (let from = Math.max(0, start - longestWord + 1); from < end; from++) {
    for (let to = Math.max(from + 2, start + 1); to <= Math.min(text.length, from + longestWord); to++) {
      if (isWord(text.slice(from, to))) return true
    }
  }
  return false
}

/** Blanks part the names and labels of a text, unless most of them near by tear words. */
function tearsMost(text: string, readings: readonly Reading[], { start, end }: Reading): boolean {
  const [from, to] = [Math.max(0, start - reach), Math.min(text.length, end + reach)]
  const blanks =
    text.slice(from, to).match(/(?<=[\u4e00-\u9fff])[ \u3000]{1,2}(?=[\u4e00-\u9fff])/g)?.length ?? 0
  const torn = readings.filter(
    (one) =>
      one.kind === 'inserted-sign' && one.start >= from && one.end <= to && /^\s/.test(text[one.start]!),
  )
  return torn.length * 2 >= blanks
}

export interface Judged {
  /** Disguised for certain. */
  readonly certain: readonly Reading[]
  /** Disguised, but as what is not certain. */
  readonly doubtful: readonly Reading[]
}

/** Judges readings of a text, in order. */
export function judgeDisguises(text: string, readings: readonly Reading[], names: NameKnowledge): Judged {
  const isBlank = ({ kind, start }: Reading) => kind === 'inserted-sign' && /\s/.test(text[start]!)
  const strong = readings.filter(
    (one) =>
      reaches(one, least[one.kind]) &&
      !(isRewritten(one) && isName(text, one, names)) &&
      !(isBlank(one) && !tearsMost(text, readings, one)),
  )
  const keyOf = ({ start, end, replacement }: Reading) => `${text.slice(start, end)}→${replacement}`
  const isNear = (one: Reading, other: Reading) => Math.abs(one.start - other.start) <= reach
  const hasCompanion = (one: Reading, among: readonly Reading[]) =>
    among.some((other) => isNear(one, other) && keyOf(one) !== keyOf(other))
  // The dictionary is large: it is asked only where there may be something to find.
  const candidates = strong.filter((one) => leastAlone[one.kind] !== undefined || hasCompanion(one, strong))
  const odd = candidates.filter((one) => one.kind === 'inserted-sign' || !standsInWord(text, one, names))
  const certain: Reading[] = []
  const doubtful: Reading[] = []
  for (const one of candidates) {
    const isOdd = odd.includes(one)
    const alone = leastAlone[one.kind]
    if (hasCompanion(one, odd) && (isOdd || reaches(one, leastOfWords))) {
      ;(one.lead >= leastLead ? certain : doubtful).push(one)
    } else if (isOdd && alone !== undefined && !isBlank(one) && reaches(one, alone)) {
      doubtful.push(one)
    }
  }
  return { certain, doubtful }
}
