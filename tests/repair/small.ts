/**
 * A world small enough to work out by hand: a bigram model with stated probabilities, and lexicons of a few pairs.
 */
import type { LanguageModel, ModelStates } from '../../src/lm/query.js'
import type { SymbolTable } from '../../src/lm/symbols.js'
import { begin, chooseSymbols, countCharacters, end } from '../../src/lm/symbols.js'
import type { ListedPair } from '../../src/model/pair.js'
import type { Candidates } from '../../src/repair/decode/candidates.js'
import { prepareCandidates } from '../../src/repair/decode/candidates.js'
import type { RepairParameters } from '../../src/repair/tool/parameters.js'
import { repairParameters } from '../../src/repair/tool/parameters.js'
import type { Lexicon, LexiconRest } from '../../src/resources/lexicon.js'
import { buildLexicon } from '../../src/resources/lexicon.js'
import type { SpinnerTool } from '../../src/resources/tools.js'

/** An entry with the parts that a test does not speak of filled in. */
export function listed(standard: string, spun: string, parts: Partial<ListedPair> = {}): ListedPair {
  return {
    origin: 'listed',
    standard,
    spun,
    kind: 'synonym',
    evidence: ['knowledge'],
    weight: 1,
    example: '',
    table: 'small',
    ...parts,
  }
}

export function toolNamed(id: string, share: number, pairs: readonly string[] = []): SpinnerTool {
  return { id, name: { en: id, zh: id }, share, pairs }
}

function symbolsOf(alphabet: string): SymbolTable {
  const counts = new Float64Array(0x10000)
  countCharacters(alphabet, counts)
  return chooseSymbols(counts, 1)
}

/**
 * A bigram model. `bigrams` gives ln P(second | first) by two characters, `^` for the begin of a paragraph and `$` for
 * its end; every other symbol has the log-probability `otherwise`, whatever stands before it.
 */
export function bigramModel(bigrams: Readonly<Record<string, number>>, otherwise = -5): LanguageModel {
  const symbols = symbolsOf(Object.keys(bigrams).join('').replaceAll(/[\^$]/g, ''))
  const idOf = (character: string) =>
    character === '^' ? begin : character === '$' ? end : symbols.ofUnit[character.charCodeAt(0)]!
  const scores = new Map(
    Object.entries(bigrams).map(([pair, score]) => [idOf(pair[0]!) * 4096 + idOf(pair[1]!), score]),
  )
  const scoreOf = (before: number, symbol: number) => scores.get(before * 4096 + symbol) ?? otherwise
  const peek = ({ symbols: held, lengths }: ModelStates, from: number, symbol: number) =>
    lengths[from] === 0 ? otherwise : scoreOf(held[from]!, symbol)
  return {
    order: 2,
    symbols,
    logProbability: (ids, start, last) => (start < last ? scoreOf(ids[last - 1]!, ids[last]!) : otherwise),
    scoreParagraph(ids, length, into) {
      let sum = 0
      for (let at = 0; at < length; at++) {
        const score = scoreOf(at === 0 ? begin : ids[at - 1]!, ids[at]!)
        if (into) into[at] = score
        sum += score
      }
      return sum
    },
    createStates: (capacity) => ({
      capacity,
      symbols: new Uint16Array(capacity),
      lengths: new Uint8Array(capacity),
      backoffs: new Float32Array(capacity),
    }),
    clear(states, slot) {
      states.lengths[slot] = 0
    },
    startParagraph(states, slot) {
      states.lengths[slot] = 1
      states.symbols[slot] = begin
    },
    peek,
    advance(states, from, symbol, to) {
      const score = peek(states, from, symbol)
      states.lengths[to] = 1
      states.symbols[to] = symbol
      return score
    },
    stateKey: ({ symbols: held, lengths }, slot) => (lengths[slot] === 0 ? 0 : held[slot]!),
  }
}

/** A lexicon of a few pairs. */
export function smallLexicon(entries: readonly ListedPair[], rest: LexiconRest = {}): Lexicon {
  return buildLexicon(entries, rest)
}

/** Parameters without what blurs a calculation by hand: the model counts in full, and no word is a favourite. */
export const plainParameters: RepairParameters = {
  ...repairParameters,
  contextScale: 1,
  topicScale: 0,
}

export function smallCandidates(
  entries: readonly ListedPair[],
  model: LanguageModel,
  parameters: RepairParameters = plainParameters,
  rest: LexiconRest = {},
): Candidates {
  return prepareCandidates(smallLexicon(entries, rest), model, parameters)
}
