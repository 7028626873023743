/**
 * Facts written by hand on a text: `[12所|学校数|所]` in the text is a figure with its indicator and unit. Offsets and
 * sentences follow from the text; whatever else a fact needs is given beside.
 */
import { readFields, readValue, type WrittenFact } from '../../measure/eval/written-fact.js'
import type { Correction } from '../../src/model/correction.js'
import type { ExtractedDocument } from '../../src/model/document.js'
import { revise } from '../../src/model/edit.js'
import { type Exact, exactInteger, shiftValue } from '../../src/model/exact.js'
import type { Fact } from '../../src/model/fact.js'
import { foldWidth } from '../../src/model/fold.js'
import { spanOf } from '../../src/model/span.js'
import { emptyTrace } from '../../src/model/trace.js'

type Own = 'id' | 'start' | 'end' | 'text'
export type FactDetails = Partial<Omit<WrittenFact, Own>>

const scales: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

function baseOf(value: Exact | null, unit: string): Fact['base'] {
  const power = scales[unit[0] ?? '']
  if (power === undefined || value === null) return { value, unit }
  return { value: shiftValue(value, power), unit: unit.slice(1) }
}

/** A fact with plain defaults: an exact count without period, subject or relations. */
export function makeFact(id: string, start: number, text: string, details: Partial<Omit<Fact, Own>>): Fact {
  const printed = /\d[\d,]*(\.\d+)?/.exec(text)?.[0].replaceAll(',', '') ?? null
  const value = details.value === undefined ? readValue(printed) : details.value
  const unit = details.unit ?? text.replace(/^[\d.,]+/, '')
  const decimals = printed?.split('.')[1]?.length ?? 0
  return {
    id,
    ...spanOf<'source'>(start, start + text.length),
    text,
    indicator: '数',
    indicatorId: null,
    head: null,
    implicit: false,
    subject: null,
    cell: null,
    subjectDamaged: false,
    place: null,
    low: null,
    high: null,
    base: baseOf(value, unit),
    measure: unit === '%' ? 'percent' : 'count',
    bound: 'exact',
    qualifier: null,
    period: null,
    status: 'actual',
    role: 'value',
    partOf: null,
    change: null,
    ratio: null,
    recovered: null,
    section: [],
    sentence: spanOf(start, start + text.length),
    confidence: 1,
    printed: { value: value ?? details.low ?? exactInteger(0), decimals, exponent: -decimals },
    ...details,
    value,
    unit,
  }
}

/**
 * The document of a marked text: `[figure|indicator]` is a fact, numbered f1, f2 … in order; `details` adds to them
 * by id. Corrections, if any, are of the text without marks.
 */
export function markedDocument(
  marked: string,
  details: Readonly<Record<string, FactDetails>> = {},
  correct: (text: string) => readonly Correction[] = () => [],
): ExtractedDocument {
  let text = ''
  let position = 0
  const found: { start: number; figure: string; indicator: string }[] = []
  for (const match of marked.matchAll(/\[([^|\]]+)\|([^\]]+)\]/g)) {
    text += marked.slice(position, match.index)
    found.push({ start: text.length, figure: match[1]!, indicator: match[2]! })
    text += match[1]!
    position = match.index + match[0].length
  }
  text += marked.slice(position)
  const facts = found.map(({ start, figure, indicator }, index) => {
    const from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('\n', start)) + 1
    const stop = text.indexOf('。', start)
    const id = `f${index + 1}`
    const sentence = spanOf<'source'>(from, stop < 0 ? text.length : stop)
    return makeFact(id, start, figure, { indicator, sentence, ...readFields(details[id] ?? {}) })
  })
  const corrections = correct(text)
  const applied = corrections.filter(({ status }) => status === 'applied')
  const repaired = revise<'source', 'repaired'>(text, applied)
  return {
    id: 'sha256:0',
    origin: { path: null, entry: null, mediaType: 'text/plain', encoding: null, bytes: 0 },
    text,
    stated: [],
    tables: [],
    pageStarts: [],
    messages: [],
    blocks: [],
    joins: [],
    normalised: revise(text, []),
    corrections,
    damage: [],
    spin: { rate: 0, verdict: 'clean', assumed: true, windows: [] },
    repaired,
    trace: {
      ...emptyTrace,
      undecided: corrections,
      decisions: corrections.map((_, of) => ({ rule: 'sure', of })),
    },
    reading: foldWidth(repaired.text),
    sentences: [],
    tokens: [],
    facts,
    ignored: [],
  }
}
