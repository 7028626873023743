/**
 * Facts of a document: every number becomes a fact, with what it measures, of whom, when, and its relations to others,
 * or is listed with the reason why it is not a fact. Extraction reads words; it never tests arithmetic.
 * Invariant: facts and ignored numbers are sorted; their spans index the source; together they are all numbers of the
 * scan. Linear time.
 */

import type { Cell } from '../model/cell.js'
import type { ExtractedDocument, SegmentedDocument } from '../model/document.js'
import { doubtsOf } from '../model/doubt.js'
import type { OffsetMap } from '../model/edit.js'
import { offsetMap } from '../model/edit.js'
import type { Fact, Ignored, Quantity } from '../model/fact.js'
import { append } from '../model/lists.js'
import { spanOf } from '../model/span.js'
import type { Table } from '../model/table.js'
import type { PrintedLabel } from '../quantities/pieces.js'
import { scanNumbers } from '../quantities/scan.js'
import { anyOf, type CueGroup } from '../resources/cue-group.js'
import type { IndicatorTable } from '../resources/indicators.js'
import type { Naming } from '../resources/naming.js'
import type { UnitTable } from '../resources/units.js'
import { type Paragraph, paragraphsOf } from './clauses/paragraph.js'
import type { Surroundings } from './mentions/discourse.js'
import { isFigure, type Mention } from './mentions/mention.js'
import { placeIn } from './mentions/place.js'
import { commonSubject, type Subject, subjectAt } from './mentions/subject.js'
import { measureOf } from './names/heads.js'
import { identify } from './names/identify.js'
import { type Chooser, chooserOf } from './naming/choose.js'
import { trustNames } from './naming/trust.js'
import { readParagraph } from './passage.js'
import { lostNamesOf } from './phrases/lost-names.js'
import type { ReportPeriod } from './phrases/period.js'
import type { Spans } from './phrases/spans.js'
import type { Range, Reading } from './reading.js'
import { firstCue, readingOf, takeFrom } from './reading.js'
import { linkTotals } from './relations/breakdown.js'
import { linkShares, linkSharesByQuotient } from './relations/share.js'
import { headingPeriodOf, lastingPeriod, reportPeriodOf } from './report-period.js'
import { type ReadTable, readTables } from './tables/read.js'
import { findUnread } from './tables/unread.js'

export interface ExtractResources {
  readonly units: UnitTable
  readonly indicators: IndicatorTable
  readonly naming: () => Naming
  /** Chooses names; by default as `naming` says. */
  readonly choose?: Chooser
}

interface Scan {
  readonly reading: Reading
  readonly quantities: readonly Quantity[]
  readonly ignored: readonly PrintedLabel[]
}

/** Dates, labels and lost names by where they stand. */
function spansOf(ignored: readonly PrintedLabel[], lost: ReturnType<typeof lostNamesOf>): Spans {
  const dates = new Map<number, Range>()
  const labels = new Map<number, Range>()
  for (const { start, end, reason } of ignored) {
    if (reason === 'date' || reason === 'time') dates.set(start, { start, end })
    else if (reason === 'list-label' || reason === 'law-article') labels.set(start, { start, end })
  }
  const within = (found: Range | undefined, end: number) =>
    found !== undefined && found.end <= end ? found : undefined
  return {
    date: (start, end) => within(dates.get(start), end),
    label: (start, end) => within(labels.get(start), end),
    noteAdverb: ({ start, end }) => labels.set(start, { start, end }),
    ...lost,
  }
}

const planSectionCues = anyOf('plan-section')
const problemCues = anyOf('problem')

function isPlanSection(reading: Reading, headings: readonly Range[]): boolean {
  const isSaid = (cues: CueGroup) =>
    headings.some((heading) => firstCue(reading, heading, cues) !== undefined)
  return isSaid(planSectionCues) && !isSaid(problemCues)
}

type Section = Pick<Surroundings, 'period' | 'section' | 'isPlan'>

/** What the headings above a paragraph say; those of a section are read once. */
function sectionsOf(reading: Reading, spans: Spans, report: ReportPeriod) {
  let last: { readonly headings: readonly Range[]; readonly section: Section } | undefined
  return (headings: readonly Range[]): Section => {
    if (last?.headings === headings) return last.section
    const section = {
      period: headingPeriodOf(reading, headings, spans, report),
      section: headings.map(({ start, end }) => reading.text.slice(start, end).trim()),
      isPlan: isPlanSection(reading, headings),
    }
    last = { headings, section }
    return section
  }
}

