/** What a cell holds by itself, whatever stands around it. */
import type { CellKind, GridCell } from './grid.js'
import { isPower } from './one-of-unit.js'
import { isBareYear, isPeriod, tidy, type WordReader } from './words.js'

const missing = /^(?:[-—–─]+|…+|\.{2,}|·+|\/|\\|[*×xX]+|n\/?a)$/i

/** Signs and marks of notes beside a figure, and brackets around it. */
const besideFigure = /^[\s+*※#△▲()[\]①-⑳¹²³⁴-⁹注]*$/
/** A laboratory marks what is too high or too low; beside a rate an arrow is its direction. */
const flag = /^[↑↓]$/
/** 增加1.30个百分点: words of a change are no longer than this. */
const longestVerb = 4

type Printed = Omit<GridCell, 'kind'>

function isFigure({ text, start, quantities, ignored }: Printed, reader: WordReader): boolean {
  const [quantity, ...others] = quantities
  if (quantity === undefined || others.length > 0 || ignored.length > 0) return false
  const before = text.slice(0, quantity.start - start)
  const after = text.slice(quantity.end - start)
  const isFlagged = flag.test(after) && quantity.measure !== 'percent'
  if (!isFlagged && !besideFigure.test(after)) return false
  if (besideFigure.test(before)) return true
  return before.length <= longestVerb && (reader.is('increase', before) || reader.is('decrease', before))
}

export function kindOf(cell: Printed, reader: WordReader): CellKind {
  if (cell.text === '') return 'empty'
  const { text } = cell
  if (missing.test(text)) return 'missing'
  if (isBareYear(text)) return 'year'
  if (isPeriod(text, reader)) return 'period'
  if (isPower(text)) return reader.isUnit(text) ? 'unit' : 'prose'
  if (isFigure(cell, reader)) return 'figure'
  if (reader.isUnit(tidy(text))) return 'unit'
  return cell.quantities.length > 0 ? 'prose' : 'text'
}
