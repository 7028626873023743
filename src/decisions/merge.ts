/**
 * What the decisions of several reviewers say of one record: where they agree, where they contradict one another, and
 * which no longer fit because the text, or what the tool says of it, is another one.
 * Invariants: agreed words are sorted and disjoint; of one reviewer the later decision holds, and one about a place
 * before one about the document, that before one about the set.
 */
import type { DocumentRecord } from '../writers/schema.js'
import type { Anchor } from './anchor.js'
import { findAnchor } from './anchor.js'
import type {
  DecisionLog,
  FactDecision,
  FindingDecision,
  KeepWordDecision,
  Scope,
  WordDecision,
} from './decision.js'
import { scopes } from './decision.js'
import { standingDecisions } from './log.js'

/** What a reviewer wants to stand at `[start, end)` of the source: a text, or the source itself (null). */
interface WordWish {
  readonly start: number
  readonly end: number
  readonly replacement: string | null
  readonly by: string
}

export interface AgreedWord extends Omit<WordWish, 'by'> {
  readonly by: readonly string[]
}

/** A decision about a figure or a finding, with the places of its figures in the source. */
interface Placed<D> {
  readonly decision: D
  readonly starts: readonly number[]
}

export interface Agreed<D> extends Placed<D> {
  readonly by: readonly string[]
}

/** Reviewers who want different things for one place. What the tool says stands there. */
export interface Conflict {
  readonly start: number
  readonly end: number
  readonly sides: readonly { readonly by: string; readonly wish: string }[]
}

/**
 * gone: the text stands nowhere in the document any more. other-suggestion: what was rejected is not what the tool says
 * now. figure: it changes a figure of a text that is no scan. unit: no unit that is known. no-fact: the place is none any
 * more.
 */
export type UnfitReason = 'gone' | 'other-suggestion' | 'figure' | 'unit' | 'no-fact' | 'no-finding'

export interface Unfit {
  readonly decision: WordDecision | FactDecision | FindingDecision
  readonly reason: UnfitReason
}

export interface MergedDecisions {
  readonly words: readonly AgreedWord[]
  readonly facts: readonly Agreed<FactDecision>[]
  readonly findings: readonly Agreed<FindingDecision>[]
  readonly conflicts: readonly Conflict[]
  readonly unfit: readonly Unfit[]
}

type Reviewed = Pick<DocumentRecord, 'id' | 'source' | 'corrections'> & {
  readonly recognition?: DocumentRecord['recognition']
}
type CorrectionRecord = DocumentRecord['corrections'][number]

const digits = (text: string) => (text.normalize('NFKC').match(/\d/g) ?? []).join('')

function overlaps(one: { start: number; end: number }, two: { start: number; end: number }): boolean {
  return one.start < two.end && two.start < one.end
}

/** The wish of a decision about one place, or why it does not fit. */
function wishAt(record: Reviewed, decision: WordDecision): WordWish | UnfitReason {
  const { anchor, replacement, kind, by } = decision
  const start = findAnchor(record.source.text, anchor)
  if (start === undefined) return 'gone'
  const place = { start, end: start + anchor.text.length }
  if (kind !== 'reject') {
    // A figure that was misread may be typed from its picture, and from nothing else.
    if (record.recognition === undefined && digits(anchor.text) !== digits(replacement)) return 'figure'
    return { ...place, replacement: replacement === anchor.text ? null : replacement, by }
  }
  return { ...place, replacement: null, by }
}

/**
 * Whether the tool now says something else of a place than what was rejected there. The source still stands, for a person
 * said that it is right; but whoever rejected one word may want to see another one.
 */
function isOfOther(record: Reviewed, { kind, replacement }: WordDecision, place: WordWish): boolean {
  if (kind !== 'reject') return false
  const others = record.corrections.filter((correction) => overlaps(correction, place))
  return others.some((other) => other.replacement !== replacement)
}

/** The wish of a decision about a word wherever the tool doubts it; undefined where it says nothing of a correction. */
function wishFor(correction: CorrectionRecord, decision: WordDecision): WordWish | undefined {
  const { start, end, actual, alternatives } = correction
  const { anchor, replacement, kind, by } = decision
  if (actual !== anchor.text) return undefined
  const isSaid = correction.replacement === replacement
  if (kind === 'reject') return isSaid ? { start, end, replacement: null, by } : undefined
  const isKnown = isSaid || kind === 'own' || alternatives.some(({ text }) => text === replacement)
  return isKnown && digits(actual) === digits(replacement) ? { start, end, replacement, by } : undefined
}

function* occurrences(text: string, word: string): Generator<{ start: number; end: number }> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    yield { start: at, end: at + word.length }
}

function keptWords(record: Reviewed, { word, by }: KeepWordDecision): WordWish[] {
  const places = [...occurrences(record.source.text, word)]
  return record.corrections
    .filter((correction) => places.some((place) => overlaps(place, correction)))
    .map(({ start, end }) => ({ start, end, replacement: null, by }))
}

