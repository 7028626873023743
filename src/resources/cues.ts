/**
 * Cues: the words by which a sentence says what its figures are and how they stand to each other, from `corpus/cues`.
 * One set of words for all stages: extraction looks at the two ends of a phrase, the audit asks what a text says.
 * Invariant: built once, never changed; a word stands once a kind; a text is searched in time linear in its length.
 */
import { buildTrie, type CodeTrie } from '../numerals/code-trie.js'
import { corpusTables, readTsv, tableError } from './tsv.js'

/** What the kinds mean, each with an example, stands in `corpus/cues/README.md`. */
export const cueKinds = [
  'above',
  'adverb',
  'against',
  'among',
  'aspect',
  'attributive',
  'average',
  'below',
  'capped',
  'closing-total',
  'column-amount',
  'column-change',
  'column-code',
  'column-label',
  'column-note',
  'column-period',
  'column-place',
  'column-plain',
  'column-rank',
  'column-serial',
  'column-share',
  'column-unit',
  'connector',
  'crosscut',
  'decrease',
  'dimension',
  'estimate',
  'exceeds',
  'flip',
  'from',
  'have',
  'in-name',
  'increase',
  'last-year',
  'left',
  'level',
  'light',
  'link',
  'longer-word',
  'loose-base',
  'multiple',
  'no-place',
  'not-additive',
  'per-mille',
  'per-year',
  'period',
  'period-end',
  'person',
  'person-end',
  'plan',
  'plan-section',
  'planned',
  'preposition',
  'problem',
  'rate',
  'ratio-name',
  'respective',
  'rest',
  'row-total',
  'share',
  'share-end',
  'share-name',
  'subject',
  'sum',
  'target',
  'than',
  'to',
  'total-noun',
  'uncapped',
  'until',
  'verb',
  'verb-end',
  'whole',
  'within',
  'year',
] as const
export type CueKind = (typeof cueKinds)[number]

/** A word that says something about figures. `standard` is the word that is meant: 其中 for 此中. */
export interface Cue {
  readonly kind: CueKind
  readonly word: string
  readonly standard: string
}

/** The words of one kind, by the two ways in which stages look for them. */
export interface CuesOfKind {
  /** Words that begin where one looks. */
  readonly start: CodeTrie<Cue>
  /** Words that end where one looks. Built backward. */
  readonly end: CodeTrie<Cue>
  /** Whether a word of the kind stands anywhere in a text, outside of the longer words in which it is not meant. */
  says(text: string): boolean
}

export type CueTable = Readonly<Record<CueKind, CuesOfKind>>

interface Entries {
  readonly cues: Map<string, Cue>
  readonly notIn: Set<string>
}

const kinds: ReadonlySet<string> = new Set(cueKinds)
/** Stands for one to eight characters of the same clause. */
const gap = '…'

function escapeWord(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

function patternOf(word: string): string {
  return word.split(gap).map(escapeWord).join('[^,，。；;:：]{1,8}')
}

/** Of words that begin at one place the longest counts, be it a cue or a word in which one is not meant. */
function searchFor({ cues, notIn }: Entries): (text: string) => boolean {
  const words = [...cues.keys()]
  const plain = words.filter((word) => !word.includes(gap))
  const others = [...notIn].filter((word) => !cues.has(word))
  const literals = [...plain, ...others].sort((a, b) => b.length - a.length).map(escapeWord)
  const gapped = words.filter((word) => word.includes(gap)).map(patternOf)
  const pattern = new RegExp([...literals, ...gapped].join('|'), 'g')
  const notMeant = new Set(others)
  return (text) => {
    if (words.length === 0) return false
    for (const [found] of text.matchAll(pattern)) if (!notMeant.has(found)) return true
    return false
  }
}

/** Most commands ask for few of the kinds, so each is made when it is first asked for. */
function toCuesOfKind(entries: Entries): CuesOfKind {
  const atEnds = () => [...entries.cues].filter(([word]) => !word.includes(gap))
  let start: CodeTrie<Cue> | undefined
  let end: CodeTrie<Cue> | undefined
  let search: CuesOfKind['says'] | undefined
  return {
    get start() {
      start ??= buildTrie(atEnds())
      return start
    },
    get end() {
      end ??= buildTrie(atEnds(), 'backward')
      return end
    },
    says(text) {
      search ??= searchFor(entries)
      return search(text)
    },
  }
}

/** Reads one table into the entries of its kinds. Throws ProcessingError `bad-table` with file and line. */
function readCues(path: string, all: ReadonlyMap<CueKind, Entries>): void {
  for (const { line, cells } of readTsv(path, ['kind', 'word', 'standard', 'notIn'])) {
    const [kind = '', word = '', standard = '', notIn = ''] = cells
    if (!kinds.has(kind)) throw tableError(path, line, `unknown kind ${kind}`)
    if (word === '') throw tableError(path, line, 'the word must not be empty')
    const entries = all.get(kind as CueKind)!
    if (entries.cues.has(word)) throw tableError(path, line, `${word} is a cue of the kind ${kind} already`)
    entries.cues.set(word, { kind: kind as CueKind, word, standard: standard === '' ? word : standard })
    for (const longer of notIn.split(' ').filter((item) => item !== '')) {
      if (longer === word || !longer.includes(word))
        throw tableError(path, line, `${longer} holds no ${word}`)
      entries.notIn.add(longer)
    }
  }
}

/** Every file that `loadCues` reads. */
export function cueFiles(): string[] {
  return corpusTables('cues')
}

/** Reads tables, by default those that ship. Throws ProcessingError where one says something that it must not. */
export function loadCues(paths: readonly string[] = cueFiles()): CueTable {
  const all = new Map<CueKind, Entries>(cueKinds.map((kind) => [kind, { cues: new Map(), notIn: new Set() }]))
  for (const path of paths) readCues(path, all)
  return Object.fromEntries([...all].map(([kind, entries]) => [kind, toCuesOfKind(entries)])) as CueTable
}
