/**
 * What a PDF page shows: its glyphs and its ruling lines at the places where a reader sees them, from the operations of
 * its content (ISO 32000-1, 8 and 9). Pictures leave only their box.
 * Coordinates: points, x to the right, y downwards, as the page is shown.
 */
import type { Box, Matrix, Point, Rule } from './pdf-geometry.js'
import { compose, identity, isInside, transformed, transformedBox } from './pdf-geometry.js'
import { rulesOfPath } from './pdf-paths.js'

/** A character where it is shown. `left` and `right` lie along the baseline, which is at `y`. */
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
}

export interface PageInk {
  readonly glyphs: readonly Glyph[]
  readonly rules: readonly Rule[]
  /** Boxes of pictures. */
  readonly pictures: readonly Box[]
  readonly box: Box
}

export interface Operation {
  readonly name: string
  readonly args: readonly unknown[]
}

/** What the parser knows of a font. Widths and metrics of glyphs are in thousandths of the type size. */
export interface InkFont {
  readonly fontMatrix?: readonly number[]
  readonly vertical?: boolean
  readonly defaultVMetrics?: readonly number[]
  readonly isType3Font?: boolean
  readonly bbox?: readonly number[]
}

/** A glyph as the parser gives it. */
interface ShownGlyph {
  readonly unicode: string
  readonly width: number
  readonly vmetric?: readonly number[] | null
  readonly isSpace: boolean
}

interface GraphicsState {
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

interface Drawing {
  readonly font: (name: string) => InkFont
  readonly box: Box
  readonly glyphs: Glyph[]
  readonly rules: Rule[]
  readonly pictures: Box[]
  /** Painted areas that white letters can be read on, and which glyphs are white. */
  readonly areas: Box[]
  readonly white: Set<number>
  readonly stack: GraphicsState[]
  state: GraphicsState
  textMatrix: Matrix
  lineMatrix: Matrix
}

const white = '#ffffff'
/** Modes of ISO 32000-1, table 106, without paint: as the layer of recognised text, and as a clip. */
const unpainted: ReadonlySet<number> = new Set([3, 7])
/** Paint below this share of opacity shows nothing. */
const leastOpacity = 0.02
/** Light paint: brighter than this, or more let through. */
const paleBrightness = 0.55
const paleOpacity = 0.6

/** Brightness by the weights of ITU-R BT.601. */
function isPale({ fill, fillAlpha }: GraphicsState): boolean {
  if (fillAlpha < paleOpacity) return true
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(fill.slice(at, at + 2), 16) || 0,
  )
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255 > paleBrightness
}

/** A type 3 font says in its box how high its glyphs are; others are as high as their size. */
function sizeScale({ isType3Font, bbox, fontMatrix }: InkFont): number {
  const height = bbox === undefined ? 0 : Math.abs((bbox[3] ?? 0) - (bbox[1] ?? 0))
  return isType3Font && height > 0 ? height * Math.abs(fontMatrix?.[3] ?? 0.001) : 1
}

const ligature = /[\ufb00-\ufb06\u00a0]/

function newState(ctm: Matrix): GraphicsState {
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

/** Text beyond the page, or let through altogether. White text may stand on something that is painted later. */
function isHidden({ state, box }: Drawing, place: Point): boolean {
  return !isInside(box, place) || (state.fillAlpha < leastOpacity && !unpainted.has(state.mode))
}

function showText(drawing: Drawing, glyphs: readonly (ShownGlyph | number)[]): void {
  const { state, textMatrix } = drawing
  const { font, fontSize, horizontalScale, rise } = state
  const matrix = compose(state.ctm, textMatrix)
  const widthScale = (font.fontMatrix?.[0] ?? 0.001) * fontSize
  const size = Math.hypot(matrix[2], matrix[3]) * Math.abs(fontSize) * sizeScale(font)
  const along = Math.sign(fontSize) || 1
  const angle = (Math.atan2(matrix[1] * along, matrix[0] * along) * 180) / Math.PI
  const stretch = Math.hypot(matrix[0], matrix[1])
  const vertical = font.vertical === true
  let advance = 0
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      advance -= (glyph / 1000) * fontSize
      continue
    }
    const metric = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, glyph.width / 2, 880]
    const offset = vertical
      ? { x: -metric[1]! * widthScale, y: advance - metric[2]! * widthScale + rise }
      : { x: advance * horizontalScale, y: rise }
    const origin = transformed(matrix, offset)
    const width = Math.abs(glyph.width * widthScale * (vertical ? 1 : horizontalScale)) * stretch
    if (!isHidden(drawing, origin) && glyph.unicode !== '') {
      const text = ligature.test(glyph.unicode) ? glyph.unicode.normalize('NFKC') : glyph.unicode
      if (state.fill === white) drawing.white.add(drawing.glyphs.length)
      drawing.glyphs.push({
        text,
        left: origin.x,
        right: origin.x + width,
        y: origin.y,
        size,
        angle,
        font: state.fontName,
        isPale: isPale(state),
      })
    }
    const spacing = state.characterSpacing + (glyph.isSpace ? state.wordSpacing : 0)
    advance += vertical ? metric[0]! * widthScale - spacing : glyph.width * widthScale + spacing
  }
  const moved: Matrix = vertical ? [1, 0, 0, 1, 0, advance] : [1, 0, 0, 1, advance * horizontalScale, 0]
  drawing.textMatrix = compose(textMatrix, moved)
}

function moveText(drawing: Drawing, x: number, y: number): void {
  drawing.lineMatrix = compose(drawing.lineMatrix, [1, 0, 0, 1, x, y])
  drawing.textMatrix = drawing.lineMatrix
}

