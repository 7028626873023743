/**
 * Joins: white space that a page break, letter-spacing or hard-wrapped lines put inside a sentence, as corrections of
 * the source. White space that typesetting means stays: behind the end of a sentence, around Latin and figures, before
 * labels, at indents, between names and in aligned tables.
 */
import type { Correction } from '../model/correction.js'
import type { Block } from '../model/document.js'
import type { Line } from './lines.js'

type JoinCode = 'page-break' | 'letter-spacing' | 'hard-wrap'

const confidences: Readonly<Record<JoinCode, number>> = {
  'page-break': 0.96,
  'letter-spacing': 0.99,
  'hard-wrap': 0.97,
}

/** In running text a piece between spaces is longer than a name or a cell. */
const shortestPiece = 5
/** Share of characters with a space behind them from which a text is letter-spaced. */
const letterSpaced = 0.35
/** A wrapped line is at most this much shorter than the longest. */
const wrapSlack = 3
const shortestWrap = 18

function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}

const insideSentence = new Set('，、,“”"‘’（）()《》')
const isSpace = (character: string | undefined) =>
  character === ' ' || character === '　' || character === '\t'

function join(text: string, start: number, end: number, code: JoinCode): Correction {
  return {
    start,
    end,
    actual: text.slice(start, end),
    replacement: '',
    confidence: confidences[code],
    status: 'applied',
    kind: 'layout',
    traits: [],
    alternatives: [],
    evidence: [{ kind: 'shape', code, value: Math.log(confidences[code] / (1 - confidences[code])) }],
  }
}

interface Gap {
  readonly start: number
  readonly end: number
}

function findGaps(text: string, { start, end }: Block): Gap[] {
  const gaps: Gap[] = []
  for (let at = start; at < end; at++) {
    if (!isSpace(text[at])) continue
    const from = at
    while (at < end && isSpace(text[at])) at++
    gaps.push({ start: from, end: at })
  }
  return gaps
}

/** Length of the run of Chinese characters that ends before, or begins at, an offset. */
function runBefore(text: string, at: number): number {
  let from = at
  while (from > 0 && isHan(text, from - 1)) from--
  return at - from
}

function runFrom(text: string, at: number): number {
  let to = at
  while (to < text.length && isHan(text, to)) to++
  return to - at
}

/** Whether a gap lies in running text: characters of a sentence on both sides, not cells, names or a signature. */
function isPageBreak(text: string, { start, end }: Gap, block: Block): boolean {
  if (end - start > 2 || !isHan(text, start - 1)) return false
  if (!isHan(text, end) && !insideSentence.has(text[end]!)) return false
  if (block.end - block.start < 30) return false
  const before = runBefore(text, start)
  const after = runFrom(text, end)
  const closesBefore = start - before > block.start && !isSpace(text[start - before - 1])
  const closesAfter = end + after < block.end && !isSpace(text[end + after])
  return (closesBefore || before >= shortestPiece) && (closesAfter || after >= shortestPiece)
}

function joinsOfBlock(text: string, block: Block): Correction[] {
  const gaps = findGaps(text, block)
  if (gaps.length === 0) return []
  const size = block.end - block.start
  if (gaps.length / size >= letterSpaced && size >= 8) {
    const between = gaps.filter(({ start, end }) => isHan(text, start - 1) || isHan(text, end))
    return between.map(({ start, end }) => join(text, start, end, 'letter-spacing'))
  }
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return []
  return gaps
    .filter((gap) => isPageBreak(text, gap, block))
    .map(({ start, end }) => join(text, start, end, 'page-break'))
}

const sentenceEnd = new Set('。；！？：;!?:…”"》')

/** Line breaks of a text whose lines were wrapped at a fixed width. */
function joinsOfLines(text: string, lines: readonly Line[]): Correction[] {
  const body = lines.filter(({ start, end, boilerplate }) => end > start && !boilerplate)
  const longest = body.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  const isFull = ({ start, end }: Line) => end - start >= longest - wrapSlack
  if (longest < shortestWrap || body.filter(isFull).length < Math.max(3, body.length / 2)) return []
  const joins: Correction[] = []
  body.forEach((line, index) => {
    const next = body[index + 1]
    if (next === undefined || next.number !== line.number + 1 || !isFull(line) || next.indented) return
    if (sentenceEnd.has(text[line.end - 1]!)) return
    if (!isHan(text, line.end - 1) && !isHan(text, next.start)) return
    joins.push(join(text, line.end, next.start, 'hard-wrap'))
  })
  return joins
}

/** All joins of a text, sorted and disjoint. */
export function findJoins(text: string, lines: readonly Line[], blocks: readonly Block[]): Correction[] {
  const inside = blocks.flatMap((block) =>
    block.kind === 'boilerplate' || block.kind === 'table' ? [] : joinsOfBlock(text, block),
  )
  return [...inside, ...joinsOfLines(text, lines)].sort((a, b) => a.start - b.start)
}
