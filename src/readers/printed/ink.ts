/**
 * What a printed page shows, whichever format it comes from: glyphs and ruling lines at the places where a reader sees
 * them. Pictures leave only their box.
 * Coordinates: points, x to the right, y downwards, as the page is shown.
 */
import type { Corners, Rival } from '../../model/recognition.js'
import type { Box, Rule } from './geometry.js'
import { isInside } from './geometry.js'

/** How a character was recognised, on which page and in which box. */
export interface GlyphReading {
  readonly page: number
  readonly box: { readonly corners: Corners }
  readonly confidence: number
  readonly rivals: readonly Rival[]
  /** What may have been overlooked right before it. */
  readonly missed: readonly Rival[]
}

/** A character that is no blank, where it is shown. `left` and `right` lie along the baseline, which is at `y`. */
export interface Glyph {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** Direction of its baseline in degrees, clockwise: 0 is upright text. */
  readonly angle: number
  readonly font: string
  /** In a light colour, or let through. */
  readonly isPale: boolean
  readonly isWhite: boolean
  readonly isAfterBlank: boolean
  /** Of a scan only. */
  readonly reading?: GlyphReading
  /** There where it is the first of a box that was recognised: boxes that are parted on the page stay so. */
  readonly opensBox?: true
}

export interface PageInk {
  readonly glyphs: readonly Glyph[]
  readonly rules: readonly Rule[]
  /** Boxes of pictures. */
  readonly pictures: readonly Box[]
  readonly box: Box
  /** Name of the file of a picture that takes up the page, where the format keeps it apart. */
  readonly scan?: string
}

/** Light paint: brighter than this, or more let through. */
const paleBrightness = 0.55
const paleOpacity = 0.6

/** Whether paint is light: its parts of red, green and blue from 0 to 255, brightness by the weights of ITU-R BT.601. */
export function isPalePaint([red, green, blue]: readonly [number, number, number], alpha: number): boolean {
  return alpha < paleOpacity || (0.299 * red + 0.587 * green + 0.114 * blue) / 255 > paleBrightness
}

/** Ligatures, and punctuation in the form that it has in vertical lines. */
const otherForm = /[\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe44]/

/** Characters as text has them. */
export const usualForm = (text: string) => (otherForm.test(text) ? text.normalize('NFKC') : text)

/** With more painted areas, white text is taken to stand on one of them. */
const mostAreas = 2000

/** The glyphs that are seen: white ones only where they stand on something painted, also later. */
export function seenGlyphs(glyphs: readonly Glyph[], areas: readonly Box[]): Glyph[] {
  const isOnPaint = ({ left, y }: Glyph) =>
    areas.length > mostAreas || areas.some((area) => isInside(area, { x: left, y }))
  return glyphs.filter((glyph) => !glyph.isWhite || isOnPaint(glyph))
}
