/** Every fact as a row: indicator, value, unit, period, of whom, where it stands in the original and in the text. */
import { say, sayCode } from '../language.js'
import type { FactRecord } from '../schema.js'
import type { Html } from './html.js'
import { html } from './html.js'
import { filterField, section, sortTable } from './parts.js'
import type { PageView } from './view.js'
import { placeOf } from './view.js'
import { inChinese, word } from './words.js'

const signs: Readonly<Record<FactRecord['bound'], string>> = {
  exact: '',
  approx: '≈ ',
  'more-than': '> ',
  'at-least': '≥ ',
  'less-than': '< ',
  'at-most': '≤ ',
  range: '',
  masked: '',
}

/** The number with its bound, without its unit. */
export function numberOf(fact: FactRecord): string {
  if (fact.bound === 'masked') return fact.recovered?.value ?? fact.text
  if (fact.bound === 'range') return `${fact.low ?? '…'}–${fact.high ?? '…'}`
  return `${signs[fact.bound]}${fact.value ?? fact.text}`
}

/** The number with its unit, as a label of plots and trees. */
export function amountOf(fact: FactRecord): string {
  if (fact.bound === 'masked' && fact.recovered === null) return fact.text
  return numberOf(fact) + fact.unit
}

/** What sorting compares: the value in its base unit; the middle of a range. */
export function sortValue(fact: FactRecord): number | null {
  const text = fact.base.value ?? fact.value ?? fact.recovered?.value ?? fact.low ?? fact.high
  if (text === null || text === undefined) return null
  const [above = '', below = '1'] = text.split('/')
  const number = Number(above) / Number(below)
  return Number.isFinite(number) ? number : null
}

function periodCell({ period }: FactRecord, view: PageView): Html {
  if (period === null) return html`<td>`
  const day = period.start === null ? null : html` data-v=${period.start}`
  const hint = word(view.language, 'facts.inferred')
  const inferred = period.inferred === null ? null : html` <i title="${hint}">*</i>`
  return html`<td${inChinese(view.language)}${day}>${period.text}${inferred}`
}

function notesOf(fact: FactRecord, { language, facts, prefix }: PageView): Html[] {
  const notes: Html[] = []
  const nameOf = (id: string | null) => (id === null ? '?' : (facts.get(id)?.text ?? id))
  if (fact.recovered) {
    const told = word(language, 'facts.recovered', { text: fact.text })
    notes.push(html`<a href="#${prefix}${fact.recovered.by}">${told}</a>`)
  }
  if (fact.status !== 'actual') notes.push(html`${sayCode(language, 'status', fact.status)}`)
  if (fact.change) {
    const { of, direction, against, prior } = fact.change
    const parameters = {
      direction: sayCode(language, 'change', direction),
      of: of === null ? '' : nameOf(of),
    }
    notes.push(html`${say(language, of === null ? 'fact.change' : 'fact.change-of', parameters)}`)
    if (against) notes.push(html`${say(language, 'fact.against', { against })}`)
    if (prior) notes.push(html`${say(language, 'fact.prior', { prior })}`)
  }
  if (fact.ratio?.part || fact.ratio?.whole) {
    const { part, whole } = fact.ratio
    notes.push(html`${say(language, 'fact.ratio', { part: nameOf(part), whole: nameOf(whole) })}`)
  }
  return notes
}

/** Cells are told apart by their place, since there are thousands of them. */
function factRow(fact: FactRecord, view: PageView): Html {
  const { prefix, language } = view
  const zh = inChinese(language)
  const number = numberOf(fact)
  const value = sortValue(fact)
  const key = value === null || number === String(value) ? null : html` data-v=${value}`
  const separator = say(language, 'finding.separator')
  const notes = notesOf(fact, view).flatMap((note, index) =>
    index === 0 ? [note] : [html`${separator}`, note],
  )
  const badge = view.doubted.has(fact.id)
    ? html`<a class=badge href="#${prefix}findings">${word(language, 'facts.finding')}</a> `
    : null
  const subject = [fact.subject, fact.place].filter((part) => part !== null)
  const whom = fact.subjectDamaged && fact.subject ? `${fact.subject}…` : subject.join(' · ')
  return html`<tr id="${prefix}r${fact.id}"><td${zh}>${fact.indicator}<td class=n${key}>${number}<td${zh}>${fact.unit}${periodCell(fact, view)}<td${zh}>${whom}<td>${badge}${notes}<td data-v=${fact.start}><a href="#${prefix}${fact.id}">${placeOf(view, fact.start)}</a>
`
}

export function factsSection(view: PageView): Html {
  const { record, language } = view
  const title = word(language, 'nav.facts')
  const { facts, coverage } = record
  if (facts.length === 0) {
    const ran = record.stages === undefined || record.stages.includes('extract')
    const none = word(language, ran ? 'facts.none' : 'facts.not-run')
    return section(view, 'facts', title, [html`<p class=faint>${none}</p>`])
  }
  const columns = [
    { name: word(language, 'facts.indicator') },
    { name: word(language, 'facts.value'), isNumber: true },
    { name: word(language, 'facts.unit') },
    { name: word(language, 'facts.period') },
    { name: word(language, 'facts.subject') },
    { name: word(language, 'facts.note') },
    { name: word(language, 'facts.where') },
  ]
  const counts = {
    facts: coverage.facts,
    numbers: coverage.numbersSeen,
    ignored: coverage.ignored.length,
  }
  return section(view, 'facts', title, [
    html`<p class=faint>${word(language, 'head.coverage', counts)}</p>`,
    facts.length > 12 ? filterField(language) : null,
    sortTable(
      columns,
      facts.map((fact) => factRow(fact, view)),
      'facts',
    ),
  ])
}
