/**
 * Classes that are called by numbers, down the first column: 0-14岁, 500万元以上. They name the rows, as words do.
 * Linear in the cells.
 */
import { least } from '../../model/lists.js'
import type { GridCell } from './grid.js'

const bare = /^[-+]?[\d,.]+[%‰]?$/
/** So many numbers with words name rows, where so many figures beside them have none. */
const fewest = 2
const leastBare = 0.6

/** Cells with numbers of the first column as words, where figures without words stand beside them. */
export function withClasses(cells: readonly GridCell[]): readonly GridCell[] {
  const first = least(cells.map(({ cell }) => cell.column))
  const isNumber = ({ kind }: GridCell) => kind === 'figure' || kind === 'prose'
  const isClass = (cell: GridCell) => cell.cell.column === first && isNumber(cell)
  const isBare = ({ text }: GridCell) => bare.test(text)
  const classes = cells.filter(isClass)
  const figures = cells.filter((cell) => isNumber(cell) && !isClass(cell))
  if (classes.length < fewest || classes.some(isBare)) return cells
  if (figures.filter(isBare).length < leastBare * figures.length) return cells
  return cells.map((cell) => (isClass(cell) ? { ...cell, kind: 'text' } : cell))
}
