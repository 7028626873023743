/** Figures of one document that share name, measure, time and place, and differ in value. */
import type { DocumentRecord } from '../../src/writers/schema.js'

type FactRecord = DocumentRecord['facts'][number]

/** Figures that are called alike, as printed. */
export interface Collision {
  readonly name: string
  readonly texts: readonly string[]
  /** The document they stand in. */
  readonly where?: string
}

export interface Collisions {
  /** Figures with a value that are no changes. */
  figures: number
  nameless: number
  readonly groups: Collision[]
}

const keyOf = ({ indicator, measure, period, place }: FactRecord) =>
  [indicator, measure, period?.text ?? '', place ?? ''].join('\t')

export function collisionsOf(facts: readonly FactRecord[]): Collisions {
  const figures = facts.filter(({ role, value }) => role !== 'change' && value !== null)
  const alike = new Map<string, FactRecord[]>()
  for (const fact of figures) {
    const key = keyOf(fact)
    const list = alike.get(key)
    if (list === undefined) alike.set(key, [fact])
    else list.push(fact)
  }
  const groups = [...alike.values()]
    .filter((list) => new Set(list.map(({ base }) => base.value)).size > 1)
    .map((list) => ({ name: list[0]!.indicator, texts: list.map(({ text }) => text) }))
  const nameless = figures.filter(({ indicator }) => indicator === '').length
  return { figures: figures.length, nameless, groups }
}
