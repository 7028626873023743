/**
 * Evidence from the figures for doubtful words: 15051 of 15089 is 99.75 %, called 入学率, so 已退学 should be 已入学. Each
 * candidate of a correction is scored by the relation that it would make true.
 * Invariant: evidence changes the confidence of existing corrections only; it makes no new edit and changes no figure.
 * One round.
 */

import { divideIntervals, meet } from '../audit/intervals.js'
import { isRate, rateStem } from '../audit/names.js'
import { ratioOf } from '../audit/ratios.js'
import type { FactView } from '../audit/view.js'
import { viewFacts } from '../audit/view.js'
import type { Correction, Undecided } from '../model/correction.js'
import type { AuditedDocument, RepairedDocument } from '../model/document.js'
import { applyEdits } from '../model/edit.js'
import { digitCount, formatExact } from '../model/exact.js'
import type { Fact } from '../model/fact.js'
import { countFirst } from '../model/sorted.js'
import { decide } from '../repair/decide/decide.js'
import type { DecisionContext } from '../repair/decide/rules.js'
import type { ClaimTable } from '../resources/claims.js'
import { simplify } from '../resources/script.js'

/** Nats that one relation adds at most: it may be a coincidence, or the figures' own fault. */
const mostNats = 3
/** Nats for a direction that the figures prove, and against the opposite one. */
const directionNats = 3
/** Nats for a name that makes two places state one fact. */
const repeatNats = 1.5
/** How many facts before a rate are looked at for its part and its whole. */
const reach = 4
/** A shorter value comes up twice by chance. */
const leastDigits = 4

/** How much a relation speaks for a candidate of a correction, in nats. */
export interface NumericEvidence {
  /** Place among the document's corrections. */
  readonly correction: number
  /** The candidate: the replacement, an alternative, or what stands there. */
  readonly text: string
  readonly code: 'rate-names-part' | 'figures-move' | 'same-value'
  readonly value: number
}

interface Region {
  readonly start: number
  readonly end: number
}

/** A candidate as the text would print it, and as facts are read. */
interface Candidate {
  readonly text: string
  readonly word: string
}

function candidatesOf({ actual, replacement, alternatives }: Correction): Candidate[] {
  const texts = new Set([replacement, ...alternatives.map(({ text }) => text), actual])
  return [...texts].map((text) => ({ text, word: simplify(text) }))
}

/** First correction that ends behind an offset. */
function firstAfter(corrections: readonly Correction[], offset: number): number {
  return countFirst(corrections.length, (index) => corrections[index]!.end <= offset)
}

interface RegionReader {
  /** Corrections of words that lie in a region, by their places in the list. */
  swapsIn(region: Region): number[]
  /** The region as it reads with one correction settled in some way, in simplified characters as facts are. */
  read(region: Region, settled: number, text: string): string
}

function readerOf({ text, corrections }: RepairedDocument): RegionReader {
  const inside = ({ start, end }: Region) => {
    const found: number[] = []
    for (let at = firstAfter(corrections, start); at < corrections.length; at++) {
      const correction = corrections[at]!
      if (correction.end > end) break
      if (correction.start >= start) found.push(at)
    }
    return found
  }
  return {
    swapsIn: (region) => inside(region).filter((at) => corrections[at]!.kind === 'swap'),
    read(region, settled, candidate) {
      const edits = inside(region).map((at) => {
        const { start, end, actual, replacement, status } = corrections[at]!
        const chosen = at === settled ? candidate : status === 'applied' ? replacement : actual
        return { start: start - region.start, end: end - region.start, replacement: chosen }
      })
      return simplify(applyEdits(text.slice(region.start, region.end), edits))
    },
  }
}

/** From the fact before, or the start of the sentence, to the fact. */
function clauseBefore(fact: Fact, view: FactView): Region {
  const previous = view.facts[view.orderOf(fact) - 1]
  const start = Math.max(fact.sentence.start, previous?.end ?? 0)
  return { start: Math.min(start, fact.start), end: fact.start }
}

/** Part and whole among the facts before a rate whose quotient it is; undefined where none or several fit. */
function quotientOf(rate: Fact, view: FactView): Fact | undefined {
  const at = view.orderOf(rate)
  const near = view.facts
    .slice(Math.max(0, at - reach), at)
    .filter(({ sentence, measure }) => sentence.start === rate.sentence.start && measure === 'count')
  const parts = new Set<Fact>()
  for (const part of near) {
    for (const whole of near) {
      if (part === whole) continue
      const terms = ratioOf(rate, part, whole, view)
      if (terms?.ratio.kind === 'rounded' && meet(terms.ratio, terms.quotient)) parts.add(part)
    }
  }
  return parts.size === 1 ? [...parts][0] : undefined
}

/** How surprising a quotient is that meets the printed rate, in nats: finer printing proves more. */
function surprise(rate: Fact, view: FactView): number {
  const figure = view.figures([rate])?.[0]
  const share = figure && divideIntervals(figure, figure)
  return share === undefined ? 0 : Math.min(mostNats, -Math.log(share.high.minus(share.low).toNumber()))
}

function weighRates(
  view: FactView,
  corrections: readonly Correction[],
  reader: RegionReader,
): NumericEvidence[] {
  const found: NumericEvidence[] = []
  for (const rate of view.facts) {
    if (!isRate(rate, view.claims)) continue
    const stem = rateStem(rate.head ?? rate.indicator, view.claims).slice(-2)
    const part = stem.length === 2 ? quotientOf(rate, view) : undefined
    if (part === undefined) continue
    const region = clauseBefore(part, view)
    const value = surprise(rate, view)
    for (const at of reader.swapsIn(region)) {
      for (const { text, word } of candidatesOf(corrections[at]!)) {
        if (!reader.read(region, at, text).includes(stem) || value <= 0) continue
        // A name that stands there whatever the word is proves nothing about it.
        if (!word.includes(stem[0]!) && !word.includes(stem[1]!)) continue
        found.push({ correction: at, text, code: 'rate-names-part', value })
      }
    }
  }
  return found
}

