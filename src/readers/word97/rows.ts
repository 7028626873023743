/** The rows of tables in a Word file: where the borders of cells stand, and which cells go on with those beside or above. */
import type { DefinedCell } from '../word/columns.js'
import { readSprms, rowDefinition, verticalMerge } from './sprm.js'

const cellSize = 20
const vertical = ['none', 'continue', 'none', 'start'] as const

/** The cells that the modifiers of a row end define. */
export function definedCells(sprms: Buffer): DefinedCell[] {
  let cells: DefinedCell[] = []
  readSprms(sprms, (code, operand) => {
    if (code === rowDefinition) {
      const count = operand.readUInt8(2)
      const flagsAt = 3 + 2 * (count + 1)
      cells = Array.from({ length: count }, (_, index) => {
        const at = flagsAt + cellSize * index
        // Cells without flags of their own may be left out.
        const flags = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0
        return {
          left: operand.readInt16LE(3 + 2 * index),
          right: operand.readInt16LE(5 + 2 * index),
          down: vertical[(flags >> 5) & 3]!,
          isContinued: (flags & 3) === 1,
        }
      })
    }
    if (code === verticalMerge) {
      const cell = cells[operand.readUInt8(1)]
      if (cell !== undefined)
        cells[operand.readUInt8(1)] = { ...cell, down: vertical[operand.readUInt8(2) & 3]! }
    }
  })
  return cells
}
