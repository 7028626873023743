/**
 * Cuts a passage (up to a full stop or the end of a block) at punctuation and at brackets that hold numbers, and gives
 * each number the words before and behind it. Brackets without numbers are part of the words.
 */
import type { Quantity } from '../../model/fact.js'
import type { Range, Reading } from '../reading.js'

export interface Context {
  readonly quantity: Quantity
  /** Clauses without numbers since the number before, in order. */
  readonly preamble: readonly Range[]
  /** Words between the last mark or number and this one. */
  readonly left: Range
  /** Words behind it, up to the next mark or number. */
  readonly right: Range
  /** Nothing but words stands between the number before and this one. */
  readonly isBound: boolean
  /** Brackets that close and open between the number before and this one. */
  readonly closes: number
  readonly opens: number
  /** A bracket opens right behind the number before. */
  readonly opensBehind: boolean
  /** A full clause ended (；) since the number before. */
  readonly isBreak: boolean
  /** A colon stands since the number before. */
  readonly hasColon: boolean
}

enum Code {
  Newline = 0x0a,
  Blank = 0x20,
  Exclamation = 0x21,
  Open = 0x28,
  Close = 0x29,
  Comma = 0x2c,
  Colon = 0x3a,
  Semicolon = 0x3b,
  Question = 0x3f,
  FullStop = 0x3002,
}

function isMark(code: number): boolean {
  return (
    code === Code.Comma ||
    code === Code.Semicolon ||
    code === Code.Colon ||
    code === Code.FullStop ||
    code === Code.Exclamation ||
    code === Code.Question ||
    code === Code.Newline
  )
}

const isHighOfPicture = (code: number | undefined) => code !== undefined && code >= 0xd83c && code <= 0xd83e
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff

/** Emoji and dingbats, which posts and news of apps set between clauses; characters of rare Han are none. */
function isPicture({ codes }: Reading, at: number): boolean {
  const code = codes[at]!
  if (code >= 0x2600 && code < 0x27c0) return true
  return isHighOfPicture(code) || code === 0xfe0f || (isLow(code) && isHighOfPicture(codes[at - 1]))
}

/** Whether a clause ends a part of its sentence: ；. */
export function endsPart({ codes }: Reading, { end }: Range): boolean {
  return codes[end] === Code.Semicolon || codes[end] === Code.FullStop
}

/** Brackets of a passage that hold a number, as offsets of their two signs. */
function structuralBrackets(
  reading: Reading,
  passage: Range,
  quantities: readonly Quantity[],
): ReadonlySet<number> {
  const found = new Set<number>()
  const open: { at: number; count: number }[] = []
  let next = 0
  for (let at = passage.start; at < passage.end; at++) {
    while (next < quantities.length && quantities[next]!.start < at) next++
    const code = reading.codes[at]!
    if (code === Code.Open) open.push({ at, count: next })
    else if (code === Code.Close) {
      const bracket = open.pop()
      if (
        bracket !== undefined &&
        next > bracket.count &&
        quantities[next - 1]!.end <= at &&
        quantities[bracket.count]!.start > bracket.at
      ) {
        found.add(bracket.at)
        found.add(at)
      }
    }
  }
  return found
}

const noRanges: readonly Range[] = []

/** 性别:男 年龄:57岁: a blank before a label ends what stands before it. */
const label = /[ ]+\p{Script=Han}{2,8}:/uy

function opensLabel({ text, codes }: Reading, at: number): boolean {
  if (codes[at] !== Code.Blank || codes[at - 1] === Code.Blank) return false
  label.lastIndex = at
  return label.test(text)
}

interface Gap {
  readonly segments: Range[]
  closes: number
  opens: number
  opensBehind: boolean
  isBreak: boolean
  hasColon: boolean
}

const longestAside = 24

/** Where a bracket closes that holds no number; the place itself where it does not, or too far off. */
function closeOf({ codes }: Reading, at: number, end: number): number {
  for (let next = at + 1; next < Math.min(end, at + longestAside); next++) {
    const code = codes[next]!
    if (code === Code.Close) return next
    if (code === Code.Open || code === Code.FullStop || code === Code.Newline) return at
  }
  return at
}

function readGap(reading: Reading, start: number, end: number, brackets: ReadonlySet<number>): Gap {
  const gap: Gap = { segments: [], closes: 0, opens: 0, opensBehind: false, isBreak: false, hasColon: false }
  let from = start
  for (let at = start; at < end; at++) {
    const code = reading.codes[at]!
    const isBracket = (code === Code.Open || code === Code.Close) && brackets.has(at)
    // What stands in a bracket without a number is part of the words: (第六次普查数据,下同).
    if (code === Code.Open && !isBracket) at = closeOf(reading, at, end)
    if (!isBracket && !isMark(code) && !opensLabel(reading, at) && !isPicture(reading, at)) continue
    gap.segments.push({ start: from, end: at })
    from = at + 1
    if (isBracket && code === Code.Open) {
      gap.opens++
      if (at === start) gap.opensBehind = true
    } else if (isBracket) {
      if (gap.opens > 0) gap.opens--
      else gap.closes++
    } else if (code === Code.Semicolon || code === Code.FullStop) gap.isBreak = true
    else if (code === Code.Colon) gap.hasColon = true
  }
  gap.segments.push({ start: from, end })
  return gap
}

/** The numbers of one passage, in order, each with its words. Linear in the length of the passage. */
export function contextsOf(reading: Reading, passage: Range, quantities: readonly Quantity[]): Context[] {
  const brackets = structuralBrackets(reading, passage, quantities)
  const gaps = quantities.map((quantity, index) =>
    readGap(reading, index === 0 ? passage.start : quantities[index - 1]!.end, quantity.start, brackets),
  )
  const last = quantities.at(-1)
  const ending = last && readGap(reading, last.end, Math.min(passage.end, last.end + 200), brackets)
  return quantities.map((quantity, index) => {
    const gap = gaps[index]!
    const { segments } = gap
    const following = gaps[index + 1] ?? ending!
    return {
      quantity,
      preamble:
        segments.length === 1 ? noRanges : segments.slice(0, -1).filter(({ start, end }) => end > start),
      left: segments.at(-1)!,
      right: following.segments[0]!,
      isBound: segments.length === 1 && index > 0,
      closes: gap.closes,
      opens: gap.opens,
      opensBehind: gap.opensBehind,
      isBreak: gap.isBreak,
      hasColon: gap.hasColon,
    }
  })
}
