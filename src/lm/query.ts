/**
 * Queries: log-probabilities of symbols after their context, read directly from the arrays of the file. Queries
 * allocate nothing. All results are natural logarithms.
 *
 * There are two ways with the same results: `logProbability` over an array of ids, and states for a search over many
 * histories. A step with a state costs half the look-ups, because the state keeps the back-off weights of its context.
 * What steps gave is remembered (memo.ts): a text is read many times over, as it stands and with its repairs.
 * An n-gram is looked up only after a context that has listed followers. So a false match of a 16-bit fingerprint
 * (about one miss in 8,000) needs a real context and a real suffix.
 */
import { type ModelLayout, parseLayout } from './layout.js'
import { emptyMemo, firstHistory, firstKey, firstWeight, lineOf, scorePlace, secondKey } from './memo.js'
import { placesIn } from './places.js'
import { begin, type SymbolTable, symbolTableOf } from './symbols.js'

/** Histories, by slot number. A slot holds as much of its history as the model can make use of. */
export interface ModelStates {
  readonly capacity: number
  /** Per slot the two latest ids, twelve bits each, the latest one below; 0 where nothing is known. */
  readonly latest: Int32Array
  /** Likewise those before them. */
  readonly earlier: Int32Array
  /** Per slot four logarithms: entry k is the back-off weight of the latest k + 1 symbols. */
  readonly backoffs: Float32Array
}

export interface LanguageModel {
  readonly order: number
  readonly symbols: SymbolTable
  /**
   * ln P(ids[last - 1] | the up to order - 1 ids before it, none before `start`). Put the id `begin` at `start` where
   * a paragraph begins; ask for the id `end` where it ends. Requires start < last; ids below `symbols.count`.
   */
  logProbability(ids: Uint16Array | Int32Array, start: number, last: number): number
  /** Log-probability of each of `ids[0, length)` to `scores`, the first after the paragraph's begin. Returns the sum. */
  scoreParagraph(ids: Uint16Array | Int32Array, length: number, scores?: Float32Array): number
  /**
   * Room for `capacity` histories; all start empty: nothing is known of what stands before. The first slots are those of
   * `held`, where it is given.
   */
  createStates(capacity: number, held?: ModelStates): ModelStates
  /** Makes a slot's history empty. */
  clear(states: ModelStates, slot: number): void
  /** Makes a slot's history the begin of a paragraph. */
  startParagraph(states: ModelStates, slot: number): void
  /** ln P(symbol | history of `from`); the history with the symbol goes to slot `to`, which may be `from`. */
  advance(states: ModelStates, from: number, symbol: number, to: number): number
  /** ln P(symbol | history of `from`), without a new history. */
  peek(states: ModelStates, from: number, symbol: number): number
  /**
   * Says that each of `symbols` will be asked for behind the history of `from`: the answers are the same, and come faster.
   * With `held`, that they will be refined (see there).
   */
  announce(states: ModelStates, from: number, symbols: ArrayLike<number>, held?: number): void
  /** A number that two slots share if and only if no continuation can tell their histories apart: merge on it. */
  stateKey(states: ModelStates, slot: number): number
  /** How many of its latest symbols a history holds: those that can matter. */
  known(states: ModelStates, slot: number): number
  /** How many symbols the longest n-gram has that answers for a symbol behind a history, the symbol itself among them. */
  matched(states: ModelStates, from: number, symbol: number): number
  /**
   * What `peek` gives where the n-gram that answers is no longer than `held` symbols of the history and the one asked for;
   * `answer` is what it gives where only these `held` latest symbols are known.
   */
  backOff(states: ModelStates, from: number, answer: number, held: number): number
  /**
   * What `peek` gives where the n-gram of the `held` latest symbols and the one asked for is listed, and says `answer`: only
   * longer ones are looked up.
   */
  refine(states: ModelStates, from: number, symbol: number, answer: number, held: number): number
  /** How many queries the tables have answered so far; what was remembered does not count. A measure of work. */
  lookedUp(): number
}

/** The model in these bytes (the whole buffer). Throws ProcessingError `damaged-language-model`. */
export function parseLanguageModel(buffer: ArrayBufferLike): LanguageModel {
  return queriesOf(parseLayout(buffer))
}

