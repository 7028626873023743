/**
 * Where a figure stands, for those who name it: its clause, the clauses without figures before it, and what the figures
 * before it in its paragraph are called. What is asked again and again of one figure is found once.
 */

import type { IndicatorTable } from '../../resources/indicators.js'
import type { Naming } from '../../resources/naming.js'
import type { Context } from '../clauses/context.js'
import type { Discourse } from '../mentions/discourse.js'
import type { Mention } from '../mentions/mention.js'
import type { Spans } from '../phrases/spans.js'
import type { Range, Reading } from '../reading.js'
import type { Division } from './divisions.js'
import { divisionsOf, stemOf } from './divisions.js'

/** A figure that is named, as later ones see it. */
export interface Named {
  readonly mention: Mention
  /** Its name without what the unit of a count adds. */
  readonly stem: string
  readonly divisions: readonly Division[]
}

/** What was found of a paragraph while its earlier figures were named, so that it is not looked for again. */
export interface Found {
  /** Words of each figure that may own later ones. */
  readonly figures: FoundWords[][]
  /** What clauses without figures name, and are about. */
  readonly clauses: Map<Range, FoundClause>
  /** How likely the name of each figure is, together with what it is made of. */
  readonly likelies: number[]
}

export interface FoundWords {
  readonly words: string
  readonly kind: 'stem' | 'qualifier' | 'before' | 'prefix'
}

export interface FoundClause {
  readonly topic: string
  readonly parts: readonly string[]
}

export interface Place {
  readonly reading: Reading
  readonly spans: Spans
  readonly table: IndicatorTable
  readonly naming: Naming
  /** Headings above the paragraph, the outermost first. */
  readonly section: readonly string[]
  /** The outermost figures of the paragraph above. */
  readonly above: readonly Named[]
  /** The figures of the paragraph, of which those before this one have their names. */
  readonly mentions: readonly Mention[]
  readonly contexts: readonly Context[]
  /** Where this one stands among them, and where the first of its sentence does. */
  readonly index: number
  readonly first: number
  readonly mention: Mention
  readonly context: Context
  /** Words of its own, and where they stand. */
  readonly own: Range
  /** The last clauses without figures of the sentence, up to this figure, the nearest first. */
  readonly lastClauses: readonly Range[]
  readonly found: Found
  /** What an earlier figure is called. */
  named(index: number): Named
  /** Where a figure stands among them; -1 where it does not. */
  indexOf(mention: Mention): number
  /** Where the own words of a figure stand. */
  ownOf(index: number): Range
}

/** The words before a figure that name it: without dates and adverbs before, without verbs and links behind them. */
function ownRange({ text }: Reading, left: Range, name: string): Range {
  const start = name === '' ? -1 : text.indexOf(name, left.start)
  if (start < 0 || start + name.length > left.end) return { start: left.end, end: left.end }
  return { start, end: start + name.length }
}

const mostClauses = 5

/** The places of the figures of a paragraph, each with what is known when its turn comes. */
export function* placesOf(discourse: Discourse): Generator<Place> {
  const { around, table, mentions, contexts } = discourse
  const { reading, spans, section, naming } = around
  const toNamed = (mention: Mention): Named => ({
    mention,
    stem: stemOf(mention.name),
    divisions: divisionsOf(mention.name.indicator, table, naming),
  })
  const above = around.above.map(toNamed)
  const owns: Range[] = []
  const names: Named[] = []
  const ownOf = (index: number) =>
    (owns[index] ??= ownRange(reading, contexts[index]!.left, discourse.names[index]!))
  const named = (index: number): Named => (names[index] ??= toNamed(mentions[index]!))
  const places = new Map(mentions.map((mention, index) => [mention, index]))
  const indexOf = (mention: Mention) => places.get(mention) ?? -1
  const found: Found = { figures: [], clauses: new Map(), likelies: [] }
  let first = 0
  let lastClauses: readonly Range[] = []
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index]!
    if (mentions[first]!.sentence !== mention.sentence) {
      first = index
      lastClauses = []
    }
    const own = ownOf(index)
    const context = contexts[index]!
    lastClauses = [...[...context.preamble].reverse(), ...lastClauses].slice(0, mostClauses)
    yield {
      reading,
      spans,
      table,
      naming,
      section,
      above,
      mentions,
      contexts,
      index,
      first,
      mention,
      context,
      own,
      lastClauses,
      found,
      named,
      ownOf,
      indexOf,
    }
  }
}
