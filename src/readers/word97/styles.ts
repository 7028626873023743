/** The styles of a Word file ([MS-DOC], STSH): what a paragraph or a character has from its style. */
import type { WordFile } from './file.js'
import { tables } from './file.js'
import {
  firstIndents,
  hidden,
  leftIndents,
  listLevel,
  listNumber,
  outlineLevel,
  readSprms,
  toggled,
} from './sprm.js'

export interface Style {
  /** 1 to 9 for headings, else 0. */
  readonly level: number
  readonly isHidden: boolean
  /** The number of the list among the overrides, from 1; 0 for none. */
  readonly list: number
  readonly listLevel: number
  /** In twentieths of a point: how far in it stands, and its first line further. */
  readonly left: number
  readonly first: number
}

export const plainStyle: Style = { level: 0, isHidden: false, list: 0, listLevel: 0, left: 0, first: 0 }

interface Definition {
  /** Number of a style that every file has: 1 to 9 are headings. */
  readonly builtIn: number
  readonly base: number
  readonly sprms: readonly Buffer[]
}

const noBase = 0xfff
const ofParagraphs = 1

function readDefinition(entry: Buffer, baseSize: number): Definition {
  const kind = entry.readUInt16LE(2) & 0xf
  const lists: Buffer[] = []
  let at = baseSize + 4 + 2 * entry.readUInt16LE(baseSize)
  for (let count = entry.readUInt16LE(4) & 0xf; count > 0 && at + 2 <= entry.length; count--) {
    const size = entry.readUInt16LE(at)
    // What is for paragraphs has the number of the style in front.
    const start = at + 2 + (kind === ofParagraphs && lists.length === 0 ? 2 : 0)
    lists.push(entry.subarray(start, Math.max(start, at + 2 + size)))
    at += 2 + size + (size % 2)
  }
  return { builtIn: entry.readUInt16LE(0) & 0xfff, base: entry.readUInt16LE(2) >> 4, sprms: lists }
}

function readDefinitions(table: Buffer): (Definition | undefined)[] {
  if (table.length < 6) return []
  const headSize = table.readUInt16LE(0)
  const baseSize = table.readUInt16LE(4)
  const definitions: (Definition | undefined)[] = []
  for (let at = 2 + headSize; at + 2 <= table.length; ) {
    const size = table.readUInt16LE(at)
    const entry = table.subarray(at + 2, at + 2 + size)
    definitions.push(entry.length > baseSize + 2 ? readDefinition(entry, baseSize) : undefined)
    at += 2 + size
  }
  return definitions
}

/** What a list of modifiers makes of a style. */
function withSprms(style: Style, sprms: Buffer): Style {
  let { level, isHidden, list, listLevel: depth, left, first } = style
  readSprms(sprms, (code, operand) => {
    if (code === outlineLevel) level = operand.readUInt8(0) < 9 ? operand.readUInt8(0) + 1 : 0
    if (code === hidden) isHidden = toggled(operand, isHidden)
    if (code === listNumber) list = operand.readUInt16LE(0)
    if (code === listLevel) depth = operand.readUInt8(0)
    if (leftIndents.includes(code)) left = operand.readInt16LE(0)
    if (firstIndents.includes(code)) first = operand.readInt16LE(0)
  })
  return { level, isHidden, list, listLevel: depth, left, first }
}

/** The styles of a file, by their number. A style has what its base has, unless it says otherwise. */
export function readStyles(file: WordFile): (number: number) => Style {
  const definitions = readDefinitions(file.table(tables.styles))
  const known = new Map<number, Style>()
  const styleOf = (number: number, depth: number): Style => {
    const definition = definitions[number]
    if (definition === undefined || number === noBase || depth > definitions.length) return plainStyle
    const found = known.get(number)
    if (found !== undefined) return found
    const { builtIn, base, sprms } = definition
    const inherited = styleOf(base, depth + 1)
    const named = builtIn >= 1 && builtIn <= 9 ? { ...inherited, level: builtIn } : inherited
    const style = sprms.reduce(withSprms, named)
    known.set(number, style)
    return style
  }
  return (number) => styleOf(number, 0)
}

/** What a paragraph has from its style and its own modifiers; an outline level of its own makes it no heading. */
export function ownStyle(style: Style, sprms: Buffer): Style {
  return { ...withSprms(style, sprms), level: style.level }
}
