/**
 * Grids that ruling lines draw: lines that touch make one grid, its cells are the areas between them. Where lines across
 * stand out beyond the outermost lines down, the sides are open, and cells end where the lines do.
 * Coordinates: points, x to the right, y downwards, as the page is read.
 */

import { least, most } from '../../model/lists.js'
import { countFirst } from '../../model/sorted.js'
import type { Box, Rule } from './geometry.js'
import { dot } from './rules.js'

export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

export interface RuledGrid extends Box {
  /** Sides of columns and rows, in order: one more than there are columns and rows. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** The lines that it is made of. */
  readonly rules: readonly Rule[]
  /** Sorted by row and column; together they cover the grid. */
  readonly cells: readonly GridCell[]
  /** The cell at a place of the grid, as an index. */
  cellAt(row: number, column: number): number
}

/** Lines that lie no further apart are one line; lines that miss each other by no more touch. In points. */
const tolerance = 3
/** Dots of one line are no further off it. */
const tightest = 0.5
/** Shorter lines part no cells. */
const shortestRule = 6
/** Lines across that stand out no further have no cell at their end. */
const openSide = 10
/** With more lines in one direction, a page is a drawing or a map. */
const mostRules = 1500

/** With more places, lines are a pattern. */
const mostPlaces = 100_000

/** Places that lie within a distance of their neighbours, as one each. */
function clustered(places: readonly number[], distance = tolerance): number[] {
  const clusters: { sum: number; count: number; last: number }[] = []
  for (const place of [...places].sort((one, two) => one - two)) {
    const cluster = clusters.at(-1)
    if (cluster !== undefined && place - cluster.last <= distance) {
      cluster.sum += place
      cluster.count++
      cluster.last = place
    } else clusters.push({ sum: place, count: 1, last: place })
  }
  return clusters.map(({ sum, count }) => sum / count)
}

/** Index of the place nearest to a value, of sorted places. */
export function nearest(places: readonly number[], value: number): number {
  const first = countFirst(places.length, (index) => places[index]! < value)
  if (first === 0) return 0
  if (first === places.length) return first - 1
  return places[first]! - value < value - places[first - 1]! ? first : first - 1
}

/** Rules of one direction at one place, those that nearly touch joined. */
function inLine(rules: readonly Rule[], distance: number): Rule[] {
  const places = clustered(
    rules.map(({ at }) => at),
    distance,
  )
  const byPlace = new Map<number, Rule[]>()
  for (const rule of rules) {
    const place = places[nearest(places, rule.at)]!
    const same = byPlace.get(place)
    if (same === undefined) byPlace.set(place, [rule])
    else same.push(rule)
  }
  const whole: { direction: Rule['direction']; at: number; from: number; to: number }[] = []
  for (const [at, same] of byPlace) {
    const first = whole.length
    for (const { direction, from, to } of same.sort((one, two) => one.from - two.from)) {
      const last = whole.length > first ? whole.at(-1)! : undefined
      if (last !== undefined && from - last.to <= tolerance) last.to = Math.max(last.to, to)
      else whole.push({ direction, at, from, to })
    }
  }
  return whole.filter(({ from, to }) => to - from >= shortestRule)
}

/**
 * Rules of one direction, those in line with each other joined, also the dots and dashes of a broken line; none of a
 * drawing. Dots of lines in the other direction lie near each other, so dots are joined by themselves.
 */
export function joinedRules(rules: readonly Rule[]): Rule[] {
  const isDot = ({ from, to }: Rule) => to - from <= dot
  const dotted = inLine(rules.filter(isDot), tightest)
  const dashed = inLine([...rules.filter((rule) => !isDot(rule)), ...dotted], tolerance)
  return dashed.length > mostRules ? [] : dashed
}

/** Sets that are merged; `find` gives the same number for all members of one. */
function newSets(count: number) {
  const parents = Array.from({ length: count }, (_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (parents[root] !== root) root = parents[root]!
    for (let at = index; at !== root; ) {
      const next = parents[at]!
      parents[at] = root
      at = next
    }
    return root
  }
  return {
    find,
    merge(one: number, two: number): void {
      parents[find(two)] = find(one)
    },
  }
}

interface Lines {
  readonly across: readonly Rule[]
  readonly down: readonly Rule[]
}

function touches(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - tolerance &&
    down.at <= across.to + tolerance &&
    across.at >= down.from - tolerance &&
    across.at <= down.to + tolerance
  )
}

/** Lines that touch each other, grid by grid. */
function connected({ across, down }: Lines): Lines[] {
  const sets = newSets(across.length + down.length)
  across.forEach((rule, at) => {
    down.forEach((other, index) => {
      if (touches(rule, other)) sets.merge(at, across.length + index)
    })
  })
  const groups = new Map<number, { across: Rule[]; down: Rule[] }>()
  const groupOf = (index: number) => {
    const root = sets.find(index)
    const group = groups.get(root) ?? { across: [], down: [] }
    groups.set(root, group)
    return group
  }
  for (const [at, rule] of across.entries()) groupOf(at).across.push(rule)
  for (const [at, rule] of down.entries()) groupOf(across.length + at).down.push(rule)
  return [...groups.values()]
}

