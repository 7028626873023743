/**
 * How the text of a PDF page is shown: the state that operations set, and the place of each glyph by it (ISO 32000-1,
 * 9.4.4).
 * Coordinates: points, x to the right, y downwards, as the page is shown.
 */
import type { Box, Matrix, Rule } from '../printed/geometry.js'
import { compose } from '../printed/geometry.js'
import type { Glyph } from '../printed/ink.js'
import { isPalePaint, usualForm } from '../printed/ink.js'

/** What the parser knows of a font. Widths and metrics of glyphs are in thousandths of the type size. */
export interface InkFont {
  readonly fontMatrix?: readonly number[]
  readonly vertical?: boolean
  readonly defaultVMetrics?: readonly number[]
  readonly isType3Font?: boolean
  readonly bbox?: readonly number[]
}

/** A glyph as the parser gives it. */
export interface ShownGlyph {
  readonly unicode: string
  readonly width: number
  readonly vmetric?: readonly number[] | null
  readonly isSpace: boolean
}

/** What text and paint look like at the moment: ISO 32000-1, tables 52 and 104. */
export interface GraphicsState {
  ctm: Matrix
  fill: string
  fillAlpha: number
  lineWidth: number
  fontName: string
  font: InkFont
  fontSize: number
  characterSpacing: number
  wordSpacing: number
  horizontalScale: number
  leading: number
  rise: number
  mode: number
}

/** A page that is being drawn. */
export interface Drawing {
  readonly font: (name: string) => InkFont
  /** From the coordinates of the file to those of the page as it is shown. */
  readonly view: Matrix
  readonly box: Box
  readonly glyphs: Glyph[]
  readonly rules: Rule[]
  readonly pictures: Box[]
  /** Painted areas that white letters can be read on. */
  readonly areas: Box[]
  /** Whether a layer of the document is shown. */
  readonly isLayerShown: (layer: unknown) => boolean
  /** Open marks of content, of each whether it hides what it holds; and how many of them do. */
  readonly marks: boolean[]
  hiddenMarks: number
  /** A blank was shown behind the last glyph. */
  isAfterBlank: boolean
  readonly stack: GraphicsState[]
  state: GraphicsState
  textMatrix: Matrix
  lineMatrix: Matrix
}

export const white = '#ffffff'
/** Modes of ISO 32000-1, table 106, without paint: as the layer of recognised text, and as a clip. */
const unpainted: ReadonlySet<number> = new Set([3, 7])
/** Paint below this share of opacity shows nothing. */
const leastOpacity = 0.02
function isPale({ fill, fillAlpha }: GraphicsState): boolean {
  const part = (at: number) => Number.parseInt(fill.slice(at, at + 2), 16) || 0
  return isPalePaint([part(1), part(3), part(5)], fillAlpha)
}

/** A type 3 font says in its box how high its glyphs are; others are as high as their size. */
function sizeScale({ isType3Font, bbox, fontMatrix }: InkFont): number {
  const height = bbox === undefined ? 0 : Math.abs((bbox[3] ?? 0) - (bbox[1] ?? 0))
  return isType3Font && height > 0 ? height * Math.abs(fontMatrix?.[3] ?? 0.001) : 1
}

export function newState(ctm: Matrix): GraphicsState {
  return {
    ctm,
    fill: '#000000',
    fillAlpha: 1,
    lineWidth: 1,
    fontName: '',
    font: {},
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  }
}

/** Text beyond the page, in a layer that is not shown, or let through altogether. */
function isHidden({ state, box, hiddenMarks }: Drawing, x: number, y: number): boolean {
  if (hiddenMarks > 0) return true
  if (x < box.left || x > box.right || y < box.top || y > box.bottom) return true
  return state.fillAlpha < leastOpacity && !unpainted.has(state.mode)
}

/** A matrix that moves text along its line, or down a vertical one. */
function advanced(matrix: Matrix, x: number, y: number): Matrix {
  const [a, b, c, d, e, f] = matrix
  return [a, b, c, d, a * x + c * y + e, b * x + d * y + f]
}

export function showText(drawing: Drawing, shown: readonly (ShownGlyph | number)[]): void {
  const { state, textMatrix, glyphs } = drawing
  const { font, fontName, fontSize, horizontalScale, rise } = state
  const matrix = compose(state.ctm, textMatrix)
  const widthScale = (font.fontMatrix?.[0] ?? 0.001) * fontSize
  const size = Math.hypot(matrix[2], matrix[3]) * Math.abs(fontSize) * sizeScale(font)
  const along = fontSize < 0 ? -1 : 1
  const angle = (Math.atan2(matrix[1] * along, matrix[0] * along) * 180) / Math.PI
  const stretch = Math.hypot(matrix[0], matrix[1])
  const vertical = font.vertical === true
  const pale = isPale(state)
  const isWhite = state.fill === white
  let advance = 0
  for (const glyph of shown) {
    if (typeof glyph === 'number') {
      advance -= (glyph / 1000) * fontSize
      continue
    }
    const { unicode, width } = glyph
    const metric = vertical ? (glyph.vmetric ?? font.defaultVMetrics ?? [-1000, width / 2, 880]) : undefined
    const spacing = state.characterSpacing + (glyph.isSpace ? state.wordSpacing : 0)
    if (unicode.trim() === '') {
      drawing.isAfterBlank = true
    } else {
      const x = metric === undefined ? advance * horizontalScale : -metric[1]! * widthScale
      const up = metric === undefined ? rise : advance - metric[2]! * widthScale + rise
      const left = matrix[0] * x + matrix[2] * up + matrix[4]
      const y = matrix[1] * x + matrix[3] * up + matrix[5]
      if (!isHidden(drawing, left, y)) {
        const text = usualForm(unicode)
        const extent = Math.abs(width * widthScale * (vertical ? 1 : horizontalScale)) * stretch
        // All fields in one literal, which the engine makes far faster than a copy of shared ones.
        glyphs[glyphs.length] = {
          text,
          left,
          right: left + extent,
          y,
          size,
          angle,
          font: fontName,
          isPale: pale,
          isWhite,
          isAfterBlank: drawing.isAfterBlank,
        }
      }
      drawing.isAfterBlank = false
    }
    advance += metric === undefined ? width * widthScale + spacing : metric[0]! * widthScale - spacing
  }
  drawing.textMatrix = vertical
    ? advanced(textMatrix, 0, advance)
    : advanced(textMatrix, advance * horizontalScale, 0)
}

export function moveText(drawing: Drawing, x: number, y: number): void {
  drawing.lineMatrix = compose(drawing.lineMatrix, [1, 0, 0, 1, x, y])
  drawing.textMatrix = drawing.lineMatrix
}

export function setTextMatrix(drawing: Drawing, matrix: Matrix): void {
  drawing.lineMatrix = matrix
  drawing.textMatrix = matrix
}
