/**
 * What reports measure, read from `corpus/indicators` and from tables of the user: indicators with their aliases, the
 * nouns that names end in, what a count in a unit is called; with them the cues by which sentences say so.
 * How these words work in a sentence is left to extraction.
 * Invariant: a name or alias has one owner; a later table may take one over from an earlier one.
 */
import type { Measure } from '../model/fact.js'
import { foldWidth } from '../model/fold.js'
import { buildTrie, type CodeTrie } from '../numerals/code-trie.js'
import { type CueTable, loadCues } from './cues.js'
import { corpusPath, corpusTables, readTsv, tableError } from './tsv.js'

/** A count of persons is told apart from other counts: 小学 with 所 is a school, with 人 it is no number of schools. */
export type IndicatorMeasure = Measure | 'person'

export interface Indicator {
  readonly id: string
  /** Standard name, as in the first column of a table. */
  readonly name: string
  readonly head: string
  readonly measure: IndicatorMeasure
  /** Words in the names of what a rate divides; empty where texts do not print it. */
  readonly part: readonly string[]
  readonly whole: readonly string[]
}

/** What kind of thing a noun names; it decides what is put behind it: 教师数, 培训期数, 上线人数, 面积. */
export type NounKind = 'thing' | 'road' | 'person' | 'household' | 'event' | 'action' | 'amount' | 'rate'

export interface HeadNoun {
  readonly noun: string
  readonly kind: NounKind
}

export interface Suffix {
  readonly thing: string
  readonly event: string
  /** Characters that a noun ends in which says as much by itself. */
  readonly said: string
}

/** Built once, never changed. */
export interface IndicatorTable {
  readonly indicators: readonly Indicator[]
  /** Names and aliases, several indicators a spelling where they differ in measure. Built backward. */
  readonly names: CodeTrie<readonly Indicator[]>
  /** Spellings of these and of the catalogue, whose indicators give an id and shape no name. */
  readonly spellings: ReadonlyMap<string, readonly Indicator[]>
  /** Nouns that names end in. Built backward. */
  readonly heads: CodeTrie<HeadNoun>
  readonly cues: CueTable
  readonly suffixes: ReadonlyMap<string, Suffix>
}

const catalogueColumns = ['id', 'name', 'aliases', 'head', 'measure'] as const
const indicatorColumns = [...catalogueColumns, 'part', 'whole'] as const
const headsPath = () => corpusPath('indicators', 'heads.tsv')
const suffixesPath = () => corpusPath('indicators', 'suffixes.tsv')
const domainTables = () => corpusTables('indicators', 'heads.tsv', 'suffixes.tsv')
/** Indicators that give facts an id and shape no name. */
const catalogueTables = () => corpusTables('catalogue')

/** Every file that `loadIndicators` reads beside the cues and users' tables. */
export function indicatorFiles(): string[] {
  return [...domainTables(), ...catalogueTables(), headsPath(), suffixesPath()]
}

const words = (cell: string) => cell.split(' ').filter((word) => word !== '')

interface Entry {
  readonly indicator: Indicator
  readonly spellings: readonly string[]
}

function readIndicators(path: string, columns: readonly string[] = indicatorColumns): Entry[] {
  return readTsv(path, columns).map(({ line, cells }) => {
    const [id = '', name = '', aliases = '', head = '', measure = '', part = '', whole = ''] = cells
    if (id === '' || name === '' || measure === '') {
      throw tableError(path, line, 'id, name and measure must not be empty')
    }
    const indicator: Indicator = {
      id,
      name,
      head: head === '' ? name : head,
      measure: measure as IndicatorMeasure,
      part: words(part),
      whole: words(whole),
    }
    return { indicator, spellings: [name, ...words(aliases)] }
  })
}

/** Spellings with their indicators, one a measure; a later entry takes a spelling over. */
function bySpelling(entries: readonly Entry[]): Map<string, readonly Indicator[]> {
  const found = new Map<string, readonly Indicator[]>()
  for (const { indicator, spellings } of entries) {
    for (const spelling of spellings) {
      const folded = foldWidth(spelling)
      const others = found.get(folded)?.filter(({ measure }) => measure !== indicator.measure) ?? []
      found.set(folded, [...others, indicator])
    }
  }
  return found
}

/** Reads the tables that ship, and then those of the user, whose names take precedence. */
export function loadIndicators(
  userTables: readonly string[] = [],
  cues: CueTable = loadCues(),
): IndicatorTable {
  const naming = [...domainTables(), ...userTables].flatMap((path) => readIndicators(path))
  const catalogue = catalogueTables().flatMap((path) => readIndicators(path, catalogueColumns))
  const heads = readTsv(headsPath(), ['noun', 'kind']).map(({ cells }): [string, HeadNoun] => [
    cells[0]!,
    { noun: cells[0]!, kind: cells[1] as NounKind },
  ])
  const suffixes = readTsv(suffixesPath(), ['unit', 'thing', 'event', 'said']).map(
    ({ cells: [unit = '', thing = '', event = '', said = ''] }): [string, Suffix] => [
      unit,
      { thing, event, said },
    ],
  )
  return {
    indicators: naming.map(({ indicator }) => indicator),
    names: buildTrie(bySpelling(naming), 'backward'),
    spellings: bySpelling([...catalogue, ...naming]),
    heads: buildTrie(heads, 'backward'),
    cues,
    suffixes: new Map(suffixes),
  }
}
