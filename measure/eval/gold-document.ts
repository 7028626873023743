/**
 * An own report as an extracted document whose facts are those of its gold: what the audit would get from a perfect
 * extraction. It separates the audit's faults from those of the stages before it.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExtractedDocument } from '../../src/model/document.js'
import { revise } from '../../src/model/edit.js'
import { type Exact, exactInteger, scaleValue, shiftValue } from '../../src/model/exact.js'
import type { Fact, Ignored, Period } from '../../src/model/fact.js'
import { foldWidth } from '../../src/model/fold.js'
import type { Span } from '../../src/model/span.js'
import { spanOf } from '../../src/model/span.js'
import { emptyTrace } from '../../src/model/trace.js'
import type { UnitTable } from '../../src/resources/units.js'
import { readChange, readValue, type WrittenFact } from './written-fact.js'

type Variant = 'clean' | 'damaged'

interface GoldSpan {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Fields of a gold fact that a mask or a deletion changes stand under `damaged` too. */
type GoldFact = Omit<WrittenFact, keyof Span<'source'> | 'period' | 'base' | 'recovered'> & {
  readonly period: string | null
  readonly clean: GoldSpan
  readonly damaged: GoldSpan & Partial<WrittenFact>
}

export interface GoldCheck {
  readonly id: string
  readonly rule: string
  readonly state: string
  readonly facts: readonly string[]
  readonly solution: string | null
  readonly damaged?: { readonly state: string; readonly solution: string | null }
}

export interface GoldReport {
  readonly id: string
  readonly facts: readonly GoldFact[]
  readonly checks: readonly GoldCheck[]
  readonly ignored: readonly {
    readonly reason: Ignored['reason']
    readonly clean: GoldSpan
    readonly damaged: GoldSpan
  }[]
}

/** The base of a value, as the unit tables have it; the printed unit where they do not know it. */
export function baseOf(value: Exact | null, unit: string, units: UnitTable): Fact['base'] {
  const known = units.units.get(unit)
  const scale = /^[百千万亿]+/.exec(unit)?.[0] ?? ''
  const inner = known ?? units.units.get(unit.slice(scale.length))
  const power = known
    ? 0
    : [...scale].reduce((sum, letter) => sum + { 百: 2, 千: 3, 万: 4, 亿: 8 }[letter]!, 0)
  if (inner === undefined) return { value, unit }
  if (value === null) return { value, unit: inner.base }
  return { value: scaleValue(shiftValue(value, power), inner.factor), unit: inner.base }
}

/** How precisely the first number of a text was printed. */
export function printedOf(text: string, value: Exact | null, low: Exact | null): Fact['printed'] {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  return { value: value ?? low ?? exactInteger(0), decimals, exponent: -decimals }
}

function periodOf(text: string | null): Period | null {
  const year = /^(\d{4})年$/.exec(text ?? '')?.[1]
  return text === null
    ? null
    : {
        text,
        start: year === undefined ? null : `${year}-01-01`,
        end: year === undefined ? null : `${year}-12-31`,
        grain: 'year',
        inferred: null,
      }
}

/** Section headings above an offset, by their labels. */
function sectionOf(text: string, offset: number): string[] {
  const above = text.slice(0, offset).split('\n')
  const chapter = above.findLast((line) => /^[一二三四五六七八九十]+、/.test(line))
  const from = chapter === undefined ? 0 : above.lastIndexOf(chapter)
  const part = above.slice(from).findLast((line) => /^（[一二三四五六七八九十]+）/.test(line))
  return [chapter, part].filter((line) => line !== undefined).map((line) => line.slice(0, 12))
}

function sentenceOf(text: string, offset: number): Span<'source'> {
  const before = Math.max(text.lastIndexOf('。', offset - 1), text.lastIndexOf('\n', offset - 1))
  const stops = [text.indexOf('。', offset), text.indexOf('\n', offset)].filter((stop) => stop >= 0)
  return spanOf(before + 1, Math.min(...stops, text.length))
}

function toFact(gold: GoldFact, text: string, variant: Variant, units: UnitTable): Fact {
  const own = { ...gold, ...(variant === 'damaged' ? gold.damaged : {}) }
  const span = gold[variant]
  const value = readValue(own.value)
  const low = readValue(own.low)
  return {
    ...own,
    ...spanOf<'source'>(span.start, span.end),
    text: span.text,
    indicatorId: null,
    implicit: false,
    subjectDamaged: false,
    place: null,
    value,
    low,
    high: readValue(own.high),
    base: baseOf(value, own.unit, units),
    change: readChange(own.change),
    period: periodOf(own.period as unknown as string | null),
    recovered: null,
    section: sectionOf(text, span.start),
    sentence: sentenceOf(text, span.start),
    confidence: 1,
    cell: null,
    printed: printedOf(span.text, value, low),
  }
}

export function readGold(folder: string): GoldReport {
  return JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as GoldReport
}

/** The report's clean or damaged text with the facts of its gold. */
export function goldDocument(folder: string, variant: Variant, units: UnitTable): ExtractedDocument {
  const gold = readGold(folder)
  const text = readFileSync(join(folder, `${variant}.txt`), 'utf8')
  const repaired = revise<'source', 'repaired'>(text, [])
  return {
    id: gold.id,
    origin: { path: null, entry: null, mediaType: 'text/plain', encoding: null, bytes: 0 },
    text,
    stated: [],
    tables: [],
    pageStarts: [],
    messages: [],
    blocks: [],
    joins: [],
    normalised: revise(text, []),
    corrections: [],
    damage: [],
    spin: { rate: 0, verdict: 'clean', assumed: true, windows: [] },
    repaired,
    trace: emptyTrace,
    reading: foldWidth(text),
    sentences: [],
    tokens: [],
    facts: gold.facts.map((fact) => toFact(fact, text, variant, units)),
    ignored: gold.ignored.map(({ reason, ...spans }) => {
      const { start, end, text: printed } = spans[variant]
      return { ...spanOf<'source'>(start, end), text: printed, reason }
    }),
  }
}
