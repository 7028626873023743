/**
 * Letter-spacing: a blank behind every character (全 县 共 有), which justified lines and PDF files leave behind. A
 * sentence is closed up, or a whole text; a title, a label or a cell that is spaced out in a text that is not is so on
 * purpose.
 */
import type { Block } from '../model/document.js'
import { isBlank } from './gaps.js'
import { isHan, isProse } from './prose.js'

/** Of the Chinese characters of a letter-spaced text at least this share, and no fewer than so many, follow a blank. */
const leastSpaced = 0.8
const leastCount = 6
/** Letter-spacing is one space, two beside a mark; a wider gap parts words. */
const widest = 2

/** White space, from its first character to behind its last. */
export interface Blanks {
  readonly start: number
  readonly end: number
}

/** Whether a blank stands before nearly every Chinese character of some blocks. */
function isSpaced(text: string, blocks: readonly Block[]): boolean {
  let apart = 0
  let all = 0
  for (const { start, end } of blocks) {
    for (let at = start + 1; at < end; at++) {
      if (!isHan(text, at)) continue
      all++
      if (isBlank(text[at - 1])) apart++
    }
  }
  return apart >= leastCount && apart >= all * leastSpaced
}

/** The blocks whose letters are spaced: all of a text, or single sentences. */
export function letterSpaced(text: string, blocks: readonly Block[]): readonly Block[] {
  const isFree = ({ start, end }: Block) => isProse(text.slice(start, end))
  if (isSpaced(text, blocks)) return blocks.filter(isFree)
  return blocks.filter(
    (block) =>
      isSpaced(text, [block]) && /[，。；,;]/.test(text.slice(block.start, block.end)) && isFree(block),
  )
}

/** The blanks of a letter-spaced block. Figures are joined only where no figure of the block is printed whole. */
export function findSpacing(text: string, { start, end }: Block): Blanks[] {
  const hasWholeFigures = /[0-9A-Za-z]{2}/.test(text.slice(start, end))
  const found: Blanks[] = []
  for (let at = start; at < end; at++) {
    if (!isBlank(text[at])) continue
    const from = at
    while (at + 1 < end && isBlank(text[at + 1])) at++
    const sides = text.slice(from - 1, at + 2)
    if (at + 1 - from > widest || /[A-Za-z]/.test(sides)) continue
    if (hasWholeFigures && /[0-9]\s+[0-9]/.test(sides)) continue
    found.push({ start: from, end: at + 1 })
  }
  return found
}
