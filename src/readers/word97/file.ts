/**
 * The parts of a Word file before 2007 ([MS-DOC]): its streams, the places and sizes in its file information block, and
 * its text, which stands in pieces of one or two bytes a character. Whatever lies outside of the file throws.
 */
import { ProcessingError } from '../../model/message.js'
import type { CompoundFile } from '../compound-file.js'
import { noSprms, shortCodes } from './sprm.js'

const ofWord = 0xa5ec
/** The version of Word 97; before it nothing stands where it is looked for here. */
const firstVersion = 0xc1
const encrypted = 0x0100
const usesSecondTable = 0x0200

/** Numbers of the tables that the file information block points to. */
export const tables = {
  styles: 1,
  headers: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  anchors: 40,
  textBoxes: 56,
  lists: 73,
  listOverrides: 74,
} as const

const firstTable = 0x9a
/** Places of the lengths of the stories, which stand behind each other in the text. */
const storyLengths = {
  main: 0x4c,
  footnotes: 0x50,
  headers: 0x54,
  comments: 0x5c,
  endnotes: 0x60,
  textBoxes: 0x64,
} as const

export type Story = keyof typeof storyLengths

/** A stretch of the text whose characters stand behind each other in the file. */
export interface Piece {
  readonly start: number
  readonly end: number
  /** Where its first character stands in the main stream. */
  readonly place: number
  /** Bytes of a character. */
  readonly width: 1 | 2
  /** Modifiers of what it holds, which count before those of its runs: Word adds them where it saves fast. */
  readonly sprms: Buffer
}

export interface WordFile {
  readonly main: Buffer
  readonly data: Buffer
  /** All stories, one code unit a character position. */
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Where each story stands in the text. */
  readonly stories: Readonly<Record<Story, { readonly start: number; readonly end: number }>>
  /** One of the tables; empty where the file has none. `more` bytes behind it are taken with it. */
  table(number: number, more?: number): Buffer
}

/** The piece table, and the lists of modifiers in front of it. */
function openPieceTable(complex: Buffer): { readonly plex: Buffer; readonly lists: readonly Buffer[] } {
  const lists: Buffer[] = []
  let at = 0
  while (complex.readUInt8(at) === 1) {
    const size = complex.readUInt16LE(at + 1)
    lists.push(complex.subarray(at + 3, at + 3 + size))
    at += 3 + size
  }
  return { plex: complex.subarray(at + 5, at + 5 + complex.readUInt32LE(at + 1)), lists }
}

/** The modifiers of a piece: one of the lists, or a single one with its operand in a byte. */
function sprmsOfPiece(modifier: number, lists: readonly Buffer[]): Buffer {
  if ((modifier & 1) !== 0) return lists[modifier >> 1] ?? noSprms
  const code = shortCodes.get((modifier >> 1) & 0x7f)
  return code === undefined ? noSprms : Buffer.from([code & 0xff, code >> 8, modifier >> 8])
}

function readPieces(complex: Buffer): Piece[] {
  const { plex, lists } = openPieceTable(complex)
  const count = Math.floor((plex.length - 4) / 12)
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const descriptor = 4 * (count + 1) + 8 * index
    const place = plex.readUInt32LE(descriptor + 2)
    const isNarrow = (place & 0x4000_0000) !== 0
    return {
      start: plex.readUInt32LE(4 * index),
      end: plex.readUInt32LE(4 * index + 4),
      place: isNarrow ? (place & 0x3fff_ffff) >>> 1 : place & 0x3fff_ffff,
      width: isNarrow ? 1 : 2,
      sprms: sprmsOfPiece(plex.readUInt16LE(descriptor + 6), lists),
    }
  })
}

const narrow = new TextDecoder('windows-1252')

/** No byte of a file is in two pieces, so pieces of more bytes than the file has are none. */
function readText(main: Buffer, pieces: readonly Piece[]): string {
  let length = 0
  let taken = 0
  const texts = pieces.map(({ start, end, place, width }) => {
    const size = (end - start) * width
    taken += size
    if (start !== length || size < 0 || place + size > main.length || taken > main.length)
      throw new RangeError('piece')
    length = end
    const bytes = main.subarray(place, place + size)
    return width === 1 ? narrow.decode(bytes) : bytes.toString('utf16le')
  })
  return texts.join('')
}

function readStories(main: Buffer): WordFile['stories'] {
  let start = 0
  const entries = Object.entries(storyLengths).map(([story, place]) => {
    const end = start + main.readUInt32LE(place)
    const range = { start, end }
    start = end
    return [story, range] as const
  })
  return Object.fromEntries(entries) as unknown as WordFile['stories']
}

/** Throws ProcessingError `encrypted`, or `unsupported-format` for Word 6 and 95. */
export function openWordFile(file: CompoundFile): WordFile {
  const main = file.stream('WordDocument')
  if (main.readUInt16LE(0) !== ofWord || main.readUInt16LE(2) < firstVersion)
    throw new ProcessingError('unsupported-format', { format: 'word95' })
  const flags = main.readUInt16LE(10)
  if ((flags & encrypted) !== 0) throw new ProcessingError('encrypted')
  const tableStream = file.stream((flags & usesSecondTable) === 0 ? '0Table' : '1Table')
  const table = (number: number, more = 0) => {
    const start = main.readUInt32LE(firstTable + 8 * number)
    const size = main.readUInt32LE(firstTable + 8 * number + 4)
    return size === 0 ? Buffer.alloc(0) : tableStream.subarray(start, start + size + more)
  }
  const pieces = readPieces(table(tables.pieces))
  return {
    main,
    data: file.stream('Data'),
    text: readText(main, pieces),
    pieces,
    stories: readStories(main),
    table,
  }
}
