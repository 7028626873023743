/** Changes as small plots: before and after where both are known, else the size of the change; and stated shares. */
import { say, sayCode } from '../language.js'
import type { FactRecord } from '../schema.js'
import { amountOf, numberOf, sortValue } from './facts.js'
import type { Html } from './html.js'
import { html } from './html.js'
import { bar, section } from './parts.js'
import type { PageView } from './view.js'
import { word } from './words.js'

const width = 100

function rect(x: number, y: number, size: number, kind: string): Html {
  const [left, wide] = [x, Math.max(0.8, size)].map((length) => Math.round(length * 10) / 10) as [
    number,
    number,
  ]
  return html`<rect class=${kind} x=${left} y=${y} width=${wide} height=6 />`
}

/** Two bars, the earlier value above the later one. */
function pairPlot(before: number, after: number, direction: string): Html {
  const most = Math.max(before, after) || 1
  return html`<svg class=plot aria-hidden=true viewBox="0 0 100 16" preserveAspectRatio=none>${rect(
    0,
    1,
    (before / most) * width,
    'before',
  )}${rect(0, 9, (after / most) * width, direction)}</svg>`
}

/** One bar from the middle: to the right for an increase, to the left for a decrease. */
function signedPlot(size: number, most: number, direction: string): Html {
  const length = most > 0 ? (Math.min(size, most) / most) * (width / 2) : 0
  const x = direction === 'decrease' ? width / 2 - length : width / 2
  return html`<svg class=plot aria-hidden=true viewBox="0 0 100 16" preserveAspectRatio=none><rect class=axis x=49.8 width=.4 height=16 />${rect(
    x,
    5,
    length,
    direction,
  )}</svg>`
}

function numberFrom(text: string | null): number | null {
  if (text === null) return null
  const [above = '', below = '1'] = text.split('/')
  const number = Number(above) / Number(below)
  return Number.isFinite(number) ? number : null
}

interface DrawnChange {
  readonly fact: FactRecord
  readonly of: FactRecord | undefined
  readonly before: number | null
  readonly after: number | null
  /** Size of a change in percent, which alone can be compared. */
  readonly share: number | null
}

function drawn(fact: FactRecord, { facts }: PageView): DrawnChange {
  const change = fact.change!
  const of = change.of === null ? undefined : facts.get(change.of)
  const before = numberFrom(change.prior)
  // Of a change from one value to another, the fact is what it came to.
  const after = numberFrom((change.kind === 'from-to' ? fact : (of ?? fact)).value)
  const isShare = fact.measure === 'percent' || change.kind === 'percent'
  const size = sortValue(fact)
  return { fact, of, before, after, share: isShare && size !== null ? Math.abs(size) : null }
}

const signs: Readonly<Record<string, string>> = { increase: '▲', decrease: '▼', level: '＝' }

function changeRow({ fact, of, before, after, share }: DrawnChange, most: number, view: PageView): Html {
  const { language, prefix } = view
  const { direction, against, prior, kind } = fact.change!
  const hasBoth = before !== null && after !== null && before >= 0 && after >= 0
  const plot = hasBoth
    ? pairPlot(before, after, direction)
    : share === null
      ? html`<span></span>`
      : signedPlot(share, most, direction)
  const sign = signs[direction] ?? ''
  const to = kind === 'from-to' ? fact : of
  const course = hasBoth
    ? html`<span class=course lang=zh>${prior}${to?.unit ?? ''} → ${to === undefined ? numberOf(fact) : amountOf(to)}</span>`
    : to === undefined
      ? null
      : html`<span class=course lang=zh>${amountOf(to)}</span>`
  const name = of?.indicator ?? fact.indicator
  return html`<li class=leaf><span><a lang=zh href="#${prefix}${fact.id}">${name}</a> ${course}</span>${plot}<b class=${direction}><span aria-hidden=true>${sign}</span> ${kind === 'from-to' ? null : html`<span lang=zh>${amountOf(fact)}</span> `}<small>${sayCode(
    language,
    'change',
    direction,
  )}${against === null ? null : html`, ${say(language, 'fact.against', { against })}`}</small></b>
`
}

/** Null where the text tells of no change. */
export function changesSection(view: PageView): Html | null {
  const changes = view.record.facts.filter(({ change }) => change !== null).map((fact) => drawn(fact, view))
  if (changes.length === 0) return null
  const shares = changes.flatMap(({ share }) => share ?? []).sort((a, b) => a - b)
  // One wild figure must not flatten all the others: bars reach their full length at the ninth decile.
  const most = shares[Math.floor((shares.length - 1) * 0.9)] ?? 1
  return section(view, 'changes', word(view.language, 'nav.changes'), [
    html`<p class=faint>${word(view.language, 'changes.hint')}</p><ul class="tree plots">${changes.map(
      (change) => changeRow(change, most, view),
    )}</ul>`,
  ])
}

function shareRow(fact: FactRecord, view: PageView): Html {
  const { part, whole } = fact.ratio!
  const nameOf = (id: string | null) => {
    if (id === null) return html`?`
    const found = view.facts.get(id)
    if (found === undefined) return html`${id}`
    return html`<a lang=zh href="#${view.prefix}${id}">${found.indicator} ${amountOf(found)}</a>`
  }
  const value = numberFrom(fact.value)
  const isPercent = fact.unit === '%' || fact.measure === 'percent'
  const share = value === null ? null : isPercent ? value / 100 : value
  return html`<li class=leaf><span><a lang=zh href="#${view.prefix}${fact.id}">${fact.indicator}</a> <span class=course>${nameOf(part)} / ${nameOf(whole)}</span></span>${
    share === null || share > 1.5 ? html`<span></span>` : bar(share)
  }<b lang=zh>${amountOf(fact)}</b>
`
}

/** Null where the text states no share of one of its figures. */
export function ratiosSection(view: PageView): Html | null {
  const shares = view.record.facts.filter(({ ratio }) => ratio?.part != null || ratio?.whole != null)
  if (shares.length === 0) return null
  return section(view, 'ratios', word(view.language, 'nav.ratios'), [
    html`<p class=faint>${word(view.language, 'ratios.hint')}</p><ul class="tree plots">${shares.map((fact) =>
      shareRow(fact, view),
    )}</ul>`,
  ])
}
