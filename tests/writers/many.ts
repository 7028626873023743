/** Records as long as they are asked to be, of one that the pipeline made: what is made of a long one must cost in proportion. */
import type { DocumentRecord } from '../../src/writers/schema.js'

/** Fields whose strings are names of facts and checks, which differ in each copy. */
const named: ReadonlySet<string> = new Set(['id', 'partOf', 'facts', 'of', 'base', 'from', 'whole', 'part'])

/** A copy of a value of a record that stands so much further back; offsets move, names of facts get a number. */
function moved(value: unknown, by: number, copy: number, field = ''): unknown {
  if (typeof value === 'number') return field === 'start' || field === 'end' ? value + by : value
  if (typeof value === 'string')
    return named.has(field) && /^[a-z]\d+$/.test(value) ? `${value}n${copy}` : value
  if (Array.isArray(value)) return value.map((one) => moved(one, by, copy, field))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, moved(inner, by, copy, name)]),
  )
}

const parts = ['blocks', 'corrections', 'damage', 'facts', 'tables', 'checks'] as const

/** A record that says so many times what another one says. */
export function manyOf(record: DocumentRecord, count: number): DocumentRecord {
  const { length } = record.source.text
  const again = <T>(values: readonly T[]): T[] =>
    Array.from({ length: count }, (_, copy) => moved(values, copy * length, copy) as T[]).flat()
  const filled = parts.map((part) => [part, again<unknown>(record[part] ?? [])])
  const source = { text: record.source.text.repeat(count) }
  return {
    ...record,
    ...Object.fromEntries(filled),
    source,
    repaired: { text: record.repaired.text.repeat(count) },
  }
}
