/**
 * Damages a clean text step by step and keeps the way back. A damaged text is a list of pieces that join to it, each
 * with the span of the clean text that it came from and the kind of damage that made it.
 * Invariant: the pieces' clean spans join to the clean text; pure and the same on every machine for the same seed.
 */
import { seededRandom } from './random.js'
import { spinText } from './spin.js'

export type DamageKind = 'swap' | 'layout' | 'mask' | 'deletion' | 'notice'

export interface Piece {
  /** Span of the clean text. */
  readonly start: number
  readonly end: number
  /** What stands for it in the damaged text. */
  readonly text: string
  /** Null where nothing was changed. */
  readonly kind: DamageKind | null
}

/** Replaces `[start, end)` of the text as it is so far. */
export interface DamageEdit {
  readonly start: number
  readonly end: number
  readonly replacement: string
  readonly kind: DamageKind
}

export function joinPieces(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('')
}

/** Cuts the piece that holds `offset` in two where it is unchanged text; a changed piece is never cut. */
function cutAt(pieces: readonly Piece[], offset: number): Piece[] {
  let position = 0
  return pieces.flatMap((piece) => {
    const inside = offset - position
    position += piece.text.length
    if (piece.kind !== null || inside <= 0 || inside >= piece.text.length) return [piece]
    const middle = piece.start + inside
    return [
      { ...piece, end: middle, text: piece.text.slice(0, inside) },
      { ...piece, start: middle, text: piece.text.slice(inside) },
    ]
  })
}

/**
 * One edit of the damaged text so far. An edit that touches earlier damage becomes one piece with it, of kind swap
 * where either is a swap, so that a space inside a spun word is undone with the word.
 */
function damageOnce(pieces: readonly Piece[], edit: DamageEdit): Piece[] {
  const cut = cutAt(cutAt(pieces, edit.start), edit.end)
  const before: Piece[] = []
  const touched: Piece[] = []
  const after: Piece[] = []
  let position = 0
  let touchedAt = edit.start
  for (const piece of cut) {
    const end = position + piece.text.length
    const isInside = position < edit.end && end > edit.start
    if (isInside || (position < edit.start && end > edit.start)) {
      if (touched.length === 0) touchedAt = position
      touched.push(piece)
    } else if (end <= edit.start && touched.length === 0) before.push(piece)
    else after.push(piece)
    position = end
  }
  const text = joinPieces(touched)
  const isSwap = edit.kind === 'swap' || touched.some((piece) => piece.kind === 'swap')
  const clean = before.at(-1)?.end ?? 0
  const merged: Piece = {
    start: touched[0]?.start ?? clean,
    end: touched.at(-1)?.end ?? clean,
    text: text.slice(0, edit.start - touchedAt) + edit.replacement + text.slice(edit.end - touchedAt),
    kind: isSwap ? 'swap' : edit.kind,
  }
  return [...before, merged, ...after]
}

/** Applies sorted disjoint edits of the text that the pieces join to. */
export function damage(pieces: readonly Piece[], edits: readonly DamageEdit[]): Piece[] {
  return edits.reduceRight<Piece[]>((current, edit) => damageOnce(current, edit), [...pieces])
}

/** The clean text as pieces. */
export function undamaged(text: string): Piece[] {
  return text === '' ? [] : [{ start: 0, end: text.length, text, kind: null }]
}

/** Years as hosting sites mask them, which also eats counts: 20\d\d not inside a longer figure. */
export function findMasks(text: string): DamageEdit[] {
  return [...text.matchAll(/(?<![\d.])20\d\d(?![\d.])/g)].map((match) => ({
    start: match.index,
    end: match.index + 4,
    replacement: '20xx',
    kind: 'mask',
  }))
}

/** Place names deleted: of each `before|name|after`, the name, wherever the three stand together. */
export function findDeletions(text: string, patterns: readonly string[]): DamageEdit[] {
  const edits = patterns.flatMap((pattern) => {
    const [before = '', name = '', after = ''] = pattern.split('|')
    const found: DamageEdit[] = []
    const whole = before + name + after
    for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + whole.length)) {
      const start = at + before.length
      found.push({ start, end: start + name.length, replacement: '', kind: 'deletion' })
    }
    return found
  })
  return edits.sort((a, b) => a.start - b.start)
}

