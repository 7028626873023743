/** What is wrong, on top of the page: each finding with its figures, in words, and where they stand in the text. */
import { isFinding } from '../../model/check.js'
import { explanationOf } from '../checks.js'
import { say, sayCode } from '../language.js'
import type { CheckRecord, FactRecord } from '../schema.js'
import type { Html } from './html.js'
import { html } from './html.js'
import { folded, section, sortTable } from './parts.js'
import { cropOf, rivalsIn } from './scan/crops.js'
import type { PageView } from './view.js'
import { placeOf } from './view.js'
import { word } from './words.js'

function factsOf({ facts }: PageView, check: CheckRecord): FactRecord[] {
  return check.facts.flatMap((id) => facts.get(id) ?? [])
}

function figureLinks(view: PageView, check: CheckRecord): Html | null {
  const links = factsOf(view, check).map(
    (fact) =>
      html`<li><a href="#${view.prefix}${fact.id}"><b lang=zh>${fact.text}</b> <span lang=zh>${fact.indicator}</span> <small>${placeOf(view, fact.start)}</small></a>`,
  )
  if (links.length === 0) return null
  return html`<p class=lead>${word(view.language, 'findings.figures')}</p><ul class=chips>${links}</ul>`
}

/** Of a finding about many figures, so many are shown as they stand on the scan. */
const mostCrops = 12

/** The figures as they stand on the scan, and what they may be. */
function cropsOf(view: PageView, check: CheckRecord): Html | null {
  const crops = factsOf(view, check)
    .slice(0, mostCrops)
    .map((fact) => [cropOf(view, fact, fact.id), rivalsIn(view, fact)] as const)
    .filter((parts) => parts.some((part) => part !== null))
    .map((parts) => html`<li>${parts}`)
  return crops.length === 0 ? null : html`<ul class=crops>${crops}</ul>`
}

/** A quote longer than this says less than the figures alone. */
const longestQuote = 320

/** The restored text from the first figure's sentence to the last one's, with the figures of the finding marked. */
function quoteOf(view: PageView, check: CheckRecord): Html | null {
  const facts = factsOf(view, check).sort((a, b) => a.start - b.start)
  const [first, last] = [facts[0], facts.at(-1)]
  if (first === undefined || last === undefined) return null
  const whole = { from: first.sentence.start, to: last.sentence.end }
  const isWhole = whole.to - whole.from <= longestQuote
  const from = isWhole ? whole.from : Math.max(first.sentence.start, first.start - 60)
  const to = isWhole ? whole.to : Math.min(whole.to, from + longestQuote)
  const pieces: Html[] = []
  let position = from
  for (const { start, end } of facts) {
    if (start < position || end > to) continue
    pieces.push(html`${view.repaired(position, start)}<mark>${view.repaired(start, end)}</mark>`)
    position = end
  }
  pieces.push(html`${view.repaired(position, to)}`)
  const before = from > whole.from ? '……' : ''
  const after = to < whole.to ? '……' : ''
  return html`<blockquote lang=zh>${before}${pieces}${after}</blockquote>`
}

function amounts(
  { language }: PageView,
  { stated, computed, difference, solution }: CheckRecord,
): Html | null {
  const amount = (key: Parameters<typeof word>[1], value: string | null) =>
    value === null ? null : html`<div><dt>${word(language, key)}<dd>${value.replace(/^-/, '−')}</div>`
  const list = [
    amount('findings.stated', stated),
    amount('findings.computed', computed),
    amount('findings.difference', difference),
    amount('findings.solution', solution),
  ]
  return list.every((item) => item === null) ? null : html`<dl class=amounts>${list}</dl>`
}

function card(view: PageView, check: CheckRecord): Html {
  const { language } = view
  const kind = check.state === 'solved' ? 'solved' : check.severity
  const explanation = explanationOf(check, language)
  return html`<article class="card ${kind}" id="${view.prefix}${check.id}"><header><span class=badge>${
    check.state === 'solved' ? say(language, 'state.solved') : sayCode(language, 'severity', check.severity)
  }</span> ${sayCode(language, 'rule', check.rule)} · ${sayCode(language, 'state', check.state)}</header>
<p class=expression lang=zh>${check.expression}</p>
${explanation === check.code ? null : html`<p>${explanation}</p>`}${amounts(view, check)}
${cropsOf(view, check)}${quoteOf(view, check)}${figureLinks(view, check)}</article>
`
}

function otherChecks(view: PageView, checks: readonly CheckRecord[]): Html | null {
  const { language, prefix } = view
  if (checks.length === 0) return null
  const rows = checks.map((check) => {
    const first = check.facts[0]
    const expression =
      first === undefined
        ? html`<span lang=zh>${check.expression}</span>`
        : html`<a lang=zh href="#${prefix}${first}">${check.expression}</a>`
    return html`<tr><td>${sayCode(language, 'state', check.state)}<td>${sayCode(language, 'rule', check.rule)}<td class=formula>${expression}<td>${explanationOf(check, language)}
`
  })
  const columns = [
    { name: word(language, 'findings.state') },
    { name: word(language, 'findings.rule') },
    { name: word(language, 'findings.expression') },
    { name: word(language, 'findings.explanation') },
  ]
  const title = word(language, 'findings.other', { count: checks.length })
  return folded(title, sortTable(columns, rows, 'checks'))
}

const ranks = { error: 0, warning: 1, info: 2 } as const

export function findingsSection(view: PageView): Html {
  const { record, language } = view
  const title = word(language, 'nav.findings')
  if (record.stages !== undefined && !record.stages.includes('audit')) {
    return section(view, 'findings', title, [html`<p class=faint>${word(language, 'findings.not-run')}</p>`])
  }
  const findings = record.checks.filter(isFinding).sort((a, b) => {
    const solved = Number(a.state === 'solved') - Number(b.state === 'solved')
    return solved || ranks[a.severity] - ranks[b.severity]
  })
  const others = record.checks.filter((check) => !isFinding(check))
  const mismatches = findings.filter(({ state }) => state === 'mismatch').length
  return section(view, 'findings', title, [
    mismatches === 0 ? html`<p class=good>${word(language, 'findings.none')}</p>` : null,
    html`<div class=cards>${findings.map((check) => card(view, check))}</div>`,
    otherChecks(view, others),
  ])
}
