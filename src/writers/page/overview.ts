/** The overview of several documents: a row each with what was found in it, sorted and filtered where the script runs. */

import type { Language } from '../language.js'
import { sayCode } from '../language.js'
import { countsOf } from './header.js'
import type { Html } from './html.js'
import { html } from './html.js'
import { bar, filterField } from './parts.js'
import type { PageView } from './view.js'
import { originOf, percent, titleOf } from './view.js'
import { word } from './words.js'

/** The table up to its first row; what ends it is `overviewEnd`. Rows may be written one by one. */
export function overviewStart(language: Language): Html {
  const names = [
    ['list.document', false],
    ['list.verdict', false],
    ['list.rate', true],
    ['list.findings', true],
    ['list.corrections', true],
    ['list.facts', true],
    ['list.characters', true],
  ] as const
  const heads = names.map(([key, isNumber]) =>
    isNumber
      ? html`<th scope=col class=n>${word(language, key)}`
      : html`<th scope=col>${word(language, key)}`,
  )
  return html`<section id=overview><h2>${word(language, 'page.overview')}</h2>
${filterField(language)}<div class=w><table class="sort overview"><thead><tr>${heads}</thead><tbody>
`
}

export const overviewEnd = html`</tbody></table></div></section>
`

export function overviewRow(view: PageView, href: string): Html {
  const { record, language } = view
  const counts = countsOf(view)
  const label = (key: Parameters<typeof word>[1]) => html` data-l="${word(language, key)}"`
  const name = originOf(record)
  const figure = (key: Parameters<typeof word>[1], count: number, kind = '') =>
    html`<td class="n${kind}"${label(key)}>${count}`
  return html`<tr><td><a lang=zh href="${href}">${titleOf(view)}</a><small>${name}</small><td>${sayCode(
    language,
    'verdict',
    record.spin.verdict,
  )}<td class=n data-v=${record.spin.rate}${label('list.rate')}>${bar(record.spin.rate)} ${percent(
    record.spin.rate,
  )}${figure('list.findings', counts.findings, counts.mismatches > 0 ? ' bad' : '')}${figure(
    'list.corrections',
    counts.applied,
  )}${figure('list.facts', counts.facts)}${figure('list.characters', record.source.text.length)}
`
}
