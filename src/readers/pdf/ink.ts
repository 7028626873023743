/**
 * What a PDF page shows: its glyphs and its ruling lines at the places where a reader sees them, from the operations of
 * its content (ISO 32000-1, 8 and 9). Pictures leave only their box.
 * Coordinates: points, x to the right, y downwards, as the page is shown.
 */
import { append } from '../../model/lists.js'
import type { Box, Matrix } from '../printed/geometry.js'
import { compose, identity, transformedBox } from '../printed/geometry.js'
import type { PageInk } from '../printed/ink.js'
import { seenGlyphs } from '../printed/ink.js'
import { rulesOfPath } from './paths.js'
import type { Drawing, InkFont } from './pen.js'
import { moveText, newState, setTextMatrix, showText, white } from './pen.js'

export interface Operation {
  readonly name: string
  readonly args: readonly unknown[]
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

/** What a reader adds to a page, such as the text of a form, is drawn from the corner of the page. */
function beginAnnotation(drawing: Drawing, transform: Matrix, matrix: Matrix): void {
  save(drawing)
  drawing.state = newState(compose(drawing.view, compose(transform, matrix)))
}

/** A picture covers the unit square. Thin ones are drawn as lines. */
function addPicture(drawing: Drawing): void {
  if (drawing.hiddenMarks > 0) return
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
  if (path == null || drawing.hiddenMarks > 0) return
  const { ctm, fill, lineWidth } = drawing.state
  const width = lineWidth * Math.hypot(ctm[0], ctm[1])
  const { rules, areas } = rulesOfPath(paint, path, ctm, width)
  append(drawing.rules, rules)
  if (fill !== white) append(drawing.areas, areas)
}

/** Content with a mark: that of a layer that is not shown is not seen, whatever is marked inside of it (8.11). */
function beginMark(drawing: Drawing, tag?: unknown, layer?: unknown): void {
  const hides = tag === 'OC' && layer != null && !drawing.isLayerShown(layer)
  drawing.marks.push(hides)
  if (hides) drawing.hiddenMarks++
}

function endMark(drawing: Drawing): void {
  if (drawing.marks.pop() === true) drawing.hiddenMarks--
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
  beginAnnotation: (drawing, [, , transform, matrix]) => beginAnnotation(drawing, transform!, matrix!),
  endAnnotation: restore,
  beginGroup: (drawing, [group]) =>
    beginForm(drawing, (group as unknown as { readonly matrix?: Matrix }).matrix),
  endGroup: restore,
  beginMarkedContent: (drawing) => beginMark(drawing),
  beginMarkedContentProps: (drawing, [tag, layer]) => beginMark(drawing, tag, layer),
  endMarkedContent: endMark,
  constructPath: (drawing, [paint, data]) =>
    addPath(drawing, paint!, (data as unknown as readonly ArrayLike<number>[])[0]),
}

/** Where the page is shown turned, `view` turns it. The parser leaves out pictures: a place that nothing is put at. */
export function inkOf(
  operations: Iterable<Operation>,
  font: (name: string) => InkFont,
  view: Matrix,
  box: Box,
  isLayerShown: (layer: unknown) => boolean,
): PageInk {
  const drawing: Drawing = {
    font,
    view,
    box,
    glyphs: [],
    rules: [],
    pictures: [],
    areas: [],
    isLayerShown,
    marks: [],
    hiddenMarks: 0,
    isAfterBlank: false,
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
  const { rules, pictures, areas } = drawing
  return { glyphs: seenGlyphs(drawing.glyphs, areas), rules, pictures, box }
}
