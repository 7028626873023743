/**
 * What this package gives: pages of pictures as lines of characters, each with its place, its confidence and its rivals.
 * huanyuan knows the package by these types alone (its `src/readers/scans/contract.ts` has them too; a test compares).
 * Coordinates: pixels of the page's picture, x to the right, y downwards.
 */

/** Another character that the picture may show, and how likely it is. */
export interface Rival {
  readonly text: string
  readonly confidence: number
}

export interface RecognisedCharacter {
  readonly text: string
  /** How sure the reading is, from 0 to 1. */
  readonly confidence: number
  /** Its middle along the straightened line. */
  readonly x: number
  /** The likeliest first; none where the reading is sure. */
  readonly rivals: readonly Rival[]
}

/** A character that may have been overlooked. */
export interface Gap extends Rival {
  /** How many characters of the line stand before it. */
  readonly after: number
}

export type Point = readonly [x: number, y: number]

/** Text of one box: a line, a piece of one, or a cell. */
export interface RecognisedLine {
  readonly characters: readonly RecognisedCharacter[]
  readonly gaps: readonly Gap[]
  /** Corners on the turned page, from the upper left one clockwise: what to cut out to see it. */
  readonly corners: readonly [Point, Point, Point, Point]
  /** There where it runs down the page: its sides are those of the whole box then. */
  readonly isStanding: boolean
  /** Sides on the straightened page, where rows are level. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A drawn line, on the straightened page: from one end to the other, at one place of the other axis. */
export interface DrawnRule {
  readonly direction: 'across' | 'down'
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface RecognisedPage {
  /** From 1. */
  readonly page: number
  /** Of the page as it is read, that is, turned. */
  readonly width: number
  readonly height: number
  /** Pixels an inch, where the file says so. */
  readonly dpi: number | null
  /** Degrees that the picture is turned clockwise to be read. */
  readonly rotation: 0 | 90 | 180 | 270
  /** There where it was read twice, because the back of the sheet shows through. */
  readonly isReread: boolean
  readonly lines: readonly RecognisedLine[]
  readonly rules: readonly DrawnRule[]
}

export interface Recogniser {
  /** Name and version of what runs the models. */
  readonly engine: string
  /** `sha256:` and the hash of the models and their dictionary. */
  readonly model: string
  /** Pages of a PNG, JPEG, WebP, TIFF or BMP file, from the first that is wanted. Throws RecognitionError. */
  readPicture(bytes: Uint8Array, first?: number): AsyncGenerator<RecognisedPage>
  /** Pages of a PDF by their numbers, from 1. Throws RecognitionError. */
  readPdf(bytes: Uint8Array, pages: readonly number[]): AsyncGenerator<RecognisedPage>
  /** Frees the memory of the models. */
  close(): Promise<void>
}

/** A page that is to be shown, turned as it is read. */
export interface PageToShow {
  /** From 1. */
  readonly page: number
  readonly rotation: RecognisedPage['rotation']
}

/** The picture of a page, grey and small. */
export interface ShownPage {
  readonly page: number
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface RecogniserOptions {
  /** Folder with other models: det.onnx, rec.onnx, dict.txt. */
  readonly models?: string
}

export const recognitionErrors = ['damaged-picture', 'no-models'] as const
export type RecognitionErrorCode = (typeof recognitionErrors)[number]

/** What stops the recognition of a file, or all of it. */
export class RecognitionError extends Error {
  constructor(
    readonly code: RecognitionErrorCode,
    detail: string,
  ) {
    super(`${code}: ${detail}`)
    this.name = 'RecognitionError'
  }
}
