/** A core of a name: words that may be all of it. An owner may be missing before it, a noun behind it. */

/** Of the own clause: as it is read, without adverbs, with its bracket, behind a cut, with the number before it. */
export const clauseKinds = ['own', 'thin', 'light', 'aside', 'from', 'cut', 'trimmed', 'raw'] as const

export const coreKinds = [
  ...clauseKinds,
  'inner',
  // Of the words behind the figure, and of clauses before it.
  'right',
  'verb-right',
  'clause',
  // Of earlier figures.
  'aligned',
  'prefixed',
  'object',
  'carried',
  'changed',
  // Of rows: 小学、初中分别为.
  'row',
  'row-tail',
  'row-before',
  // Of shares.
  'share',
  'share-short',
  // As the rules name it.
  'ruled',
] as const

export type CoreKind = (typeof coreKinds)[number]

/** Cores that the names of earlier figures give. */
export const ofEarlier: ReadonlySet<CoreKind> = new Set<CoreKind>([
  'aligned',
  'prefixed',
  'object',
  'carried',
])

export interface Core {
  readonly words: string
  readonly kind: CoreKind
  /** How many characters were cut off or put on. */
  readonly cut: number
  /** How many figures or clauses back it stands. */
  readonly distance: number
}

export function coreOf(kind: CoreKind, words: string, cut = 0, distance = 0): Core {
  return { words, kind, cut, distance }
}
