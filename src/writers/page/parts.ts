/** Pieces that several parts of the page are made of: tables that sort, sections, folded lists, bars. */
import type { Language } from '../language.js'
import type { Html } from './html.js'
import { html } from './html.js'
import type { PageView } from './view.js'
import { word } from './words.js'

export interface TableColumn {
  readonly name: string
  /** Figures stand at the right. */
  readonly isNumber?: boolean
  /** Class of its cells. */
  readonly kind?: string
}

/** A table whose columns sort where the script runs; wide ones scroll in their own box. */
export function sortTable(columns: readonly TableColumn[], rows: readonly Html[], kind: string): Html {
  const heads = columns.map(({ name, isNumber }) =>
    isNumber ? html`<th scope=col class=n>${name}` : html`<th scope=col>${name}`,
  )
  return html`<div class=w><table class="sort ${kind}"><thead><tr>${heads}</thead><tbody>
${rows}</tbody></table></div>`
}

/** A part of a document with its heading; named for the links that lead there. */
export function section(view: PageView, name: string, title: string, body: readonly (Html | null)[]): Html {
  return html`<section id="${view.prefix}${name}"><h2>${title}</h2>
${body}</section>
`
}

/** A field that filters the rows of the table behind it, where the script runs. */
export function filterField(language: Language): Html {
  return html`<label class=filter>${word(language, 'page.filter')} <input type=search autocomplete=off> <output></output></label>`
}

/** A list that is folded away at first. */
export function folded(title: string, body: Html): Html {
  return html`<details class=fold><summary>${title}</summary>
${body}</details>
`
}

/** A bar for a share of a whole, from 0 to 1; what reaches beyond is cut off. Decoration: the figure stands beside. */
export function bar(share: number): Html {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
  return html`<svg class=bar aria-hidden=true viewBox="0 0 100 8" preserveAspectRatio=none><rect class=rail width=100 height=8 /><rect width=${width} height=8 /></svg>`
}
