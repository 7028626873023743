/**
 * Makes the versioned record of an audited document: codes and parameters, no prose, no time of day.
 * The inner model can change without the record; what the record says is `schema.ts`.
 * Invariant: every span indexes the source; `corrections` with status `applied`, undone, give the source back.
 */
import type { AuditedDocument } from '../model/document.js'
import { offsetMap } from '../model/edit.js'
import { formatExact, formatOrNull } from '../model/exact.js'
import type { Fact } from '../model/fact.js'
import { spanOf } from '../model/span.js'
import { toRecognition } from './recognition.js'
import type { DocumentRecord, FactRecord } from './schema.js'
import { schemaVersion } from './schema-version.js'

export interface RecordOptions {
  /** Adds the tokens of the repaired text. */
  readonly tokens?: boolean
  /** Names the stages that ran, where some did not. */
  readonly stages?: readonly NonNullable<DocumentRecord['stages']>[number][]
}

function toFactRecord(fact: Fact): FactRecord {
  return {
    id: fact.id,
    start: fact.start,
    end: fact.end,
    text: fact.text,
    indicator: fact.indicator,
    indicatorId: fact.indicatorId,
    head: fact.head,
    implicit: fact.implicit,
    subject: fact.subject,
    subjectDamaged: fact.subjectDamaged,
    place: fact.place,
    value: formatOrNull(fact.value),
    low: formatOrNull(fact.low),
    high: formatOrNull(fact.high),
    unit: fact.unit,
    base: { value: formatOrNull(fact.base.value), unit: fact.base.unit },
    measure: fact.measure,
    bound: fact.bound,
    qualifier: fact.qualifier,
    period: fact.period && {
      text: fact.period.text,
      start: fact.period.start,
      end: fact.period.end,
      grain: fact.period.grain,
      inferred: fact.period.inferred,
    },
    status: fact.status,
    role: fact.role,
    partOf: fact.partOf,
    change: fact.change && {
      of: fact.change.of,
      direction: fact.change.direction,
      kind: fact.change.kind,
      against: fact.change.against,
      prior: fact.change.prior && formatExact(fact.change.prior.value, fact.change.prior.decimals),
    },
    ratio: fact.ratio && { part: fact.ratio.part, whole: fact.ratio.whole },
    recovered: fact.recovered && { value: formatExact(fact.recovered.value), by: fact.recovered.by },
    section: [...fact.section],
    sentence: { start: fact.sentence.start, end: fact.sentence.end },
    confidence: fact.confidence,
    ...(fact.decided && { decided: { verdict: fact.decided.verdict, by: [...fact.decided.by] } }),
    ...(fact.cell && { cell: { table: fact.cell.table, row: fact.cell.row, column: fact.cell.column } }),
  }
}

function toTables(document: AuditedDocument): NonNullable<DocumentRecord['tables']> {
  return document.tables.map(({ start, end, table, unit, rows, columns, cells }) => ({
    start,
    end,
    table,
    unit,
    rows: rows.map((row) => ({
      row: row.row,
      role: row.role,
      name: row.name,
      unit: row.unit,
      period: row.period,
      parent: row.parent,
      isAmong: row.isAmong,
    })),
    columns: columns.map((column) => ({
      column: column.column,
      role: column.role,
      name: column.name,
      unit: column.unit,
      period: column.period,
      of: column.of,
      base: column.base,
    })),
    cells: cells.map((cell) => ({
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      start: cell.start,
      end: cell.end,
    })),
  }))
}

function toBlocks(document: AuditedDocument): DocumentRecord['blocks'] {
  return document.blocks.map(({ kind, level, label, start, end, at }) => ({
    kind,
    level,
    label,
    start,
    end,
    at: {
      page: at.page,
      line: at.line,
      cell: at.cell && {
        table: at.cell.table,
        row: at.cell.row,
        column: at.cell.column,
        rowSpan: at.cell.rowSpan,
        columnSpan: at.cell.columnSpan,
      },
    },
  }))
}

