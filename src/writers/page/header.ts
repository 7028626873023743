/** The head of a document: what it is, whether it was reworded and where, and how much was found. */
import { isFinding } from '../../model/check.js'
import { say, sayCode } from '../language.js'
import { repairCounts } from '../repair-counts.js'
import type { Html } from './html.js'
import { html } from './html.js'
import type { PageView } from './view.js'
import { originOf, percent, titleOf } from './view.js'
import { word } from './words.js'

const steps = 400

/** A strip along the text: each window as wide as it is long and as high as its rate. */
function strip({ record, language }: PageView): Html | null {
  const { windows } = record.spin
  const length = record.source.text.length
  if (windows.length === 0 || length === 0) return null
  const scale = steps / length
  const merged: { start: number; end: number; rate: number }[] = []
  for (const { start, end, rate } of windows) {
    const last = merged.at(-1)
    const height = Math.round(rate * 20)
    if (last !== undefined && last.rate === height && start - last.end < 3) last.end = end
    else merged.push({ start, end, rate: height })
  }
  const bars = merged
    .filter(({ rate }) => rate > 0)
    .map(({ start, end, rate }) => {
      const [x, wide] = [start * scale, Math.max(0.5, (end - start) * scale)].map(
        (n) => Math.round(n * 10) / 10,
      )
      return html`<rect x=${x!} y=${20 - rate} width=${wide!} height=${rate} />`
    })
  const name = word(language, 'head.strip')
  return html`<figure class=strip><figcaption>${word(language, 'head.spin')}</figcaption><svg role=img aria-label="${name}" viewBox="0 0 ${steps} 20" preserveAspectRatio=none><title>${name}</title>${bars}</svg></figure>`
}

function tile(count: number, name: string, kind = ''): Html {
  return html`<div class="tile ${kind}"><dt>${name}<dd>${count}</div>`
}

export function countsOf({ record }: PageView) {
  const mismatches = record.checks.filter(({ state }) => state === 'mismatch').length
  return {
    ...repairCounts(record),
    findings: record.checks.filter(isFinding).length,
    mismatches,
    facts: record.facts.length,
    checks: record.checks.length,
  }
}

export function documentHeader(view: PageView): Html {
  const { record, language } = view
  const { spin, origin } = record
  const counts = countsOf(view)
  const characters = record.source.text.length
  const facts = [
    origin.mediaType,
    origin.encoding,
    word(language, 'head.bytes', { bytes: origin.bytes }),
    word(language, 'head.characters', { characters }),
  ].filter((part) => part !== null)
  const verdict = [sayCode(language, 'verdict', spin.verdict)]
  if (spin.verdict === 'spun' || spin.verdict === 'partly-spun') {
    verdict.push(word(language, 'head.spin-rate', { rate: percent(spin.rate) }))
  }
  if (spin.assumed) verdict.push(word(language, 'head.assumed'))
  if (spin.bySource) verdict.push(word(language, 'head.by-source'))
  const stages =
    record.stages === undefined
      ? null
      : html`<p class=faint>${word(language, 'head.stages', { stages: record.stages.join(', ') })}</p>`
  return html`<header class=head><h1 lang=zh>${titleOf(view)}</h1>
<p class=origin><b>${originOf(record) || word(language, 'page.standard-input')}</b> · ${facts.join(' · ')}</p>
<p class="verdict ${spin.verdict}">${verdict.join(say(language, 'finding.separator'))}</p>
${stages}<dl class=tiles>${tile(counts.findings, word(language, 'head.findings'), counts.mismatches > 0 ? 'bad' : '')}${tile(
    counts.applied,
    word(language, 'head.corrections'),
  )}${tile(counts.suggested, word(language, 'head.suggestions'))}${tile(
    counts.facts,
    word(language, 'head.facts'),
  )}${tile(counts.checks, word(language, 'head.checks'))}</dl>
${strip(view)}</header>
`
}
