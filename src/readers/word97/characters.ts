/**
 * The characters of a Word file as text: what is deleted or hidden is none, nor are the marks by which Word anchors
 * pictures and notes; fields are what they show.
 */
import { leastLift, raised, symbolOf, withoutSymbols } from '../word/characters.js'
import type { FieldTrack } from '../word/fields.js'
import {
  characterStyle,
  hidden,
  markedDeleted,
  position,
  readSprms,
  special,
  superscript,
  symbolSign,
  toggled,
} from './sprm.js'
import type { Style } from './styles.js'

/** How characters of a run are shown. */
interface Look {
  readonly isDeleted: boolean
  readonly isShown: boolean
  readonly isRaised: boolean
  /** Moved up from the line, which is no sign of its own: whole lines may be. */
  readonly isLifted: boolean
  /** Whether signs of it are anchors. */
  readonly isSpecial: boolean
  /** The sign that a symbol font shows in its place. */
  readonly sign: string | undefined
}

export function lookOf(
  sprms: Buffer,
  paragraph: Style,
  fonts: (number: number) => string,
  styleOf: (number: number) => Style,
): Look {
  let style = paragraph
  let isDeleted = false
  let isHidden = paragraph.isHidden
  let isRaised = false
  let isLifted = false
  let isSpecial = false
  let sign: string | undefined
  readSprms(sprms, (code, operand) => {
    if (code === markedDeleted) isDeleted = operand.readUInt8(0) !== 0
    if (code === characterStyle) {
      const own = styleOf(operand.readUInt16LE(0))
      style = own.isHidden ? own : paragraph
      isHidden = style.isHidden
    }
    if (code === hidden) isHidden = toggled(operand, style.isHidden)
    if (code === superscript) isRaised = operand.readUInt8(0) === 1
    if (code === position) isLifted = operand.readInt16LE(0) >= leastLift
    if (code === special) isSpecial = operand.readUInt8(0) !== 0
    if (code === symbolSign) sign = symbolOf(fonts(operand.readUInt16LE(0)), operand.readUInt16LE(2))
  })
  return { isDeleted, isShown: !isDeleted && !isHidden, isRaised, isLifted, isSpecial, sign }
}

const fieldBegin = '\x13'
const fieldSeparator = '\x14'
const fieldEnd = '\x15'
/** What signs that are no characters stand for; all others stand for nothing. */
const shown = new Map([
  ['\t', '\t'],
  ['\x0b', '\n'],
  ['\x0c', '\n'],
  ['\x0e', '\n'],
  ['\x1e', '-'],
])
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controls = /[\x00-\x1f]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what most runs are without
const strange = /[\x00-\x1f\uf020-\uf0ff]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is parted
const pieces = /[\x00-\x1f]|[^\x00-\x1f]+/g

/** Adds the text of a run to the line before it. Fields begin and end also where they are hidden. */
export function addRun(line: string, text: string, look: Look, fields: FieldTrack): string {
  let grown = line
  const add = (piece: string) => {
    if (look.isShown) grown += fields.take(look.isRaised ? raised(piece, grown) : piece)
  }
  if (look.isSpecial && look.sign !== undefined) {
    add(look.sign.repeat(text.length))
    return grown
  }
  if (!strange.test(text)) {
    add(text)
    return grown
  }
  for (const [piece] of text.matchAll(pieces)) {
    if (piece === fieldBegin) fields.begin()
    else if (piece === fieldSeparator) fields.separate()
    else if (piece === fieldEnd) add(fields.end())
    else add(controls.test(piece) ? (shown.get(piece) ?? '') : withoutSymbols(piece))
  }
  return grown
}
