/**
 * How far in the labels of a printed table stand: those that begin at few places, one a step further in than the other,
 * where they are set neither in the middle nor at the right of their column.
 */
import { least, most } from '../../model/lists.js'
import type { DrawnCell } from '../drawing.js'
import { indented } from '../indent.js'
import { isFigure } from './figure.js'
import { median } from './geometry.js'

/** Labels of fewer rows show no steps. */
const fewestLabels = 3
const mostSteps = 4
/** In parts of the type size: how far off its step a label begins, and how wide steps are. */
const offStep = 0.35
const narrowest = 0.7
const widest = 3.5

/** The first line of a label. */
interface Label {
  readonly cell: DrawnCell
  readonly left: number
  readonly right: number
  readonly size: number
}

function labelOf(cell: DrawnCell): Label[] {
  const [first] = cell.glyphs ?? []
  if (first === undefined) return []
  const line = cell.glyphs!.filter(({ y }) => Math.abs(y - first.y) < first.size / 2)
  return [{ cell, left: first.left, right: most(line.map(({ right }) => right)), size: first.size }]
}

/** The labels of rows with figures. */
function labelsOf(cells: readonly DrawnCell[]): Label[] {
  const withFigures = new Set(
    cells.flatMap(({ row, column, text }) => (column > 0 && isFigure(text) ? [row] : [])),
  )
  return cells.filter(({ row, column }) => column === 0 && withFigures.has(row)).flatMap(labelOf)
}

/** Places where labels begin, from the left, those that are nearly the same as one. */
function stepsOf(labels: readonly Label[], size: number): number[] {
  const steps: number[] = []
  for (const { left } of [...labels].sort((one, two) => one.left - two.left))
    if (steps.length === 0 || left - steps.at(-1)! > offStep * size) steps.push(left)
  return steps
}

const spread = (numbers: readonly number[]) => most(numbers) - least(numbers)

/** The cells of a table with blanks in front of the labels that are indented. */
export function withIndents(cells: readonly DrawnCell[]): readonly DrawnCell[] {
  const labels = labelsOf(cells)
  const size = median(labels.map((label) => label.size)) ?? 0
  const steps = stepsOf(labels, size)
  if (labels.length < fewestLabels || steps.length < 2 || steps.length > mostSteps) return cells
  const isEven = steps.slice(1).every((step, at) => {
    const width = (step - steps[at]!) / size
    return width >= narrowest && width <= widest
  })
  const isSetOtherwise =
    spread(labels.map(({ left, right }) => left + right)) < size ||
    spread(labels.map(({ right }) => right)) < size / 2
  if (!isEven || isSetOtherwise) return cells
  const indents = new Map(labels.map(({ cell, left }) => [cell, Math.max(0, (left - steps[0]!) / size)]))
  return cells.map((cell) => ({ ...cell, text: indented(cell.text, indents.get(cell) ?? 0) }))
}