function queriesOf(layout: ModelLayout): LanguageModel {
  const { order, unigrams, unigramBackoffs, unigramChildren } = layout
  const tables = layout.orders
  const places = placesIn(tables)
  const { keys, scores, histories, weights } = emptyMemo()
  const scratch = createStates(2)
  let answered = 0
  /** Symbols of the longest n-gram that answered last. */
  let reached = 0

  function createStates(capacity: number, held?: ModelStates): ModelStates {
    const states = {
      capacity,
      latest: new Int32Array(capacity),
      earlier: new Int32Array(capacity),
      backoffs: new Float32Array(capacity * 4),
    }
    if (held !== undefined) {
      states.latest.set(held.latest)
      states.earlier.set(held.earlier)
      states.backoffs.set(held.backoffs)
    }
    return states
  }

  function clear(states: ModelStates, slot: number): void {
    states.latest[slot] = 0
    states.earlier[slot] = 0
  }

  function startParagraph(states: ModelStates, slot: number): void {
    states.latest[slot] = unigramChildren[begin] === 0 ? 0 : begin
    states.earlier[slot] = 0
    states.backoffs[slot * 4] = unigramBackoffs[begin]!
  }

  /** Answers from the tables; with `line`, a line of the memo, writes the new history there. */
  function lookUp(states: ModelStates, from: number, symbol: number, line: number): number {
    answered++
    const latest = states.latest[from]!
    const earlier = states.earlier[from]!
    const { backoffs } = states
    const known = knownIn(latest, earlier)
    let result = unigrams[symbol]!
    let matched = 1
    let length: number = unigramChildren[symbol]!
    if (line >= 0) weights[line * 16 + firstWeight] = unigramBackoffs[symbol]!
    places.find(latest, earlier, known, symbol, 0)
    while (matched <= known) {
      const codes = places.answer(matched - 1)
      if (codes < 0) break
      const table = tables[matched - 1]!
      result = table.probabilities[codes & 255]!
      if (codes > 255 && length === matched) {
        if (line >= 0) weights[line * 16 + firstWeight + matched] = table.backoffs[codes >>> 8]!
        length = matched + 1
      }
      matched++
    }
    reached = matched
    for (let each = matched; each <= known; each++) result += backoffs[from * 4 + each - 1]!
    if (line >= 0) {
      const at = line * 16 + firstHistory
      histories[at] = length === 0 ? 0 : length === 1 ? symbol : symbol | ((latest & 0xfff) << 12)
      histories[at + 1] =
        length < 3 ? 0 : length === 3 ? latest >>> 12 : (latest >>> 12) | ((earlier & 0xfff) << 12)
    }
    return result
  }

  function matched(states: ModelStates, from: number, symbol: number): number {
    lookUp(states, from, symbol, -1)
    return reached
  }

  function backOff(states: ModelStates, from: number, answer: number, held: number): number {
    const known = knownIn(states.latest[from]!, states.earlier[from]!)
    let result = answer
    for (let each = held + 1; each <= known; each++) result += states.backoffs[from * 4 + each - 1]!
    return result
  }

  function refine(states: ModelStates, from: number, symbol: number, answer: number, held: number): number {
    answered++
    const latest = states.latest[from]!
    const earlier = states.earlier[from]!
    const known = knownIn(latest, earlier)
    places.find(latest, earlier, known, symbol, held)
    let result = answer
    let longest = held
    for (; longest < known; longest++) {
      const codes = places.answer(longest)
      if (codes < 0) break
      result = tables[longest]!.probabilities[codes & 255]!
    }
    return backOff(states, from, result, longest)
  }

  function peek(states: ModelStates, from: number, symbol: number): number {
    const latest = states.latest[from]!
    const earlier = states.earlier[from]!
    const line = lineOf(latest, earlier, symbol)
    const isHeld =
      keys[line * 16] === firstKey(latest, symbol) && keys[line * 16 + 1] === secondKey(earlier, symbol)
    return isHeld ? scores[line * 8 + scorePlace]! : lookUp(states, from, symbol, -1)
  }

  function advance(states: ModelStates, from: number, symbol: number, to: number): number {
    const latest = states.latest[from]!
    const earlier = states.earlier[from]!
    const line = lineOf(latest, earlier, symbol)
    const at = line * 16
    const first = firstKey(latest, symbol)
    const second = secondKey(earlier, symbol)
    if (keys[at] !== first || keys[at + 1] !== second) {
      scores[line * 8 + scorePlace] = lookUp(states, from, symbol, line)
      keys[at] = first
      keys[at + 1] = second
    }
    const { backoffs } = states
    const target = to * 4
    states.latest[to] = histories[at + firstHistory]!
    states.earlier[to] = histories[at + firstHistory + 1]!
    backoffs[target] = weights[at + firstWeight]!
    backoffs[target + 1] = weights[at + firstWeight + 1]!
    backoffs[target + 2] = weights[at + firstWeight + 2]!
    backoffs[target + 3] = weights[at + firstWeight + 3]!
    return scores[line * 8 + scorePlace]!
  }

  return {
    order,
    symbols: symbolTableOf(layout.characterCodes),
    createStates,
    clear,
    startParagraph,
    peek,
    advance,
    known: ({ latest, earlier }, slot) => knownIn(latest[slot]!, earlier[slot]!),
    matched,
    backOff,
    refine,
    announce({ latest, earlier }, from, symbols, held = 0) {
      places.fetch(latest[from]!, earlier[from]!, knownIn(latest[from]!, earlier[from]!), symbols, held)
    },
    logProbability(ids, start, last) {
      clear(scratch, 0)
      for (let index = Math.max(start, last - order); index < last - 1; index++)
        advance(scratch, 0, ids[index]!, 0)
      return peek(scratch, 0, ids[last - 1]!)
    },
    scoreParagraph(ids, length, each) {
      startParagraph(scratch, 1)
      let sum = 0
      for (let index = 0; index < length; index++) {
        const score = advance(scratch, 1, ids[index]!, 1)
        if (each !== undefined) each[index] = score
        sum += score
      }
      return sum
    },
    stateKey: (states, slot) => states.earlier[slot]! * 0x1000000 + states.latest[slot]!,
    lookedUp: () => answered,
  }
}

/** How many ids of a history are known. */
function knownIn(latest: number, earlier: number): number {
  if (earlier !== 0) return earlier > 0xfff ? 4 : 3
  return latest > 0xfff ? 2 : latest === 0 ? 0 : 1
}
