/**
 * Where the characters of a text that is drawn come from in its file. Drawing changes nothing but white space, so the
 * characters with ink are the same, in the same order, before and after it.
 */

/** Of a character that comes from nowhere: the label of a list, what a formula says. */
export const nowhere = -1

/** A text, and the number of each of its characters among those of the file. */
export interface TracedText {
  readonly text: string
  readonly origins: readonly number[]
}

export const untraced = (text: string): TracedText => ({
  text,
  origins: Array.from<number>({ length: text.length }).fill(nowhere),
})

/** Texts as one, with what stands between them. */
export function joinTraced(texts: readonly TracedText[], between = ''): TracedText {
  const gap = untraced(between)
  const pieces = texts.flatMap((text, index) => (index === 0 ? [text] : [gap, text]))
  return {
    text: pieces.map(({ text }) => text).join(''),
    origins: pieces.flatMap(({ origins }) => origins),
  }
}

/** The lines of a text, each with the line break behind it. */
export function tracedLines({ text, origins }: TracedText): TracedText[] {
  const lines: TracedText[] = []
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found + 1
    lines.push({ text: text.slice(start, end), origins: origins.slice(start, end) })
    if (found < 0) break
    start = end
  }
  return lines
}

const isBlank = (character: string) => /\s/.test(character)

/** Where the white space that begins at an offset ends. */
function blankEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && isBlank(text[end]!)) end++
  return end
}

/** What a text became when it was drawn, from one offset of the whole on. */
export interface DrawnText {
  readonly start: number
  readonly drawn: string
  readonly traced: TracedText
}

/** The origins of a text of so many characters that was drawn of these pieces. */
export function originsOf(length: number, pieces: readonly DrawnText[]): Int32Array {
  const all = new Int32Array(length).fill(nowhere)
  for (const { start, drawn, traced } of pieces) {
    let from = 0
    for (let at = 0; at < drawn.length; at++, from++) {
      const [end, fromEnd] = [blankEnd(drawn, at), blankEnd(traced.text, from)]
      // White space of another length was made anew.
      const isSame = end - at === fromEnd - from
      for (; at < end; at++, from++) if (isSame) all[start + at] = traced.origins[from]!
      from = fromEnd
      if (at < drawn.length) all[start + at] = traced.origins[from] ?? nowhere
    }
  }
  return all
}
