/** The tables of a cover sheet: what does not add up, what documents state differently, what was not read. */
import { explanationOf } from '../../checks.js'
import type { Language } from '../../language.js'
import { sayCode } from '../../language.js'
import type { CheckRecord, DocumentRecord } from '../../schema.js'
import type { Html } from '../html.js'
import { html } from '../html.js'
import { sortTable } from '../parts.js'
import type { PageView } from '../view.js'
import { originOf, placeOf } from '../view.js'
import { inChinese, word } from '../words.js'
import type { CoverFigure } from './figures.js'

/** More rows than this are for a workbook. */
export const mostRows = 200

/** A row that is counted, and its cells. */
export interface CoverRow {
  readonly row: Html
  /** Errors come first. */
  readonly isError: boolean
}

const amount = (value: string | null) => html`<td class=n>${value?.replace(/^-/, '−') ?? ''}`

/** A finding as a row: the relation, which leads to its explanation in the page of its document. */
export function findingRow(
  check: CheckRecord,
  view: PageView,
  title: string,
  linkTo: (id: string) => string,
): CoverRow {
  const { language } = view
  const first = check.facts.flatMap((id) => view.facts.get(id) ?? [])[0]
  const where =
    first === undefined
      ? html`<td>`
      : html`<td data-v=${first.start}><a href="${linkTo(first.id)}">${placeOf(view, first.start)}</a>`
  const row = html`<tr><td lang=zh>${title}<td lang=zh>${first?.indicator ?? ''}<td class=formula><a lang=zh href="${linkTo(check.id)}">${check.expression}</a>${amount(check.stated)}${amount(check.computed)}${amount(check.difference)}<td>${explanationOf(check, language)}${where}
`
  return { row, isError: check.severity === 'error' }
}

export function findingTable(rows: readonly Html[], language: Language): Html {
  const columns = [
    { name: word(language, 'list.document') },
    { name: word(language, 'facts.indicator') },
    { name: word(language, 'findings.expression') },
    { name: word(language, 'findings.stated'), isNumber: true },
    { name: word(language, 'findings.computed'), isNumber: true },
    { name: word(language, 'findings.difference'), isNumber: true },
    { name: word(language, 'findings.explanation') },
    { name: word(language, 'facts.where') },
  ]
  return sortTable(columns, rows, 'cover')
}

export function differenceTable(
  groups: readonly (readonly CoverFigure[])[],
  titleOf: (document: number) => string,
  language: Language,
): Html {
  const zh = inChinese(language)
  const rows = groups.map(([first, ...others]) => {
    const stated = [first!, ...others].map(
      ({ href, text, document }) =>
        html`<li${zh}><a href="${href}"><b>${text}</b></a> <small>${titleOf(document)}</small>`,
    )
    return html`<tr><td${zh}>${first!.indicator}<td${zh}>${first!.of}<td data-v=${first!.start}${zh}>${first!.period}<td><ul>${stated}</ul>
`
  })
  const columns = [
    { name: word(language, 'facts.indicator') },
    { name: word(language, 'facts.subject') },
    { name: word(language, 'facts.period') },
    { name: word(language, 'cover.stated') },
  ]
  return sortTable(columns, rows, 'cover')
}

/** What could not be read of a document, a row each. */
export function unreadRows(record: DocumentRecord, href: string, language: Language): Html[] {
  const name = originOf(record) || word(language, 'page.standard-input')
  return record.messages
    .filter(({ level, stage }) => level === 'error' || stage === 'read')
    .map(
      ({ code, parameters }) =>
        html`<li><a href="${href}">${name}</a> ${sayCode(language, 'message', code, { path: name, ...parameters })}
`,
    )
}
