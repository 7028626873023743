/**
 * The cover sheet of a set: how many documents and pages, which are garbled and how much, what does not add up, what
 * documents state differently, what was not read; plots of indicators and breakdowns. Each figure leads to its place.
 * Invariant: of a document nothing is held but what its rows show.
 */
import { isFinding } from '../../../model/check.js'
import { append } from '../../../model/lists.js'
import type { Language } from '../../language.js'
import { sayCode } from '../../language.js'
import type { DocumentRecord } from '../../schema.js'
import { countsOf } from '../header.js'
import type { Html } from '../html.js'
import { html } from '../html.js'
import { bar, folded } from '../parts.js'
import type { PageView } from '../view.js'
import { percent, titleOf } from '../view.js'
import { inChinese, word } from '../words.js'
import { findDifferences } from './differences.js'
import { collectFigures } from './figures.js'
import { findSeries, seriesFigure } from './series.js'
import { type Breakdown, breakdownFigure, findBreakdowns } from './shares.js'
import type { CoverRow } from './tables.js'
import { differenceTable, findingRow, findingTable, mostRows, unreadRows } from './tables.js'

/** The rules that say that a total is the sum of its parts. */
const sums: ReadonlySet<string> = new Set(['sum-of-parts', 'table-sum', 'list-count'])
const garbled: ReadonlySet<string> = new Set(['spun', 'partly-spun', 'beyond-repair'])

interface SpunDocument extends Pick<DocumentRecord['spin'], 'rate' | 'verdict'> {
  readonly title: string
  readonly href: string
}

export interface Cover {
  /** Takes a document. `href` leads to it, and `linkTo` to one of its facts or checks. */
  add(view: PageView, href: string, linkTo: (id: string) => string): void
  /** What stands above the list of the documents. `failures` are sentences on what was no record. */
  html(failures?: readonly string[]): Html
}

function pagesOf({ blocks }: DocumentRecord): number {
  return blocks.reduce((most, { at }) => Math.max(most, at.page ?? 0), 0)
}

/** Most bars of a plot; the list of the documents has them all. */
const mostBars = 60
const mostBreakdowns = 6

function spinPlot(documents: readonly SpunDocument[], language: Language): Html {
  const rows = [...documents]
    .sort((one, other) => other.rate - one.rate)
    .slice(0, mostBars)
    .map(
      ({ title, href, rate, verdict }) =>
        html`<li><div class=leaf><span><a lang=zh href="${href}">${title}</a></span>${bar(rate)}<b>${percent(rate)} <small>${sayCode(language, 'verdict', verdict)}</small></b></div>
`,
    )
  const more = documents.length - mostBars
  return html`<ul class=plots>${rows}</ul>${more > 0 ? html`<p class=faint>${word(language, 'cover.more', { count: more })}</p>` : null}`
}

function rowsOf(rows: readonly CoverRow[]): Html[] {
  return [...rows].sort((one, other) => Number(other.isError) - Number(one.isError)).map(({ row }) => row)
}

