/**
 * Swaps that the lexicon does not name. After a first decoding, words that may still be spun are held against
 * standard words that stand near them in the lexicon (the pair the other way round, another value of the same word)
 * or, where the word stands oddly, that share a character with it. Those that read better where the word stands,
 * together or in one place by far, become pairs of this document alone, at a high price; the second decoding decides,
 * and repetition in the document counts there as it does for any pair.
 */
import type { ModelStates } from '../../lm/query.js'
import type { ProposalSource } from '../../model/pair.js'
import type { Candidates, Proposal } from '../decode/candidates.js'
import type { Decoded } from '../decode/decode.js'
import { contextWords } from './context-words.js'
import type { DoubtfulWord } from './doubtful-words.js'
import { findDoubtfulWords, surpriseAt } from './doubtful-words.js'
import { knowledgeOf, mostCandidates } from './form-knowledge.js'
import type { Tried } from './gains.js'
import { gainsAt, triedOf } from './gains.js'
import { shapesOf } from './standard-words.js'

/**
 * How much better a proposal must read: at one occurrence, and at all of a word's together, in nats. A pair that a
 * document proposes costs the decoder four nats and more, so what gains less would not be chosen.
 */
const leastGain = 4
const leastTotal = 8
/** The same, at all of its places, for a word that nothing but the context speaks for. */
const leastContext = 14
/** Bounds on the work: places that a word is weighed at, words that are weighed, and those of them that are proposed. */
const mostOccurrences = 5
const mostProposals = 6
const mostFromContext = 3
/** Surprise of a place from which its context is asked, where the word has several such places and where it has one. */
const leastSurprise = 20
const leastSingle = 30
/** Most that the other places of a word make its pair worth: as likely as not, for they may be wrong like this one. */
const mostPrior = 0.5

type Direction = ReturnType<Candidates['directionOf']>

/** What the words of a lexicon say of a figure, by form; made once for a set of candidates. */
const directions = new WeakMap<Float32Array, (Direction | null)[]>()

/** Whether a form of the lexicon says that something rose or fell. */
function directionIn({ frequency, lexicon, directionOf }: Candidates): (form: number) => Direction {
  let known = directions.get(frequency)
  if (known === undefined) {
    known = new Array<Direction | null>(lexicon.forms.length).fill(null)
    directions.set(frequency, known)
  }
  const own = known
  return (form) => {
    if (own[form] === null) own[form] = directionOf(lexicon.forms[form]!)
    return own[form] as Direction
  }
}

/**
 * Gives whether a standard word says that something rose or fell, and the doubtful word is not known to say the same:
 * figures stand behind both alike, so no context tells them apart.
 */
function turningAround(candidates: Candidates, { word, form }: DoubtfulWord): (standard: number) => boolean {
  const directionAt = directionIn(candidates)
  let said: ReadonlySet<Direction> | undefined
  const findSaid = () =>
    new Set([candidates.directionOf(word), ...Array.from(knowledgeOf(candidates, form).known, directionAt)])
  return (standard) => {
    const direction = directionAt(standard)
    if (direction === undefined) return false
    said ??= findSaid()
    return !said.has(direction)
  }
}

/** Standard words that may stand behind a word, with why; not those whose pair the lexicon holds. */
export function candidatesFor(
  candidates: Candidates,
  { word, form, occurrences }: DoubtfulWord,
): Map<number, ProposalSource> {
  const found = new Map<number, ProposalSource>()
  const { kin, known } = knowledgeOf(candidates, form)
  for (const standard of kin) found.set(standard, 'thesaurus')
  if (!occurrences.some(({ odd }) => odd)) return found
  const shapes = shapesOf(candidates)
  for (const character of word) {
    for (const standard of shapes.get(character)?.slice(0, mostCandidates / 2) ?? []) {
      if (found.size === mostCandidates) return found
      if (!known.has(standard) && !found.has(standard)) found.set(standard, 'shape')
    }
  }
  return found
}

/** Adds the words that the context alone asks for, at the places that read oddly. */
function addFromContext(
  candidates: Candidates,
  states: ModelStates,
  { word, form, occurrences }: DoubtfulWord,
  sources: Map<number, ProposalSource>,
): void {
  if (word.length !== 2 || (form === undefined && occurrences.length < 2)) return
  const { known } = knowledgeOf(candidates, form)
  const strange = occurrences.filter(
    (one) => one.reading.offsets[one.index]! >= 0 && surpriseAt(one) >= leastSurprise,
  )
  if (strange.length === 0 || (strange.length === 1 && surpriseAt(strange[0]!) < leastSingle)) return
  for (const standard of contextWords(candidates, states, word, strange.slice(0, mostOccurrences))) {
    if (!known.has(standard) && !sources.has(standard)) sources.set(standard, 'context')
  }
}