function toCorrections(document: AuditedDocument): DocumentRecord['corrections'] {
  return document.corrections.map((correction) => ({
    start: correction.start,
    end: correction.end,
    actual: correction.actual,
    replacement: correction.replacement,
    confidence: correction.confidence,
    status: correction.status,
    kind: correction.kind,
    traits: [...correction.traits],
    alternatives: correction.alternatives.map(({ text, confidence }) => ({ text, confidence })),
    evidence: correction.evidence.map(({ kind, code, value }) => ({ kind, code, value })),
    ...(correction.decidedBy && { decidedBy: [...correction.decidedBy] }),
  }))
}

function toChecks(document: AuditedDocument): DocumentRecord['checks'] {
  return document.checks.map((check) => ({
    id: check.id,
    rule: check.rule,
    state: check.state,
    severity: check.severity,
    expression: check.expression,
    stated: formatOrNull(check.stated),
    computed: formatOrNull(check.computed),
    difference: formatOrNull(check.difference),
    solution: formatOrNull(check.solution),
    facts: [...check.facts],
    code: check.code,
    ...(check.parameters && { parameters: { ...check.parameters } }),
    ...(check.decided && { decided: { verdict: check.decided.verdict, by: [...check.decided.by] } }),
  }))
}

function toMessages(document: AuditedDocument): DocumentRecord['messages'] {
  return document.messages.map(({ stage, level, code, start = 0, end = start, parameters }) => ({
    stage,
    level,
    code,
    start,
    end,
    ...(parameters && { parameters: { ...parameters } }),
  }))
}

function toTokens(document: AuditedDocument): NonNullable<DocumentRecord['tokens']> {
  const map = offsetMap(document.repaired)
  return document.tokens.map(({ start, end, text, pos }) => {
    const source = map.back(spanOf<'repaired'>(start, end))
    return { start, end, text, pos, source: { start: source.start, end: source.end } }
  })
}

/** The record of one document, a plain value that JSON can carry. */
export function toRecord(document: AuditedDocument, options: RecordOptions = {}): DocumentRecord {
  const { origin, spin } = document
  return {
    schemaVersion,
    id: document.id,
    origin: {
      path: origin.path,
      entry: origin.entry,
      mediaType: origin.mediaType,
      encoding: origin.encoding,
      bytes: origin.bytes,
      ...(origin.published !== undefined && { published: origin.published }),
      ...(origin.source !== undefined && { source: origin.source }),
      ...(origin.inputId !== undefined && { inputId: origin.inputId }),
      ...(origin.inputFields !== undefined && { inputFields: { ...origin.inputFields } }),
    },
    source: { text: document.text },
    repaired: { text: document.repaired.text },
    blocks: toBlocks(document),
    spin: {
      rate: spin.rate,
      verdict: spin.verdict,
      assumed: spin.assumed,
      ...(spin.bySource && { bySource: spin.bySource }),
      windows: spin.windows.map(({ start, end, rate }) => ({ start, end, rate })),
    },
    corrections: toCorrections(document),
    damage: document.damage.map(({ kind, start, end, detail }) => ({ kind, start, end, detail })),
    facts: document.facts.map(toFactRecord),
    tables: toTables(document),
    checks: toChecks(document),
    coverage: {
      numbersSeen: document.facts.length + document.ignored.length,
      facts: document.facts.length,
      ignored: document.ignored.map(({ start, end, text, reason }) => ({ start, end, text, reason })),
    },
    ...(document.recognition && { recognition: toRecognition(document.recognition, document.facts) }),
    messages: toMessages(document),
    ...(options.tokens && { tokens: toTokens(document) }),
    ...(options.tokens && document.segmenter !== undefined && { segmenter: document.segmenter }),
    ...(options.stages && { stages: [...options.stages] }),
  }
}
