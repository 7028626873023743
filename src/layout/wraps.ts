/**
 * Line breaks inside sentences: lines wrapped at a fixed width, and lines ended early by a page break. They are joined
 * before blocks are looked for.
 * Invariant: joins cover white space only; every marked end of a paragraph is kept.
 */
import type { Undecided } from '../model/correction.js'
import { findLabels, startsArticle } from './headings.js'
import { isHan, joinOf } from './joins.js'
import type { Line } from './lines.js'

/** A full line is at most this much shorter than the longest. */
const slack = 4
/** Narrower text is a list or a table, not wrapped prose. In characters. */
const narrowest = 18
/** Of the lines of wrapped prose, at least this share is full, and of those at least that share ends inside a sentence. */
const leastFullShare = 0.1
const leastOpenShare = 0.55
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
function isClosed(text: string, { end }: Line): boolean {
  return /(?:[。；！？：;!?:…]|\.{2,})[”"’》）)]?$/.test(text.slice(Math.max(0, end - 4), end))
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

/** Joins of a text whose lines were wrapped at a fixed width; none where it was not. */
function findWraps(text: string, lines: readonly Line[], measure: LineMeasure): Undecided[] {
  const body = lines.filter((line) => line.end > line.start && !isSettled(line))
  const longest = body.reduce((most, line) => Math.max(most, measure(text, line)), 0)
  if (longest < narrowest) return []
  const isFull = (line: Line) => measure(text, line) >= longest - slack
  const full = pairsOf(lines).filter(({ line }) => isFull(line))
  const open = full.filter(({ line }) => !isClosed(text, line))
  if (full.length < 3 || full.length < body.length * leastFullShare) return []
  if (open.length < full.length * leastOpenShare) return []
  const isMarked = marksParagraphs(lines, isFull)
  return full
    .filter(({ line, next }) => {
      if (next.indented || startsWithLabel(text, next)) return false
      return isMarked || !isClosed(text, line)
    })
    .map(({ line, next }) => joinOf(text, line.end, next.start, 'hard-wrap'))
}

/** Joins of lines that end inside a sentence: behind a comma, or where sentences ended before in the same line. */
function findTornLines(text: string, lines: readonly Line[]): Undecided[] {
  return pairsOf(lines)
    .filter(({ line, next }) => {
      if (line.end - line.start < shortestTorn || next.indented || startsWithLabel(text, next)) return false
      // A name and a colon open an entry of a list.
      if (!isHan(text, next.start) || /^.{1,8}[：:]/.test(text.slice(next.start, next.end))) return false
      const content = text.slice(line.start, line.end)
      if (/[，、]$/.test(content)) return true
      if (signature.test(content)) return false
      const goesOn = /[。；][^。；]*$/.test(content) && isHan(text, line.end - 1)
      return goesOn && /[，。；]/.test(text.slice(next.start, next.end))
    })
    .map(({ line, next }) => joinOf(text, line.end, next.start, 'page-break'))
}

/** Joins of line breaks, sorted and disjoint. */
export function findLineJoins(text: string, lines: readonly Line[]): Undecided[] {
  const byCharacters = findWraps(text, lines, inCharacters)
  const byColumns = findWraps(text, lines, inColumns)
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
