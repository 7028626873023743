/**
 * Line breaks inside sentences: lines wrapped at a fixed width, and lines ended early by a page break. They are joined
 * before blocks are looked for.
 * Invariant: joins cover white space only; every marked end of a paragraph is kept.
 */
import type { Undecided } from '../model/correction.js'
import { layoutCorrection } from './corrections.js'
import { findLabels, startsArticle } from './headings.js'
import type { Line } from './lines.js'
import { isHan, isProse } from './prose.js'

/** Narrower text is a list, a poem or a table, not wrapped prose. In characters. */
const narrowest = 18
/** A full line is at most this much shorter than the widest full one: a mark or a figure is not cut. */
const slack = 4
/** Fewer full lines tell no width. */
const fewestFull = 3
/** Of the lines of wrapped prose that end inside a sentence, at least this share is full: those of a list are not. */
const leastFullShare = 0.7
/** Lines of prose have marks inside, at least this share of them. */
const leastMarkedShare = 0.5
/** At most this share of all lines is wider than the full ones: headings and addresses. */
const mostWiderShare = 0.25
const innerMark = /[，、。；！？：].*./
/** A line that a page break ended early is at least this long. */
const shortestTorn = 20

type LineMeasure = (text: string, line: Line) => number

const inCharacters: LineMeasure = (_, { start, end }) => end - start
/** Printers and terminals count a Chinese character as two columns. */
const inColumns: LineMeasure = (text, { start, end }) => {
  let columns = 0
  for (let at = start; at < end; at++) columns += text.charCodeAt(at) < 0x2e80 ? 1 : 2
  return columns / 2
}

/** Ends like the name of an office: a signature, behind which a page goes on with something else. */
const signature = /(?:政府|委员会|办公[厅室]|[厅局部院])$/

/** Whether a sentence, a heading or a list item ends with the line. */
function isClosed(text: string, { start, end }: Line): boolean {
  return /(?:[。；！？：;!?:…]|\.\.)[”"’》）)]?$/.test(text.slice(Math.max(start, end - 4), end))
}

/** Where the words of a line begin behind a label such as 九、 or （二）. */
function behindLabel(text: string, { start, end }: Line): number {
  const [label] = findLabels(text, start, Math.min(end, start + 12))
  return label?.start === start ? label.labelEnd : start
}

function startsWithLabel(text: string, { start, end }: Line): boolean {
  if (startsArticle(text, start)) return true
  return findLabels(text, start, Math.min(end, start + 12))[0]?.start === start
}

interface LinePair {
  readonly line: Line
  readonly next: Line
}

const isSettled = ({ boilerplate, stated }: Line) => boilerplate || stated

/** Each line of text with the line of text behind it, if no empty line stands between. */
function pairsOf(lines: readonly Line[]): LinePair[] {
  const pairs: LinePair[] = []
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    if (next === undefined || isSettled(line) || isSettled(next)) return
    if (line.end > line.start && next.end > next.start) pairs.push({ line, next })
  })
  return pairs
}

const isProseLine = (text: string, { start, end }: Line) => isProse(text.slice(start, end))

/** Prose on both sides of a break, of which the second is no item, label or indented paragraph of its own. */
function mayGoOn(text: string, { line, next }: LinePair): boolean {
  if (next.indented || startsWithLabel(text, next)) return false
  // A name and a colon open an entry of a list.
  if (/^.{1,8}[：:]/.test(text.slice(next.start, Math.min(next.end, next.start + 9)))) return false
  const ends = /[\u4e00-\u9fff0-9，、。；：！？”’）》]/.test(text[line.end - 1]!)
  const begins = /[\u4e00-\u9fff0-9，、。；：！？“‘（《%％‰℃]/.test(text[next.start]!)
  return ends && begins && isProseLine(text, line) && isProseLine(text, next)
}

/** Whether what follows the lines that are not full is set off: by an indent, or by an empty line before it. */
function marksParagraphs(lines: readonly Line[], isFull: (line: Line) => boolean): boolean {
  let ends = 0
  let marked = 0
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    if (next === undefined || line.end === line.start || isFull(line)) return
    ends++
    if (next.indented || next.end === next.start) marked++
  })
  return marked > ends / 2
}

