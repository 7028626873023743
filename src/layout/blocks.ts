/**
 * Blocks: title, headings, list items, paragraphs, notices. A block is a line by default; a long line is cut at the
 * labels inside it. Structure given by the format is kept.
 * Invariant: blocks are sorted and disjoint, and cover everything but white space.
 */

import type { Block, BlockKind, SourceDocument } from '../model/document.js'
import { countFirst } from '../model/sorted.js'
import { spanOf } from '../model/span.js'
import type { HeadingLabel, HeadingStyle } from './headings.js'
import { findLabels, findStyles, headingEnd } from './headings.js'
import type { Line } from './lines.js'

const longestTitle = 45
const titleEnds =
  /(总结|报告|公报|计划|规划|方案|汇报|通知|意见|要点|材料|讲话|述职|决定|公告|情况|说明|办法|思路)$/

interface Builder {
  readonly text: string
  readonly document: SourceDocument
  readonly blocks: Block[]
  readonly styles: ReadonlyMap<number, HeadingStyle>
  /** Whether a title, and whether text of the body has been seen. */
  hasTitle: boolean
  hasBody: boolean
}

/** The page of an offset, from 1: how many pages start at it or before. Several may start at one offset. */
function pageOf(document: SourceDocument, offset: number): number | null {
  const { pageStarts } = document
  if (pageStarts.length === 0) return null
  return countFirst(pageStarts.length, (index) => pageStarts[index]! <= offset)
}

function push(
  builder: Builder,
  kind: BlockKind,
  level: number,
  label: string | null,
  start: number,
  end: number,
  line: number,
): void {
  const piece = builder.text.slice(start, end)
  const trimmed = piece.trim()
  if (trimmed === '') return
  const from = start + piece.indexOf(trimmed[0]!)
  const at = { page: pageOf(builder.document, from), line, cell: null }
  builder.blocks.push({ kind, level, label, at, ...spanOf<'source'>(from, from + trimmed.length) })
}

/** A title at the start of a line that goes on with the text: up to the first space, if it reads like one. */
function titleEnd(text: string, start: number, end: number): number | undefined {
  const limit = Math.min(end, start + longestTitle)
  for (let at = start; at < limit; at++) {
    if (text[at] !== ' ' && text[at] !== '　') continue
    return titleEnds.test(text.slice(start, at)) ? at : undefined
  }
  return undefined
}

function isTitleLine(text: string, { start, end }: Line): boolean {
  if (end - start > longestTitle) return false
  return !/[。；，,;]/.test(text.slice(start, end))
}

interface BlockPiece {
  readonly label: HeadingLabel
  readonly end: number
}

/** The labels inside `[start, end)`, each with the end of the text behind it. */
function findPieces(text: string, start: number, end: number): BlockPiece[] {
  const labels = findLabels(text, start, end)
  return labels.map((label, index) => ({ label, end: labels[index + 1]?.start ?? end }))
}

/** Cuts the text of a line at its labels. 一是, 二是 … are headings if text follows the first of them, else items. */
function cutLine(builder: Builder, start: number, end: number, line: number): void {
  const { text, styles } = builder
  const pieces = findPieces(text, start, end)
  push(builder, 'paragraph', 0, null, start, pieces[0]?.label.start ?? end, line)
  let areItems = false
  for (const { label, end: pieceEnd } of pieces) {
    const printed = text.slice(label.start, label.labelEnd)
    const cut = headingEnd(text, label, pieceEnd, styles.get(label.level) ?? 'other')
    if (printed === '一是') areItems = cut === undefined || text.slice(cut, pieceEnd).trim() === ''
    if (cut === undefined || (areItems && printed.endsWith('是'))) {
      push(builder, label.level >= 3 ? 'list-item' : 'paragraph', 0, printed, label.start, pieceEnd, line)
      continue
    }
    push(builder, 'heading', label.level, printed, label.start, cut, line)
    push(builder, 'paragraph', 0, null, cut, pieceEnd, line)
  }
}

/**
 * Whether a heading without a label is the title: one of the first level before the body, or the first of all where it
 * follows no other title.
 */
function isStatedTitle({ hasTitle, hasBody }: Builder, { level }: Block): boolean {
  return !hasBody && (level === 1 || !hasTitle)
}

/**
 * What the format states of a line: its blocks, with their page. A heading with a label has the level of the label, as it
 * has where nothing is stated.
 */
function pushStated(builder: Builder, blocks: readonly Block[]): void {
  const { text, document } = builder
  for (const block of blocks) {
    const at = { ...block.at, page: block.at.page ?? pageOf(document, block.start) }
    if (block.kind !== 'heading') {
      builder.blocks.push({ ...block, at })
      continue
    }
    const label = findLabels(text, block.start, block.end).find(({ start }) => start === block.start)
    if (label !== undefined) {
      const printed = text.slice(label.start, label.labelEnd)
      builder.blocks.push({ ...block, at, level: label.level, label: printed })
    } else {
      const isTitle = isStatedTitle(builder, block)
      builder.hasTitle ||= isTitle
      builder.blocks.push(isTitle ? { ...block, at, kind: 'title', level: 0 } : { ...block, at })
    }
  }
}

/** A line of the report, as long as no text came before it: a title, or text with a title before it. */
function pushOpening(builder: Builder, line: Line): boolean {
  const { text } = builder
  if (isTitleLine(text, line) && findLabels(text, line.start, line.end).length === 0) {
    push(builder, 'title', 0, null, line.start, line.end, line.number)
    builder.hasTitle = true
    return false
  }
  const cut = titleEnd(text, line.start, line.end)
  if (cut !== undefined) push(builder, 'title', 0, null, line.start, cut, line.number)
  cutLine(builder, cut ?? line.start, line.end, line.number)
  return true
}

/** The blocks of a document, from its lines. */
export function findBlocks(document: SourceDocument, lines: readonly Line[]): Block[] {
  const { text, stated } = document
  const open = lines.filter(({ boilerplate, stated: isStated }) => !boilerplate && !isStated)
  const styles = findStyles(
    text,
    open.flatMap(({ start, end }) => findPieces(text, start, end)),
  )
  const builder: Builder = { text, document, blocks: [], styles, hasTitle: false, hasBody: false }
  let next = 0
  for (const line of lines) {
    if (line.start === line.end) continue
    const first = next
    while (next < stated.length && stated[next]!.start < line.end) next++
    if (line.boilerplate) {
      push(builder, 'boilerplate', 0, null, line.start, line.end, line.number)
    } else if (next > first) {
      pushStated(builder, stated.slice(first, next))
    } else if (first > 0 && stated[first - 1]!.end > line.start) {
      // A cell of several lines goes on.
    } else if (builder.hasBody) {
      cutLine(builder, line.start, line.end, line.number)
    } else {
      builder.hasBody = pushOpening(builder, line)
    }
  }
  return builder.blocks
}
