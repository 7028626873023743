/**
 * Compares a recognised page with what is printed on it: each character is counted with the line or cell that it stands in.
 */
import type { RecognisedCharacter, RecognisedLine, RecognisedPage } from '../src/contract.js'
import type { Pair } from './align.js'
import { align, folded } from './align.js'
import type { DrawnPage, Printed } from './draw.js'

export interface Score {
  characters: number
  wrong: number
  digits: number
  /** Digits that were misread, overlooked or invented. */
  wrongDigits: number
  /** Of these, the ones that no confidence below 0.98 shows. */
  hiddenDigits: number
  /** Right digits with a confidence below 0.9. */
  flaggedDigits: number
  numbers: number
  wrongNumbers: number
  /** Wrong numbers without any character below 0.98. */
  hiddenNumbers: number
  lines: number
  lostLines: number
}

export function newScore(): Score {
  return {
    characters: 0,
    wrong: 0,
    digits: 0,
    wrongDigits: 0,
    hiddenDigits: 0,
    flaggedDigits: 0,
    numbers: 0,
    wrongNumbers: 0,
    hiddenNumbers: 0,
    lines: 0,
    lostLines: 0,
  }
}

const doubtful = 0.98
const flagged = 0.9
const isDigit = (character: string | undefined) => character !== undefined && /[0-9]/.test(folded(character))
const number = /[-−]?\d[\d,.]*(?:[%‰])?/g

/** Where a character stands on the page as it was drawn. */
function placeOf(line: RecognisedLine, { x }: RecognisedCharacter): readonly [number, number] {
  const share = (x - line.left) / (line.right - line.left || 1)
  const [topLeft, topRight, bottomRight, bottomLeft] = line.corners
  const between = (axis: 0 | 1) => {
    const start = (topLeft[axis] + bottomLeft[axis]) / 2
    const end = (topRight[axis] + bottomRight[axis]) / 2
    return start + share * (end - start)
  }
  return [between(0), between(1)]
}

interface ReadAt {
  readonly character: RecognisedCharacter
  readonly x: number
}

/** What was read of each printed line, from left to right; the last list is what stands in none. */
function readOf(
  page: RecognisedPage,
  printed: readonly Printed[],
  toDrawn: (point: readonly [number, number]) => readonly [number, number],
): ReadAt[][] {
  const read = [...printed, null].map((): ReadAt[] => [])
  for (const line of page.lines) {
    for (const character of line.characters) {
      if (character.text.trim() === '') continue
      const [x, y] = toDrawn(placeOf(line, character))
      const distance = ({ left, right, top, bottom }: Printed) =>
        Math.max(left - x, x - right, 0) + Math.max(top - y, y - bottom, 0)
      let own = printed.length
      let least = Number.POSITIVE_INFINITY
      for (const [at, one] of printed.entries()) {
        const reach = distance(one)
        if (reach < least && reach < one.bottom - one.top) [least, own] = [reach, at]
      }
      read[own]!.push({ character, x })
    }
  }
  for (const line of read) line.sort((one, two) => one.x - two.x)
  return read
}

function countNumbers(
  score: Score,
  printed: readonly string[],
  pairs: readonly Pair[],
  read: readonly ReadAt[],
): void {
  const text = printed.map(folded).join('')
  for (const match of text.matchAll(number)) {
    score.numbers++
    const own = pairsOf(pairs, match.index, match.index + match[0].length)
    const isRight = own.every((pair) => isSame(pair, read))
    if (isRight) continue
    score.wrongNumbers++
    // What is beside a hole in a number may show that something is missing.
    const characters = own.flatMap((pair) => (pair.read === undefined ? [] : [read[pair.read]!.character]))
    if (!characters.some(({ confidence }) => confidence < doubtful)) score.hiddenNumbers++
  }
}

const isSame = (pair: Pair, read: readonly ReadAt[]) =>
  pair.printed !== undefined &&
  pair.read !== undefined &&
  folded(pair.printed) === folded(read[pair.read]!.character.text)

/** The pairs of a stretch of the printed characters, and what was read between them. */
function pairsOf(pairs: readonly Pair[], start: number, end: number): Pair[] {
  let at = -1
  return pairs.filter((pair) => {
    if (pair.printed !== undefined) at++
    return pair.printed === undefined ? at >= start && at < end - 1 : at >= start && at < end
  })
}

function countLine(score: Score, { text }: Pick<Printed, 'text'>, read: readonly ReadAt[]): void {
  const printed = [...text.replace(/\s+/g, '')]
  const pairs = align(
    printed,
    read.map(({ character }) => character.text),
  )
  score.characters += printed.length
  for (const pair of pairs) {
    const character = pair.read === undefined ? undefined : read[pair.read]!.character
    const isRight = isSame(pair, read)
    if (!isRight) score.wrong++
    if (isDigit(pair.printed)) score.digits++
    if (isRight && isDigit(pair.printed) && character!.confidence < flagged) score.flaggedDigits++
    if (isRight || !(isDigit(pair.printed) || isDigit(character?.text))) continue
    score.wrongDigits++
    if (character !== undefined && character.confidence >= doubtful) score.hiddenDigits++
  }
  countNumbers(score, printed, pairs, read)
}

export function addScore(
  score: Score,
  page: RecognisedPage,
  drawn: DrawnPage,
  toDrawn: (point: readonly [number, number]) => readonly [number, number],
): void {
  const read = readOf(page, drawn.printed, toDrawn)
  for (const [at, printed] of drawn.printed.entries()) {
    score.lines++
    if (read[at]!.length === 0) score.lostLines++
    countLine(score, printed, read[at]!)
  }
  countLine(score, { text: '' }, read[drawn.printed.length]!)
}
