/** Single property modifiers of [MS-DOC]: the codes that are read here, and the walk over a list of them. */

/** Of characters. */
export const markedDeleted = 0x0800
export const hidden = 0x083c
export const special = 0x0855
export const symbolSign = 0x6a09
export const superscript = 0x2a48
/** How far above the line, in half points. */
export const position = 0x4845
export const characterStyle = 0x4a30
/** Of paragraphs. */
export const inTable = 0x2416
export const rowEnd = 0x2417
export const tableDepth = 0x6649
export const innerCellEnd = 0x244b
export const innerRowEnd = 0x244c
export const outlineLevel = 0x2640
export const listLevel = 0x260a
export const listNumber = 0x460b
/** How far in a paragraph stands, and its first line further; the second code of each is that of later versions. */
export const leftIndents: readonly number[] = [0x840f, 0x845e]
export const firstIndents: readonly number[] = [0x8411, 0x8460]
/** The properties of a paragraph stand in the data stream, at this place; the first code is that of early versions. */
export const hugeProperties: readonly number[] = [0x6645, 0x6646]
/** Of rows. */
export const rowDefinition = 0xd608
export const verticalMerge = 0xd62b
const tabStops = 0xc615

/** Codes of those that pieces of the text name by a number of their own ([MS-DOC], Prm0). */
export const shortCodes: ReadonlyMap<number, number> = new Map([
  [0x0c, listLevel],
  [0x18, inTable],
  [0x19, rowEnd],
  [0x41, markedDeleted],
  [0x5c, hidden],
  [0x68, superscript],
  [0x75, special],
  [0x78, outlineLevel],
])

/** No modifiers. */
export const noSprms = Buffer.alloc(0)

/** The modifiers of one list behind those of another: the later ones count. */
export function joinSprms(first: Buffer, second: Buffer): Buffer {
  if (first.length === 0) return second
  return second.length === 0 ? first : Buffer.concat([first, second])
}

/** Sizes of operands by the upper three bits of a code; 6 has its size in front. */
const sizes = [1, 1, 2, 4, 2, 2, 0, 3] as const

/** The size of an operand that has its size in front, with it. */
function longSize(list: Buffer, at: number, code: number): number {
  if (code === rowDefinition) return list.readUInt16LE(at) + 1
  const size = list.readUInt8(at)
  if (code !== tabStops || size !== 255) return 1 + size
  const deleted = list.readUInt8(at + 1)
  const added = list.readUInt8(at + 2 + 4 * deleted)
  return 3 + 4 * deleted + 3 * added
}

/** Visits each modifier of a list with its operand, which has its size in front where that is not fixed. */
export function readSprms(list: Buffer, visit: (code: number, operand: Buffer) => void): void {
  for (let at = 0; at + 3 <= list.length; ) {
    const code = list.readUInt16LE(at)
    at += 2
    const fixed = sizes[code >> 13]!
    const size = fixed === 0 ? longSize(list, at, code) : fixed
    if (at + size > list.length) return
    visit(code, list.subarray(at, at + size))
    at += size
  }
}

/** The value of a property that is on or off, where a style may say so: 128 leaves it to the style, 129 turns it around. */
export function toggled(operand: Buffer, ofStyle: boolean): boolean {
  const value = operand.readUInt8(0)
  if (value === 128) return ofStyle
  return value === 129 ? !ofStyle : value !== 0
}
