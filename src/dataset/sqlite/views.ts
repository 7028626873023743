/**
 * Views over the tables of a SQLite dataset: the questions that people ask again and again, as if they were tables.
 * Which of them is asked, and with which words, is left to the questions of `corpus/queries` and to the user.
 * Invariant: a view works in every SQLite from 3.25 on (2018) without extensions, so it uses no functions that are
 * optional there.
 */
import { quoted } from './schema.js'

export interface SqlView {
  readonly name: string
  readonly about: string
  readonly sql: string
}

/** Facts about the same thing, of whatever document and value; `IS`, since what is not said must be alike too. */
const sameFact =
  'PARTITION BY indicatorId, indicator, subject, place, baseUnit, status, measure, periodStart, periodEnd'

export const views: readonly SqlView[] = [
  {
    name: 'series',
    about: 'one row a figure that is no change, with its year and its document',
    sql: `SELECT facts.indicatorId, facts.indicator, facts.subject, facts.place,
  CAST(substr(facts.periodStart, 1, 4) AS INTEGER) AS year, facts.period, facts.periodStart, facts.periodEnd,
  facts.text, facts.value, facts.unit, facts.baseValue, facts.baseValueNumber, facts.baseUnit, facts.recovered,
  facts.bound, facts.status, facts.role, facts.measure, facts.confidence,
  facts.document, facts.fact, documents.title, documents.path, facts.page, facts.line, facts.start
FROM facts JOIN documents USING (document)
WHERE facts.role <> 'change'`,
  },
  {
    name: 'latest_values',
    about:
      'of each indicator, subject and place the figure of the latest period; where no place is known, of each ' +
      'document, since the whole city is another city in another report',
    sql: `SELECT indicatorId, indicator, subject, place, year, period, periodStart, periodEnd, text, value, unit,
  baseValue, baseValueNumber, baseUnit, bound, document, fact, title, path
FROM (
  SELECT *, row_number() OVER (
    PARTITION BY indicatorId, indicator, subject, place, CASE WHEN place IS NULL THEN document END, baseUnit
    ORDER BY periodEnd DESC, confidence DESC, document, start
  ) AS age
  FROM series
  WHERE periodEnd IS NOT NULL AND status = 'actual'
)
WHERE age = 1`,
  },
  {
    name: 'changes',
    about:
      'one row a change, signed, with the figure that changed; percent is stated, or computed where it can be',
    sql: `SELECT indicatorId, indicator, subject, place, period, periodStart, text, direction, kind, against, number,
  baseUnit, current, prior,
  CASE
    WHEN kind = 'percent' THEN number
    WHEN kind = 'delta' AND currentNumber <> number THEN round(100 * number / (currentNumber - number), 2)
    WHEN kind = 'from-to' AND priorNumber <> 0 THEN round(100 * (ownNumber - priorNumber) / priorNumber, 2)
    WHEN kind = 'multiple' AND direction = 'increase' THEN round(100 * multiple, 2)
  END AS percent,
  status, document, fact, title, path, page, line, start
FROM (
  SELECT change.indicatorId, change.indicator, change.subject, change.place, change.period, change.periodStart,
    change.text, change.changeDirection AS direction, change.changeKind AS kind, change.changeAgainst AS against,
    CASE change.changeDirection
      WHEN 'decrease' THEN -abs(change.baseValueNumber)
      ELSE change.baseValueNumber
    END AS number,
    change.baseUnit, whole.text AS current, change.prior, change.status,
    CASE WHEN whole.baseUnit = change.baseUnit THEN whole.baseValueNumber END AS currentNumber,
    CASE WHEN change.measure <> 'percent' THEN change.valueNumber END AS ownNumber, change.priorNumber,
    -- U+756A counts doublings: one is 100 percent more, two are 300.
    CASE unicode(change.unit) WHEN 30058 THEN (1 << CAST(change.valueNumber AS INTEGER)) - 1.0 ELSE change.valueNumber END AS multiple,
    change.document, change.fact, documents.title, documents.path, change.page, change.line, change.start
  FROM facts AS change
  JOIN documents USING (document)
  LEFT JOIN facts AS whole ON whole.document = change.document AND whole.fact = change.changeOf
  WHERE change.changeKind IS NOT NULL
)`,
  },
  {
    name: 'findings',
    about: 'one row a check that asks for a reader, with its document and where its first fact stands',
    sql: `SELECT checks.rule, checks.severity, checks.state, checks.expression, checks.stated, checks.computed,
  checks.difference, checks.solution, checks.explanation, checks.code, facts.indicator, facts.sentence,
  checks.document, checks."check", documents.title, documents.path, facts.page, facts.line, facts.start
FROM checks
JOIN documents USING (document)
LEFT JOIN check_facts AS link
  ON link.document = checks.document AND link."check" = checks."check" AND link.ordinal = 1
LEFT JOIN facts ON facts.document = link.document AND facts.fact = link.fact
WHERE checks.state IN ('mismatch', 'solved')`,
  },
  {
    name: 'totals_that_do_not_add_up',
    about: 'one row a total that is not the sum of its parts',
    sql: `SELECT indicator, expression, stated, computed, difference, severity, explanation, sentence, document, "check",
  title, path, page, line, start
FROM findings
WHERE rule = 'sum-of-parts' AND state = 'mismatch'`,
  },
  {
    name: 'contradictions',
    about:
      'one row a figure that another document states otherwise for the same indicator, place and period; ' +
      'of each document the first statement, since a second one is its own matter; figures that printed precision ' +
      'reconciles are left out, and without a place it is only a warning',
    sql: `SELECT indicatorId, indicator, coalesce(place, subject) AS "of", period, periodStart, text, baseValue,
  baseValueNumber, baseUnit, CASE WHEN place IS NULL THEN 'warning' ELSE 'error' END AS severity,
  document, fact, title, path, page, line, start
FROM (
  SELECT *,
    max(baseValueNumber - reach) OVER same AS highestLow, min(baseValueNumber + reach) OVER same AS lowestHigh,
    min(document) OVER same AS firstDocument, max(document) OVER same AS lastDocument
  FROM (
    SELECT facts.*, documents.title, documents.path,
      row_number() OVER (${sameFact}, document ORDER BY start, fact) AS statement,
      CASE
        WHEN value LIKE '%/%' THEN 0
        WHEN measure IN ('count', 'duration', 'age') AND unit = baseUnit AND value NOT LIKE '%.%' THEN 0
        ELSE 0.5 * coalesce(abs(baseValueNumber / nullif(valueNumber, 0)), 1)
          * CAST('1e-' || CASE instr(value, '.') WHEN 0 THEN 0 ELSE length(value) - instr(value, '.') END AS REAL)
      END AS reach
    FROM facts JOIN documents USING (document)
    WHERE role <> 'change' AND bound = 'exact' AND baseValueNumber IS NOT NULL
      AND periodStart IS NOT NULL AND coalesce(place, subject) IS NOT NULL
      AND (indicatorId IS NOT NULL OR (indicator IS NOT head AND length(indicator) >= 5))
  )
  WHERE statement = 1
  WINDOW same AS (${sameFact})
)
WHERE highestLow > lowestHigh + 1e-9 * abs(lowestHigh) AND firstDocument <> lastDocument`,
  },
  {
    name: 'masked_figures',
    about: 'one row a figure with masked digits, and what the audit solved',
    sql: `SELECT facts.indicator, facts.subject, facts.place, facts.period, facts.text, facts.unit, facts.recovered,
  facts.low, facts.high, facts.sentence, facts.document, facts.fact, documents.title, documents.path,
  facts.page, facts.line, facts.start
FROM facts JOIN documents USING (document)
WHERE facts.bound = 'masked'`,
  },
  {
    name: 'documents_by_spin_rate',
    about: 'the documents, those that were reworded most first',
    sql: `SELECT title, path, verdict, spinRate, corrections, suggestions, unrepairableShare, quality, document
FROM documents
ORDER BY spinRate DESC, path, document`,
  },
  {
    name: 'applied_corrections',
    about: 'one row a pair of words, with how often it was put back and in how many documents',
    sql: `SELECT actual, replacement, kind, count(*) AS times, count(DISTINCT document) AS documents,
  round(avg(confidence), 3) AS meanConfidence
FROM corrections
WHERE status = 'applied'
GROUP BY actual, replacement, kind`,
  },
]

/** Statements that make the views. */
export function viewsSql(): string[] {
  return views.map(({ name, about, sql }) => `CREATE VIEW ${quoted(name)} AS -- ${about}\n${sql}`)
}
