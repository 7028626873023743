/**
 * The text boxes of a Word file ([MS-DOC], PlcftxbxTxt and PlcfSpa): where the text of each stands, and the place of the
 * body that it is anchored at.
 */
import type { WordFile } from './file.js'
import { tables } from './file.js'

export interface TextBox {
  readonly start: number
  readonly end: number
  /** Undefined where the box is part of a drawing. */
  readonly anchor: number | undefined
}

const boxSize = 22
const shapeOfBox = 14
const anchorSize = 26

/** Anchors in the body by the number of their shape. */
function readAnchors(file: WordFile): ReadonlyMap<number, number> {
  const bytes = file.table(tables.anchors)
  const count = Math.max(0, Math.floor((bytes.length - 4) / (4 + anchorSize)))
  return new Map(
    Array.from({ length: count }, (_, at) => [
      bytes.readUInt32LE(4 * (count + 1) + anchorSize * at),
      bytes.readUInt32LE(4 * at),
    ]),
  )
}

/** The boxes in the order of their text: all of it, also where nothing is said of it. */
export function readTextBoxes(file: WordFile): TextBox[] {
  const { start, end } = file.stories.textBoxes
  const bytes = file.table(tables.textBoxes)
  const count = Math.max(0, Math.floor((bytes.length - 4) / (4 + boxSize)))
  const anchors = readAnchors(file)
  let from = start
  const boxes = Array.from({ length: count }, (_, at): TextBox => {
    const to = Math.max(from, Math.min(end, start + bytes.readUInt32LE(4 * (at + 1))))
    const box = {
      start: from,
      end: to,
      anchor: anchors.get(bytes.readUInt32LE(4 * (count + 1) + boxSize * at + shapeOfBox)),
    }
    from = to
    return box
  })
  return [...boxes, { start: from, end, anchor: undefined }].filter((box) => box.end > box.start)
}
