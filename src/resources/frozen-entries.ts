/** The entries of a lexicon as columns of typed arrays and words, the form in which they are compiled. */
import type { ListedPair, PairKind } from '../model/pair.js'
import { pairKinds } from '../model/pair.js'

/** Of each entry a number in each column. Its words are not among them: they are those of its pair. */
export interface FrozenEntries {
  readonly kinds: Uint8Array
  readonly weights: Float64Array
  /** Places in the lists behind them. */
  readonly evidence: Uint16Array
  readonly evidences: readonly (readonly string[])[]
  readonly tables: Uint16Array
  readonly tableNames: readonly string[]
  /** Of the few entries that have one, by their numbers. */
  readonly examples: Readonly<Record<number, string>>
}

/** Numbers different values as they come; `list` has each once. */
function numbering<T>(keyOf: (value: T) => string) {
  const places = new Map<string, number>()
  const list: T[] = []
  const numberOf = (value: T): number => {
    const key = keyOf(value)
    const place = places.get(key) ?? list.length
    if (place === list.length) {
      places.set(key, place)
      list.push(value)
    }
    return place
  }
  return { list, numberOf }
}

export function freezeEntries(entries: readonly ListedPair[]): FrozenEntries {
  const evidences = numbering<readonly string[]>((list) => list.join())
  const tables = numbering<string>((name) => name)
  return {
    kinds: Uint8Array.from(entries, ({ kind }) => pairKinds.indexOf(kind)),
    weights: Float64Array.from(entries, ({ weight }) => weight),
    evidence: Uint16Array.from(entries, (entry) => evidences.numberOf(entry.evidence)),
    evidences: evidences.list,
    tables: Uint16Array.from(entries, ({ table }) => tables.numberOf(table)),
    tableNames: tables.list,
    examples: Object.fromEntries(
      entries.flatMap(({ example }, pair) => (example === '' ? [] : [[pair, example]])),
    ),
  }
}

/** The two words of each pair, by their places among the forms. */
export interface PairWords {
  readonly forms: readonly string[]
  readonly pairStandard: Int32Array
  readonly pairSpun: Int32Array
}

/**
 * Gives the entry of a pair, always the same object. Entries are made when they are first asked for: a document asks for
 * some hundreds, and all of them take a fifth of what a thread takes.
 */
export function thawEntries(
  frozen: FrozenEntries,
  { forms, pairStandard, pairSpun }: PairWords,
): (pair: number) => ListedPair {
  const { kinds, weights, evidence, evidences, tables, tableNames, examples } = frozen
  const made = new Map<number, ListedPair>()
  return (pair) => {
    const known = made.get(pair)
    if (known !== undefined) return known
    const entry: ListedPair = {
      origin: 'listed',
      standard: forms[pairStandard[pair]!]!,
      spun: forms[pairSpun[pair]!]!,
      kind: pairKinds[kinds[pair]!] as PairKind,
      evidence: evidences[evidence[pair]!]!,
      weight: weights[pair]!,
      example: examples[pair] ?? '',
      table: tableNames[tables[pair]!]!,
    }
    made.set(pair, entry)
    return entry
  }
}
