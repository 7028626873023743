/**
 * What the package `huanyuan-ocr` gives, which is known here by these types alone: pages of pictures as lines of
 * characters. Its own `src/contract.ts` has them too; a test compares the two.
 * Coordinates: pixels of the page's picture, x to the right, y downwards.
 */
import type { Rival } from '../../model/recognition.js'

export interface ReadCharacter {
  readonly text: string
  /** From 0 to 1. */
  readonly confidence: number
  /** Its middle along the straightened line. */
  readonly x: number
  readonly rivals: readonly Rival[]
}

/** A character that may have been overlooked. */
interface Gap extends Rival {
  /** How many characters of the line stand before it. */
  readonly after: number
}

type Point = readonly [x: number, y: number]

/** Text of one box: a line, a piece of one, or a cell. */
export interface ReadBox {
  readonly characters: readonly ReadCharacter[]
  readonly gaps: readonly Gap[]
  /** Corners on the turned page, from the upper left one clockwise. */
  readonly corners: readonly [Point, Point, Point, Point]
  /** There where it runs down the page. */
  readonly isStanding: boolean
  /** Sides on the straightened page, where rows are level. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface DrawnRule {
  readonly direction: 'across' | 'down'
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface ReadPage {
  /** From 1. */
  readonly page: number
  /** Of the page as it is read, that is, turned. */
  readonly width: number
  readonly height: number
  readonly dpi: number | null
  /** Degrees that the picture is turned clockwise to be read. */
  readonly rotation: 0 | 90 | 180 | 270
  /** There where it was read twice, because the back of the sheet shows through. */
  readonly isReread: boolean
  readonly lines: readonly ReadBox[]
  readonly rules: readonly DrawnRule[]
}

export interface Recogniser {
  readonly engine: string
  readonly model: string
  /** Pages of a PNG, JPEG, WebP, TIFF or BMP file, from the first that is wanted. */
  readPicture(bytes: Uint8Array, first?: number): AsyncGenerator<ReadPage>
  /** Pages of a PDF by their numbers, from 1. */
  readPdf(bytes: Uint8Array, pages: readonly number[]): AsyncGenerator<ReadPage>
  close(): Promise<void>
}

/** A page that is to be shown, turned as it is read. */
export interface PageToShow {
  /** From 1. */
  readonly page: number
  readonly rotation: ReadPage['rotation']
}

/** The picture of a page, grey and small. */
export interface ShownPage {
  readonly page: number
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Which pages are recognised: those without text, none, or all. */
export const scanModes = ['auto', 'never', 'force'] as const
export type ScanMode = (typeof scanModes)[number]

export interface ScanOptions {
  /** `auto` by default. */
  readonly mode?: ScanMode
  /** Folder with other models than those of the package. */
  readonly models?: string
  /** In place of the package's own. */
  readonly recogniser?: Recogniser
  /** Folder where recognised pages are kept until all is done. */
  readonly keepIn?: string
  /** Told when a recogniser is wanted, and of each page that is recognised. */
  readonly onRecognition?: (at: 'open' | 'page') => void
}
