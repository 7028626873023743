/** Totals with their parts as trees, each part with a bar for its share, and whether the sum holds. */
import { sayCode } from '../language.js'
import type { CheckRecord, FactRecord } from '../schema.js'
import { amountOf, sortValue } from './facts.js'
import type { Html } from './html.js'
import { html } from './html.js'
import { bar, section } from './parts.js'
import type { PageView } from './view.js'
import { inChinese, word } from './words.js'

const deepest = 8

function partsByTotal({ record }: PageView): Map<string, FactRecord[]> {
  const parts = new Map<string, FactRecord[]>()
  for (const fact of record.facts) {
    if (fact.partOf === null) continue
    const siblings = parts.get(fact.partOf)
    if (siblings === undefined) parts.set(fact.partOf, [fact])
    else siblings.push(fact)
  }
  return parts
}

/** The sum that a total was checked in, by the id of the total, which the sum names first. */
function sumsByTotal({ record }: PageView): Map<string, CheckRecord> {
  const sums = record.checks.filter(({ rule, facts }) => rule === 'sum-of-parts' && facts.length > 0)
  return new Map(sums.map((check) => [check.facts[0]!, check]))
}

function shareOf(part: FactRecord, total: FactRecord): number | null {
  const [above, below] = [sortValue(part), sortValue(total)]
  if (above === null || below === null || below <= 0 || above < 0) return null
  return part.base.unit === total.base.unit ? above / below : null
}

function node(
  fact: FactRecord,
  total: FactRecord | null,
  view: PageView,
  parts: ReadonlyMap<string, FactRecord[]>,
  sums: ReadonlyMap<string, CheckRecord>,
  depth: number,
): Html {
  const children = depth < deepest ? (parts.get(fact.id) ?? []) : []
  const share = total === null ? null : shareOf(fact, total)
  const sum = sums.get(fact.id)
  const state =
    sum === undefined || children.length === 0
      ? null
      : html` <span lang=${view.language} class="state ${sum.state}">${sayCode(view.language, 'state', sum.state)}</span>`
  const inner = children.map((child) => node(child, fact, view, parts, sums, depth + 1))
  return html`<li><div class=leaf><span><a href="#${view.prefix}${fact.id}">${fact.indicator}</a>${state}</span>${
    share === null ? html`<span></span>` : bar(share)
  }<b>${amountOf(fact)}</b></div>${inner.length === 0 ? null : html`<ul>${inner}</ul>`}
`
}

/** Null where the text breaks nothing down. */
export function breakdownsSection(view: PageView): Html | null {
  const parts = partsByTotal(view)
  const sums = sumsByTotal(view)
  const roots = view.record.facts.filter(
    ({ id, partOf }) => parts.has(id) && (partOf === null || !view.facts.has(partOf)),
  )
  if (roots.length === 0) return null
  const trees = roots.map(
    (root) => html`<ul class=tree${inChinese(view.language)}>${node(root, null, view, parts, sums, 0)}</ul>
`,
  )
  return section(view, 'breakdowns', word(view.language, 'nav.breakdowns'), [
    html`<p class=faint>${word(view.language, 'breakdowns.hint')}</p><div class=trees>${trees}</div>`,
  ])
}
