/**
 * Why the words at an offset of the source were changed or kept, from the trace of the repair: every edit that was
 * considered there, in which pass, its probability, and the rule that decided. Nothing is decoded again. Codes only;
 * prose is made on output.
 */
import type { Correction } from '../model/correction.js'
import type { AuditedDocument, Block } from '../model/document.js'
import { offsetMap } from '../model/edit.js'
import type { ListedPair } from '../model/pair.js'
import type { Span } from '../model/span.js'
import { spanOf } from '../model/span.js'
import type { Token } from '../model/token.js'
import type { DecisionRule, PassTrace, Protection, WeighedEdit } from '../model/trace.js'
import { visitMatches } from '../model/trie.js'
import { defaultApplyFrom } from '../repair/decide/decide.js'
import type { Lexicon } from '../resources/lexicon.js'
import { simplify } from '../resources/script.js'
import type { StageOptions } from './stages.js'

/** An edit that was weighed for the place, and the pass that weighed it: 0, or more in a text that was spun twice. */
export interface ExplainedEdit extends WeighedEdit {
  readonly pass: number
  /** The document's correction is this edit, or is made of it and others. */
  readonly isChosen: boolean
}

/** Why the words stand as they are; the rule of the decision where there is a correction. */
export type Reason =
  | { readonly kind: 'rule'; readonly rule: DecisionRule }
  | { readonly kind: 'protected'; readonly protection: Protection }
  | { readonly kind: 'figure' | 'clean' | 'unlikely' | 'unknown' }

export interface Explanation {
  readonly offset: number
  readonly block: Block | undefined
  /** Tokens of the repaired text that stand there now. */
  readonly tokens: readonly Token[]
  readonly reason: Reason
  readonly correction: Correction | undefined
  /** Confidence before the figures were asked; null where they say nothing about the correction. */
  readonly withoutFigures: number | null
  /** Likeliest first. */
  readonly weighed: readonly ExplainedEdit[]
  /** Listed pairs that cover the place and that no pass found worth keeping. */
  readonly hopeless: readonly ListedPair[]
  /** Probability that the passage was spun; null where there is nothing to weigh. */
  readonly spun: number | null
  readonly applyFrom: number
}

/** Longest spun form that is looked for before an offset. */
const reach = 16

/** Listed pairs whose spun side covers an offset of a text. */
function listedAt(
  { trie, spunStarts, spunPairs, entryOf }: Lexicon,
  text: string,
  offset: number,
): ListedPair[] {
  const found: ListedPair[] = []
  for (let start = Math.max(0, offset - reach); start <= offset; start++) {
    visitMatches(trie, text, start, (form, end) => {
      if (end <= offset) return
      for (let at = spunStarts[form]!; at < spunStarts[form + 1]!; at++) found.push(entryOf(spunPairs[at]!))
    })
  }
  return found
}

const figure = /[0-9０-９A-Za-zＡ-Ｚａ-ｚ]/

function covers({ start, end }: Span<'source'>, offset: number): boolean {
  return start <= offset && offset < end
}

/** The edits that passes weighed for a correction, or for the place where there is none. */
function weighedAt(
  passes: readonly PassTrace[],
  offset: number,
  correction: Correction | undefined,
): ExplainedEdit[] {
  const isThere = (edit: WeighedEdit) =>
    correction === undefined
      ? covers(edit, offset)
      : edit.start < correction.end && correction.start < edit.end
  return passes
    .flatMap(({ weighed }, pass) => weighed.filter(isThere).map((edit) => ({ ...edit, pass })))
    .map((edit) => ({
      ...edit,
      isChosen: correction !== undefined && isPartOf(edit, correction, passes.length),
    }))
    .sort((a, b) => b.confidence - a.confidence || a.start - b.start || a.pass - b.pass)
}

/** Whether an edit is the correction itself or, in a text of several passes, lies within it and writes a part of it. */
function isPartOf(edit: ExplainedEdit | WeighedEdit, correction: Correction, passes: number): boolean {
  const { start, end } = correction
  const replacement = simplify(correction.replacement)
  if (edit.start === start && edit.end === end) return edit.replacement === replacement
  return passes > 1 && edit.start >= start && edit.end <= end && replacement.includes(edit.replacement)
}

/** Explains one offset of `document.text`. Throws RangeError for an offset outside of it. */
export function explainOffset(document: AuditedDocument, offset: number, options: StageOptions): Explanation {
  if (offset < 0 || offset >= document.text.length) throw new RangeError(`no such offset: ${offset}`)
  const { trace, corrections } = document
  const { applyFrom = defaultApplyFrom } = options
  const place = corrections.findIndex((one) => covers(one, offset))
  const correction = corrections[place]
  const decision = trace.decisions[place]
  const passes = trace.passes()
  const weighed = weighedAt(passes, offset, correction)
  const inNormalised = offsetMap(document.normalised).forward(spanOf<'source'>(offset, offset + 1)).start
  const listed = listedAt(options.resources.lexicon, document.normalised.text, inNormalised)
  const hopeless = listed.filter((pair) => !weighed.some((edit) => edit.pair === pair))
  const spun = passes[0]?.passages.find((passage) => covers(passage, offset))?.spun ?? null
  const now = offsetMap(document.repaired).forward(correction ?? spanOf<'source'>(offset, offset + 1))
  const protection = trace.protected().find((span) => covers(span, offset))?.reason
  return {
    offset,
    block: document.blocks.find((block) => covers(block, offset)),
    tokens: document.tokens.filter(({ start, end }) => start < now.end && now.start < end),
    reason:
      decision !== undefined
        ? { kind: 'rule', rule: decision.rule }
        : reasonToKeep(document.text.charAt(offset), protection, weighed.length + hopeless.length, spun),
    correction,
    withoutFigures: decision === undefined ? null : (trace.withoutFigures.get(decision.of) ?? null),
    weighed,
    hopeless,
    spun,
    applyFrom,
  }
}

function reasonToKeep(
  character: string,
  protection: Protection | undefined,
  candidates: number,
  spun: number | null,
): Reason {
  if (protection === 'boilerplate') return { kind: 'protected', protection }
  if (figure.test(character)) return { kind: 'figure' }
  if (protection !== undefined) return { kind: 'protected', protection }
  if (candidates === 0) return { kind: 'unknown' }
  return { kind: spun !== null && spun < 0.5 ? 'clean' : 'unlikely' }
}