/** Sides of cells in one direction, from the lines that are sides and the ends of those that cross them. */
function sidesOf(own: readonly Rule[], crossing: readonly Rule[]): number[] {
  const sides = clustered(own.map(({ at }) => at))
  const first = least(crossing.map(({ from }) => from))
  const last = most(crossing.map(({ to }) => to))
  if (sides.length === 0) return [first, last]
  if (sides[0]! - first > openSide) sides.unshift(first)
  if (last - sides.at(-1)! > openSide) sides.push(last)
  return sides
}

/** Which sides between neighbouring cells are drawn: `walls[side][cell]`. */
function wallsOf(rules: readonly Rule[], sides: readonly number[], others: readonly number[]): boolean[][] {
  const walls = sides.map(() => others.slice(1).map(() => false))
  for (const { at, from, to } of rules) {
    const wall = walls[nearest(sides, at)]!
    for (let cell = 0; cell + 1 < others.length; cell++) {
      const covered = Math.min(to, others[cell + 1]!) - Math.max(from, others[cell]!)
      if (covered * 2 > others[cell + 1]! - others[cell]!) wall[cell] = true
    }
  }
  return walls
}

/** The parts of an area that lie side by side in one row, as cells. Its places are sorted. */
function rowsOf(area: readonly number[], columns: number): GridCell[] {
  const cells: { row: number; column: number; rowSpan: number; columnSpan: number }[] = []
  for (const index of area) {
    const row = Math.floor(index / columns)
    const column = index % columns
    const last = cells.at(-1)
    if (last !== undefined && last.row === row && last.column + last.columnSpan === column) last.columnSpan++
    else cells.push({ row, column, rowSpan: 1, columnSpan: 1 })
  }
  return cells
}

/** Areas without a wall between them are one cell, if they make a rectangle; else each of their rows is. */
function mergedCells(
  rows: number,
  columns: number,
  hasBelow: (row: number, column: number) => boolean,
  hasRight: (row: number, column: number) => boolean,
): GridCell[] {
  const sets = newSets(rows * columns)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const index = row * columns + column
      if (column + 1 < columns && !hasRight(row, column)) sets.merge(index, index + 1)
      if (row + 1 < rows && !hasBelow(row, column)) sets.merge(index, index + columns)
    }
  }
  const areas = new Map<number, number[]>()
  for (let index = 0; index < rows * columns; index++) {
    const root = sets.find(index)
    const area = areas.get(root)
    if (area === undefined) areas.set(root, [index])
    else area.push(index)
  }
  return [...areas.values()]
    .flatMap((area): GridCell[] => {
      const top = Math.floor(area[0]! / columns)
      const bottom = Math.floor(area.at(-1)! / columns)
      const places = area.map((index) => index % columns)
      const left = places.reduce((least, place) => Math.min(least, place), columns)
      const right = places.reduce((most, place) => Math.max(most, place), 0)
      const size = { row: top, column: left, rowSpan: bottom - top + 1, columnSpan: right - left + 1 }
      return size.rowSpan * size.columnSpan === area.length ? [size] : rowsOf(area, columns)
    })
    .sort((one, two) => one.row - two.row || one.column - two.column)
}

function gridOf({ across, down }: Lines): RuledGrid | undefined {
  if (across.length === 0 || down.length === 0) return undefined
  const xs = sidesOf(down, across)
  const ys = sidesOf(across, down)
  const rows = ys.length - 1
  const columns = xs.length - 1
  if (rows < 1 || columns < 1 || rows * columns > mostPlaces) return undefined
  const below = wallsOf(across, ys, xs)
  const right = wallsOf(down, xs, ys)
  const cells = mergedCells(
    rows,
    columns,
    (row, column) => below[row + 1]![column]!,
    (row, column) => right[column + 1]![row]!,
  )
  const places = new Int32Array(rows * columns)
  cells.forEach(({ row, column, rowSpan, columnSpan }, index) => {
    for (let at = row; at < row + rowSpan; at++)
      places.fill(index, at * columns + column, at * columns + column + columnSpan)
  })
  return {
    xs,
    ys,
    rules: [...across, ...down],
    cells,
    left: xs[0]!,
    right: xs.at(-1)!,
    top: ys[0]!,
    bottom: ys.at(-1)!,
    cellAt: (row, column) => places[row * columns + column]!,
  }
}

/** The grids of a page. */
export function findGrids(rules: readonly Rule[]): RuledGrid[] {
  const across = joinedRules(rules.filter(({ direction }) => direction === 'across'))
  const down = joinedRules(rules.filter(({ direction }) => direction === 'down'))
  return connected({ across, down }).flatMap((lines) => gridOf(lines) ?? [])
}