/** The width at which most lines end: the widest line of the window that holds most of them. */
function commonWidth(widths: readonly number[]): { readonly width: number; readonly count: number } {
  const sorted = [...widths].sort((a, b) => a - b)
  let best = { width: 0, count: 0 }
  let first = 0
  sorted.forEach((width, index) => {
    while (sorted[first]! < width - slack) first++
    if (index - first + 1 >= best.count) best = { width, count: index - first + 1 }
  })
  return best
}

/** Whether most of the lines that follow a full line and are not full themselves end a sentence. */
function endsSentences(text: string, pairs: readonly LinePair[], isFull: (line: Line) => boolean): boolean {
  const last = pairs.filter(({ line, next }) => isFull(line) && !isFull(next)).map(({ next }) => next)
  return last.filter((line) => isClosed(text, line)).length * 2 >= last.length
}

/** Joins of a text whose lines were wrapped at a fixed width; none where it was not. `pairs`: lines that may go on. */
function findWraps(
  text: string,
  lines: readonly Line[],
  pairs: readonly LinePair[],
  measure: LineMeasure,
): Undecided[] {
  const body = lines.filter((line) => line.end > line.start && !isSettled(line))
  const open = pairs.filter(({ line }) => !isClosed(text, line) && measure(text, line) >= narrowest)
  const { width, count } = commonWidth(open.map(({ line }) => measure(text, line)))
  if (count < fewestFull || count < open.length * leastFullShare) return []
  const wider = body.filter((line) => measure(text, line) > width)
  if (wider.length > body.length * mostWiderShare) return []
  const isFull = (line: Line) => Math.abs(width - slack / 2 - measure(text, line)) <= slack / 2
  const full = pairs.filter(({ line }) => isFull(line))
  const marked = full.filter(({ line }) => innerMark.test(text.slice(behindLabel(text, line), line.end)))
  if (marked.length < full.length * leastMarkedShare || !endsSentences(text, full, isFull)) return []
  const isMarked = marksParagraphs(lines, isFull)
  return full
    .filter(({ line }) => isMarked || !isClosed(text, line))
    .map(({ line, next }) => layoutCorrection(text, line.end, next.start, 'hard-wrap'))
}

/** Whether a line ends inside a sentence: behind a comma, or where sentences ended before in the same line. */
function endsInside(text: string, { start, end }: Line): boolean {
  const content = text.slice(start, end)
  if (end - start < shortestTorn || signature.test(content)) return false
  return /[，、]$/.test(content) || (/[。；][^。；：\s]*$/.test(content) && isHan(text, end - 1))
}

/** Joins of single lines that end inside a sentence, which the next line ends. Several in a row are items of a list. */
function findTornLines(text: string, lines: readonly Line[]): Undecided[] {
  return pairsOf(lines)
    .filter((pair, index, pairs) => {
      const { line, next } = pair
      const before = pairs[index - 1]
      if (before?.next === line && endsInside(text, before.line)) return false
      if (!endsInside(text, line) || !isClosed(text, next)) return false
      return isHan(text, next.start) && mayGoOn(text, pair)
    })
    .map(({ line, next }) => layoutCorrection(text, line.end, next.start, 'page-break'))
}

/** Joins of line breaks, sorted and disjoint. */
export function findLineJoins(text: string, lines: readonly Line[]): Undecided[] {
  const pairs = pairsOf(lines).filter((pair) => mayGoOn(text, pair))
  const byCharacters = findWraps(text, lines, pairs, inCharacters)
  const byColumns = findWraps(text, lines, pairs, inColumns)
  const wraps = byColumns.length > byCharacters.length ? byColumns : byCharacters
  return wraps.length > 0 ? wraps : findTornLines(text, lines)
}

/** The lines with those that are joined made one. */
export function mergeLines(lines: readonly Line[], joins: readonly Undecided[]): Line[] {
  const joined = new Set(joins.map(({ end }) => end))
  const merged: Line[] = []
  for (const line of lines) {
    const previous = merged.at(-1)
    if (previous !== undefined && line.end > line.start && joined.has(line.start)) {
      merged[merged.length - 1] = { ...previous, end: line.end }
    } else {
      merged.push(line)
    }
  }
  return merged
}
