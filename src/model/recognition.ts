/**
 * What recognition of a scan says of its text: where each line stands on the picture of its page, how sure each character
 * is, and what else it may be.
 * Invariant: lines are sorted and disjoint, so are the characters of each.
 */
import type { Span } from './span.js'

/** Another character that the picture may show. */
export interface Rival {
  readonly text: string
  readonly confidence: number
}

export interface RecognisedCharacter extends Span<'source'> {
  /** How sure its reading is, from 0 to 1. */
  readonly confidence: number
  /** The likeliest first; none where it is sure. */
  readonly rivals: readonly Rival[]
  /** What may have been overlooked right before it. */
  readonly missed: readonly Rival[]
}

/** Corners on the page as it is read, in pixels, from the upper left one clockwise. */
export type Corners = readonly (readonly [x: number, y: number])[]

/** Text of one box on a page: a line, a piece of one, or a cell. */
export interface RecognisedLine extends Span<'source'> {
  /** From 1. */
  readonly page: number
  readonly corners: Corners
  readonly characters: readonly RecognisedCharacter[]
}

export interface RecognisedPage {
  /** From 1. */
  readonly page: number
  /** In pixels, as the page is read, that is, turned. */
  readonly width: number
  readonly height: number
  /** Pixels an inch, where the file says so. */
  readonly dpi: number | null
  /** Degrees that its picture is turned clockwise to be read. */
  readonly rotation: 0 | 90 | 180 | 270
  /** Mean of its characters; null where it has none. */
  readonly confidence: number | null
}

export interface Recognition {
  /** Name and version of what ran the models. */
  readonly engine: string
  /** `sha256:` and the hash of the models. */
  readonly model: string
  readonly pages: readonly RecognisedPage[]
  readonly lines: readonly RecognisedLine[]
}
