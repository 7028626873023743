/** The report's text with its repairs marked in place, block by block; blocks without repairs are only counted. */
import { append } from '../../model/lists.js'
import type { WriteContext } from '../contract.js'
import { say, sayCode } from '../language.js'
import { placeAt, placeText } from '../places.js'
import { repairCounts } from '../repair-counts.js'
import type { CorrectionRecord, DocumentRecord } from '../schema.js'
import type { Style } from '../style.js'
import type { Piece } from '../width.js'
import { clip, wrapPieces } from '../width.js'

/** Corrections that read as marks; joins of page breaks are shown as joined text without a mark. */
function markOf({ actual, replacement, kind, status }: CorrectionRecord, style: Style): Piece {
  const before = actual.replaceAll(/\s+/g, ' ')
  if (kind === 'layout' && status === 'applied') return { text: replacement, shown: replacement }
  if (status === 'applied') {
    const text = `[${before}→${replacement}]`
    return {
      text,
      shown: `${style.faint('[')}${style.removed(before)}→${style.added(replacement)}${style.faint(']')}`,
    }
  }
  const text = `[${before}→?${replacement}]`
  return { text, shown: `[${before}→?${style.doubtful(replacement)}]` }
}

function plainPieces(text: string): Piece[] {
  // Figures and Latin words are never broken over two lines.
  const words = text.replaceAll(/\s+/g, ' ').match(/[\w.,%-]+|./gsu) ?? []
  return words.map((word) => ({ text: word, shown: word }))
}

function piecesOf(record: DocumentRecord, start: number, end: number, style: Style): Piece[] {
  const pieces: Piece[] = []
  let position = start
  for (const correction of record.corrections) {
    if (correction.start < position || correction.start >= end) continue
    append(pieces, plainPieces(record.source.text.slice(position, correction.start)))
    pieces.push(markOf(correction, style))
    position = correction.end
  }
  if (position < end) append(pieces, plainPieces(record.source.text.slice(position, end)))
  return pieces
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`)
}

/** Lines for every block that a correction touches. */
function markedBlocks(record: DocumentRecord, context: WriteContext, style: Style): string[] {
  const lines: string[] = []
  let unchanged = 0
  let leftOut = 0
  const flush = () => {
    if (unchanged > 0)
      lines.push(style.faint(`  ${say(context.language, 'report.unchanged', { count: unchanged })}`))
    if (leftOut > 0)
      lines.push(style.faint(`  ${say(context.language, 'report.boilerplate', { count: leftOut })}`))
    unchanged = 0
    leftOut = 0
  }
  let index = 0
  for (const { start, end, kind } of record.blocks) {
    while (index < record.corrections.length && record.corrections[index]!.end <= start) index++
    const next = record.corrections[index]
    const touched = next !== undefined && next.start < end
    if (kind === 'boilerplate') leftOut++
    else if (!touched) unchanged++
    else {
      flush()
      append(lines, indent(wrapPieces(piecesOf(record, start, end, style), context.width - 2)))
    }
  }
  flush()
  return lines
}

export function repairLines(record: DocumentRecord, context: WriteContext, style: Style): string[] {
  const { language } = context
  const counts = say(language, 'report.repair-counts', { ...repairCounts(record) })
  const lines = [`${style.heading(say(language, 'report.repairs'))}  ${counts}`]
  if (record.corrections.length > 0) {
    lines.push(style.faint(`  ${say(language, 'report.legend')}`))
    append(lines, markedBlocks(record, context, style))
  }
  if (record.damage.length === 0) return lines
  lines.push('', style.heading(say(language, 'report.damage')))
  for (const { kind, start, detail } of record.damage) {
    const what = clip(sayCode(language, 'damage', kind, { detail }), context.width - 16)
    lines.push(`  ${style.faint(placeText(placeAt(record, start)).padStart(7))}  ${what}`)
  }
  return lines
}
