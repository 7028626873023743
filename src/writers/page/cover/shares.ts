/** Breakdowns of a document as bars that are cut into their parts, where the parts add up to their total. */
import type { FactRecord } from '../../schema.js'
import { amountOf, sortValue } from '../facts.js'
import type { Html } from '../html.js'
import { html } from '../html.js'
import type { PageView } from '../view.js'
import { percent } from '../view.js'

export interface Breakdown {
  readonly total: FactRecord
  readonly parts: readonly FactRecord[]
  readonly linkTo: (id: string) => string
}

const fewestParts = 3
const mostParts = 8

/** The totals of a document whose sum was checked and holds, with as many parts as one can tell apart. */
export function findBreakdowns(view: PageView, linkTo: (id: string) => string): Breakdown[] {
  return view.record.checks.flatMap(({ rule, state, facts }) => {
    if (rule !== 'sum-of-parts' || !(state === 'holds' || state === 'rounding')) return []
    const [total, ...parts] = facts.flatMap((id) => view.facts.get(id) ?? [])
    const isDrawn = parts.length >= fewestParts && parts.length <= mostParts
    const sizes = parts.map(sortValue)
    if (total === undefined || !isDrawn || (sortValue(total) ?? 0) <= 0) return []
    return sizes.every((size) => size !== null && size >= 0) ? [{ total, parts, linkTo }] : []
  })
}

const length = 1000

export function breakdownFigure({ total, parts, linkTo }: Breakdown, of: string): Html {
  const whole = sortValue(total)!
  let x = 0
  const pieces = parts.map((part, kind) => {
    const share = sortValue(part)! / whole
    const [left, wide] = [x, share * length]
    x += wide
    return {
      share,
      rect: html`<a href="${linkTo(part.id)}"><title>${part.indicator} ${amountOf(part)}</title><rect class=s${kind} x=${Math.round(left)} width=${Math.max(1, Math.round(wide) - 2)} height=40 /></a>`,
    }
  })
  const rows = parts.map(
    (part, kind) =>
      html`<li><svg aria-hidden=true viewBox="0 0 10 10"><rect class=s${kind} width=10 height=10 /></svg><a href="${linkTo(part.id)}">${part.indicator}</a> <b>${amountOf(part)}</b> <small>${percent(pieces[kind]!.share)}</small>`,
  )
  return html`<figure class=shares lang=zh><figcaption><a href="${linkTo(total.id)}"><b>${total.indicator}</b></a> ${amountOf(total)} <small>${of}</small></figcaption><svg role=img aria-label="${total.indicator}" viewBox="0 0 ${length} 40" preserveAspectRatio=none>${pieces.map(({ rect }) => rect)}</svg><ul>${rows}</ul></figure>
`
}