export function openCover(language: Language): Cover {
  const say = (key: Parameters<typeof word>[1], parameters?: Parameters<typeof word>[2]) =>
    word(language, key, parameters)
  const totals = { documents: 0, pages: 0, garbled: 0, applied: 0, facts: 0, sums: 0, others: 0 }
  const titles: string[] = []
  const spun: SpunDocument[] = []
  const rows: Record<'sums' | 'others', CoverRow[]> = { sums: [], others: [] }
  const unread: Html[] = []
  const breakdowns: (Breakdown & { readonly of: string })[] = []
  const figures = collectFigures()

  function addFindings(view: PageView, title: string, linkTo: (id: string) => string): void {
    for (const check of view.record.checks) {
      if (!isFinding(check) || check.state === 'solved') continue
      const kind = sums.has(check.rule) ? 'sums' : 'others'
      totals[kind]++
      if (rows[kind].length < mostRows) rows[kind].push(findingRow(check, view, title, linkTo))
    }
  }

  function findings(kind: 'sums' | 'others'): Html {
    const none = html`<p class=good>${say('cover.none')}</p>`
    const left = totals[kind] - rows[kind].length
    const more = left > 0 ? html`<p class=faint>${say('cover.more', { count: left })}</p>` : null
    return rows[kind].length === 0 ? none : html`${findingTable(rowsOf(rows[kind]), language)}${more}`
  }

  const part = (id: string, key: Parameters<typeof word>[1], body: Html, hint: string | null = null): Html =>
    html`<section id=${id}><h2>${say(key)}</h2>${hint === null ? null : html`<p class=faint>${hint}</p>`}
${body}</section>
`

  function differences(groups: ReturnType<typeof findDifferences>): Html {
    const named = groups.filter(([first]) => first!.isPlace)
    const others = groups.filter(([first]) => !first!.isPlace)
    const table = (some: typeof groups) =>
      differenceTable(some.slice(0, mostRows), (document) => titles[document]!, language)
    const told = named.length === 0 ? html`<p class=good>${say('cover.none')}</p>` : table(named)
    const doubtful = say('cover.differ-other', { count: others.length })
    return html`${told}${others.length === 0 ? null : folded(doubtful, table(others))}`
  }

  function tiles(differ: number, notRead: number): Html {
    const tile = (count: number, key: Parameters<typeof word>[1], href: string, isBad = false) =>
      html`<div class="tile ${isBad && count > 0 ? 'bad' : ''}"><dt>${say(key)}<dd><a href="#${href}">${count}</a></div>`
    return html`<dl class=tiles>${tile(totals.documents, 'cover.documents', 'overview')}${
      totals.pages > 0 ? tile(totals.pages, 'cover.pages', 'overview') : null
    }${tile(totals.garbled, 'cover.garbled', 'spin')}${tile(totals.applied, 'head.corrections', 'overview')}${tile(
      totals.facts,
      'head.facts',
      'overview',
    )}${tile(totals.sums, 'cover.sums', 'sums', true)}${tile(totals.others, 'cover.others', 'others', true)}${tile(
      differ,
      'cover.differ',
      'differ',
      true,
    )}${tile(notRead, 'cover.unread', 'unread', true)}</dl>
`
  }

  return {
    add(view, href, linkTo) {
      const { record } = view
      const title = titleOf(view)
      const document = titles.push(title) - 1
      totals.documents++
      totals.pages += pagesOf(record)
      totals.applied += countsOf(view).applied
      totals.facts += record.facts.length
      if (garbled.has(record.spin.verdict)) {
        totals.garbled++
        const { rate, verdict } = record.spin
        spun.push({ title, href, rate, verdict })
      }
      addFindings(view, title, linkTo)
      append(unread, unreadRows(record, href, language))
      figures.add(record.facts, document, linkTo)
      const drawn = findBreakdowns(view, linkTo).map((one) => ({ ...one, of: title }))
      append(breakdowns, drawn)
      breakdowns.sort((one, other) => other.parts.length - one.parts.length).splice(mostBreakdowns)
    },
    html(failures = []) {
      const groups = findDifferences(figures.all)
      const series = findSeries(figures.all)
      const notRead = [...failures.map((failure) => html`<li>${failure}`), ...unread]
      const differ = groups.filter(([first]) => first!.isPlace).length
      const left = figures.left()
      return html`${tiles(differ, notRead.length)}</header>
${part('unread', 'cover.unread', notRead.length === 0 ? html`<p class=good>${say('cover.all-read')}</p>` : html`<ul class=plain>${notRead}</ul>`)}${part(
  'spin',
  'cover.spin',
  spun.length === 0 ? html`<p class=good>${say('cover.not-garbled')}</p>` : spinPlot(spun, language),
  spun.length === 0 ? null : say('cover.spin-hint', { count: spun.length, documents: totals.documents }),
)}${part('sums', 'cover.sums', findings('sums'))}${part('others', 'cover.others', findings('others'))}${part(
  'differ',
  'cover.differ',
  differences(groups),
  left > 0 ? say('cover.left', { count: left }) : null,
)}${
  series.length === 0
    ? null
    : part(
        'series',
        'cover.series',
        html`<div class=figures>${series.map((one) => seriesFigure(one, language))}</div>`,
      )
}${
  breakdowns.length === 0
    ? null
    : part(
        'shares',
        'nav.breakdowns',
        html`<div class=figures>${breakdowns.map((one) => breakdownFigure(one, one.of))}</div>`,
      )
}<p class=faint${inChinese(language)}>${say('cover.query')}</p>
`
    },
  }
}