function weighDirections(
  { checks }: AuditedDocument,
  view: FactView,
  corrections: readonly Correction[],
  reader: RegionReader,
): NumericEvidence[] {
  const found: NumericEvidence[] = []
  for (const { rule, facts } of checks) {
    if (rule !== 'change-against-prior') continue
    const named = facts.map((id) => view.fact(id)!)
    const [current, prior] = named.slice(-2)
    const figures = view.figures([current!, prior!])
    if (figures === undefined || meet(figures[0]!, figures[1]!)) continue
    const isUp = figures[0]!.low.gt(figures[1]!.high)
    const region = clauseBefore(named[0]!, view)
    for (const at of reader.swapsIn(region)) {
      for (const { text, word } of candidatesOf(corrections[at]!)) {
        const says = view.claims.says('increase', word) ? 1 : view.claims.says('decrease', word) ? -1 : 0
        const value = directionNats * says * (isUp ? 1 : -1)
        if (value !== 0) found.push({ correction: at, text, code: 'figures-move', value })
      }
    }
  }
  return found
}

/** Facts of one long value and unit under names that differ by a doubtful word. */
function weighRepeats(
  view: FactView,
  corrections: readonly Correction[],
  reader: RegionReader,
): NumericEvidence[] {
  const groups = new Map<string, Fact[]>()
  for (const fact of view.facts) {
    if (fact.value === null || digitCount(fact.value) < leastDigits) continue
    const key = `${formatExact(fact.value)} ${fact.unit}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [fact])
    else group.push(fact)
  }
  const found: NumericEvidence[] = []
  for (const [first, second, ...others] of groups.values()) {
    if (second === undefined || others.length > 0 || first!.indicator === second.indicator) continue
    for (const [fact, other] of [
      [first!, second],
      [second, first!],
    ] as const) {
      for (const at of reader.swapsIn(clauseBefore(fact, view))) {
        const { actual, replacement, status } = corrections[at]!
        const now = simplify(status === 'applied' ? replacement : actual)
        for (const { text, word } of candidatesOf(corrections[at]!)) {
          if (word === now || fact.indicator.replace(now, word) !== other.indicator) continue
          found.push({ correction: at, text, code: 'same-value', value: repeatNats })
        }
      }
    }
  }
  return found
}

/** All numeric evidence on the corrections of a document, in the order of the rules and of the text. */
export function findEvidence(document: AuditedDocument, claims: ClaimTable): NumericEvidence[] {
  const { corrections } = document
  if (corrections.length === 0 || document.facts.length === 0) return []
  const view = viewFacts(document, claims)
  const reader = readerOf(document)
  return [
    ...weighRates(view, corrections, reader),
    ...weighDirections(document, view, corrections, reader),
    ...weighRepeats(view, corrections, reader),
  ]
}

/** The correction with its candidates weighed anew; keeping the word is one of them. */
function weighCorrection(correction: Undecided, evidence: readonly NumericEvidence[]): Undecided {
  const natsOf = (text: string) =>
    evidence.reduce((sum, item) => (item.text === text ? sum + item.value : sum), 0)
  const { actual, replacement, confidence, alternatives } = correction
  const candidates = [{ text: replacement, confidence }, ...alternatives]
  const kept = Math.max(1e-6, 1 - candidates.reduce((sum, item) => sum + item.confidence, 0))
  const weights = candidates.map(({ text, confidence: prior }) => ({
    text,
    weight: prior * Math.exp(natsOf(text)),
  }))
  const all = weights.reduce((sum, { weight }) => sum + weight, kept * Math.exp(natsOf(actual)))
  const [best, ...others] = weights
    .map(({ text, weight }) => ({ text, confidence: Math.round((weight / all) * 1e4) / 1e4 }))
    .sort((a, b) => b.confidence - a.confidence)
  const codes = new Set(evidence.map(({ code }) => code))
  const numeric = [...codes].map((code) => {
    const own = evidence.filter((item) => item.code === code)
    const sumOf = (text: string) =>
      own.reduce((sum, item) => (item.text === text ? sum + item.value : sum), 0)
    const value = Math.round((sumOf(best!.text) - sumOf(actual)) * 100) / 100
    return { kind: 'numeric' as const, code, value }
  })
  return {
    ...correction,
    replacement: best!.text,
    confidence: best!.confidence,
    alternatives: others,
    evidence: [...correction.evidence, ...numeric],
  }
}

/**
 * The document with its corrections weighed anew and decided again, and its text repaired accordingly. Gives the same
 * document where there is no evidence.
 */
export function applyEvidence<D extends RepairedDocument>(
  document: D,
  evidence: readonly NumericEvidence[],
  context: DecisionContext,
): D {
  if (evidence.length === 0) return document
  const { decisions, undecided: before } = document.trace
  const undecided = [...before]
  const withoutFigures = new Map(document.trace.withoutFigures)
  for (const at of new Set(evidence.map(({ correction }) => correction))) {
    const { of } = decisions[at]!
    const own = evidence.filter(({ correction }) => correction === at)
    undecided[of] = weighCorrection(before[of]!, own)
    withoutFigures.set(of, before[of]!.confidence)
  }
  return { ...document, ...decide(document.text, undecided, { ...document.trace, withoutFigures }, context) }
}