/** Whether a mask without a single digit hides a figure, which the repair says; the blanks of a form hide none. */
function hidesFigure(document: SegmentedDocument, map: OffsetMap<'source', 'repaired'>) {
  const masks = new Set(
    document.damage.filter(({ kind }) => kind === 'mask').map((damage) => map.forward(damage).start),
  )
  return ({ bound, text, start }: Quantity) => bound !== 'masked' || /\d/.test(text) || masks.has(start)
}

/** No number goes over the edge of a cell. */
function scan(
  document: SegmentedDocument,
  map: OffsetMap<'source', 'repaired'>,
  paragraphs: readonly Paragraph[],
  resources: ExtractResources,
): Scan {
  const borders = paragraphs.flatMap(({ kind, start, end }) => (kind === 'table' ? [start, end] : []))
  const { quantities, ignored } = scanNumbers(document.reading, resources.units, borders)
  return {
    reading: readingOf(document.reading, resources.indicators),
    quantities: quantities.filter(hidesFigure(document, map)),
    ignored,
  }
}

/** The first and the last figure of a paragraph. */
function outermost(mentions: readonly Mention[]): readonly Mention[] | undefined {
  const figures = mentions.filter(isFigure)
  return figures.length === 0 ? undefined : [...new Set([figures[0]!, figures.at(-1)!])]
}

/** All facts of a document, and every number that is not a fact, with the reason. */
export function extractFacts(document: SegmentedDocument, resources: ExtractResources): ExtractedDocument {
  const map = offsetMap(document.repaired)
  const paragraphs = paragraphsOf(document, map)
  const { reading, quantities, ignored } = scan(document, map, paragraphs, resources)
  const spans = spansOf(ignored, lostNamesOf(document, map, reading))
  const report = reportPeriodOf(reading, paragraphs, spans, quantities)
  const take = takeFrom(quantities)
  const naming = resources.naming()
  const choose = resources.choose ?? chooserOf(naming)
  const mentions: Mention[] = []
  const rejected: Ignored[] = []
  const lasting = lastingPeriod(report)
  let above: readonly Mention[] = []
  const sectionAt = sectionsOf(reading, spans, report)
  const aroundOf = (paragraph: Paragraph): Surroundings => {
    const { period, section, isPlan } = sectionAt(paragraph.headings)
    return {
      reading,
      spans,
      report,
      period: period ?? lasting.at(paragraph),
      section,
      above,
      isPlan,
      naming,
    }
  }
  const { units } = resources
  const printed = document.repaired.text
  const tables = readTables({ reading, printed, paragraphs, quantities, ignored, units, around: aroundOf })
  let next = 0
  const furniture = (upTo: number) => {
    while (next < quantities.length && quantities[next]!.start < upTo) {
      const quantity = quantities[next++]!
      rejected.push({ ...sourceSpan(document, map, quantity), reason: 'page-furniture' })
    }
  }
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'boilerplate') continue
    furniture(paragraph.start)
    const own = take(paragraph)
    next += own.length
    const inProse: Quantity[] = []
    for (const quantity of own) {
      const mention = tables.mentions.get(quantity)
      const reason = tables.ignored.get(quantity)
      if (mention !== undefined) mentions.push(mention)
      else if (reason !== undefined) rejected.push({ ...sourceSpan(document, map, quantity), reason })
      else inProse.push(quantity)
    }
    if (inProse.length === 0) continue
    const takeOwn = takeFrom(inProse)
    const passages = paragraph.passages.map((range) => ({ range, quantities: takeOwn(range) }))
    const read = readParagraph(aroundOf(paragraph), choose, passages)
    append(mentions, read.mentions)
    above = outermost(read.mentions) ?? above
    lasting.note(paragraph, read.period)
    for (const { quantity, reason } of read.ignored)
      rejected.push({ ...sourceSpan(document, map, quantity), reason })
    const seen = new Set([
      ...read.mentions.map(({ quantity }) => quantity),
      ...read.ignored.map(({ quantity }) => quantity),
    ])
    for (const quantity of inProse) {
      if (!seen.has(quantity)) rejected.push({ ...sourceSpan(document, map, quantity), reason: 'name' })
    }
  }
  furniture(reading.text.length)
  linkShares(mentions, resources.indicators)
  // How the figures of a table stand to each other, its rows and columns say.
  const inProse = mentions.filter((mention) => !tables.cells.has(mention))
  linkSharesByQuotient(inProse, resources.indicators)
  linkTotals(inProse, resources.indicators)
  trustNames(inProse, naming)
  const subject = commonSubject(mentions, reading, spans)
  const told = toFacts(document, map, reading, mentions, subject, report, spans, tables.cells)
  const facts = doubtNames(told, document.corrections)
  const none = ignored.map((item) => ({ ...sourceSpan(document, map, item), reason: item.reason }))
  const all = [...none, ...rejected].sort((one, two) => one.start - two.start)
  // A text that is read once more says it once.
  const others = document.messages.filter(({ stage }) => stage !== 'extract')
  return {
    ...document,
    messages: [...others, ...findUnread(document.blocks, facts)],
    tables: tables.tables.map((table) => toTable(table, map)),
    facts,
    ignored: all,
  }
}