function setTextMatrix(drawing: Drawing, matrix: Matrix): void {
  drawing.lineMatrix = matrix
  drawing.textMatrix = matrix
}

function save(drawing: Drawing): void {
  drawing.stack.push({ ...drawing.state })
}

function restore(drawing: Drawing): void {
  drawing.state = drawing.stack.pop() ?? drawing.state
}

function setFont(drawing: Drawing, name: string, size: number): void {
  Object.assign(drawing.state, { fontName: name, font: drawing.font(name), fontSize: size })
}

/** Extended graphics states set what paint and text look like, as pairs of a key and a value. */
function setGraphicsState(drawing: Drawing, pairs: readonly (readonly [string, unknown])[]): void {
  for (const [key, value] of pairs) {
    if (key === 'LW') drawing.state.lineWidth = value as number
    else if (key === 'ca') drawing.state.fillAlpha = value as number
    else if (key === 'Font') setFont(drawing, ...(value as [string, number]))
  }
}

function beginForm(drawing: Drawing, matrix: Matrix | null | undefined): void {
  save(drawing)
  if (matrix) drawing.state.ctm = compose(drawing.state.ctm, matrix)
}

const thinPicture = 3

/** A picture covers the unit square. Thin ones are drawn as lines. */
function addPicture(drawing: Drawing): void {
  const box = transformedBox(drawing.state.ctm, [0, 0, 1, 1])
  const { left, top, right, bottom } = box
  if (bottom - top <= thinPicture && right - left > thinPicture) {
    drawing.rules.push({ direction: 'across', at: (top + bottom) / 2, from: left, to: right })
  } else if (right - left <= thinPicture && bottom - top > thinPicture) {
    drawing.rules.push({ direction: 'down', at: (left + right) / 2, from: top, to: bottom })
  } else {
    drawing.pictures.push(box)
    drawing.areas.push(box)
  }
}

function addPath(drawing: Drawing, paint: number, path: ArrayLike<number> | null | undefined): void {
  if (path == null) return
  const { ctm, fill, lineWidth } = drawing.state
  const width = lineWidth * Math.hypot(ctm[0], ctm[1])
  const { rules, areas } = rulesOfPath(paint, path, ctm, width)
  drawing.rules.push(...rules)
  if (fill !== white) drawing.areas.push(...areas)
}

type Handler = (drawing: Drawing, args: readonly never[]) => void

/** What each operation does; all others leave glyphs and lines where they are. */
const handlers: Readonly<Record<string, Handler>> = {
  save,
  restore,
  transform: (drawing, args) => {
    drawing.state.ctm = compose(drawing.state.ctm, args as unknown as Matrix)
  },
  setGState: (drawing, [pairs]) => setGraphicsState(drawing, pairs!),
  setLineWidth: ({ state }, [width]) => {
    state.lineWidth = width!
  },
  setFillRGBColor: ({ state }, [color]) => {
    state.fill = color!
  },
  setFillColorN: ({ state }) => {
    state.fill = 'pattern'
  },
  beginText: (drawing) => setTextMatrix(drawing, identity),
  setFont: (drawing, [name, size]) => setFont(drawing, name!, size!),
  setTextMatrix: (drawing, [matrix]) => setTextMatrix(drawing, [...(matrix! as Iterable<number>)] as never),
  moveText: (drawing, [x, y]) => moveText(drawing, x!, y!),
  setLeadingMoveText: (drawing, [x, y]) => {
    drawing.state.leading = -y!
    moveText(drawing, x!, y!)
  },
  nextLine: (drawing) => moveText(drawing, 0, -drawing.state.leading),
  setLeading: ({ state }, [leading]) => {
    state.leading = leading!
  },
  setCharSpacing: ({ state }, [spacing]) => {
    state.characterSpacing = spacing!
  },
  setWordSpacing: ({ state }, [spacing]) => {
    state.wordSpacing = spacing!
  },
  setHScale: ({ state }, [percent]) => {
    state.horizontalScale = percent! / 100
  },
  setTextRise: ({ state }, [rise]) => {
    state.rise = rise!
  },
  setTextRenderingMode: ({ state }, [mode]) => {
    state.mode = mode!
  },
  showText: (drawing, [glyphs]) => showText(drawing, glyphs!),
  paintFormXObjectBegin: (drawing, [matrix]) => beginForm(drawing, matrix),
  paintFormXObjectEnd: restore,
  beginGroup: (drawing, [group]) =>
    beginForm(drawing, (group as unknown as { readonly matrix?: Matrix }).matrix),
  endGroup: restore,
  constructPath: (drawing, [paint, data]) =>
    addPath(drawing, paint!, (data as unknown as readonly ArrayLike<number>[])[0]),
}

/** Where the page is shown turned, `view` turns it. The parser leaves out pictures: a place that nothing is put at. */
export function inkOf(
  operations: Iterable<Operation>,
  font: (name: string) => InkFont,
  view: Matrix,
  box: Box,
): PageInk {
  const drawing: Drawing = {
    font,
    box,
    glyphs: [],
    rules: [],
    pictures: [],
    areas: [],
    white: new Set(),
    stack: [],
    state: newState(view),
    textMatrix: identity,
    lineMatrix: identity,
  }
  let previous = ''
  for (const { name, args } of operations) {
    if (name === 'restore' && previous === 'transform') addPicture(drawing)
    handlers[name]?.(drawing, args as readonly never[])
    previous = name
  }
  const { rules, pictures, areas, white } = drawing
  const glyphs = drawing.glyphs.filter(
    ({ left, y }, index) => !white.has(index) || areas.some((area) => isInside(area, { x: left, y })),
  )
  return { glyphs, rules, pictures, box }
}
