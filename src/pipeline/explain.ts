/**
 * Why the words at an offset of the source were changed or kept: every candidate that covers it, how likely each was,
 * and what decided. Decodes the document once more, which gives the same weights again. Codes only; prose is made at
 * the edge.
 */
import type { Correction } from '../model/correction.js'
import type { AuditedDocument, Block } from '../model/document.js'
import { offsetMap } from '../model/edit.js'
import { spanOf } from '../model/span.js'
import type { Token } from '../model/token.js'
import { visitMatches } from '../model/trie.js'
import { calibrate } from '../repair/decide/calibration.js'
import { decode } from '../repair/decode/decode.js'
import type { DecodedEdit } from '../repair/decode/merged-edits.js'
import { protectOffsets } from '../repair/decide/protected.js'
import { defaultApplyFrom } from '../repair/repair.js'
import type { Lexicon, ListedPair } from '../resources/lexicon.js'
import type { StageOptions } from './stages.js'

/** A pair whose spun form covers the offset. */
export interface ExplainedCandidate {
  readonly start: number
  readonly end: number
  readonly actual: string
  readonly replacement: string
  /** Calibrated probability; 0 where the decoder gave it less than it keeps. */
  readonly confidence: number
  readonly entry: ListedPair
}

export type Decision =
  | 'applied'
  | 'suggested'
  | 'kept-boilerplate'
  | 'kept-pinned'
  | 'kept-figure'
  | 'kept-clean'
  | 'kept-unlikely'
  | 'kept-unknown'

export interface Explanation {
  readonly offset: number
  readonly block: Block | undefined
  /** Tokens of the repaired text that stand there now. */
  readonly tokens: readonly Token[]
  readonly decision: Decision
  readonly correction: Correction | undefined
  /** Likeliest first. */
  readonly candidates: readonly ExplainedCandidate[]
  /** Probability that the passage was spun; null where there is nothing to weigh. */
  readonly spun: number | null
  readonly applyFrom: number
}

/** Longest spun form that is looked for before an offset. */
const reach = 16

interface PairAt {
  readonly pair: number
  readonly start: number
  readonly end: number
}

/** Pairs whose spun side covers an offset of a text. */
function pairsAt(lexicon: Lexicon, text: string, offset: number): PairAt[] {
  const found: PairAt[] = []
  for (let start = Math.max(0, offset - reach); start <= offset; start++) {
    visitMatches(lexicon.trie, text, start, (form, end) => {
      if (end <= offset) return
      for (let at = lexicon.spunStarts[form]!; at < lexicon.spunStarts[form + 1]!; at++) {
        found.push({ pair: lexicon.spunPairs[at]!, start, end })
      }
    })
  }
  return found
}

const figure = /[0-9０-９A-Za-zＡ-Ｚａ-ｚ]/

function decide(
  at: string,
  correction: Correction | undefined,
  block: Block | undefined,
  isPinned: boolean,
  candidates: readonly ExplainedCandidate[],
  spun: number | null,
): Decision {
  if (correction !== undefined) return correction.status
  if (block?.kind === 'boilerplate') return 'kept-boilerplate'
  if (figure.test(at)) return 'kept-figure'
  if (isPinned) return 'kept-pinned'
  if (candidates.length === 0) return 'kept-unknown'
  return spun !== null && spun < 0.5 ? 'kept-clean' : 'kept-unlikely'
}

/** Explains one offset of `document.text`. Throws RangeError for an offset outside of it. */
export function explainOffset(document: AuditedDocument, offset: number, options: StageOptions): Explanation {
  if (offset < 0 || offset >= document.text.length) throw new RangeError(`no such offset: ${offset}`)
  const { candidates: known } = options.resources
  const { lexicon } = known
  const { assume = 'auto', applyFrom = defaultApplyFrom } = options
  const map = offsetMap(document.normalised)
  const at = map.forward(spanOf<'source'>(offset, offset + 1)).start
  const { text } = document.normalised
  const pinned = protectOffsets(document, lexicon)
  const decoded = decode(known, text, { assume, share: 0.5, protected: pinned })
  const likely = new Map<string, DecodedEdit>()
  const keyOf = ({ pair, start, end }: PairAt) => `${pair} ${start} ${end}`
  for (const edit of decoded.edits) if (edit.start <= at && at < edit.end) likely.set(keyOf(edit), edit)
  const candidates = pairsAt(lexicon, text, at).map((found): ExplainedCandidate => {
    const edit = likely.get(keyOf(found))
    const span = map.back(spanOf<'normalised'>(found.start, found.end))
    return {
      start: span.start,
      end: span.end,
      actual: document.text.slice(span.start, span.end),
      replacement: lexicon.forms[lexicon.pairStandard[found.pair]!]!,
      confidence: edit === undefined ? 0 : calibrate(decoded.tool, edit),
      entry: lexicon.entries[found.pair]!,
    }
  })
  candidates.sort((a, b) => b.confidence - a.confidence || a.start - b.start)
  const correction = document.corrections.find(({ start, end }) => start <= offset && offset < end)
  const block = document.blocks.find(({ start, end }) => start <= offset && offset < end)
  const spun = decoded.passages.find(({ start, end }) => start <= at && at < end)?.spun ?? null
  const now = offsetMap(document.repaired).forward(correction ?? { start: offset, end: offset + 1 })
  return {
    offset,
    block,
    tokens: document.tokens.filter(({ start, end }) => start < now.end && now.start < end),
    decision: decide(document.text.charAt(offset), correction, block, pinned[at] === 1, candidates, spun),
    correction,
    candidates,
    spun,
    applyFrom,
  }
}
