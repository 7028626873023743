/**
 * Where the properties of characters and paragraphs stand: pages of 512 bytes, each with runs of the file and the
 * modifiers of each run ([MS-DOC], ChpxFkp and PapxFkp).
 */
import { countFirst } from '../../model/sorted.js'
import type { WordFile } from './file.js'
import { tables } from './file.js'
import { hugeProperties, joinSprms, noSprms, readSprms } from './sprm.js'

const pageSize = 512

/** A run of the file, half-open, with the modifiers of its characters or of its paragraph. */
export interface FormattedRun {
  readonly start: number
  readonly end: number
  readonly sprms: Buffer
  /** The style of a paragraph; 0 for characters. */
  readonly style: number
}

function characterSprms(page: Buffer, runs: number, index: number): Pick<FormattedRun, 'sprms' | 'style'> {
  const at = 2 * page.readUInt8(4 * (runs + 1) + index)
  return { sprms: at === 0 ? noSprms : page.subarray(at + 1, at + 1 + page.readUInt8(at)), style: 0 }
}

function paragraphSprms(page: Buffer, runs: number, index: number): Pick<FormattedRun, 'sprms' | 'style'> {
  const at = 2 * page.readUInt8(4 * (runs + 1) + 13 * index)
  if (at === 0) return { sprms: noSprms, style: 0 }
  const words = page.readUInt8(at)
  const start = words === 0 ? at + 2 : at + 1
  const size = words === 0 ? 2 * page.readUInt8(at + 1) : 2 * words - 1
  return { style: page.readUInt16LE(start), sprms: page.subarray(start + 2, start + size) }
}

/** The runs of all pages that a table lists, in the order of the file. */
function readRuns({ main, table }: WordFile, number: number, sprmsOf: typeof characterSprms): FormattedRun[] {
  const plex = table(number)
  const pages = Math.floor((plex.length - 4) / 8)
  const runs: FormattedRun[] = []
  for (let index = 0; index < pages; index++) {
    const place = pageSize * (plex.readUInt32LE(4 * (pages + 1) + 4 * index) & 0x3f_ffff)
    const page = main.subarray(place, place + pageSize)
    const count = page.readUInt8(pageSize - 1)
    for (let run = 0; run < count; run++) {
      runs.push({
        start: page.readUInt32LE(4 * run),
        end: page.readUInt32LE(4 * run + 4),
        ...sprmsOf(page, count, run),
      })
    }
  }
  return runs.sort((one, other) => one.start - other.start)
}

/** The number of the last run that starts at or before a place of the file; -1 where none does. */
function runAt(runs: readonly FormattedRun[], place: number): number {
  return countFirst(runs.length, (index) => runs[index]!.start <= place) - 1
}

/** A stretch of the text with the modifiers of its characters. */
export interface TextRun {
  readonly start: number
  readonly end: number
  readonly sprms: Buffer
}

/** The text as runs of characters, in its order: every character is in one of them. */
export function characterRuns(file: WordFile): TextRun[] {
  const runs = readRuns(file, tables.characterPages, characterSprms)
  const found: TextRun[] = []
  for (const { start, end, place, width, sprms: ofPiece } of file.pieces) {
    const last = place + (end - start) * width
    let at = place
    for (let index = Math.max(0, runAt(runs, place)); at < last; index++) {
      const run = runs[index]
      const from = run === undefined ? last : Math.min(last, Math.max(at, run.start))
      const to = run === undefined ? last : Math.min(last, Math.max(from, run.end))
      const position = (byte: number) => start + Math.floor((byte - place) / width)
      if (from > at) found.push({ start: position(at), end: position(from), sprms: ofPiece })
      if (to > from && run !== undefined)
        found.push({ start: position(from), end: position(to), sprms: joinSprms(run.sprms, ofPiece) })
      at = Math.max(at, to)
    }
  }
  return found
}

/** The modifiers that stand in the data stream where a paragraph has too many of them. */
function withHuge({ data }: WordFile, sprms: Buffer): Buffer {
  const lists: Buffer[] = [sprms]
  readSprms(sprms, (code, operand) => {
    if (!hugeProperties.includes(code)) return
    const place = operand.readUInt32LE(0)
    if (place + 2 <= data.length) lists.push(data.subarray(place + 2, place + 2 + data.readUInt16LE(place)))
  })
  return lists.length === 1 ? sprms : Buffer.concat(lists)
}

/** What is said of a paragraph. */
export interface ParagraphFormat extends Pick<FormattedRun, 'sprms' | 'style'> {
  /** Whether it ends with the sign that was asked for. */
  readonly isEnd: boolean
}

/** Gives the format of the paragraph that holds a position of the text. */
export function paragraphFormats(file: WordFile): (position: number) => ParagraphFormat {
  const runs = readRuns(file, tables.paragraphPages, paragraphSprms)
  let piece = 0
  return (position) => {
    const { pieces } = file
    while (piece + 1 < pieces.length && pieces[piece]!.end <= position) piece++
    while (piece > 0 && pieces[piece]!.start > position) piece--
    const { start, place, width, sprms } = pieces[piece] ?? { start: 0, place: 0, width: 1, sprms: noSprms }
    const byte = place + (position - start) * width
    const run = runs[runAt(runs, byte)]
    if (run === undefined) return { sprms, style: 0, isEnd: true }
    return {
      style: run.style,
      sprms: joinSprms(withHuge(file, run.sprms), sprms),
      isEnd: run.end <= byte + width,
    }
  }
}
