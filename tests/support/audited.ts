/**
 * An audited document written by hand, with one of everything that a record can hold. Places and figures are invented.
 */
import type { AuditedDocument } from '../../src/model/document.js'
import { revise } from '../../src/model/edit.js'
import { parseExact } from '../../src/model/exact.js'
import type { Fact } from '../../src/model/fact.js'
import type { Span } from '../../src/model/span.js'
import { spanOf } from '../../src/model/span.js'
import { emptyTrace } from '../../src/model/trace.js'

const text = '一、教导情形\n20xx年,全县共有黉舍2016所。'

function placeOf(piece: string): Span<'source'> {
  const start = text.indexOf(piece)
  if (start < 0) throw new Error(`not in the text: ${piece}`)
  return spanOf(start, start + piece.length)
}

const schools: Fact = {
  id: 'f1',
  ...placeOf('2016所'),
  text: '2016所',
  indicator: '学校数',
  indicatorId: 'schools',
  head: '学校数',
  implicit: false,
  subject: '全县',
  subjectDamaged: false,
  place: null,
  cell: null,
  value: parseExact('2016'),
  low: null,
  high: null,
  unit: '所',
  base: { value: parseExact('2016'), unit: '所' },
  measure: 'count',
  bound: 'exact',
  qualifier: null,
  period: { text: '20xx年', start: null, end: null, grain: 'year', inferred: null },
  status: 'actual',
  role: 'total',
  partOf: null,
  change: {
    of: null,
    direction: 'increase',
    kind: 'delta',
    against: '去年',
    prior: { value: parseExact('2000'), decimals: 0 },
  },
  ratio: { part: 'f1', whole: 'f1' },
  recovered: { value: parseExact('2016'), by: 'c1' },
  section: ['一、教育情况'],
  sentence: spanOf(7, text.length),
  confidence: 0.97,
  printed: { value: parseExact('2016'), decimals: 0, exponent: 0 },
}

export function auditedExample(): AuditedDocument {
  const swap = {
    actual: '黉舍',
    replacement: '学校',
    confidence: 0.99,
    kind: 'swap' as const,
    traits: ['two-way' as const],
    alternatives: [{ text: '院校', confidence: 0.001 }],
    evidence: [{ kind: 'pair' as const, code: 'nouns:knowledge', value: 7.2 }],
  }
  const corrections = [
    {
      ...placeOf('教导'),
      ...swap,
      actual: '教导',
      replacement: '教育',
      status: 'suggested' as const,
      confidence: 0.6,
    },
    { ...placeOf('黉舍'), ...swap, status: 'applied' as const },
  ]
  const repaired = revise<'source', 'repaired'>(
    text,
    corrections.filter(({ status }) => status === 'applied'),
  )
  return {
    id: `sha256:${'0'.repeat(64)}`,
    origin: { path: 'example.txt', entry: null, mediaType: 'text/plain', encoding: 'utf-8', bytes: 60 },
    text,
    stated: [],
    tables: [],
    pageStarts: [],
    messages: [
      { stage: 'layout', level: 'warning', code: 'no-text', start: 0, end: 2, parameters: { page: 1 } },
    ],
    blocks: [
      {
        kind: 'heading',
        level: 1,
        label: '一、',
        ...spanOf<'source'>(0, 6),
        at: { page: 1, line: 1, cell: null },
      },
      {
        kind: 'table',
        level: 0,
        label: null,
        ...spanOf<'source'>(7, text.length),
        at: { page: null, line: 2, cell: { table: 0, row: 0, column: 0, rowSpan: 1, columnSpan: 1 } },
      },
    ],
    joins: [],
    normalised: revise(text, []),
    corrections,
    damage: [{ kind: 'mask', ...placeOf('20xx年'), detail: '20xx年' }],
    spin: {
      rate: 0.8,
      verdict: 'spun',
      assumed: false,
      windows: [{ ...spanOf<'source'>(0, text.length), rate: 0.8 }],
    },
    repaired,
    trace: emptyTrace,
    reading: repaired.text,
    sentences: [spanOf(7, repaired.text.length)],
    tokens: [
      { ...spanOf<'repaired'>(0, 2), text: '一、', pos: 'm' },
      { ...spanOf<'repaired'>(2, repaired.text.length), text: repaired.text.slice(2), pos: 'x' },
    ],
    facts: [schools],
    ignored: [{ ...placeOf('20xx年'), text: '20xx年', reason: 'date' }],
    checks: [
      {
        id: 'c1',
        rule: 'sum-of-parts',
        state: 'mismatch',
        severity: 'error',
        expression: '2000 + 15 = 2016',
        stated: parseExact('2016'),
        computed: parseExact('2015'),
        difference: parseExact('1'),
        solution: null,
        facts: ['f1'],
        code: 'sum-differs',
      },
    ],
  }
}
