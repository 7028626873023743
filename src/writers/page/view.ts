/**
 * A record with what the parts of its page look up again and again: facts by name, blocks by place, the restored
 * text of a span, names of the elements to jump to. Corrections come sorted and disjoint.
 */

import { offsetMap } from '../../model/edit.js'
import { countFirst } from '../../model/sorted.js'
import { spanOf } from '../../model/span.js'
import type { Language } from '../language.js'
import { revisionOf } from '../revision.js'
import type { DocumentRecord, FactRecord } from '../schema.js'
import type { Html } from './html.js'
import { html } from './html.js'
import type { PagePictures } from './scan/pictures.js'
import { word } from './words.js'

export interface PageView {
  readonly record: DocumentRecord
  readonly language: Language
  /** Before the names of elements, so that several documents stand in one page. */
  readonly prefix: string
  /** Of a scan, where they are at hand. */
  readonly pictures: PagePictures
  readonly facts: ReadonlyMap<string, FactRecord>
  /** Ids of the facts that a finding is about. */
  readonly doubted: ReadonlySet<string>
  /** Index of the block at, or else before, an offset of the source. */
  blockAt(offset: number): number
  /** How many lines of the source end before an offset. */
  linesBefore(offset: number): number
  /** The text that stands in the restored text where the span was in the source. */
  repaired(start: number, end: number): string
}

/** Index of the last item that starts at or before the offset; 0 where none does. */
function lastBefore(items: readonly { readonly start: number }[], offset: number): number {
  return Math.max(0, countFirst(items.length, (index) => items[index]!.start <= offset) - 1)
}

/** Gives for an offset how many lines end before it. */
function lineCounter(text: string): (offset: number) => number {
  const ends: { readonly start: number }[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push({ start: at + 1 })
  return (offset) => (ends.length === 0 || ends[0]!.start > offset ? 0 : lastBefore(ends, offset) + 1)
}

const noPictures: PagePictures = new Map()

export function viewOf(
  record: DocumentRecord,
  language: Language,
  prefix: string,
  pictures = noPictures,
): PageView {
  const revision = revisionOf(record)
  const map = offsetMap(revision)
  const findings = record.checks.filter(({ state }) => state === 'mismatch')
  return {
    record,
    language,
    prefix,
    pictures,
    facts: new Map(record.facts.map((fact) => [fact.id, fact])),
    doubted: new Set(findings.flatMap(({ facts }) => facts)),
    blockAt: (offset) => lastBefore(record.blocks, offset),
    linesBefore: lineCounter(record.source.text),
    repaired(start, end) {
      const span = map.forward(spanOf<'source'>(start, end))
      return revision.text.slice(span.start, span.end)
    },
  }
}

/** Where an offset stands in the original, in words: page, line, table cell; its number where nothing else is known. */
export function placeOf({ record, language, blockAt, linesBefore }: PageView, offset: number): string {
  const block = record.blocks[blockAt(offset)]
  const { page = null, line = null, cell = null } = block?.at ?? {}
  const parts: string[] = []
  if (page !== null) parts.push(word(language, 'facts.page', { page }))
  if (cell !== null) {
    const { table, row, column } = cell
    parts.push(word(language, 'facts.cell', { table: table + 1, row: row + 1, column: column + 1 }))
  } else if (line !== null) {
    // A block goes over several lines; the record names its first one.
    const inBlock = linesBefore(offset) - linesBefore(block!.start)
    parts.push(word(language, 'facts.line', { line: line + inBlock }))
  }
  if (parts.length === 0) parts.push(word(language, 'facts.offset', { offset: offset + 1 }))
  return parts.join(word(language, 'facts.and'))
}

/** A link to the block that an offset stands in. */
export function blockLink(view: PageView, offset: number): Html {
  const place = placeOf(view, offset)
  return html`<a href="#${view.prefix}b${view.blockAt(offset)}">${place}</a>`
}

/** What the document is called: its restored title, else its file. */
export function titleOf(view: PageView): string {
  const { record, language } = view
  const title = record.blocks.find(({ kind }) => kind === 'title')
  const text = title && view.repaired(title.start, title.end).replaceAll(/\s+/g, ' ').trim()
  return text || originOf(record) || word(language, 'page.standard-input')
}

/** File and entry; empty for standard input. */
export function originOf({ origin }: DocumentRecord): string {
  return [origin.path, origin.entry].filter((part) => part !== null).join(' › ')
}

/** A share as a percentage without needless digits. */
export function percent(share: number): string {
  const hundredths = Math.round(share * 1000) / 10
  return `${hundredths}%`
}
