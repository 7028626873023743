/**
 * Decodes a text with all that is known: with the language model that knows its register, first with the lexicon, then,
 * where words stand oddly in what was spun, with pairs that this document alone proposes.
 */
import type { Detection } from '../resources/repair-parameters.js'
import type { Candidates } from './decode/candidates.js'
import { withProposals } from './decode/candidates.js'
import type { Decoded, DecodeOptions } from './decode/decode.js'
import { decode, decodeAgain } from './decode/decode.js'
import { likely } from './decode/merged-edits.js'
import { repairedPieces } from './decode/repaired-pieces.js'
import { meanFit } from './detect/fit.js'
import { proposePairs } from './propose/proposals.js'

/** Share of the open family in the document's tool from which unnamed swaps are looked for. */
const leastOpen = 0.03

/**
 * Mean log-probability of a symbol of a repaired text by the model of reports from which no other register fits better: of
 * all spun sets, nothing that read better than -3.2 by it read better by the model of general prose.
 */
const knownWell = -3

/** A decoded text, and the candidates of the language model that was taken for it. */
export interface Restored {
  readonly candidates: Candidates
  readonly decoded: Decoded
  /** How much better a pair reads that no tool is known to have, by the offset of what it would replace, in nats. */
  readonly rivals?: ReadonlyMap<number, number>
}

/** What a repair that was tried comes to. */
export interface Trial {
  /** Characters of the passages that hold its edits, and how many likely ones those are. */
  readonly size: number
  readonly edits: number
  /** What an edit gains on average, in nats. */
  readonly gain: number
}

/** Weighs a repair that was tried. */
export function weighTrial({ candidates: { model }, decoded }: Restored, text: string): Trial {
  const pieces = repairedPieces(text, decoded)
  const size = pieces.reduce((sum, piece) => sum + piece.text.length, 0)
  const edits = decoded.edits.filter(({ probability }) => probability >= likely).length
  const before = pieces.map(({ passage }) => text.slice(passage.start, passage.end))
  const after = pieces.map((piece) => piece.text)
  const gain = edits === 0 ? 0 : ((meanFit(model, after) - meanFit(model, before)) * size) / edits
  return { size, edits, gain }
}

/**
 * Whether a repair that was tried is borne out: words that a tool wrote read so badly where they stand that each edit
 * gains much more than one in a text whose register is merely strange.
 */
function isBorneOut({ size, edits, gain }: Trial, { trial }: Detection): boolean {
  return size >= trial.size && edits >= trial.edits && gain >= trial.gain
}

/** Decodes a text; one that is not proven spun, but may be, is decoded as if it were, and stays so if that is borne out. */
function decodeOrTry(given: Candidates, text: string, options: DecodeOptions): Restored {
  const first = decodeInRegister(given, text, options)
  const { proof } = first.decoded
  if (proof.proven || !proof.worthTrying || options.assume !== 'auto') return first
  const tried = decodeInRegister(given, text, { ...options, tried: true })
  return isBorneOut(weighTrial(tried, text), given.parameters.detection) ? tried : first
}

/** Decodes with the model of reports, and with that of general prose where the repaired text reads better under it. */
export function decodeInRegister(given: Candidates, text: string, options: DecodeOptions): Restored {
  const decoded = decode(given, text, options)
  if (given.general === undefined || decoded.edits.length === 0) return { candidates: given, decoded }
  const pieces = repairedPieces(text, decoded).map((piece) => piece.text)
  const fit = meanFit(given.model, pieces)
  if (fit > knownWell) return { candidates: given, decoded }
  const candidates = given.general()
  const gain = meanFit(candidates.model, pieces) - fit
  if (!(gain > given.parameters.detection.generalGain)) return { candidates: given, decoded }
  return { candidates, decoded: decode(candidates, text, options) }
}

export function restore(given: Candidates, text: string, options: DecodeOptions): Restored {
  const { candidates, decoded: first } = decodeOrTry(given, text, options)
  // A tool whose swaps the lexicon names makes no others: looking for them would only find wrong ones.
  const { families, prior } = first.tool
  if (first.edits.length === 0 || families[prior.open]! < leastOpen) return { candidates, decoded: first }
  const { proposals, rivals } = proposePairs(candidates, text, first)
  if (proposals.length === 0) return { candidates, decoded: first, rivals }
  const extended = withProposals(candidates, proposals)
  return { candidates, decoded: decodeAgain(extended, text, first, options.protectedAt), rivals }
}
