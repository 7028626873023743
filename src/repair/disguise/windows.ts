/** Stretches of a line that could be a standard word written otherwise: characters in a row that are no such word. */
import type { StandardWords } from './words.js'
import { isNumeral, longestWord } from './words.js'

const han = /[\u4e00-\u9fff]/

/** All windows of two characters to `longestWord` in `[start, end)` of a line, without numerals. */
export function windowsOf(
  line: string,
  start: number,
  end: number,
  words: StandardWords,
): { readonly from: number; readonly to: number; readonly written: string }[] {
  const windows: { from: number; to: number; written: string }[] = []
  const isFree = (at: number) => han.test(line[at]!) && !isNumeral(line[at]!)
  for (let from = start; from < end; from++) {
    if (!isFree(from)) continue
    for (let to = from + 2; to <= Math.min(end, from + longestWord) && isFree(to - 1); to++) {
      const written = line.slice(from, to)
      if (!words.has(written)) windows.push({ from, to, written })
    }
  }
  return windows
}
