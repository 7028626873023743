/**
 * What old programs leave in a text and is no text: padding at its end, control characters, and line ends of other kinds
 * than LF and CR LF. A form feed ends a page.
 * Invariant: no printed character is lost; a zero stays, for what stood in its place is not known.
 */

export interface CleanText {
  readonly text: string
  /** Control characters that were left out. */
  readonly removed: number
  /** Starts of pages in the text; empty where no form feed parts it. */
  readonly pageStarts: readonly number[]
}

/**
 * Escape stays, and so does what ends a command to a terminal: what stands between them is told by both from printed text.
 */
const titles = String.raw`(?:\x1b\]|\x9d)[^\x07\x1b\x9c\x9d\n]*(?:\x07|\x1b\\|\x9c)`
const signs = String.raw`[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]|\r(?!\n)|[\v\f\u0085\u2028\u2029]`
const special = new RegExp(`${titles}|${signs}`, 'g')

/** A zero or ^Z. */
export function isPadding(code: number): boolean {
  return code === 0 || code === 0x1a
}

/**
 * Bytes without the zeros and ^Z behind the text, with which old programs fill up a file or end it; an even number of
 * them, for a zero may be half of a last character in UTF-16.
 */
export function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && isPadding(bytes[end - 1]!)) end--
  return bytes.subarray(0, end + ((bytes.length - end) % 2))
}

/** The text without control characters, its lines ended by LF or CR LF. */
export function withoutControls(printed: string): CleanText {
  const pieces: string[] = []
  const pageStarts: number[] = []
  let removed = 0
  let length = 0
  let from = 0
  const add = (piece: string) => {
    pieces.push(piece)
    length += piece.length
  }
  for (const { 0: sign, index } of printed.matchAll(special)) {
    if (sign.length > 1) continue
    add(printed.slice(from, index))
    from = index + 1
    if (/[\s\u0085]/.test(sign)) add('\n')
    else removed++
    if (sign === '\f') pageStarts.push(length)
  }
  if (from === 0) return { text: printed, removed: 0, pageStarts: [] }
  add(printed.slice(from))
  const text = pieces.join('')
  const isParted = pageStarts.some((start) => text.slice(0, start).trim() !== '')
  return { text, removed, pageStarts: isParted ? [0, ...pageStarts.filter((start) => start > 0)] : [] }
}
