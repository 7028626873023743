/**
 * The standard words that gain most in the places of a doubtful word. All of them are read up to where they end, which
 * bounds what they can gain; what stands behind is read with the best of them alone, until none of the others can do
 * better.
 * Source of the method: best-first search with an admissible bound.
 */
import type { ModelStates } from '../../lm/query.js'
import type { Candidates } from '../decode/candidates.js'
import type { Occurrence } from './doubtful-words.js'
import { enterBlank, lookahead } from './gains.js'

/** What is asked of a word, in nats: so much at its best place, or so much at all of them together; and how many are wanted. */
export interface GainNeed {
  readonly best: number
  readonly total: number
  readonly most: number
}

/** How much better a word reads than what stands there: at all places together, and at the best of them. */
export interface Gained {
  readonly standard: number
  readonly total: number
  readonly best: number
}

/** A place, with its history in a slot of its own and what the reading has there. */
interface Place {
  readonly occurrence: Occurrence
  readonly slot: number
  readonly kept: number
  /** What can be gained at most at one of the places behind, and at all of them: to be certain, instead of what stands. */
  readonly mostBehind: number
  readonly allBehind: number
}

/** A word and its score up to where it ends, by place; what falls behind before scores minus infinity. */
interface ReadWord {
  readonly standard: number
  readonly scores: readonly number[]
  /** The most that it can gain at all places together, and at the best of them. */
  readonly total: number
  readonly best: number
}

/** Sums of the same logarithms in another order differ by less. */
const rounding = 1e-6

const byTotal = (a: Gained, b: Gained) => b.total - a.total || a.standard - b.standard

export class BestGains {
  private readonly places: readonly Place[]

  /** Needs a state more than there are places: the last one is for what is tried. */
  constructor(
    private readonly candidates: Candidates,
    private readonly states: ModelStates,
    occurrences: readonly Occurrence[],
  ) {
    const kept = occurrences.map((occurrence, slot) => this.enter(occurrence, slot))
    this.places = occurrences.map((occurrence, slot) => {
      const behind = kept.slice(slot + 1).map((score) => Math.max(0, -score))
      const allBehind = behind.reduce((sum, gain) => sum + gain, 0)
      return { occurrence, slot, kept: kept[slot]!, mostBehind: Math.max(0, ...behind), allBehind }
    })
  }

  private get tried(): number {
    return this.states.capacity - 1
  }

  /** Brings a state to where the word begins; gives how the reading goes on from there. */
  private enter(occurrence: Occurrence, slot: number): number {
    const { candidates, states, tried } = this
    const { reading, index, size } = occurrence
    enterBlank(candidates, states, occurrence, slot)
    const end = Math.min(reading.count, index + size + lookahead)
    let kept = 0
    for (let at = index, from = slot; at < end; at++, from = tried) {
      kept += candidates.model.advance(states, from, reading.symbols[at]!, tried)
    }
    return kept
  }

  /** Reads a word at a place, for as long as it reads by `least` or better; its history goes to the last state. */
  private readWord(standard: number, { slot }: Place, least: number): number {
    const { model, symbols, symbolStarts } = this.candidates
    const end = symbolStarts[standard + 1]!
    let score = 0
    for (let at = symbolStarts[standard]!, from = slot; at < end && score >= least; at++, from = this.tried) {
      score += model.advance(this.states, from, symbols[at]!, this.tried)
    }
    return score
  }

  /** What a word can gain; undefined where that is less than is needed. */
  private bound(standard: number, need: GainNeed): ReadWord | undefined {
    let total = 0
    let best = 0
    const scores: number[] = []
    for (const place of this.places) {
      const isLikely = Math.max(best, place.mostBehind) >= need.best
      const least = isLikely ? 0 : Math.min(need.best, need.total - total - place.allBehind)
      const from = place.kept + Math.max(0, least - rounding)
      const score = this.readWord(standard, place, from)
      const isBehind = score < from || score <= place.kept
      scores.push(isBehind ? Number.NEGATIVE_INFINITY : score)
      if (isBehind && least > 0) return undefined
      if (isBehind) continue
      total += score - place.kept
      best = Math.max(best, score - place.kept)
    }
    return { standard, scores, total, best }
  }

  /** What a word gains; undefined where that is less than is needed, or less than `least` at all places together. */
  private weigh(word: ReadWord, need: GainNeed, least: number): Gained | undefined {
    const { model } = this.candidates
    const { standard, scores } = word
    let { total: open } = word
    let total = 0
    let best = 0
    for (const [index, place] of this.places.entries()) {
      const { occurrence, kept } = place
      const { reading } = occurrence
      const end = Math.min(reading.count, occurrence.index + occurrence.size + lookahead)
      let score = scores[index]!
      if (score === Number.NEGATIVE_INFINITY) continue
      open -= score - kept
      const canDo = () => {
        const sum = total + open + Math.max(0, score - kept) + rounding
        const isEnough = sum >= need.total || Math.max(best, score - kept, open) + rounding >= need.best
        return isEnough && sum >= least
      }
      this.readWord(standard, place, Number.NEGATIVE_INFINITY)
      for (let at = occurrence.index + occurrence.size; at < end && score >= kept; at++) {
        if (!canDo()) return undefined
        score += model.advance(this.states, this.tried, reading.symbols[at]!, this.tried)
      }
      if (score > kept) {
        total += score - kept
        best = Math.max(best, score - kept)
      }
    }
    return best >= need.best || total >= need.total ? { standard, total, best } : undefined
  }

  /** Those of the words that gain most, of those that gain what is needed, best first. */
  among(standards: readonly number[], need: GainNeed): Gained[] {
    const words = standards
      .flatMap((standard) => this.bound(standard, need) ?? [])
      .sort((a, b) => b.total - a.total)
    let found: Gained[] = []
    for (const word of words) {
      const least = found.length < need.most ? 0 : found.at(-1)!.total
      if (word.total + rounding < least) break
      const gained = this.weigh(word, need, least)
      if (gained !== undefined) found = [...found, gained].sort(byTotal).slice(0, need.most)
    }
    return found
  }
}
