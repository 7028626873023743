/**
 * The text of a span with its marks: corrections, figures, damage. Marks may cross one another in the record; here
 * figures stand outside, damage inside of them, corrections inside of both, and no correction is cut.
 * Invariant: of the restored side, the n-th correction element stands for the n-th row that was noted down, and
 * likewise for damage; the page's script relies on it.
 */
import { countFirst } from '../../model/sorted.js'
import type { CorrectionRecord, DocumentRecord } from '../schema.js'
import { escapeText } from './html.js'
import type { PageView } from './view.js'

export type Side = 'source' | 'repaired'

type DamageRecord = DocumentRecord['damage'][number]

interface Mark {
  readonly start: number
  readonly end: number
}

interface FigureMark extends Mark {
  readonly id: string
  /** Figures that overlap this one: only their places are kept. */
  readonly others: string[]
}

/** What was marked on the restored side so far, in order. */
export interface Noted {
  readonly corrections: CorrectionRecord[]
  readonly damage: DamageRecord[]
}

export interface MarkedText {
  readonly noted: Noted
  /** Markup of a span of the source as one side shows it. */
  mark(start: number, end: number, side: Side): string
  /** The end of a block, moved behind a correction that reaches out of it. */
  endOf(start: number, end: number): number
}

/** Index of the first item that ends behind the offset. Items are sorted and disjoint. */
function firstBehind(items: readonly Mark[], offset: number): number {
  return countFirst(items.length, (index) => items[index]!.end <= offset && items[index]!.start < offset)
}

/** Sure is the rule and needs no class. */
function classOf({ kind, confidence, status }: CorrectionRecord): string {
  const names: string[] = []
  if (kind === 'layout') names.push('l')
  else if (status === 'applied' && confidence < 0.7) names.push('w')
  else if (status === 'applied' && confidence < 0.9) names.push('m')
  return names.length === 0 ? '' : ` class=${names.join(' ')}`
}

function markCorrection(correction: CorrectionRecord, side: Side, noted: Noted): string {
  const { actual, replacement, status } = correction
  if (side === 'source') {
    if (status === 'suggested') return escapeText(actual)
    return `<del${classOf(correction)}>${escapeText(actual)}</del>`
  }
  noted.corrections.push(correction)
  if (status === 'suggested') return `<u${classOf(correction)}>${escapeText(actual)}</u>`
  return `<ins${classOf(correction)}>${escapeText(replacement)}</ins>`
}

function disjointFigures({ record }: PageView, snap: (mark: Mark) => Mark): FigureMark[] {
  const figures: FigureMark[] = []
  const spans = record.facts.map(({ id, start, end }) => ({ id, others: [], ...snap({ start, end }) }))
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const previous = figures.at(-1)
    if (previous !== undefined && span.start < previous.end) previous.others.push(span.id)
    else figures.push(span)
  }
  return figures
}

function disjointDamage({ record }: PageView, snap: (mark: Mark) => Mark): (Mark & { of: DamageRecord })[] {
  let reached = 0
  const spans = record.damage.map((of) => ({ of, ...snap(of) })).sort((a, b) => a.start - b.start)
  return spans.map(({ of, start, end }) => {
    const from = Math.max(start, reached)
    const to = Math.max(end, from)
    reached = to
    return { of, start: from, end: to }
  })
}

export function markedText(view: PageView): MarkedText {
  const { record, prefix, doubted } = view
  const { text } = record.source
  const { corrections } = record
  const noted: Noted = { corrections: [], damage: [] }

  const snap = ({ start, end }: Mark): Mark => {
    let [from, to] = [start, end]
    for (let at = firstBehind(corrections, start); at < corrections.length; at++) {
      const correction = corrections[at]!
      if (correction.start > end) break
      if (correction.start < start && correction.end > start) from = correction.start
      if (correction.start < end && correction.end > end) to = correction.end
    }
    return { start: from, end: start === end ? from : to }
  }
  const figures = disjointFigures(view, snap)
  const damage = disjointDamage(view, snap)

  /** Whether an item without length, or the beginning of one, belongs to this piece of a span. */
  const isIn = (mark: Mark, end: number, isLast: boolean) =>
    mark.start < end || (isLast && mark.start === end && mark.end === end)

  function markCorrections(start: number, end: number, side: Side, isLast: boolean): string {
    let out = ''
    let position = start
    for (let at = firstBehind(corrections, start); at < corrections.length; at++) {
      const correction = corrections[at]!
      if (!isIn(correction, end, isLast)) break
      if (correction.start < position) continue
      out += escapeText(text.slice(position, correction.start)) + markCorrection(correction, side, noted)
      position = correction.end
    }
    return out + escapeText(text.slice(position, end))
  }

  function markDamage(start: number, end: number, side: Side, isLast: boolean): string {
    let out = ''
    let position = start
    for (let at = firstBehind(damage, start); at < damage.length; at++) {
      const item = damage[at]!
      if (!isIn(item, end, isLast)) break
      if (item.end < position) continue
      const from = Math.max(item.start, position)
      const to = Math.min(item.end, end)
      out += markCorrections(position, from, side, false)
      if (side === 'repaired') noted.damage.push(item.of)
      out += from === to ? '<mark class=g></mark>' : `<mark>${markCorrections(from, to, side, false)}</mark>`
      position = to
    }
    return out + markCorrections(position, end, side, isLast)
  }

  /** The row of a figure in the table of facts is named r and its id, its place in the text only its id. */
  function openFigure({ id, others }: FigureMark, isFirst: boolean): string {
    const name = escapeText(prefix + id)
    const classes = doubted.has(id) ? 'f e' : 'f'
    const open = `<a class="${classes}"${isFirst ? ` id="${name}"` : ''} href="#${prefix}r${escapeText(id)}">`
    const places = others.map((other) => `<i id="${escapeText(prefix + other)}"></i>`)
    return open + (isFirst ? places.join('') : '')
  }

  function mark(start: number, end: number, side: Side): string {
    if (side === 'source') return markDamage(start, end, side, true)
    let out = ''
    let position = start
    for (let at = firstBehind(figures, start); at < figures.length; at++) {
      const figure = figures[at]!
      if (figure.start >= end) break
      const from = Math.max(figure.start, position)
      const to = Math.min(figure.end, end)
      out += markDamage(position, from, side, false)
      out += `${openFigure(figure, figure.start >= start)}${markDamage(from, to, side, false)}</a>`
      position = to
    }
    return out + markDamage(position, end, side, true)
  }

  return {
    noted,
    mark,
    endOf(start, end) {
      let reached = end
      for (let at = firstBehind(corrections, start); at < corrections.length; at++) {
        const correction = corrections[at]!
        if (correction.start >= reached) break
        reached = Math.max(reached, correction.end)
      }
      return reached
    },
  }
}
