/**
 * Which words are disguised: those that only another word explains, where another such word stands near by. One alone is
 * a slip of the pen, a name or a term of a trade; only what no prose writes is reported then. Names are left alone.
 */
import type { Least } from './bounds.js'
import { home, least, leastAlone, leastAtHome, leastOfSplitWords, reaches } from './bounds.js'
import type { NameKnowledge } from './names.js'
import { isName, isProtected, standsInWord } from './names.js'
import { near, reach } from './near.js'
import type { Reading } from './read.js'

/** What a word that is in the dictionary as it stands needs near one that is not, and at home near proven ones: 书脊. */
const leastOfWords: Least = { gain: 10, fit: 8 }
const leastOfWordsBeside: Least = { gain: 9, fit: -1, sum: 11 }
/** How much more the word gains than the next best one. */
const leastLead = 2

const isAtHome = ({ register }: Reading) => register >= home

const isStrong = (one: Reading) => reaches(one, (isAtHome(one) ? leastAtHome : least)[one.kind])

/** Words that need context to be told from names and words of a trade. */
export const isRewritten = ({ kind }: Pick<Reading, 'kind'>) => kind === 'homophone' || kind === 'reordered'

const isBlank = (text: string, { kind, start }: Reading) =>
  kind === 'inserted-sign' && /\s/.test(text[start]!)

const betweenHan = /(?<=[\u4e00-\u9fff])[ \u3000]{1,2}(?=[\u4e00-\u9fff])/g

/** Blanks part the names and labels of a text, unless most of them near by tear words. */
function tearsMost(text: string, blanks: readonly Reading[], one: Reading): boolean {
  const around = text.slice(Math.max(0, one.start - reach), one.end + reach)
  return near(blanks, one).length * 2 >= (around.match(betweenHan)?.length ?? 0)
}

/** Two characters in a row that were taken apart and make a word: nothing else writes those four. */
function isSplitWord({ kind, replacement, gain }: Reading, { isWord }: NameKnowledge): boolean {
  const isPair = kind === 'split-character' && replacement.length === 2
  return isPair && gain >= leastOfSplitWords && isWord(replacement)
}

/** Whether a reading differs from another as a disguise: the same sign in two words does, the same word twice does not. */
function differs(text: string, one: Reading, other: Reading): boolean {
  const keyOf = ({ kind, start, end, replacement }: Reading) =>
    kind === 'inserted-sign' ? text.slice(start - 1, end + 1) : `${text.slice(start, end)}→${replacement}`
  return keyOf(one) !== keyOf(other)
}

/** Readings that prove each other: two of them near by, of which one at least is no word as it stands. */
function findProven(
  text: string,
  strong: readonly Reading[],
  isOdd: (one: Reading) => boolean,
): ReadonlySet<Reading> {
  const hasCompanion = (one: Reading, among: readonly Reading[]) =>
    near(among, one).some((other) => differs(text, one, other))
  // The dictionary is large: it is asked only where there may be something to find.
  const candidates = strong.filter((one) => hasCompanion(one, strong))
  const odd = candidates.filter(isOdd)
  const asOdd = new Set(odd)
  const partners = candidates.filter((one) => asOdd.has(one) || reaches(one, leastOfWords))
  return new Set(partners.filter((one) => hasCompanion(one, asOdd.has(one) ? partners : odd)))
}

export interface Judged {
  /** Disguised for certain. */
  readonly certain: readonly Reading[]
  /** Disguised, but as what is not certain. */
  readonly doubtful: readonly Reading[]
}

/** Judges the readings of a text; they are in order. */
export function judgeDisguises(text: string, readings: readonly Reading[], names: NameKnowledge): Judged {
  const blanks = readings.filter((one) => isBlank(text, one))
  const free = readings.filter(
    (one) =>
      !isProtected(one, names) &&
      !(isRewritten(one) && isName(text, one, names)) &&
      !(isBlank(text, one) && !tearsMost(text, blanks, one)),
  )
  const isOdd = (one: Reading) => one.kind === 'inserted-sign' || !standsInWord(text, one, names)
  const isSplit = (one: Reading) => isSplitWord(one, names)
  const proven = findProven(text, free.filter(isStrong), isOdd)
  const sure = free.filter((one) => proven.has(one) || isSplit(one))
  const isBeside = (one: Reading) =>
    near(sure, one).length > 0 &&
    isAtHome(one) &&
    isStrong(one) &&
    (isOdd(one) || reaches(one, leastOfWordsBeside))
  const certain: Reading[] = []
  const doubtful: Reading[] = []
  for (const one of free) {
    const alone = leastAlone[one.kind]
    if (proven.has(one) || isSplit(one) || isBeside(one)) {
      const list = one.lead >= leastLead ? certain : doubtful
      list.push(one)
    } else if (alone !== undefined && !isBlank(text, one) && reaches(one, alone) && isOdd(one)) {
      doubtful.push(one)
    }
  }
  return { certain, doubtful }
}
