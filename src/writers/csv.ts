/** The checks as a table for spreadsheets: one row a check, those that hold included, with the places of its figures. */
import { byteOrderMark, csvLine } from './cells.js'
import { explanationOf, factLookup } from './checks.js'
import type { Writer } from './contract.js'
import { sayCode } from './language.js'

const columns = [
  'document',
  'id',
  'rule',
  'state',
  'severity',
  'expression',
  'stated',
  'computed',
  'difference',
  'solution',
  'code',
  'explanation',
  'start',
  'end',
  'figures',
] as const

export const writer: Writer = {
  id: 'csv',
  extension: '.checks.csv',
  controls: 'kept',
  write(record, { language, first = true }) {
    const factsOf = factLookup(record)
    const rows = record.checks.map((check) => {
      const facts = factsOf(check)
      const figures = facts.map(({ indicator, text, start }) => `${indicator} ${text} @${start}`)
      const [place] = facts
      return [
        record.origin.path ?? record.id,
        check.id,
        sayCode(language, 'rule', check.rule),
        check.state,
        check.severity,
        check.expression,
        check.stated,
        check.computed,
        check.difference,
        check.solution,
        check.code,
        explanationOf(check, language),
        place?.start ?? null,
        place?.end ?? null,
        figures.join('; '),
      ]
    })
    const table = first ? [columns, ...rows] : rows
    return (first ? byteOrderMark : '') + table.map(csvLine).join('')
  },
}