/** What one reviewer wants for the words of a record. */
function wishesOf(record: Reviewed, decisions: readonly (WordDecision | KeepWordDecision)[], unfit: Unfit[]) {
  const kept: WordWish[] = []
  const add = (wish: WordWish) => {
    if (!kept.some((other) => overlaps(other, wish))) kept.push(wish)
  }
  const latest = [...decisions].reverse()
  const ofScope = (scope: Scope) => latest.filter((decision) => decision.scope === scope)
  for (const decision of ofScope('place')) {
    if (decision.kind === 'keep-word' || decision.document !== record.id) continue
    const wish = wishAt(record, decision)
    if (typeof wish === 'string') unfit.push({ decision, reason: wish })
    else {
      if (isOfOther(record, decision, wish)) unfit.push({ decision, reason: 'other-suggestion' })
      add(wish)
    }
  }
  for (const scope of scopes.slice(1)) {
    for (const decision of ofScope(scope)) {
      if (scope === 'document' && decision.document !== record.id) continue
      if (decision.kind === 'keep-word') for (const wish of keptWords(record, decision)) add(wish)
      else {
        for (const correction of record.corrections) {
          const wish = wishFor(correction, decision)
          if (wish !== undefined) add(wish)
        }
      }
    }
  }
  return kept
}

/** Wishes of all reviewers by place: agreed, or in conflict where some that touch one another differ. */
function settleWords(wishes: readonly WordWish[]): { words: AgreedWord[]; conflicts: Conflict[] } {
  const words: AgreedWord[] = []
  const conflicts: Conflict[] = []
  const sorted = [...wishes].sort((one, two) => one.start - two.start || one.end - two.end)
  for (let first = 0; first < sorted.length; ) {
    const { start, replacement } = sorted[first]!
    let { end } = sorted[first]!
    let last = first + 1
    while (last < sorted.length && sorted[last]!.start < end) end = Math.max(end, sorted[last++]!.end)
    const group = sorted.slice(first, last)
    const isAgreed = group.every(
      (wish) => wish.start === start && wish.end === end && wish.replacement === replacement,
    )
    if (isAgreed) words.push({ start, end, replacement, by: group.map(({ by }) => by).sort() })
    else {
      const sides = group.map((wish) => ({ by: wish.by, wish: wish.replacement ?? '' }))
      conflicts.push({ start, end, sides })
    }
    first = last
  }
  return { words, conflicts }
}

/** What a decision about a figure or a finding wants, as a text that is equal where the wish is. */
function verdictText(decision: FactDecision | FindingDecision): string {
  if (decision.kind === 'finding') return decision.verdict
  const { verdict, indicator, unit, period } = decision
  return [verdict, indicator, unit, period].filter((part) => part !== undefined).join(' ')
}

/** Decisions of all reviewers about what has a key of its own: the later one of each reviewer, then as `settleWords`. */
function settlePlaced<D extends FactDecision | FindingDecision>(
  placed: readonly Placed<D>[],
  keyOf: (placed: Placed<D>) => string,
): { agreed: Agreed<D>[]; conflicts: Conflict[] } {
  const groups = new Map<string, Map<string, Placed<D>>>()
  for (const one of placed) {
    const group = groups.get(keyOf(one)) ?? new Map<string, Placed<D>>()
    groups.set(keyOf(one), group.set(one.decision.by, one))
  }
  const agreed: Agreed<D>[] = []
  const conflicts: Conflict[] = []
  for (const group of groups.values()) {
    const all = [...group.values()]
    const [first] = all
    const verdicts = new Set(all.map(({ decision }) => verdictText(decision)))
    if (verdicts.size === 1) agreed.push({ ...first!, by: [...group.keys()].sort() })
    else {
      const start = first!.starts[0] ?? 0
      const sides = all.map(({ decision }) => ({ by: decision.by, wish: verdictText(decision) }))
      conflicts.push({ start, end: start, sides })
    }
  }
  return { agreed, conflicts }
}

/** Merges the logs as far as they are about a record. */
export function mergeDecisions(record: Reviewed, logs: readonly DecisionLog[]): MergedDecisions {
  const unfit: Unfit[] = []
  const wishes: WordWish[] = []
  const facts: Placed<FactDecision>[] = []
  const findings: Placed<FindingDecision>[] = []
  const place = (anchors: readonly Anchor[]) => {
    const starts = anchors.map((anchor) => findAnchor(record.source.text, anchor))
    return starts.every((start) => start !== undefined) ? starts : undefined
  }
  for (const log of logs) {
    const words: (WordDecision | KeepWordDecision)[] = []
    for (const decision of standingDecisions(log)) {
      if (decision.kind !== 'fact' && decision.kind !== 'finding') words.push(decision)
      else if (decision.document === record.id) {
        const starts = place(decision.kind === 'fact' ? [decision.anchor] : decision.figures)
        if (starts === undefined) unfit.push({ decision, reason: 'gone' })
        else if (decision.kind === 'fact') facts.push({ decision, starts })
        else findings.push({ decision, starts })
      }
    }
    for (const wish of wishesOf(record, words, unfit)) wishes.push(wish)
  }
  const settled = settleWords(wishes)
  const ofFacts = settlePlaced(facts, ({ starts }) => starts.join())
  const ofFindings = settlePlaced(findings, ({ decision, starts }) => [decision.rule, ...starts].join())
  return {
    words: settled.words,
    facts: ofFacts.agreed,
    findings: ofFindings.agreed,
    conflicts: [...settled.conflicts, ...ofFacts.conflicts, ...ofFindings.conflicts],
    unfit,
  }
}
