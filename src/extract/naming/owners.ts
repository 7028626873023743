/** Words further off that may stand before a core (whose it is) or behind it (what of it). */
import { cleanNoun, isNameable } from '../names/clean-noun.js'
import { isPersonNoun } from '../names/heads.js'
import type { Range } from '../reading.js'
import { divisionsOf } from './divisions.js'
import type { FoundClause, FoundWords, Place } from './place.js'
import { cutsOf, headingWords, openingsIn, thinned, wordsOf } from './words.js'

export const ownerKinds = [
  'none',
  // Of an earlier figure: all of its name, the begin of its name, the begin of its clause.
  'stem',
  'qualifier',
  'before',
  // The begin of its name, up to where a clause might open.
  'prefix',
  // Of the total that it is part of.
  'total',
  'total-qualifier',
  // Of a clause without figures, of a heading.
  'clause',
  'clause-part',
  'heading',
] as const
export type OwnerKind = (typeof ownerKinds)[number]

export interface Owner {
  readonly words: string
  readonly kind: OwnerKind
  /** How many figures or clauses back it stands. */
  readonly distance: number
  /** The figure that it belongs to, by its place in the paragraph; -1 for none. */
  readonly of: number
}

export const noOwner: Owner = { words: '', kind: 'none', distance: 0, of: -1 }

/** How many figures back owners are looked for, and nouns that a core may lack; names of further ones are hardly ever right. */
const reach = 4
const headReach = 2
/** How many figures back the begin of any word of a name is taken. */
const prefixReach = 2
const longestOwner = 28
const opening = /^(?:在|从|对|按|据|向|为|关于|就|随着|通过|围绕)/
const ending = /(?:方面|领域|工作|情况|中|内|下|上)$/

/** What a clause is about. */
const topicOf = (words: string) => words.replace(opening, '').replace(ending, '')

/** What stands before a cut of a clause, and what stands behind it. */
function partsOf(place: Place, range: Range): string[] {
  return cutsOf(place, range).flatMap((cut) => [
    thinned(place, { start: range.start, end: cut }),
    thinned(place, { start: cut, end: range.end }, true),
  ])
}

/** Begins of a name: without its noun, and without the noun before that one. */
function beginnings(place: Place, index: number): Set<string> {
  const { table, naming } = place
  const { mention, divisions } = place.named(index)
  const found = new Set(divisions.map(({ qualifier }) => qualifier))
  for (const { qualifier } of divisions) {
    for (const inner of divisionsOf(qualifier, table, naming)) found.add(inner.qualifier)
  }
  return found.add(mention.name.qualifier)
}

/** The figures before this one: the nearest, the first of its sentence, and the first of the paragraph. */
function earlierOf({ index, first }: Place, most: number): number[] {
  const nearest = Math.max(0, index - most)
  const earlier = Array.from({ length: index - nearest }, (_, back) => index - 1 - back)
  if (first < nearest) earlier.push(first)
  if (nearest > 0 && first > 0) earlier.push(0)
  return earlier
}

/** Words that may stand before a core, if some do. */
function ownable(words: string): string {
  const clean = cleanNoun(words)
  return clean.length > 1 && clean.length <= longestOwner && isNameable(clean) ? clean : ''
}

function wordsOfFigure(place: Place, at: number): FoundWords[] {
  const range = place.ownOf(at)
  const all: FoundWords[] = [
    { words: place.named(at).stem, kind: 'stem' },
    ...Array.from(beginnings(place, at), (words): FoundWords => ({ words, kind: 'qualifier' })),
    ...cutsOf(place, range).map(
      (cut): FoundWords => ({ words: thinned(place, { start: range.start, end: cut }), kind: 'before' }),
    ),
  ]
  const { stem } = place.named(at)
  for (const cut of openingsIn(place, stem)) all.push({ words: stem.slice(0, cut), kind: 'prefix' })
  return all.map(({ words, kind }) => ({ words: ownable(words), kind })).filter(({ words }) => words !== '')
}

/**
 * What another part of the same total, counted in the same unit, is called is not whose this one is: 高中2所，幼儿园9所.
 * What both are of may be.
 */
