/** Edits as the decoder finds them, and the merging of those that write the same text. */

/** One edit that the decoder considers, in offsets of the text given. */
export interface DecodedEdit {
  readonly start: number
  readonly end: number
  readonly pair: number
  readonly probability: number
}

/** Edits from this probability on are made where a text is read as repaired: they are likelier than not. */
export const likely = 0.5

/**
 * One result may be reached in two ways: 增添 → 增加, and 添 → 加 inside it. The wider edit takes the probability of
 * the narrower ones that write the same text.
 */
export function mergeEdits(
  text: string,
  edits: readonly DecodedEdit[],
  wordOf: (edit: DecodedEdit) => string,
): DecodedEdit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end)
  const probabilities = sorted.map((edit) => edit.probability)
  sorted.forEach((wide, index) => {
    for (let other = index + 1; other < sorted.length && sorted[other]!.start < wide.end; other++) {
      const narrow = sorted[other]!
      if (narrow.end > wide.end || narrow.end - narrow.start === wide.end - wide.start) continue
      const written = text.slice(wide.start, narrow.start) + wordOf(narrow) + text.slice(narrow.end, wide.end)
      if (written !== wordOf(wide)) continue
      probabilities[index] = Math.min(1, probabilities[index]! + probabilities[other]!)
      probabilities[other] = 0
    }
  })
  return sorted
    .map(({ start, end, pair }, index) => ({ start, end, pair, probability: probabilities[index]! }))
    .filter((edit) => edit.probability > 0)
}
