/** The table of facts: what is measured, how much, of whom, when, and where the text says so. */
import { printedDecimals, printedDigits } from '../printed.js'
import type { FactRecord } from '../schema.js'
import type { Table } from './columns.js'
import { column, inputColumns, keyColumn, placeColumns } from './columns.js'
import { placeOfFact } from './report.js'
import { restoredText } from './restored.js'

export const factTable: Table<FactRecord> = {
  name: 'facts',
  about: 'one row a numeric fact',
  items: ({ record }) => record.facts,
  columns: [
    keyColumn(),
    column('fact', 'text', 'id of the fact in its document', ({ id }) => id),
    column('indicator', 'text', 'what is measured, in standard wording', ({ indicator }) => indicator),
    column('indicatorId', 'text', 'id where the indicator is a known one', ({ indicatorId }) => indicatorId),
    column('head', 'text', 'last part of the indicator', ({ head }) => head),
    column(
      'implicit',
      'boolean',
      'the indicator is not printed beside the number',
      ({ implicit }) => implicit,
    ),
    column('subject', 'text', 'of whom', ({ subject }) => subject),
    column(
      'subjectDamaged',
      'boolean',
      'the subject cannot be read in full',
      ({ subjectDamaged }) => subjectDamaged,
    ),
    column('place', 'text', 'where, as the sentence names it', ({ place }) => place),
    column(
      'resolvedPlace',
      'text',
      'where, by name: the place of the title where the text says 全市, 我县 …',
      (fact, { record }) => placeOfFact(fact, record),
    ),
    column('text', 'text', 'the number as printed', ({ text }) => text),
    {
      ...column<FactRecord>(
        'value',
        'decimal',
        'in the printed unit; empty for ranges and masks',
        ({ value }) => value,
      ),
      printed: printedDigits,
    },
    column(
      'decimals',
      'integer',
      'digits printed behind the point of the value: 44.60 has two; empty where it was not printed as one number',
      (fact) => printedDecimals(fact),
    ),
    column('low', 'decimal', 'lower bound, in the printed unit', ({ low }) => low),
    column('high', 'decimal', 'upper bound, in the printed unit', ({ high }) => high),
    column('unit', 'text', 'as printed', ({ unit }) => unit),
    column('baseValue', 'decimal', 'in the base unit', ({ base }) => base.value),
    column('baseUnit', 'text', 'the base unit', ({ base }) => base.unit),
    column('measure', 'text', 'money, count, area …', ({ measure }) => measure),
    column('bound', 'text', 'exact, at-least, range …', ({ bound }) => bound),
    column('qualifier', 'text', 'word of the bound as printed', ({ qualifier }) => qualifier),
    column('period', 'text', 'period as printed', ({ period }) => period?.text ?? null),
    column('periodStart', 'date', 'first day; empty where masked', ({ period }) => period?.start ?? null),
    column('periodEnd', 'date', 'last day; empty where masked', ({ period }) => period?.end ?? null),
    column('periodGrain', 'text', 'day, month, year, plan …', ({ period }) => period?.grain ?? null),
    column(
      'periodInferred',
      'text',
      'where the period was taken from; empty where it is printed beside the number',
      ({ period }) => period?.inferred ?? null,
    ),
    column('status', 'text', 'actual, planned or estimated', ({ status }) => status),
    column('role', 'text', 'total, part, value or change', ({ role }) => role),
    column('partOf', 'text', 'fact that this one is a part of', ({ partOf }) => partOf),
    column('changeOf', 'text', 'fact whose change this one is', ({ change }) => change?.of ?? null),
    column(
      'changeDirection',
      'text',
      'increase, decrease or level',
      ({ change }) => change?.direction ?? null,
    ),
    column(
      'changeKind',
      'text',
      'delta, percent, points, multiple or from-to',
      ({ change }) => change?.kind ?? null,
    ),
    column(
      'changeAgainst',
      'text',
      'what it is compared with, as printed',
      ({ change }) => change?.against ?? null,
    ),
    column('prior', 'decimal', 'value before the change', ({ change }) => change?.prior ?? null),
    column('ratioPart', 'text', 'fact that is the part of this ratio', ({ ratio }) => ratio?.part ?? null),
    column('ratioWhole', 'text', 'fact that is the whole of this ratio', ({ ratio }) => ratio?.whole ?? null),
    column(
      'recovered',
      'decimal',
      'value of a mask, solved by the audit',
      ({ recovered }) => recovered?.value ?? null,
    ),
    column('recoveredBy', 'text', 'check that gives this value', ({ recovered }) => recovered?.by ?? null),
    column('section', 'text', 'headings above it', ({ section }) => section.join(' / ')),
    column('sentence', 'text', 'the sentence as printed', ({ sentence }, { record }) =>
      record.source.text.slice(sentence.start, sentence.end),
    ),
    column('repairedSentence', 'text', 'the sentence in restored wording', ({ sentence }, { record }) =>
      restoredText(record, sentence),
    ),
    ...placeColumns<FactRecord>((fact) => fact, 'the figure'),
    column('confidence', 'share', 'how sure the reading is', ({ confidence }) => confidence),
    ...inputColumns(),
  ],
}
