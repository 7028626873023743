/** The table of facts: breakdowns indented under their total, values with their bounds, places to look them up. */
import { doubtsOf } from '../../model/doubt.js'
import { most } from '../../model/lists.js'
import type { WriteContext } from '../contract.js'
import { say, sayCode } from '../language.js'
import { placeAt, placeText } from '../places.js'
import { printedDigits } from '../printed.js'
import type { CorrectionRecord, DocumentRecord, FactRecord } from '../schema.js'
import type { Style } from '../style.js'
import { clip, displayWidth, pad } from '../width.js'

const signs: Readonly<Record<FactRecord['bound'], string>> = {
  exact: '',
  approx: '≈',
  'more-than': '>',
  'at-least': '≥',
  'less-than': '<',
  'at-most': '≤',
  range: '',
  masked: '',
}

/** The value with its bound and unit, as a reader of tables writes it: `≥20 万人次`, `10–15 万元`. */
export function printedValue(fact: FactRecord): string {
  const unit = fact.unit === '' || fact.unit === '%' || fact.unit === '‰' ? fact.unit : ` ${fact.unit}`
  if (fact.bound === 'masked') return fact.text
  if (fact.bound === 'range') return `${fact.low ?? '…'}–${fact.high ?? '…'}${unit}`
  return `${signs[fact.bound]}${printedDigits(fact) ?? fact.text}${unit}`
}

function depths(facts: readonly FactRecord[]): Map<string, number> {
  const depthOf = new Map<string, number>()
  const parents = new Map(facts.map(({ id, partOf }) => [id, partOf]))
  for (const { id } of facts) {
    let depth = 0
    for (let parent = parents.get(id); parent && depth < 8; parent = parents.get(parent)) depth++
    depthOf.set(id, depth)
  }
  return depthOf
}

/** What else is to be said of a fact; that the name of its subject was deleted, only where the subject changes. */
function noteOf(
  fact: FactRecord,
  before: FactRecord | undefined,
  byId: ReadonlyMap<string, FactRecord>,
  doubt: CorrectionRecord | undefined,
  context: WriteContext,
): string {
  const { language } = context
  const notes: string[] = []
  const nameOf = (id: string | null) => (id === null ? '?' : (byId.get(id)?.text ?? id))
  if (doubt) notes.push(say(language, 'fact.doubtful-mark'))
  if (fact.recovered) notes.push(say(language, 'fact.recovered', fact.recovered))
  if (fact.place) notes.push(say(language, 'fact.place', { place: fact.place }))
  if (fact.status !== 'actual') notes.push(say(language, `status.${fact.status}`))
  if (fact.change) {
    const { of, direction, against, prior } = fact.change
    const parameters = {
      direction: sayCode(language, 'change', direction),
      of: of === null ? '' : nameOf(of),
    }
    notes.push(say(language, of === null ? 'fact.change' : 'fact.change-of', parameters))
    // 同比 and 环比 say it themselves.
    if (against)
      notes.push(say(language, against.endsWith('比') ? 'fact.compared' : 'fact.against', { against }))
    if (prior) notes.push(say(language, 'fact.prior', { prior }))
  }
  if (fact.ratio?.part || fact.ratio?.whole) {
    notes.push(
      say(language, 'fact.ratio', { part: nameOf(fact.ratio.part), whole: nameOf(fact.ratio.whole) }),
    )
  }
  if (fact.subjectDamaged && fact.subject && fact.subject !== before?.subject) {
    notes.push(say(language, 'fact.damaged-subject', { subject: fact.subject }))
  }
  return notes.join(say(language, 'finding.separator'))
}

/** How many pairs of words are told where facts are one part of several. */
const mostDoubts = 3

/** Which words make names unsure, each once, the most frequent first; all of them where facts alone are shown. */
function doubtLine(doubts: readonly CorrectionRecord[], { language, sections }: WriteContext): string {
  const counts = new Map<string, number>()
  for (const { actual, replacement } of doubts) {
    const pair = say(language, 'fact.doubtful', { actual, replacement })
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  const pairs = [...counts].sort(([, one], [, two]) => two - one).map(([pair]) => pair)
  const shown = sections.length > 1 ? pairs.slice(0, mostDoubts) : pairs
  const more = pairs.length - shown.length
  const list = shown.join(say(language, 'finding.separator'))
  const words = more === 0 ? list : say(language, 'fact.doubtful-more', { words: list, more })
  return `  ${say(language, 'fact.doubtful-names', { count: doubts.length, words })}`
}

function columnWidth(cells: readonly string[], limit: number): number {
  return Math.min(limit, most(cells.map(displayWidth)))
}

export function factLines(record: DocumentRecord, context: WriteContext, style: Style): string[] {
  const { language, width } = context
  const { coverage, facts } = record
  const counts = say(language, 'report.fact-counts', { facts: coverage.facts, numbers: coverage.numbersSeen })
  const lines = [`${style.heading(say(language, 'report.facts'))}  ${counts}`]
  if (facts.length === 0) return lines
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const depthOf = depths(facts)
  const doubtOf = doubtsOf(record.corrections)
  const rows = [
    {
      at: say(language, 'report.column-at'),
      indicator: say(language, 'report.column-indicator'),
      value: say(language, 'report.column-value'),
      period: say(language, 'report.column-period'),
      note: say(language, 'report.column-note'),
    },
    ...facts.map((fact, index) => ({
      at: placeText(placeAt(record, fact.start)),
      indicator: `${'  '.repeat(depthOf.get(fact.id) ?? 0)}${fact.indicator}`,
      value: printedValue(fact),
      period: fact.period?.text ?? '',
      note: noteOf(fact, facts[index - 1], byId, doubtOf(fact), context),
    })),
  ]
  const atWidth = columnWidth(
    rows.map(({ at }) => at),
    16,
  )
  const valueWidth = columnWidth(
    rows.map(({ value }) => value),
    24,
  )
  const periodWidth = columnWidth(
    rows.map(({ period }) => period),
    16,
  )
  const rest = Math.max(40, width - atWidth - valueWidth - periodWidth - 10)
  const indicatorWidth = columnWidth(
    rows.map(({ indicator }) => indicator),
    Math.floor(rest * 0.6),
  )
  for (const [index, row] of rows.entries()) {
    const cells = [
      pad(row.at, atWidth, 'left'),
      pad(clip(row.indicator, indicatorWidth), indicatorWidth),
      pad(clip(row.value, valueWidth), valueWidth, 'left'),
      pad(clip(row.period, periodWidth), periodWidth),
      clip(row.note, Math.max(10, rest - indicatorWidth)),
    ]
    const line = `  ${cells.join('  ')}`.trimEnd()
    lines.push(index === 0 ? style.faint(line) : line)
  }
  const doubts = facts.flatMap((fact) => doubtOf(fact) ?? [])
  if (doubts.length > 0) lines.push(doubtLine(doubts, context))
  return lines
}
