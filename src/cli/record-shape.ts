/**
 * Whether a value is a record that can be shown: the fields that pages read, their types, spans inside the text.
 * Lighter than the schema, whose library is slow to load; fields that were added later are let through.
 */
import { bounds } from '../model/fact.js'

/** The type of a value, `text?` and `number?` with null; a list of allowed texts; an object; null or it; a list. */
type Shape =
  | 'text'
  | 'text?'
  | 'number'
  | 'number?'
  | 'flag'
  | readonly string[]
  | { readonly fields: Fields; readonly orNull?: true; readonly inText?: true }
  | { readonly listOf: Shape }

type Fields = Readonly<Record<string, Shape>>

const span = { start: 'number', end: 'number' } as const
/** Things with a place in the source. */
const placed = (fields: Fields): Shape => ({ listOf: { fields: { ...span, ...fields }, inText: true } })
const texts: Shape = { listOf: 'text' }

const fact: Fields = {
  id: 'text',
  text: 'text',
  indicator: 'text',
  subject: 'text?',
  place: 'text?',
  value: 'text?',
  low: 'text?',
  high: 'text?',
  unit: 'text',
  base: { fields: { value: 'text?', unit: 'text' } },
  measure: 'text',
  bound: bounds,
  period: { fields: { text: 'text', start: 'text?', inferred: 'text?' }, orNull: true },
  status: ['actual', 'planned', 'estimated'],
  partOf: 'text?',
  change: {
    fields: {
      of: 'text?',
      direction: ['increase', 'decrease', 'level'],
      kind: 'text',
      against: 'text?',
      prior: 'text?',
    },
    orNull: true,
  },
  ratio: { fields: { part: 'text', whole: 'text' }, orNull: true },
  recovered: { fields: { value: 'text', by: 'text' }, orNull: true },
  sentence: { fields: span, inText: true },
}

const correction: Fields = {
  actual: 'text',
  replacement: 'text',
  confidence: 'number',
  status: ['applied', 'suggested'],
  kind: ['swap', 'layout', 'character'],
  traits: texts,
  alternatives: { listOf: { fields: { text: 'text', confidence: 'number' } } },
  evidence: { listOf: { fields: { kind: 'text', code: 'text', value: 'number' } } },
}

const check: Fields = {
  rule: 'text',
  state: ['holds', 'rounding', 'approximate', 'mismatch', 'solved', 'unconfirmed'],
  severity: ['error', 'warning', 'info'],
  expression: 'text',
  stated: 'text?',
  computed: 'text?',
  difference: 'text?',
  solution: 'text?',
  facts: texts,
  code: 'text',
}

const cell: Fields = {
  table: 'number',
  row: 'number',
  column: 'number',
  rowSpan: 'number',
  columnSpan: 'number',
}

const record: Fields = {
  origin: {
    fields: { path: 'text?', entry: 'text?', mediaType: 'text', encoding: 'text?', bytes: 'number' },
  },
  blocks: placed({
    kind: 'text',
    level: 'number',
    at: { fields: { page: 'number?', line: 'number?', cell: { fields: cell, orNull: true } } },
  }),
  spin: {
    fields: {
      rate: 'number',
      verdict: ['spun', 'partly-spun', 'clean', 'beyond-repair'],
      assumed: 'flag',
      windows: placed({ rate: 'number' }),
    },
  },
  corrections: placed(correction),
  damage: placed({ kind: 'text', detail: 'text' }),
  facts: placed(fact),
  checks: { listOf: { fields: check } },
  coverage: {
    fields: { numbersSeen: 'number', facts: 'number', ignored: placed({ text: 'text', reason: 'text' }) },
  },
  messages: placed({ code: 'text', level: ['warning', 'error'] }),
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Path of the first field that is missing or wrong; undefined where all are right. */
function findWrong(value: unknown, shape: Shape, path: string, length: number): string | undefined {
  const unless = (right: boolean) => (right ? undefined : path)
  if (typeof shape === 'string') {
    if (shape.endsWith('?') && value === null) return undefined
    if (shape.startsWith('text')) return unless(typeof value === 'string')
    if (shape === 'flag') return unless(typeof value === 'boolean')
    return unless(Number.isFinite(value))
  }
  if ('listOf' in shape) {
    if (!Array.isArray(value)) return path
    for (const [index, item] of value.entries()) {
      const wrong = findWrong(item, shape.listOf, `${path}[${index}]`, length)
      if (wrong !== undefined) return wrong
    }
    return undefined
  }
  if (!('fields' in shape)) return unless(shape.includes(value as string))
  if (shape.orNull && value === null) return undefined
  if (!isObject(value)) return path
  for (const [name, inner] of Object.entries(shape.fields)) {
    const wrong = findWrong(value[name], inner, path === '' ? name : `${path}.${name}`, length)
    if (wrong !== undefined) return wrong
  }
  const { start, end } = value as { start: number; end: number }
  return unless(!shape.inText || (Number.isInteger(start) && 0 <= start && start <= end && end <= length))
}

/** Path of the first correction that is out of order or overlaps the one before. */
function findOverlap(corrections: readonly { readonly start: number; readonly end: number }[]) {
  const index = corrections.findIndex(({ start }, at) => at > 0 && start < corrections[at - 1]!.end)
  return index < 0 ? undefined : `corrections[${index}]`
}

/**
 * Path of the first field of a record that is missing or wrong, such as `facts[3].unit`; undefined where the record
 * can be shown. Spans are checked against the length of its source.
 */
export function wrongField(value: unknown): string | undefined {
  if (!isObject(value)) return 'schemaVersion'
  for (const name of ['source', 'repaired'] as const) {
    const revision = value[name]
    if (!isObject(revision) || typeof revision.text !== 'string') return `${name}.text`
  }
  const { length } = (value.source as { text: string }).text
  return (
    findWrong(value, { fields: record }, '', length) ??
    findOverlap(value.corrections as { start: number; end: number }[])
  )
}
