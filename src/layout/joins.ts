/**
 * Joins: white space inside a sentence, left by page breaks or letter-spacing, as corrections of the source. White
 * space that belongs to the typesetting is kept: after the end of a sentence, around Latin letters and figures, before
 * labels, in indents, between names, in aligned tables.
 */
import type { Undecided } from '../model/correction.js'
import type { Block } from '../model/document.js'
import { spanOf } from '../model/span.js'
import { startsArticle } from './headings.js'

type JoinCode = 'page-break' | 'letter-spacing' | 'hard-wrap'

const confidences: Readonly<Record<JoinCode, number>> = {
  'page-break': 0.96,
  'letter-spacing': 0.99,
  'hard-wrap': 0.97,
}

/** At the start or end of a line of running text a piece before or behind a space is longer than a name. */
const shortestPiece = 5
/** Between two spaces it is longer than an office and the name of who holds it. */
const shortestBetween = 13
/** Of a word that is torn behind the first character of a text, at least so much is left. */
const shortestRest = 3
/** A piece between two breaks of one sentence is no longer than this: longer ones may be names. */
const longestSplinter = 3
/** Running text of this length that has no comma may be a line of names. */
const shortestRunning = 20
const surelyRunning = 30
/** Share of characters with a space behind them from which a text is letter-spaced. */
const letterSpaced = 0.35
/** Letter-spacing is one space; a wider gap parts words. */
const widestSpacing = 2

export function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}

const insideSentence = new Set('，、,“”"‘’（）()《》')
const opening = new Set('“‘（(《')
const isSpace = (character: string | undefined) =>
  character === ' ' || character === '　' || character === '\t'

/** The correction that takes out white space; between two Latin letters one space stays. */
export function joinOf(text: string, start: number, end: number, code: JoinCode): Undecided {
  const isLatin = /[A-Za-z]/.test(text[start - 1] ?? '') && /[A-Za-z]/.test(text[end] ?? '')
  return {
    ...spanOf<'source'>(start, end),
    actual: text.slice(start, end),
    replacement: isLatin ? ' ' : '',
    confidence: confidences[code],
    kind: 'layout',
    traits: [],
    alternatives: [],
    evidence: [{ kind: 'shape', code, value: Math.log(confidences[code] / (1 - confidences[code])) }],
  }
}

/** White space inside a block, and the runs of Chinese characters at its sides. */
interface BlankGap {
  readonly start: number
  readonly end: number
  readonly before: HanRun
  readonly after: HanRun
}

/** Chinese characters in a row, and what bounds them away from the gap. */
interface HanRun {
  readonly size: number
  /** Text without a space; a space inside a sentence; the start or end of a text. */
  readonly bound: 'text' | 'space' | 'edge'
}

const sentenceEnd = new Set('。；：！？;:!?')

/** What stands before a run that reaches back to `from`. A space behind a sentence parts paragraphs. */
function boundBefore(text: string, block: Block, from: number): HanRun['bound'] {
  const before = text[from - 1]
  if (block.label !== null && from === block.start + block.label.length) return 'edge'
  if (before === undefined || before === '\n') return 'edge'
  if (!/\s/.test(before)) return 'text'
  return from === block.start || sentenceEnd.has(text[from - 2] ?? '') ? 'edge' : 'space'
}

function boundAfter(text: string, block: Block, to: number): HanRun['bound'] {
  if (to >= block.end) return 'edge'
  return /\s/.test(text[to]!) ? 'space' : 'text'
}

function gapAt(text: string, block: Block, start: number, end: number): BlankGap {
  // 一是 is part of the sentence that it opens.
  const first = block.start + (block.label?.endsWith('是') ? 0 : (block.label?.length ?? 0))
  let from = start
  while (from > first && isHan(text, from - 1)) from--
  let to = end
  while (to < block.end && isHan(text, to)) to++
  return {
    start,
    end,
    before: { size: start - from, bound: boundBefore(text, block, from) },
    after: { size: to - end, bound: boundAfter(text, block, to) },
  }
}