/** Gives the probability that a tool of the open family has a pair, before any place of it is read. */
function priorsIn(
  { parameters: { proposal }, prior }: Candidates,
  sources: ReadonlyMap<number, ProposalSource>,
  held: ReadonlyMap<number, number>,
): (standard: number) => number {
  return (standard) => {
    const pair = held.get(standard)
    return pair === undefined
      ? proposal[sources.get(standard)!]
      : Math.max(proposal.known, prior.pairs[pair * prior.shares.length + prior.open]!)
  }
}

/** What the words of a text that may still be spun come to. */
export interface Proposed {
  readonly proposals: readonly Proposal[]
  /**
   * By offset of a doubtful word, how much better the best of the pairs reads there that the lexicon holds and no tool is
   * known to have, in nats: than what the first decoding has there.
   */
  readonly rivals: ReadonlyMap<number, number>
}

/** What standard words gain at all places of a word together, and at the best of them, by their place among those tried. */
interface Gained {
  readonly totals: Float64Array
  readonly bests: Float64Array
}

/** Reads standard words where a word stands. Writes the places where held ones gain into `rivals`. */
function weighPlaces(
  candidates: Candidates,
  states: ModelStates,
  doubtful: DoubtfulWord,
  tried: Tried,
  sources: ReadonlyMap<number, ProposalSource>,
  held: ReadonlyMap<number, number>,
  rivals: Map<number, number>,
): Gained {
  const { standards } = tried
  const room = () => new Float64Array(standards.length)
  const [totals, bests, gains, needed] = [room(), room(), room(), room()]
  const occurrences = doubtful.occurrences.slice(0, mostOccurrences)
  for (const [index, occurrence] of occurrences.entries()) {
    if (index === occurrences.length - 1) {
      // What a word must gain at the last of the places to be proposed at all: nothing, where the others say enough.
      standards.forEach((standard, place) => {
        const enough =
          sources.get(standard) === 'context'
            ? leastContext - totals[place]!
            : Math.min(bests[place]! >= leastGain ? 0 : leastGain, leastTotal - totals[place]!)
        needed[place] = Math.max(0, enough)
      })
    }
    gainsAt(candidates, states, occurrence, tried, needed, gains)
    gains.forEach((gain, place) => {
      if (gain === 0) return
      totals[place]! += gain
      bests[place] = Math.max(bests[place]!, gain)
      if (held.has(standards[place]!))
        rivals.set(occurrence.offset, Math.max(gain, rivals.get(occurrence.offset) ?? 0))
    })
  }
  return { totals, bests }
}

/** Proposals for one word: the standard words that read best where it stands. Writes its places into `rivals`. */
function proposeFor(
  candidates: Candidates,
  states: ModelStates,
  doubtful: DoubtfulWord,
  rivals: Map<number, number>,
): Proposal[] {
  const sources = candidatesFor(candidates, doubtful)
  addFromContext(candidates, states, doubtful, sources)
  const turnsAround = turningAround(candidates, doubtful)
  for (const standard of [...sources.keys()]) if (turnsAround(standard)) sources.delete(standard)
  const { held } = knowledgeOf(candidates, doubtful.form)
  if (sources.size + held.size === 0) return []
  const tried = triedOf(candidates, new Set([...held.keys(), ...sources.keys()]))
  const { totals, bests } = weighPlaces(candidates, states, doubtful, tried, sources, held, rivals)
  const { contextScale } = candidates.parameters
  const before = priorsIn(candidates, sources, held)
  const ranked = Array.from(tried.standards, (standard, place) => {
    return { standard, total: totals[place]!, best: bests[place]! }
  })
    .filter(({ best, total }) => best >= leastGain || total >= leastTotal)
    .sort((a, b) => b.total - a.total || a.standard - b.standard)
  const isFromContext = ({ standard }: { standard: number }) => sources.get(standard) === 'context'
  const chosen = [
    ...ranked.filter((one) => !isFromContext(one)).slice(0, mostProposals),
    ...ranked.filter((one) => isFromContext(one) && one.total >= leastContext).slice(0, mostFromContext),
  ]
  // One key has one value: what the other places say of a word counts at each of them.
  const weights = chosen.map(
    ({ standard, total, best }) => before(standard) * Math.exp(Math.min(30, contextScale * (total - best))),
  )
  const whole = 1 + weights.reduce((sum, weight) => sum + weight, 0)
  return chosen.map(({ standard }, index) => ({
    pair: held.get(standard) ?? {
      origin: 'proposed',
      standard: candidates.lexicon.forms[standard]!,
      spun: doubtful.word,
      source: sources.get(standard)!,
    },
    standard,
    prior: Math.max(before(standard), (mostPrior * weights[index]!) / whole),
    starts: doubtful.occurrences.map(({ offset }) => offset),
  }))
}

/** Pairs for the words of a decoded text that may still be spun: such as no lexicon holds, and such as no tool is known to have. */
export function proposePairs(candidates: Candidates, text: string, decoded: Decoded): Proposed {
  const states = candidates.model.createStates(3)
  const rivals = new Map<number, number>()
  const words = findDoubtfulWords(candidates, text, decoded)
  return { proposals: words.flatMap((word) => proposeFor(candidates, states, word, rivals)), rivals }
}