/** A table with its places in the source. */
function toTable(table: ReadTable, map: OffsetMap<'source', 'repaired'>): Table {
  const inSource = ({ start, end }: Range) => map.back(spanOf<'repaired'>(start, end))
  return {
    ...table,
    ...inSource(table),
    cells: table.cells.map(({ start, end, cell: { row, column, rowSpan, columnSpan } }) => {
      return { row, column, rowSpan, columnSpan, ...inSource({ start, end }) }
    }),
  }
}

/** A name with a word that is likely another one is no surer than that word. */
function doubtNames(facts: readonly Fact[], corrections: SegmentedDocument['corrections']): Fact[] {
  const doubtOf = doubtsOf(corrections)
  return facts.map((fact) => {
    const doubt = doubtOf(fact)
    if (doubt === undefined) return fact
    const confidence = Math.min(fact.confidence, Math.max(1, Math.round((1 - doubt.confidence) * 1e3)) / 1e3)
    return { ...fact, confidence }
  })
}

function sourceSpan(document: SegmentedDocument, map: OffsetMap<'source', 'repaired'>, range: Range) {
  const span = map.back(spanOf<'repaired'>(range.start, range.end))
  return { text: document.text.slice(span.start, span.end), ...span }
}

/** A change of per cents may be one of figures of any measure. */
function measureFor({ change, role, quantity }: Mention, table: IndicatorTable) {
  return role === 'change' && change?.kind !== 'delta' ? 'any' : measureOf(quantity, table)
}

function toFacts(
  document: SegmentedDocument,
  map: OffsetMap<'source', 'repaired'>,
  reading: Reading,
  mentions: readonly Mention[],
  common: Subject,
  report: ReportPeriod,
  spans: Spans,
  cells: ReadonlyMap<Mention, Cell>,
): Fact[] {
  const ids = new Map(mentions.map((mention, index) => [mention, `f${index + 1}`]))
  const idOf = (mention: Mention | null) => (mention === null ? null : (ids.get(mention) ?? null))
  return mentions.map((mention) => {
    const { quantity, name, change, ratio } = mention
    const span = sourceSpan(document, map, quantity)
    return {
      id: ids.get(mention)!,
      ...span,
      indicator: name.indicator,
      indicatorId: identify(name, measureFor(mention, reading.table), reading.table),
      head: name.head === '' ? null : name.head,
      implicit: mention.implicit,
      ...(mention.subject === null ? common : subjectAt(reading, mention.subject, spans)),
      place: mention.place ?? placeIn(reading, mention),
      value: quantity.value,
      low: quantity.low,
      high: quantity.high,
      unit: quantity.unit,
      base: quantity.base,
      measure: quantity.measure,
      bound: quantity.bound,
      qualifier: quantity.qualifier,
      period: mention.period ?? (mention.isStart ? null : report.period),
      status: mention.planned ? 'planned' : mention.estimated ? 'estimated' : 'actual',
      role: mention.role,
      partOf: idOf(mention.parent),
      change: change === null ? null : { ...change, of: idOf(change.of) },
      ratio: ratio === null ? null : { part: idOf(ratio.part), whole: idOf(ratio.whole) },
      recovered: null,
      section: mention.section,
      sentence: map.back(spanOf<'repaired'>(mention.sentence.start, mention.sentence.end)),
      confidence: mention.confidence,
      cell: cells.get(mention) ?? null,
      printed: quantity.printed,
    }
  })
}
