/**
 * Anchors: a place of a text, named by what stands there and around it, so that it is found again in a text that was read
 * a little differently. The offset only tells between places that read alike.
 */

export interface Anchor {
  /** What stands there; never empty. */
  readonly text: string
  /** Up to `reach` code units before and behind it. */
  readonly before: string
  readonly after: string
  /** Offset of the source text, in UTF-16 code units, when the decision was made. */
  readonly start: number
}

const reach = 12

/** The anchor of `[start, end)` of a text. */
export function anchorAt(text: string, start: number, end: number): Anchor {
  return {
    text: text.slice(start, end),
    before: text.slice(Math.max(0, start - reach), start),
    after: text.slice(end, end + reach),
    start,
  }
}

/** How many code units beside `[start, end)` stand as the anchor says, counted from the place outwards. */
function agreement(text: string, start: number, end: number, { before, after }: Anchor): number {
  let left = 0
  while (left < before.length && text[start - 1 - left] === before[before.length - 1 - left]) left++
  let right = 0
  while (right < after.length && text[end + right] === after[right]) right++
  return left + right
}

/**
 * Where the anchor's text stands now; undefined where it stands nowhere with at least half of what stood around it. Of
 * places that read alike it is the one nearest to where it was.
 */
export function findAnchor(text: string, anchor: Anchor): number | undefined {
  const { length } = anchor.text
  if (length === 0) return undefined
  const context = anchor.before.length + anchor.after.length
  const isThere = text.startsWith(anchor.text, anchor.start)
  if (isThere && agreement(text, anchor.start, anchor.start + length, anchor) === context) return anchor.start
  let found: number | undefined
  let most = Math.ceil(context / 2) - 1
  for (let at = text.indexOf(anchor.text); at >= 0; at = text.indexOf(anchor.text, at + 1)) {
    const agreed = agreement(text, at, at + length, anchor)
    const isNearer = found !== undefined && Math.abs(at - anchor.start) < Math.abs(found - anchor.start)
    if (agreed > most || (agreed === most && isNearer)) {
      found = at
      most = agreed
    }
  }
  return found
}
