/**
 * Kinds of cues that are looked for together, at the begin of a range or at its end. Most places of a text begin no such
 * word, which one look into a table of bits tells.
 * Invariant: what is made of a table of cues is made once, and again where another table is asked.
 */
import type { CodeTrie } from '../numerals/code-trie.js'
import type { Cue, CueKind, CueTable } from './cues.js'

/** The words of all kinds of a group, by the code units that they may begin (end) with. */
export interface CueWords {
  readonly tries: readonly CodeTrie<Cue>[]
  /** A bit for each code unit. */
  readonly first: Uint32Array
}

/** Whether any word begins (ends) with a code unit. */
export function mayBegin({ first }: CueWords, code: number): boolean {
  return ((first[code >>> 5]! >>> (code & 31)) & 1) === 1
}

function wordsOf(tries: readonly CodeTrie<Cue>[]): CueWords {
  const first = new Uint32Array(0x10000 / 32)
  for (const trie of tries) {
    for (const code of trie.firstCodes()) first[code >>> 5]! |= 1 << (code & 31)
  }
  return { tries, first }
}

export class CueGroup {
  private table: CueTable | undefined
  private starts: CueWords | undefined
  private ends: CueWords | undefined

  constructor(private readonly kinds: readonly CueKind[]) {}

  private turnTo(table: CueTable): void {
    this.table = table
    this.starts = undefined
    this.ends = undefined
  }

  /** Words that begin where one looks. */
  atStart(table: CueTable): CueWords {
    if (table !== this.table) this.turnTo(table)
    this.starts ??= wordsOf(this.kinds.map((kind) => table[kind].start))
    return this.starts
  }

  /** Words that end where one looks. */
  atEnd(table: CueTable): CueWords {
    if (table !== this.table) this.turnTo(table)
    this.ends ??= wordsOf(this.kinds.map((kind) => table[kind].end))
    return this.ends
  }
}

/** The words of any of the kinds. */
export function anyOf(...kinds: readonly CueKind[]): CueGroup {
  return new CueGroup(kinds)
}
