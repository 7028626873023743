/**
 * The lexicon of substitutions: which spun form may stand for which standard word, the kind of pair, and the evidence.
 * Reads `corpus/lexicon/*.tsv` and users' tables, checks every line, and stores the pairs in typed arrays by spun form
 * and by standard word. How likely a pair is in a document is decided by the repair.
 * Invariant: no pair has equal sides, a digit or Latin letters; each pair occurs once.
 */
import type { ListedPair, PairKind } from '../model/pair.js'
import { pairEvidences, pairKinds } from '../model/pair.js'
import type { Trie } from '../model/trie.js'
import { buildTrie, freezeTrie, thawTrie } from '../model/trie.js'
import { compiled } from './compiled.js'
import { freezeEntries, thawEntries } from './frozen-entries.js'
import { type BySides, bySides } from './pair-sides.js'
import type { KnownTool, SpinnerTool } from './tools.js'
import { loadTools, toolFiles, toolPairKey } from './tools.js'
import type { TsvRow } from './tsv.js'
import { corpusPath, corpusTables, eachTsvRow, readTsv, tableError } from './tsv.js'

export const lexiconColumns = ['standard', 'spun', 'kind', 'evidence', 'weight', 'example'] as const

export interface Lexicon extends BySides {
  /** All entries; of the lexicon that ships they are made for it, so ask `entryOf` for a few. */
  readonly entries: readonly ListedPair[]
  /** Of pair p, the same object as in `entries`. */
  entryOf(pair: number): ListedPair
  /** The evidence of that entry, for which none has to be made. */
  evidenceOf(pair: number): readonly string[]
  /** Whether an entry has evidence of this kind. */
  attests(evidence: string): boolean
  /** Known tools; the evidence of an entry names those that hold it. */
  readonly tools: readonly KnownTool[]
  /** Forms of one character. */
  readonly characters: readonly number[]
  /** Distinct forms, spun or standard; arrays below are indexed by a form's place here. */
  readonly forms: readonly string[]
  readonly trie: Trie
  /** Pair p says that form `pairSpun[p]` may stand for form `pairStandard[p]`. */
  readonly pairSpun: Int32Array
  readonly pairStandard: Int32Array
  /** Words never touched. */
  readonly protectedWords: readonly string[]
  /** Surnames that begin a person's name more often than a word, as code units. */
  readonly surnames: ReadonlySet<number>
}

const forbidden = /[0-9０-９A-Za-zＡ-Ｚａ-ｚ\s\p{P}]/u

/** Lists of evidence by how they are written: a table repeats a few of them tens of thousands of times. */
type EvidenceLists = Map<string, readonly string[]>

function parseEvidence(
  text: string,
  known: EvidenceLists,
  fail: (reason: string) => Error,
): readonly string[] {
  let list = known.get(text)
  if (list === undefined) {
    list = text.split(',')
    if (!list.every((one) => (pairEvidences as readonly string[]).includes(one))) {
      throw fail(`evidence must be of ${pairEvidences.join(', ')}`)
    }
    known.set(text, list)
  }
  return list
}

/** Whether a side is made of plain Chinese characters, which needs no closer look. */
function isPlain(side: string): boolean {
  for (let at = 0; at < side.length; at++) {
    const code = side.charCodeAt(at)
    if (code < 0x4e00 || code > 0x9fff) return false
  }
  return true
}

/** Why two words make no pair; undefined where they make one. */
export function checkPair(standard: string, spun: string): string | undefined {
  if (standard === '' || spun === '') return 'both sides must be words'
  if (standard === spun) return 'the two sides are equal'
  if (!(isPlain(standard) && isPlain(spun)) && forbidden.test(standard + spun))
    return 'a side holds a figure, Latin, a space or punctuation'
  return undefined
}

function parseEntry(path: string, table: string, row: TsvRow, lists: EvidenceLists): ListedPair {
  const [standard = '', spun = '', kind = '', evidence = '', weight = '', example = ''] = row.cells
  const fail = (reason: string) => tableError(path, row.line, reason)
  const reason = checkPair(standard, spun)
  if (reason !== undefined) throw fail(reason)
  if (!pairKinds.includes(kind as PairKind)) throw fail(`kind must be one of ${pairKinds.join(', ')}`)
  const number = weight === '' ? 1 : Number(weight)
  if (!(number > 0 && Number.isFinite(number))) throw fail('weight must be a positive number')
  return {
    origin: 'listed',
    standard,
    spun,
    kind: kind as PairKind,
    evidence: parseEvidence(evidence, lists, fail),
    weight: number,
    example,
    table,
  }
}

/** Reads one table; errors name file and line. */
export function readLexiconTable(path: string): ListedPair[] {
  const table = path.replace(/^.*[\\/]/, '').replace(/\.tsv$/, '')
  const lists: EvidenceLists = new Map()
  const entries: ListedPair[] = []
  eachTsvRow(path, lexiconColumns, (row) => entries.push(parseEntry(path, table, row, lists)))
  return entries
}

/** Places of the forms of one character. */
function charactersOf(forms: readonly string[]): number[] {
  const found: number[] = []
  for (let form = 0; form < forms.length; form++) if (forms[form]!.length === 1) found.push(form)
  return found
}

/** More forms than any lexicon has: a pair of form numbers makes one exact number. */
const mostForms = 2 ** 26

/** What a lexicon holds beside its entries. */
export type LexiconRest = Partial<Pick<Lexicon, 'tools' | 'protectedWords' | 'surnames'>>

/**
 * Lays entries out for matching; of a pair stated twice the later statement wins, and the evidence adds up. The rest
 * may be that of another lexicon.
 */