function findGaps(text: string, block: Block): BlankGap[] {
  const { start, end } = block
  const gaps: BlankGap[] = []
  for (let at = start; at < end; at++) {
    if (!isSpace(text[at])) continue
    const from = at
    while (at < end && isSpace(text[at])) at++
    gaps.push(gapAt(text, block, from, at))
  }
  return gaps
}

/** Whether a run is a piece of a sentence, not a name, an office or a cell. */
function isProse({ size, bound }: HanRun): boolean {
  return bound === 'text' || size >= (bound === 'edge' ? shortestPiece : shortestBetween)
}

/** A single character at the start or end of a text is the rest of a word. */
function tearsEdge({ before, after }: BlankGap): boolean {
  const isSplinter = ({ size, bound }: HanRun) => size === 1 && bound === 'edge'
  const isRest = (run: HanRun) => isProse(run) || (run.size >= shortestRest && run.bound === 'edge')
  return (isSplinter(before) && isRest(after)) || (isSplinter(after) && isProse(before))
}

/** Whether two gaps tear one word twice, not part three names: a splinter between the pieces of a sentence. */
function isTornTwice(first: BlankGap | undefined, second: BlankGap | undefined): boolean {
  if (first === undefined || second === undefined || first.end + first.after.size !== second.start)
    return false
  const [before, after] = [first.before, second.after]
  const isLong = ({ size }: HanRun) => size >= shortestPiece
  if ((before.bound !== 'text' && !isLong(before)) || (after.bound !== 'text' && !isLong(after))) return false
  return first.after.size === 1 || (isLong(before) && isLong(after) && first.after.size <= longestSplinter)
}

/** Whether a block is a sentence or part of one, so that no space belongs between its words. */
function isRunning(text: string, { kind, label, start, end }: Block): boolean {
  const size = end - start
  if (size >= surelyRunning || (kind === 'heading' && text[end - 1] === '。')) return true
  return size >= shortestRunning && /[，。；、,;]/.test(text.slice(start + (label?.length ?? 0), end))
}

/** Gaps in running text: characters of a sentence on both sides, not cells, names or a signature. */
function findPageBreaks(text: string, block: Block, gaps: readonly BlankGap[]): BlankGap[] {
  const running = isRunning(text, block)
  if (!running && block.kind !== 'heading') return []
  return gaps.filter((gap, index) => {
    if (gap.end - gap.start > widestSpacing || !isHan(text, gap.start - 1)) return false
    if (!isHan(text, gap.end) && !insideSentence.has(text[gap.end]!)) return false
    // A name before a bracket or a quotation is a title.
    if (opening.has(text[gap.end]!) && gap.before.bound !== 'text') return false
    if (startsArticle(text, gap.end)) return false
    if (tearsEdge(gap)) return true
    if (!running) return false
    if (isProse(gap.before) && isProse(gap.after)) return true
    return isTornTwice(gap, gaps[index + 1]) || isTornTwice(gaps[index - 1], gap)
  })
}

/** Gaps of letter-spaced text. Figures are joined only where no figure of the block is printed whole. */
function findSpacing(text: string, block: Block, gaps: readonly BlankGap[]): BlankGap[] {
  const hasWholeFigures = /[0-9A-Za-z]{2}/.test(text.slice(block.start, block.end))
  return gaps.filter(({ start, end }) => {
    if (end - start > widestSpacing) return false
    return !hasWholeFigures || !/[0-9A-Za-z]\s+[0-9A-Za-z]/.test(text.slice(start - 1, end + 1))
  })
}

function joinsOfBlock(text: string, block: Block): Undecided[] {
  const gaps = findGaps(text, block)
  if (gaps.length === 0) return []
  const size = block.end - block.start
  if (gaps.length / size >= letterSpaced && size >= 8) {
    return findSpacing(text, block, gaps).map(({ start, end }) => joinOf(text, start, end, 'letter-spacing'))
  }
  if (block.kind === 'title') return []
  return findPageBreaks(text, block, gaps).map(({ start, end }) => joinOf(text, start, end, 'page-break'))
}

/** Joins inside of blocks, sorted and disjoint. */
export function findJoins(text: string, blocks: readonly Block[]): Undecided[] {
  return blocks.flatMap((block) =>
    block.kind === 'boilerplate' || block.kind === 'table' ? [] : joinsOfBlock(text, block),
  )
}
