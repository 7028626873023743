/**
 * Gaps: single blanks between two Chinese characters of a sentence, with the runs of Chinese characters at their
 * sides, by which torn words are told from names, offices and labels.
 * Invariant: every gap has a Chinese character on both sides. Linear time.
 */
import type { Block } from '../model/document.js'
import { isHan } from './prose.js'

/** Chinese characters in a row, and what bounds them away from the gap. */
export interface HanRun {
  readonly size: number
  /** Text without a space; a space inside a sentence; the start or end of a text. */
  readonly bound: 'text' | 'space' | 'edge'
}

/** A blank inside a sentence, and the runs of Chinese characters at its sides. */
export interface BlankGap {
  readonly start: number
  readonly end: number
  readonly before: HanRun
  readonly after: HanRun
  /** The runs are the whole sentence, and of one size. */
  readonly halves: boolean
}

/** A piece of a block up to the end of a sentence. */
export interface Sentence {
  readonly start: number
  /** Behind its last character, or behind the mark that ends it. */
  readonly end: number
  /** A mark ends it, not the end of the block. */
  readonly isEnded: boolean
}

const sentenceEnd = new Set('。；！？;!?')
const endOrColon = new Set([...sentenceEnd, '：', ':'])

export const isBlank = (character: string | undefined) => character === ' ' || character === '\u3000'

/** The sentences of a block, behind its label; 一是 is part of the sentence that it opens. */
export function sentencesOf(text: string, { start, end, label }: Block): Sentence[] {
  const sentences: Sentence[] = []
  let from = start + (label === null || label.endsWith('是') ? 0 : label.length)
  for (let at = from; at < end; at++) {
    if (at === from && /\s/.test(text[at]!)) from++
    if (!sentenceEnd.has(text[at]!)) continue
    sentences.push({ start: from, end: at + 1, isEnded: true })
    from = at + 1
  }
  if (from < end) sentences.push({ start: from, end, isEnded: false })
  return sentences
}

/** What stands before a run that reaches back to `from`. A space behind a sentence parts paragraphs. */
function boundBefore(text: string, block: Block, from: number): HanRun['bound'] {
  const before = text[from - 1]
  if (block.label !== null && from === block.start + block.label.length) return 'edge'
  if (before === undefined || before === '\n') return 'edge'
  if (!/\s/.test(before)) return 'text'
  return from === block.start || endOrColon.has(text[from - 2] ?? '') ? 'edge' : 'space'
}

function boundAfter(text: string, block: Block, to: number): HanRun['bound'] {
  if (to >= block.end) return 'edge'
  return /\s/.test(text[to]!) ? 'space' : 'text'
}

function gapAt(text: string, block: Block, sentence: Sentence, at: number): BlankGap {
  let from = at
  while (from > sentence.start && isHan(text, from - 1)) from--
  let to = at + 1
  while (to < sentence.end && isHan(text, to)) to++
  return {
    start: at,
    end: at + 1,
    before: { size: at - from, bound: boundBefore(text, block, from) },
    after: { size: to - at - 1, bound: boundAfter(text, block, to) },
    halves: from === sentence.start && to === sentence.end - 1 && at - from === to - at - 1,
  }
}

/** The gaps of a sentence of a block, in order. */
export function findGaps(text: string, block: Block, sentence: Sentence): BlankGap[] {
  const gaps: BlankGap[] = []
  for (let at = sentence.start + 1; at < sentence.end - 1; at++) {
    if (isBlank(text[at]) && isHan(text, at - 1) && isHan(text, at + 1)) {
      gaps.push(gapAt(text, block, sentence, at))
    }
  }
  return gaps
}
