/**
 * Which lines of a table without ruling lines make one row: lines of one cell stand nearer to each other than rows do,
 * or fill the column of the labels. A row has one line of figures.
 */

import { least, most } from '../../model/lists.js'
import { foldRadicals } from '../../model/radicals.js'
import { isFigure } from './figure.js'
import type { PdfLine } from './lines.js'
import type { PageLine } from './ruled.js'

/** In parts of the least distance of rows: lines nearer than this are of one row. */
const wrapped = 0.9
/** Where no rows follow each other: in parts of the least distance, what lines of one row have, and rows more than. */
const alike = 1.1
const apart = 1.15
/** In parts of the least distance of labels: figures in the middle beside a label of two lines are nearer to each. */
const besideLabel = 0.75
/** In parts of the type size: how deep the labels of parts are indented. */
const deepest = 3
/** In parts of the type size: lines of one cell are no further apart. */
const leading = 1.7
/** In parts of the type size: how far from the edge a line ends that fills its column. */
const lastCharacter = 1.05
/** Lines that go on show that labels are wrapped at the edge of their column. */
const fewestFilled = 2
/** Lines of a head, at most. */
const mostHeadLines = 10
const numbering = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]|其中|[#①-⑳])/

export const isAlone = ({ segments }: PdfLine) => segments.length === 1

/** A row of its own: figures beside a label. */
export const isFull = ({ segments }: PdfLine) =>
  segments.length > 1 && segments.some(({ text }) => isFigure(text))

/** How many lines stand above the first row with figures; 0 where they are too many for a head. */
export function headLines(lines: readonly PdfLine[]): number {
  const first = lines.slice(0, mostHeadLines + 1).findIndex(isFull)
  return Math.max(first, 0)
}

/** How far above each line the last one before it of a kind stands; infinite where there is none on its page. */
function gapsOf(lines: readonly PageLine[], isOfKind: (line: PageLine) => boolean): number[] {
  let before = Number.POSITIVE_INFINITY
  return lines.map((line) => {
    const gap = line.y > before ? line.y - before : Number.POSITIVE_INFINITY
    if (isOfKind(line)) before = line.y
    return gap
  })
}

/** Tells lines that begin in the column of the labels. */
function labelTest(lines: readonly PageLine[]): (line: PageLine) => boolean {
  const left = least(lines.map(({ segments }) => segments[0]!.left))
  const labels = lines.filter(({ segments, size }) => segments[0]!.left <= left + deepest * size)
  const right = most(labels.map(({ segments }) => segments[0]!.right))
  return ({ segments }) => segments[0]!.left < right
}

/** Labels of one row have less than this between their lines; 0 where nothing tells them from those of two rows. */
function nearness(lines: readonly PageLine[], gaps: readonly number[]): number {
  const near = least(gaps)
  const pitch = least(gaps.filter((_, at) => at > 0 && isFull(lines[at]!) && isFull(lines[at - 1]!)))
  if (Number.isFinite(pitch)) return wrapped * pitch
  const far = most(gaps.filter((gap) => Number.isFinite(gap)))
  return far >= apart * near ? alike * near : 0
}

/** Of each line whether it goes on with the label of the line before it, which fills the column of the labels. */
function filledLinks(lines: readonly PageLine[]): boolean[] {
  const edge = most(lines.map(({ segments }) => segments[0]!.right))
  const left = least(lines.map(({ segments }) => segments[0]!.left))
  const isFilled = (line: PageLine | undefined) =>
    line !== undefined && line.segments[0]!.right >= edge - lastCharacter * line.size
  const links = lines.map((line, at) => {
    const before = lines[at - 1]
    const [label] = line.segments
    const isLabel = label!.left <= left + line.size && !numbering.test(foldRadicals(label!.text))
    return isFilled(before) && isLabel && (isAlone(line) || isAlone(before!))
  })
  const alone = lines.flatMap((line, at) => (isAlone(line) ? [at] : []))
  const isRule = alone.length >= fewestFilled && alone.every((at) => links[at]! || links[at + 1] === true)
  return isRule ? links : lines.map(() => false)
}

/** The row that each line is part of, counted from the first one. Lines of the head are rows of their own. */
export function rowNumbers(lines: readonly PageLine[]): number[] {
  const body = lines.slice(0, headLines(lines)).findLastIndex((line) => !isAlone(line)) + 1
  const isLabelled = labelTest(lines)
  const steps = gapsOf(lines, () => true)
  const gaps = gapsOf(lines, isLabelled)
  const labelled = lines.flatMap((line, at) => (isLabelled(line) ? [at] : []))
  const near = nearness(
    labelled.map((at) => lines[at]!),
    labelled.map((at) => gaps[at]!),
  )
  const beside = besideLabel * least(labelled.map((at) => gaps[at]!))
  const links = filledLinks(lines.slice(body))
  let number = -1
  let hasFull = false
  return lines.map((line, at) => {
    const isBeside = steps[at]! < beside && isLabelled(line) !== isLabelled(lines[at - 1]!)
    const isNear = isLabelled(line) && gaps[at]! < near && gaps[at]! <= leading * line.size
    // A line between two rows is part of the nearer one.
    const isNearerBelow = hasFull && (steps[at + 1] ?? Number.POSITIVE_INFINITY) * apart < steps[at]! * alike
    const isLinked = isBeside || links[at - body] === true || (isNear && !isNearerBelow)
    const isBody = at > body || (at === body && isAlone(line))
    const goesOn = isBody && isLinked && !(hasFull && isFull(line))
    const isPart = line.band === undefined ? goesOn : line.band === lines[at - 1]?.band
    if (!isPart) {
      number++
      hasFull = false
    }
    hasFull ||= isFull(line)
    return number
  })
}

/** How many of the lines behind rows go on with the last one. */
export function endOfRows(rows: readonly PageLine[], behind: readonly PageLine[]): number {
  const numbers = rowNumbers([...rows, ...behind])
  const last = numbers[rows.length - 1]
  return numbers.slice(rows.length).filter((number) => number === last).length
}