export function buildLexicon(given: readonly ListedPair[], rest: LexiconRest = {}): Lexicon {
  const { tools = [], protectedWords = [], surnames = new Set() } = rest
  const numbers = new Map<string, number>()
  const numberOf = (form: string) => {
    let number = numbers.get(form)
    if (number === undefined) {
      number = numbers.size
      numbers.set(form, number)
    }
    return number
  }
  const entries: ListedPair[] = []
  const standards: number[] = []
  const spuns: number[] = []
  const places = new Map<number, number>()
  for (const entry of given) {
    const standard = numberOf(entry.standard)
    const spun = numberOf(entry.spun)
    const key = standard * mostForms + spun
    const place = places.get(key)
    if (place === undefined) {
      places.set(key, entries.length)
      entries.push(entry)
      standards.push(standard)
      spuns.push(spun)
    } else {
      entries[place] = { ...entry, evidence: [...new Set([...entries[place]!.evidence, ...entry.evidence])] }
    }
  }
  const pairSpun = Int32Array.from(spuns)
  const pairStandard = Int32Array.from(standards)
  const forms = [...numbers.keys()]
  return {
    entries,
    entryOf: (pair) => entries[pair]!,
    evidenceOf: (pair) => entries[pair]!.evidence,
    attests: (evidence) => entries.some((entry) => entry.evidence.includes(evidence)),
    tools,
    characters: charactersOf(forms),
    forms,
    trie: buildTrie(forms),
    pairSpun,
    pairStandard,
    ...bySides(forms.length, pairSpun, pairStandard),
    protectedWords,
    surnames,
  }
}

const protectedColumns = ['word', 'reason'] as const

/** Reads a table of words never touched. */
export function readProtectedWords(path: string): string[] {
  return readTsv(path, protectedColumns).map((row) => row.cells[0]!)
}

export interface LexiconOptions {
  /** Users' tables, read after those that ship. */
  readonly tables?: readonly string[]
  readonly protect?: readonly string[]
}

const protectedPath = () => corpusPath('lexicon', 'protected.tsv')
const surnamesPath = () => corpusPath('names', 'surnames.tsv')
const shippedTables = () => corpusTables('lexicon', 'protected.tsv')

/** Every file that `loadLexicon` reads beside the tools and users' tables. */
export function lexiconFiles(): string[] {
  return [...shippedTables(), protectedPath(), surnamesPath()]
}

/** The entries with the tools that hold them among their evidence. Throws where a tool holds what no table lists. */
function attest(entries: readonly ListedPair[], tools: readonly SpinnerTool[]): ListedPair[] {
  const holders = new Map<string, string[]>()
  for (const { id, pairs } of tools) {
    for (const pair of pairs) {
      const ids = holders.get(pair)
      if (ids === undefined) holders.set(pair, [id])
      else ids.push(id)
    }
  }
  const attested = entries.map((entry) => {
    const key = toolPairKey(entry.standard, entry.spun)
    const ids = holders.get(key)
    if (ids === undefined) return entry
    holders.delete(key)
    return { ...entry, evidence: [...ids, ...entry.evidence.filter((one) => one !== 'knowledge')] }
  })
  for (const [pair, [id = '']] of holders) {
    throw tableError(corpusPath('tools', `${id}.json`), 1, `no table lists the pair ${pair}`)
  }
  return attested
}

/** The entries of the tables that ship, table by table in the order of their names, attested by the tools. */
export function readShippedEntries(tools: readonly SpinnerTool[] = loadTools()): ListedPair[] {
  return attest(shippedTables().flatMap(readLexiconTable), tools)
}

/** The lexicon that ships, as it is compiled: without what is quickly made of the rest. */
function parseShipped() {
  const tools = loadTools()
  const protectedWords = readProtectedWords(protectedPath())
  const { entries, forms, trie, pairSpun, pairStandard } = buildLexicon(readShippedEntries(tools))
  return {
    tools: tools.map(({ id, name, share }): KnownTool => ({ id, name, share })),
    protectedWords,
    forms,
    pairSpun,
    pairStandard,
    trie: freezeTrie(trie),
    entries: freezeEntries(entries),
    surnames: readTsv(surnamesPath(), ['surname']).map((row) => row.cells[0]!.charCodeAt(0)),
  }
}

/** The lexicon that ships, with users' tables and protected words. */
export function loadLexicon({ tables = [], protect = [] }: LexiconOptions = {}): Lexicon {
  const shipped = compiled('lexicon', [...lexiconFiles(), ...toolFiles()], parseShipped)
  const entryOf = thawEntries(shipped.entries, shipped)
  const { evidence, evidences } = shipped.entries
  const allEntries = () => Array.from(shipped.pairSpun, (_, pair) => entryOf(pair))
  const rest = {
    tools: shipped.tools,
    protectedWords: [...shipped.protectedWords, ...protect],
    surnames: new Set(shipped.surnames),
  }
  if (tables.length === 0) {
    const { forms, pairSpun, pairStandard } = shipped
    const sides = bySides(forms.length, pairSpun, pairStandard)
    const trie = thawTrie(shipped.trie)
    let entries: readonly ListedPair[] | undefined
    return {
      ...shipped,
      ...rest,
      ...sides,
      characters: charactersOf(forms),
      trie,
      get entries() {
        entries ??= allEntries()
        return entries
      },
      entryOf,
      evidenceOf: (pair) => evidences[evidence[pair]!]!,
      attests: (kind) => evidences.some((list) => list.includes(kind)),
    }
  }
  return buildLexicon([...allEntries(), ...tables.flatMap(readLexiconTable)], rest)
}
