/** What was read unsurely on a scan: words that were mended, and figures that may be others, each with its picture. */
import type { CorrectionRecord, FactRecord } from '../../schema.js'
import type { Html } from '../html.js'
import { html } from '../html.js'
import { folded, sortTable } from '../parts.js'
import type { PageView } from '../view.js'
import { blockLink, placeOf } from '../view.js'
import { inChinese, word } from '../words.js'
import { cropOf, rivalsIn } from './crops.js'

function mendedRow(view: PageView, correction: CorrectionRecord): Html {
  const { actual, replacement, start } = correction
  const zh = inChinese(view.language)
  return html`<tr><td>${cropOf(view, correction, start)}<td${zh}>${actual} → ${replacement}<td>${rivalsIn(view, correction)}<td data-v=${start}>${blockLink(view, start)}
`
}

function figureRow(view: PageView, fact: FactRecord): Html {
  const zh = inChinese(view.language)
  return html`<tr><td>${cropOf(view, fact, fact.id)}<td${zh}>${fact.text}<td>${rivalsIn(view, fact)}<td data-v=${fact.start}><a href="#${view.prefix}${fact.id}">${placeOf(view, fact.start)}</a>
`
}

/** Null where the document is no scan, or was read without a doubt. */
export function unsureList(view: PageView): Html | null {
  const { record, language, facts } = view
  if (record.recognition === undefined) return null
  const ids = record.checks.filter(({ rule }) => rule === 'recognition').flatMap((check) => check.facts)
  const doubted = [...new Set(ids)].flatMap((id) => facts.get(id) ?? [])
  const mended = record.corrections.filter(({ kind }) => kind === 'recognition')
  const count = doubted.length + mended.length
  if (count === 0) return null
  const columns = (['scan.seen', 'scan.read', 'scan.rivals', 'facts.where'] as const).map((key) => ({
    name: word(language, key),
  }))
  const rows = [
    ...doubted.map((fact) => figureRow(view, fact)),
    ...mended.map((correction) => mendedRow(view, correction)),
  ]
  return folded(word(language, 'scan.unsure', { count }), sortTable(columns, rows, 'unsure'))
}