function isOfSibling({ mention, named }: Place, at: number): (words: string) => boolean {
  const other = named(at)
  const { parent, quantity } = other.mention
  const isSibling = parent !== null && parent === mention.parent && quantity.unit === mention.quantity.unit
  return (words) => isSibling && words === other.stem
}

function figureOwners(place: Place): Owner[] {
  const { figures } = place.found
  return earlierOf(place, reach).flatMap((at) => {
    const distance = place.index - at
    figures[at] ??= wordsOfFigure(place, at)
    const isNear = distance <= prefixReach || at === place.first
    const isTaken = isOfSibling(place, at)
    return figures[at]
      .filter(({ kind, words }) => (isNear || kind !== 'prefix') && !isTaken(words))
      .map(({ words, kind }) => ({ words, kind, distance, of: at }))
  })
}

function totalOwners({ mention, indexOf, table, naming }: Place): Owner[] {
  if (mention.parent === null) return []
  const of = indexOf(mention.parent)
  const { indicator } = mention.parent.name
  const qualifiers = divisionsOf(indicator, table, naming).map(({ qualifier }) => qualifier)
  return [
    { words: indicator.replace(/数$/, ''), kind: 'total', distance: 1, of },
    ...qualifiers.map((words): Owner => ({ words, kind: 'total-qualifier', distance: 1, of })),
  ]
}

function clauseAt(place: Place, range: Range): FoundClause {
  const { clauses } = place.found
  let clause = clauses.get(range)
  if (clause === undefined) {
    const about = (words: string) => ownable(topicOf(words))
    clause = { topic: about(wordsOf(place, range)), parts: partsOf(place, range).map(about) }
    clauses.set(range, clause)
  }
  return clause
}

/** What clauses without figures are about, and their parts. */
function clauseOwners(place: Place): Owner[] {
  return place.lastClauses.flatMap((range, distance) => {
    const { topic, parts } = clauseAt(place, range)
    return [
      { words: topic, kind: 'clause', distance, of: -1 },
      ...parts.map((words): Owner => ({ words, kind: 'clause-part', distance, of: -1 })),
    ]
  })
}

/** What the heading above names, for the first sentence under it. */
function headingOwners({ section, first }: Place): Owner[] {
  const heading = section.at(-1)
  if (heading === undefined || first > 0) return []
  return [{ words: headingWords(heading), kind: 'heading', distance: 1, of: -1 }]
}

const cleaned = (owner: Owner): Owner => ({ ...owner, words: ownable(owner.words) })

/** What may stand before a core, by where it is found first. */
export function ownersOf(place: Place): Owner[] {
  return [
    ...figureOwners(place),
    ...totalOwners(place).map(cleaned),
    ...clauseOwners(place),
    ...headingOwners(place).map(cleaned),
  ].filter(({ words }) => words !== '')
}

export const headKinds = ['none', 'noun', 'total-noun', 'above-noun'] as const

/** A noun of an earlier figure that a core may lack: 增加值 of 制造业增长6.9%. */
export interface Head {
  readonly words: string
  readonly kind: (typeof headKinds)[number]
}

/** No sum of money is one of persons: 职工300人。产值5万元. */
const isForeign = ({ mention, table }: Place, noun: string) =>
  mention.quantity.measure === 'money' && isPersonNoun(noun, table)

export function headsOf(place: Place): Head[] {
  const { mention, table, naming } = place
  const heads = new Map<string, Head>()
  const note = (words: string, kind: Head['kind']) => {
    if (!heads.has(words) && !isForeign(place, words)) heads.set(words, { words, kind })
  }
  if (mention.parent !== null) {
    for (const { noun } of divisionsOf(mention.parent.name.indicator, table, naming)) note(noun, 'total-noun')
  }
  for (const at of earlierOf(place, headReach)) {
    for (const { noun } of place.named(at).divisions) note(noun, 'noun')
  }
  if (place.first === 0) {
    for (const { divisions } of place.above) for (const { noun } of divisions) note(noun, 'above-noun')
  }
  return [...heads.values()]
}
