/** One document's part of a page: head, findings, texts side by side, facts, breakdowns, changes, the rest. */
import { blockRows } from './blocks.js'
import { breakdownsSection } from './breakdowns.js'
import { changesSection, ratiosSection } from './changes.js'
import { factsSection } from './facts.js'
import { findingsSection } from './findings.js'
import { documentHeader } from './header.js'
import type { Html } from './html.js'
import { embedJson, html } from './html.js'
import { moreSection, pairsList } from './lists.js'
import { documentNotes } from './notes.js'
import { section } from './parts.js'
import { unsureList } from './scan/list.js'
import { markedText } from './text.js'
import type { PageView } from './view.js'
import type { PageKey } from './words.js'
import { word } from './words.js'

function legend({ language, prefix, record, pictures }: PageView): Html {
  // Beside the picture of the page there is room for one text.
  const chosen = pictures.size > 0 ? 'repaired' : 'both'
  const choice = (value: string, key: PageKey) =>
    html`<label><input type=radio name="${prefix}view" value=${value}${value === chosen ? html` checked` : null}> ${word(language, key)}</label>`
  const sample = (mark: Html, key: PageKey) => html`<li>${mark} ${word(language, key)}`
  const samples = [
    sample(html`<del lang=zh>${word(language, 'text.sample')}</del>`, 'text.removed'),
    sample(html`<ins lang=zh>${word(language, 'text.sample')}</ins>`, 'text.sure'),
    sample(html`<ins class=m lang=zh>${word(language, 'text.sample')}</ins>`, 'text.likely'),
    sample(html`<ins class=w lang=zh>${word(language, 'text.sample')}</ins>`, 'text.weak'),
    sample(html`<u lang=zh>${word(language, 'text.sample')}</u>`, 'text.suggested'),
    sample(html`<ins class=l>␣</ins>`, 'text.layout'),
    sample(html`<a class=f>12</a>`, 'text.figure'),
    sample(html`<mark>xx</mark><mark class=g></mark>`, 'text.damaged'),
  ]
  const hint =
    record.corrections.length === 0 ? null : html`<p class="hint faint">${word(language, 'text.hint')}</p>`
  return html`<fieldset class=views><legend>${word(language, 'text.view')}</legend>${choice('both', 'text.both')}${choice(
    'source',
    'text.source',
  )}${choice('repaired', 'text.repaired')}</fieldset>
<details class=legend><summary>${word(language, 'text.legend')}</summary><ul>${samples}</ul></details>${hint}`
}

function textSection(view: PageView): Html {
  const { language } = view
  const text = markedText(view)
  const rows = blockRows(view, text)
  const notes = documentNotes(text.noted, view)
  return section(view, 'text', word(language, 'nav.text'), [
    html`<div class=text>${legend(view)}
<div class=pair lang=zh><div class=heads lang=${language}><span>${word(language, 'text.source')}</span><span>${word(language, 'text.repaired')}</span></div>
${rows}</div>
<script type="application/json" class=notes>${embedJson(notes)}</script></div>
`,
    unsureList(view),
    pairsList(view),
  ])
}

/** The whole of a document as the body of a page or of a folded part of it. */
export function documentPart(view: PageView): Html {
  const { language, prefix } = view
  const parts: readonly (readonly [name: PageKey, id: string, body: Html | null])[] = [
    ['nav.findings', 'findings', findingsSection(view)],
    ['nav.text', 'text', textSection(view)],
    ['nav.facts', 'facts', factsSection(view)],
    ['nav.breakdowns', 'breakdowns', breakdownsSection(view)],
    ['nav.changes', 'changes', changesSection(view)],
    ['nav.ratios', 'ratios', ratiosSection(view)],
    ['nav.more', 'more', moreSection(view)],
  ]
  const shown = parts.filter(([, , body]) => body !== null)
  const links = shown.map(([name, id]) => html`<a href="#${prefix}${id}">${word(language, name)}</a>`)
  return html`${documentHeader(view)}<nav class=parts aria-label="${word(language, 'nav.label')}">${links}</nav>
${shown.map(([, , body]) => body)}`
}
