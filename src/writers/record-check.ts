/**
 * Records as input: whether a value is a record that this version can read. Beside the schema, spans must lie in the
 * source and corrections must not overlap. Loads the schema's library, so its users import it when records come.
 */
import { ProcessingError } from '../model/message.js'
import type { DocumentRecord } from './schema.js'
import { recordSchema } from './schema.js'
import { schemaVersion } from './schema-version.js'

interface RecordSpan {
  readonly start: number
  readonly end: number
}

/** Where a record came from, for the error. */
export interface RecordPlace {
  readonly path: string
  readonly line: number
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Path of the first span that leaves the source, or of the first correction that overlaps the one before. */
function findWrongSpan(record: DocumentRecord): string | undefined {
  const { length } = record.source.text
  const isOutside = ({ start, end }: RecordSpan) => start > end || end > length
  const lists: Readonly<Record<string, readonly RecordSpan[]>> = {
    blocks: record.blocks,
    'spin.windows': record.spin.windows,
    corrections: record.corrections,
    damage: record.damage,
    facts: record.facts,
    'coverage.ignored': record.coverage.ignored,
    messages: record.messages,
  }
  for (const [name, spans] of Object.entries(lists)) {
    const outside = spans.findIndex(isOutside)
    if (outside >= 0) return `${name}[${outside}]`
  }
  const sentence = record.facts.findIndex((fact) => isOutside(fact.sentence))
  if (sentence >= 0) return `facts[${sentence}].sentence`
  const { corrections } = record
  const overlap = corrections.findIndex(({ start }, at) => at > 0 && start < corrections[at - 1]!.end)
  return overlap < 0 ? undefined : `corrections[${overlap}]`
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .slice(1)
}

/** Path of the first field that is missing or wrong. Fields that a later version added are let through. */
function findWrongField(value: object): string | undefined {
  const result = recordSchema.safeParse({ ...value, schemaVersion })
  return result.success ? findWrongSpan(result.data) : pathOf(result.error.issues[0]!.path)
}

/**
 * The record of a text of JSON. Throws ProcessingError `bad-record`, `bad-record-version` or `bad-record-field`, which
 * names the first field that is missing or wrong.
 */
export function parseRecord(text: string, { path, line }: RecordPlace): DocumentRecord {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ProcessingError('bad-record', { path, line })
  }
  if (!isObject(value) || typeof value.schemaVersion !== 'string') {
    throw new ProcessingError('bad-record', { path, line })
  }
  const { schemaVersion: version } = value
  if (!/^2\.\d+$/.test(version)) throw new ProcessingError('bad-record-version', { path, line, version })
  const field = findWrongField(value)
  if (field !== undefined) throw new ProcessingError('bad-record-field', { path, line, field })
  return value as DocumentRecord
}
