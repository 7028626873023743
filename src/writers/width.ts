/** Padding, clipping and wrapping by columns of a terminal, where a Chinese or full-width character takes two. */
import { eastAsianWidth } from 'get-east-asian-width'

const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Columns of one character. */
function characterWidth(character: string): number {
  if (character < '\u0300') return 1
  return zeroWidth.test(character) ? 0 : eastAsianWidth(character.codePointAt(0)!)
}

/** Columns that a text takes, which must hold no control codes. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

/** Pads with spaces to `width` columns, on the right, or on the left for figures. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const gap = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return side === 'right' ? text + gap : gap + text
}

/** Cuts to at most `width` columns, with an ellipsis where something is missing. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let used = 1
  for (const character of text) {
    used += characterWidth(character)
    if (used > width) break
    kept += character
  }
  return `${kept}…`
}

/** A piece of a line that is never broken, with how it is shown. */
export interface Piece {
  readonly text: string
  readonly shown: string
}

/** Punctuation that never opens a line: it hangs over the edge instead. */
const closing = /^[，。；：、！？）》」』】〉”’%,.;:!?)]+$/

/** Breaks a sequence of pieces into lines of at most `width` columns, closing punctuation aside. */
export function wrapPieces(pieces: readonly Piece[], width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of pieces) {
    const size = displayWidth(piece.text)
    if (used + size > width && used > 0 && !closing.test(piece.text)) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += piece.shown
    used += size
  }
  if (line !== '') lines.push(line)
  return lines
}

/** A word or a Chinese character, with the marks that belong to it, or the blanks between two. */
const unbroken = /[（“‘《〈「『【]*(?:[!-~]+|[^\s])[，。；：、！？）》」』】〉”’]*|\s+/gu

/** Breaks each line of a text into lines of at most `width` columns, at blanks and between Chinese characters. */
export function wrapText(text: string, width: number): string {
  const pieces = (line: string) =>
    (line.match(unbroken) ?? []).map((piece) => ({ text: piece, shown: piece }))
  return text
    .split('\n')
    .flatMap((line) => wrapPieces(pieces(line), width).map((part) => part.trim()))
    .join('\n')
}
