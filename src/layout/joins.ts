/**
 * Joins: white space that a page break or letter-spacing put inside a sentence, as corrections of the source. White
 * space that typesetting means stays: behind the end of a sentence, around Latin and figures, before labels, at
 * indents, between names and in aligned tables.
 */
import type { Correction } from '../model/correction.js'
import type { Block } from '../model/document.js'

type JoinCode = 'page-break' | 'letter-spacing' | 'hard-wrap'

const confidences: Readonly<Record<JoinCode, number>> = {
  'page-break': 0.96,
  'letter-spacing': 0.99,
  'hard-wrap': 0.97,
}

/** In running text a piece between spaces is longer than a name or a cell. */
const shortestPiece = 5
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
const isSpace = (character: string | undefined) =>
  character === ' ' || character === '　' || character === '\t'
const isBreak = (character: string | undefined) => character === undefined || /\s/.test(character)

/** The correction that takes out white space; between two Latin letters one space stays. */
export function joinOf(text: string, start: number, end: number, code: JoinCode): Correction {
  const isLatin = /[A-Za-z]/.test(text[start - 1] ?? '') && /[A-Za-z]/.test(text[end] ?? '')
  return {
    start,
    end,
    actual: text.slice(start, end),
    replacement: isLatin ? ' ' : '',
    confidence: confidences[code],
    status: 'applied',
    kind: 'layout',
    traits: [],
    alternatives: [],
    evidence: [{ kind: 'shape', code, value: Math.log(confidences[code] / (1 - confidences[code])) }],
  }
}

/** White space inside a block, and the runs of Chinese characters at its sides. */
interface Gap {
  readonly start: number
  readonly end: number
  /** Length of the run, and whether text that is no white space lies beyond it. */
  readonly before: number
  readonly closedBefore: boolean
  readonly after: number
  readonly closedAfter: boolean
}

function gapAt(text: string, start: number, end: number): Gap {
  let from = start
  while (from > 0 && isHan(text, from - 1)) from--
  let to = end
  while (to < text.length && isHan(text, to)) to++
  return {
    start,
    end,
    before: start - from,
    closedBefore: !isBreak(text[from - 1]),
    after: to - end,
    closedAfter: !isBreak(text[to]),
  }
}

function findGaps(text: string, { start, end }: Block): Gap[] {
  const gaps: Gap[] = []
  for (let at = start; at < end; at++) {
    if (!isSpace(text[at])) continue
    const from = at
    while (at < end && isSpace(text[at])) at++
    gaps.push(gapAt(text, from, at))
  }
  return gaps
}

const opens = ({ before, closedBefore }: Gap) => closedBefore || before >= shortestPiece
const closes = ({ after, closedAfter }: Gap) => closedAfter || after >= shortestPiece

/** Whether two gaps tear one word twice, not part three names: a splinter between the pieces of a sentence. */
function isTornTwice(first: Gap | undefined, second: Gap | undefined): boolean {
  if (first === undefined || second === undefined || first.end + first.after !== second.start) return false
  if (!opens(first) || !closes(second)) return false
  const isLong = first.before >= shortestPiece && second.after >= shortestPiece
  return first.after === 1 || (isLong && first.after <= longestSplinter)
}

/** Gaps in running text: characters of a sentence on both sides, not cells, names or a signature. */
function findPageBreaks(text: string, block: Block, gaps: readonly Gap[]): Gap[] {
  const size = block.end - block.start
  if (size < shortestRunning) return []
  if (size < surelyRunning && !/[，。；、,;]/.test(text.slice(block.start, block.end))) return []
  return gaps.filter((gap, index) => {
    if (gap.end - gap.start > widestSpacing || !isHan(text, gap.start - 1)) return false
    if (!isHan(text, gap.end) && !insideSentence.has(text[gap.end]!)) return false
    if (opens(gap) && closes(gap)) return true
    // A single character at the start of a paragraph is the rest of a word.
    if (gap.before === 1 && gap.start - 1 === block.start && closes(gap)) return true
    return isTornTwice(gap, gaps[index + 1]) || isTornTwice(gaps[index - 1], gap)
  })
}

/** Gaps of letter-spaced text. Figures are joined only where no figure of the block is printed whole. */
function findSpacing(text: string, block: Block, gaps: readonly Gap[]): Gap[] {
  const hasWholeFigures = /[0-9A-Za-z]{2}/.test(text.slice(block.start, block.end))
  return gaps.filter(({ start, end }) => {
    if (end - start > widestSpacing) return false
    return !hasWholeFigures || !/[0-9A-Za-z]\s+[0-9A-Za-z]/.test(text.slice(start - 1, end + 1))
  })
}

function joinsOfBlock(text: string, block: Block): Correction[] {
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
export function findJoins(text: string, blocks: readonly Block[]): Correction[] {
  return blocks.flatMap((block) =>
    block.kind === 'boilerplate' || block.kind === 'table' ? [] : joinsOfBlock(text, block),
  )
}
