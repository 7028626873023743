/**
 * A new Word document of a record: title and headings by their levels, paragraphs, lists with their printed labels,
 * tables. It says the source, and where each character of that stands in it, so that changes go into it as they go
 * into a document that was read.
 */

import { nowhere } from '../readers/traced-text.js'
import { tracePackage } from '../readers/wordml/document.js'
import { goesOn } from '../writers/paragraphs.js'
import type { BlockRecord, DocumentRecord } from '../writers/schema.js'
import { declaration, frameOf, wordNamespace } from './package.js'
import type { TracedSource } from './places.js'
import { inkless } from './places.js'
import type { Written } from './plain-runs.js'
import { runMarkup } from './plain-runs.js'
import { stylesXml } from './plain-styles.js'
import { tableMarkup } from './plain-tables.js'

export interface PlainPackage {
  readonly parts: ReadonlyMap<string, string>
  readonly source: TracedSource
}

function styleOf({ kind, level }: BlockRecord): string | undefined {
  if (kind === 'heading') return `Heading${Math.min(6, Math.max(1, level))}`
  const styles: Readonly<Record<string, string>> = {
    title: 'Title',
    'list-item': 'Item',
    caption: 'Caption',
    footnote: 'Note',
    boilerplate: 'Note',
  }
  return styles[kind]
}

/** A paragraph of blocks that stand in one line. */
function paragraphMarkup(text: string, blocks: readonly BlockRecord[], written: Written): string {
  const [first] = blocks as [BlockRecord]
  const style = styleOf(first)
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  return `<w:p>${properties}${runMarkup(text, first.start, blocks.at(-1)!.end, written)}</w:p>`
}

/** Blocks of one table, and blocks of one paragraph; every other one alone. */
function groupsOf({ source: { text }, blocks }: DocumentRecord): BlockRecord[][] {
  const groups: BlockRecord[][] = []
  for (const block of blocks) {
    const before = groups.at(-1)?.at(-1)
    const table = block.at.cell?.table
    const isSameTable = table !== undefined && before?.at.cell?.table === table
    const isOne = before !== undefined && goesOn(before, block, text.slice(before.end, block.start))
    if (isSameTable || isOne) groups.at(-1)!.push(block)
    else groups.push([block])
  }
  return groups
}

/** The numbers of the characters of the source, counted as they were written. */
function originsOf(text: string, written: Written): Int32Array {
  const origins = new Int32Array(text.length).fill(nowhere)
  for (let at = 0; at < text.length; at++) if (text[at] === '\r') origins[at] = inkless
  let number = 0
  for (const span of written) {
    if (span === null) number++
    else for (let at = span.start; at < span.end; at++) origins[at] = number++
  }
  return origins
}

const page =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'

/** The blocks of a record; a run that stopped before layout has none, and its text is one. */
function withBlocks(record: DocumentRecord): DocumentRecord {
  if (record.blocks.length > 0) return record
  const at = { page: null, line: null, cell: null }
  const end = record.source.text.length
  return { ...record, blocks: [{ kind: 'paragraph', level: 0, label: null, start: 0, end, at }] }
}

export function plainPackage(record: DocumentRecord): PlainPackage {
  const { text } = record.source
  const written: Written = []
  const body = groupsOf(withBlocks(record)).map((group) =>
    group[0]!.at.cell === null ? paragraphMarkup(text, group, written) : tableMarkup(text, group, written),
  )
  const main = 'word/document.xml'
  const document = `${declaration}<w:document ${wordNamespace}><w:body>${body.join('')}${page}</w:body></w:document>`
  const parts = new Map([...frameOf(), [main, document], ['word/styles.xml', stylesXml]])
  const { trace } = tracePackage(new Map([[main, Buffer.from(document)]]), main)
  return { parts, source: { text, origins: originsOf(text, written), main, trace } }
}
