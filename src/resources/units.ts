/**
 * Units, words that bound a number, and words that contain a numeral but are no quantity, from `corpus/units` and
 * users' tables. Extraction decides what they mean in a sentence.
 * Invariant: a spelling has one owner; a later table may take it over from an earlier one.
 */
import { parseExact, type Ratio, ratioOf } from '../model/exact.js'
import type { Bound, IgnoredReason, Measure } from '../model/fact.js'
import { bounds, ignoredReasons, measures } from '../model/fact.js'
import { buildTrie, type CodeTrie } from '../numerals/code-trie.js'
import { corpusPath, readTsv, tableError } from './tsv.js'

export interface Unit {
  /** Standard wording: 平方米 for ㎡. */
  readonly name: string
  readonly measure: Measure
  /** How many of the base unit one of it is. */
  readonly factor: Ratio
  readonly base: string
}

export interface BoundWord {
  readonly word: string
  readonly bound: Bound
  /** Characters behind which the word is part of another one; `*`: counts before a bare 百, 千, 万 only. */
  readonly notAfter: string
}

/** All that reading quantities needs; built once, never changed. */
export interface UnitTable {
  readonly units: CodeTrie<Unit>
  /** Units before the number: ¥, 人民币, 华氏. Built backward. */
  readonly prefixes: CodeTrie<Unit>
  /** Words before the number. Built backward. */
  readonly before: CodeTrie<BoundWord>
  readonly after: CodeTrie<BoundWord>
  readonly inside: CodeTrie<BoundWord>
  /** Words with a numeral in them that are no quantity. */
  readonly words: CodeTrie<IgnoredReason>
  /** What stands behind a numeral that is no quantity: 等奖, 年一贯制. */
  readonly frames: CodeTrie<IgnoredReason>
  /** What stands before one: 电话, 编号. Built backward. */
  readonly cues: CodeTrie<IgnoredReason>
}

const unitColumns = ['unit', 'measure', 'spellings', 'factor', 'base', 'example'] as const
const knownMeasures: ReadonlySet<string> = new Set(measures)
const knownBounds: ReadonlySet<string> = new Set(bounds)
const reasons: ReadonlySet<string> = new Set(ignoredReasons)

const unitPaths = () => ['count.tsv', 'money.tsv', 'measures.tsv'].map((name) => corpusPath('units', name))
const prefixesPath = () => corpusPath('units', 'prefixes.tsv')
const boundsPath = () => corpusPath('units', 'bounds.tsv')
const notQuantitiesPath = () => corpusPath('units', 'not-quantities.tsv')
/** Every file that `loadUnits` reads beside users' tables. */
export const unitFiles = (): readonly string[] => [
  ...unitPaths(),
  prefixesPath(),
  boundsPath(),
  notQuantitiesPath(),
]

function readUnitTable(path: string): [string, Unit][] {
  const entries: [string, Unit][] = []
  for (const { line, cells } of readTsv(path, unitColumns)) {
    const [name = '', measure = '', spellings = '', factor = '', base = ''] = cells
    if (name === '' || base === '') throw tableError(path, line, 'unit and base must not be empty')
    if (!knownMeasures.has(measure)) throw tableError(path, line, `unknown measure ${measure}`)
    if (!/^\d+(\.\d+)?(\/\d+)?$/.test(factor))
      throw tableError(path, line, `factor ${factor} is no positive number`)
    const unit: Unit = { name, measure: measure as Measure, factor: ratioOf(parseExact(factor)), base }
    for (const spelling of [name, ...spellings.split(' ')]) {
      if (spelling !== '') entries.push([spelling, unit])
    }
  }
  return entries
}

function readPrefixes(units: CodeTrie<Unit>): CodeTrie<Unit> {
  const path = prefixesPath()
  const entries = readTsv(path, ['prefix', 'unit', 'example']).map(({ line, cells }): [string, Unit] => {
    const unit = units.get(cells[1]!)
    if (unit === undefined) throw tableError(path, line, `unknown unit ${cells[1]}`)
    return [cells[0]!, unit]
  })
  return buildTrie(entries, 'backward')
}

function readBounds() {
  const path = boundsPath()
  const places: Record<string, [string, BoundWord][]> = { before: [], after: [], inside: [] }
  for (const { line, cells } of readTsv(path, ['place', 'word', 'bound', 'notAfter', 'example'])) {
    const [place = '', word = '', bound = '', notAfter = ''] = cells
    if (!knownBounds.has(bound) || !(place in places))
      throw tableError(path, line, `unknown place or bound: ${place} ${bound}`)
    places[place]!.push([word, { word, bound: bound as Bound, notAfter }])
  }
  return {
    before: buildTrie(places.before!, 'backward'),
    after: buildTrie(places.after!),
    inside: buildTrie(places.inside!),
  }
}

function readNotQuantities() {
  const path = notQuantitiesPath()
  const words: [string, IgnoredReason][] = []
  const frames: [string, IgnoredReason][] = []
  const cues: [string, IgnoredReason][] = []
  for (const { line, cells } of readTsv(path, ['pattern', 'reason'])) {
    const [pattern = '', reason = ''] = cells
    if (!reasons.has(reason)) throw tableError(path, line, `unknown reason ${reason}`)
    if (pattern.startsWith('…')) frames.push([pattern.slice(1), reason as IgnoredReason])
    else if (pattern.endsWith('…')) cues.push([pattern.slice(0, -1), reason as IgnoredReason])
    else words.push([pattern, reason as IgnoredReason])
  }
  return { words: buildTrie(words), frames: buildTrie(frames), cues: buildTrie(cues, 'backward') }
}

/** Reads the tables that ship, and then the unit tables of the user, whose spellings take precedence. */
export function loadUnits(userTables: readonly string[] = []): UnitTable {
  const units = buildTrie([...unitPaths(), ...userTables].flatMap(readUnitTable))
  return { units, prefixes: readPrefixes(units), ...readBounds(), ...readNotQuantities() }
}