/** The swaps of a table, as edits of the given text. */
export function findSwaps(text: string, table: ReadonlyMap<string, string>): DamageEdit[] {
  let shift = 0
  return spinText(text, table).swaps.map((swap) => {
    const start = swap.start - shift
    shift += swap.spun.length - swap.gold.length
    return { start, end: start + swap.gold.length, replacement: swap.spun, kind: 'swap' }
  })
}

/** The swaps that a tool makes that does not replace every key everywhere. Throws where `spunFrom` is not in the text. */
function findPlannedSwaps(text: string, plan: DamagePlan): DamageEdit[] {
  const from = text.indexOf(plan.spunFrom ?? '')
  if (from < 0) throw new Error(`not in the text: ${plan.spunFrom}`)
  const swaps = findSwaps(text, plan.table).filter(({ start }) => start >= from)
  if (!plan.firstOnly) return swaps
  const keyOf = ({ start, end }: DamageEdit) => text.slice(start, end)
  return swaps.filter((swap, index) => swaps.findIndex((other) => keyOf(other) === keyOf(swap)) === index)
}

/** Spaces that page breaks leave between two Chinese characters, about one in `every` characters. */
export function findPageBreaks(text: string, every: number, seed: number): DamageEdit[] {
  const random = seededRandom(seed)
  const edits: DamageEdit[] = []
  let next = Math.floor(every * (0.3 + random()))
  for (let offset = 1; offset < text.length; offset++) {
    if (offset < next || !/^\p{Script=Han}{2}$/u.test(text.slice(offset - 1, offset + 1))) continue
    edits.push({ start: offset, end: offset, replacement: ' ', kind: 'layout' })
    next = offset + Math.max(1, Math.floor(every * (0.5 + random())))
  }
  return edits
}

/** A hosting site's lines in front of the text and behind it. Either may be empty. */
export function findNotices(text: string, before: string, after: string): DamageEdit[] {
  const edits: DamageEdit[] = []
  if (before !== '') edits.push({ start: 0, end: 0, replacement: before, kind: 'notice' })
  if (after !== '') edits.push({ start: text.length, end: text.length, replacement: after, kind: 'notice' })
  return edits
}

export interface DamagePlan {
  readonly table: ReadonlyMap<string, string>
  /** Whether each key is replaced only where it stands first. */
  readonly firstOnly?: boolean
  /** What stands where the swapped part of the text begins; the whole text is swapped where there is none. */
  readonly spunFrom?: string | null
  readonly masks: boolean
  readonly deletions: readonly string[]
  /** Characters between page breaks; null for none. */
  readonly pageBreakEvery: number | null
  readonly notices: { readonly before: string; readonly after: string }
  readonly seed: number
}

/** All damage of a plan, in the order in which it comes about: names, years, words, pages, the host's lines. */
export function damageText(clean: string, plan: DamagePlan): Piece[] {
  const steps: ((text: string) => DamageEdit[])[] = [
    (text) => findDeletions(text, plan.deletions),
    (text) => (plan.masks ? findMasks(text) : []),
    (text) => findPlannedSwaps(text, plan),
    (text) => (plan.pageBreakEvery === null ? [] : findPageBreaks(text, plan.pageBreakEvery, plan.seed)),
    (text) => findNotices(text, plan.notices.before, plan.notices.after),
  ]
  return steps.reduce<Piece[]>(
    (pieces, findEdits) => damage(pieces, findEdits(joinPieces(pieces))),
    undamaged(clean),
  )
}

/** The smallest span of the damaged text that covers what became of a span of the clean text. */
export function mapForward(
  pieces: readonly Piece[],
  start: number,
  end: number,
): { start: number; end: number } {
  let position = 0
  let from = -1
  let to = -1
  for (const piece of pieces) {
    const overlaps = piece.start < end && piece.end > start
    if (overlaps && piece.text !== '') {
      const isPlain = piece.kind === null
      if (from < 0) from = position + (isPlain ? Math.max(0, start - piece.start) : 0)
      to = position + (isPlain ? Math.min(piece.text.length, end - piece.start) : piece.text.length)
    }
    position += piece.text.length
  }
  if (from < 0) throw new RangeError(`nothing is left of [${start}, ${end})`)
  return { start: from, end: to }
}
