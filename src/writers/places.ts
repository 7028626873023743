/**
 * Places as people count them: page, line and column of an offset of the source text. Lines end at line breaks of the
 * text as it was read; a column counts UTF-16 code units, as editors and SARIF do.
 */
import { countFirst } from '../model/sorted.js'
import type { BlockRecord } from './schema.js'

/** All from 1; `page` is null where the original has no pages. */
export interface Place {
  readonly page: number | null
  readonly line: number
  readonly column: number
}

function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Where the lines of a text begin; a text is asked about many of its places. */
const known = new WeakMap<object, readonly number[]>()

function lineStarts(source: Placed['source']): readonly number[] {
  let starts = known.get(source)
  if (starts === undefined) {
    starts = lineStartsOf(source.text)
    known.set(source, starts)
  }
  return starts
}

function blockAt(blocks: Placed['blocks'], offset: number): Placed['blocks'][number] | undefined {
  const block = blocks[countFirst(blocks.length, (index) => blocks[index]!.start <= offset) - 1]
  return block !== undefined && offset <= block.end ? block : undefined
}

/** What places are found in: a text, and its blocks for the pages. */
export interface Placed {
  readonly source: { readonly text: string }
  readonly blocks: readonly Pick<BlockRecord, 'start' | 'end' | 'at'>[]
}

/** The place of an offset of the source text. */
export function placeAt({ source, blocks }: Placed, offset: number): Place {
  const starts = lineStarts(source)
  const index = countFirst(starts.length, (at) => starts[at]! <= offset) - 1
  const page = blockAt(blocks, offset)?.at.page ?? null
  return { page, line: index + 1, column: offset - starts[index]! + 1 }
}

/** The offset of a place; undefined where the text has no such line, or the line no such column. */
export function offsetOf(text: string, { line, column }: Omit<Place, 'page'>): number | undefined {
  const starts = lineStartsOf(text)
  const start = starts[line - 1]
  if (start === undefined || column < 1) return undefined
  const end = starts[line] ?? text.length + 1
  return start + column - 1 < end ? start + column - 1 : undefined
}

/** `3:15`, and `p2 3:15` where there are pages. */
export function placeText({ page, line, column }: Place): string {
  return `${page === null ? '' : `p${page} `}${line}:${column}`
}
