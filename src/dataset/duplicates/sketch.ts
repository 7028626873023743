/**
 * What the selection knows of a document: hashes of its text, figures, paragraphs and outer lines, packed as base64 so
 * that a journal can hold them.
 * Invariant: its size grows with the number of paragraphs, never with their length.
 */
import type { DocumentRecord } from '../../writers/schema.js'
import { figuresOf } from './figures.js'
import { hashText } from './hash.js'
import { linesOf } from './lines.js'
import { minHash } from './minhash.js'
import { paragraphsOf } from './paragraphs.js'
import { comparableBlocks } from './text.js'

export const documentBins = 128

/** All binary fields are base64 of little-endian numbers. */
export interface Sketch {
  /** Code units of the compared text. */
  readonly length: number
  /** Hash of the compared text, two of 32 bits. */
  readonly text: string
  /** Bins of the text, 8 bits each. */
  readonly bins: string
  readonly figureCount: number
  /** A bit a year, from 1980; and whether some are masked (20xx), so that others may be missing. */
  readonly years: readonly [number, number]
  readonly masksYears: boolean
  /** The lowest hashes of the figures, 32 bits each. */
  readonly figures: string
  /** Of each paragraph: start, end, and its sketch. */
  readonly paragraphs: string
  /** Of each line at the borders: start, end, hash, traits. */
  readonly lines: string
}

function pack(numbers: Uint8Array | Uint32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64')
}

/** The numbers that a field of a sketch holds, as 32 bits each. */
export function unpack(text: string): Uint32Array {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'))
  return new Uint32Array(bytes.buffer, 0, bytes.length >> 2)
}

export function sketchOf(record: DocumentRecord): Sketch {
  const blocks = comparableBlocks(record)
  const text = blocks.map((block) => block.text).join('')
  const { figures, years } = figuresOf(blocks, record)
  const bins = Uint8Array.from(minHash(text, documentBins), (value) => value >>> 24)
  return {
    length: text.length,
    text: pack(Uint32Array.of(hashText(text, 1), hashText(text, 2))),
    bins: pack(bins),
    figureCount: figures.count,
    years,
    masksYears: record.damage.some(({ kind }) => kind === 'mask'),
    figures: pack(figures.lowest),
    paragraphs: pack(paragraphsOf(blocks)),
    lines: pack(linesOf(record)),
  }
}
