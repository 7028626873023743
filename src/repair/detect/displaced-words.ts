/**
 * Displaced words: current words where both language models would rather have the word that a known tool replaces by
 * them (施工次序 for 施工顺序). A tool of few and current words leaves no other trace. Clean prose holds some of them by
 * chance, so only many different ones prove, and only in a register that the models know well.
 * Source of the method: likelihood ratio of two Poisson rates.
 */
import type { LanguageModel, ModelStates } from '../../lm/query.js'
import { encodeText } from '../../lm/symbols.js'
import { visitMatches } from '../../model/trie.js'
import type { Lexicon } from '../../resources/lexicon.js'
import { meanFit } from './fit.js'
import type { Passage } from './passages.js'

/** A language model and the forms in its symbols: `symbols[symbolStarts[f] … symbolStarts[f + 1])` is form f. */
export interface ReadingModel {
  readonly model: LanguageModel
  readonly symbolStarts: Int32Array
  readonly symbols: Uint16Array
}

/** The standard words of a form that are tried: of the pairs `pairs[starts[f] … starts[f + 1])`. */
export interface DisplacedSources {
  readonly lexicon: Lexicon
  readonly starts: Int32Array
  readonly pairs: Int32Array
  readonly reports: ReadingModel
  /** That of general prose, read only where the model of reports is convinced; none if there is none. */
  readonly general: (() => ReadingModel) | undefined
}

/** How much likelier the standard word must be, in nats. */
const leastGain = 5
/** Symbols behind a word that are read with it. */
const reach = 4
/**
 * Different displaced words in a thousand Chinese characters of clean and of spun text. Of six hundred clean texts of all
 * registers that the models know, none held more than four; spun with three in ten of the pairs of current words,
 * reports hold nine.
 */
const cleanRate = 1.5
const spunRate = 6
/** Nats that prove: no clean text of any register reached 2. */
const leastProof = 8
/** A section whose opening says so much against a proof is not read to its end: clean text is left after a page. */
const hopeless = -4
/** Mean log-probability of a symbol, by either model, in a register that the models know; spun text reads so at worst. */
const leastFit = -3.3
/** A passage with fewer Chinese characters is a label. */
const leastHan = 6

/** Log-odds of a text with so many displaced words and Chinese characters. */
function oddsOf(words: number, han: number): number {
  return words * Math.log(spunRate / cleanRate) - ((spunRate - cleanRate) * han) / 1000
}

/** A piece of text as a model reads it. */
interface ReadPiece {
  readonly ids: Uint16Array
  readonly count: number
  /** Log-probability of each symbol as the piece stands. */
  readonly scores: Float32Array
  /** A slot for what stands before each symbol, and one more for what is tried. */
  readonly states: ModelStates
}

function readPiece(model: LanguageModel, ids: Uint16Array, count: number): ReadPiece {
  const scores = new Float32Array(count)
  const states = model.createStates(count + 2)
  model.startParagraph(states, 0)
  for (let at = 0; at < count; at++) scores[at] = model.advance(states, at, ids[at]!, at + 1)
  return { ids, count, scores, states }
}

/** Whether form `word` in place of the symbols `[at, end)` reads by `least` or better, with those up to `last` behind it. */
function readsBy(
  { model, symbolStarts, symbols }: ReadingModel,
  { ids, count, states }: ReadPiece,
  word: number,
  [at, end, last]: readonly [at: number, end: number, last: number],
  least: number,
): boolean {
  const tried = count + 1
  let score = 0
  let slot = at
  for (let index = symbolStarts[word]!; index < symbolStarts[word + 1]! && score >= least; index++) {
    score += model.advance(states, slot, symbols[index]!, tried)
    slot = tried
  }
  for (let index = end; index < last && score >= least; index++) {
    score += model.advance(states, tried, ids[index]!, tried)
  }
  return score >= least
}

/** The forms of a piece that stand where the model would rather have one of their standard words. */
function displacedForms(
  { lexicon, starts, pairs }: DisplacedSources,
  reading: ReadingModel,
  piece: string,
): Set<number> {
  const { model } = reading
  const found = new Set<number>()
  const offsets = new Int32Array(piece.length + 1)
  const ids = new Uint16Array(piece.length)
  const count = encodeText(piece, model.symbols, ids, offsets)
  offsets[count] = piece.length
  const read = readPiece(model, ids, count)
  for (let at = 0; at < count; at++) {
    visitMatches(lexicon.trie, piece, offsets[at]!, (form, endOffset) => {
      const from = starts[form]!
      const to = starts[form + 1]!
      const end = at + endOffset - offsets[at]!
      if (from === to || end > count || offsets[end] !== endOffset || found.has(form)) return
      const last = Math.min(count, end + reach)
      let least = leastGain
      for (let index = at; index < last; index++) least += read.scores[index]!
      if (least > 0) return
      for (let index = from; index < to && !found.has(form); index++) {
        const word = lexicon.pairStandard[pairs[index]!]!
        if (readsBy(reading, read, word, [at, end, last], least)) found.add(form)
      }
    })
  }
  return found
}

/**
 * Log-odds of the passages of a section to be spun, where its displaced words prove that it is; undefined where they do
 * not.
 */
export function displacedOdds(
  sources: DisplacedSources,
  text: string,
  section: readonly Passage[],
): number[] | undefined {
  const { reports, general } = sources
  if (general === undefined) return undefined
  const pieces = section.map(({ start, end }) => text.slice(start, end))
  const byReports: Set<number>[] = []
  const distinct = new Set<number>()
  let han = 0
  for (const [index, passage] of section.entries()) {
    const forms =
      passage.han < leastHan ? new Set<number>() : displacedForms(sources, reports, pieces[index]!)
    for (const form of forms) distinct.add(form)
    byReports.push(forms)
    han += passage.han
    if (oddsOf(distinct.size, han) < hopeless) return undefined
  }
  if (oddsOf(distinct.size, han) < leastProof || meanFit(reports.model, pieces) < leastFit) return undefined
  const other = general()
  const byBoth = byReports.map((forms, index) => {
    const own = forms.size === 0 ? forms : displacedForms(sources, other, pieces[index]!)
    return [...forms].filter((form) => own.has(form))
  })
  if (oddsOf(new Set(byBoth.flat()).size, han) < leastProof || meanFit(other.model, pieces) < leastFit)
    return undefined
  return section.map((passage, index) => oddsOf(byBoth[index]!.length, passage.han))
}
