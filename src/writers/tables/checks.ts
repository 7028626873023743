/** The table of checks: each relation between figures that the text claims, and what the figures say to it. */
import { isFinding } from '../../model/check.js'
import { explanationOf, factLookup } from '../checks.js'
import { say } from '../language.js'
import type { CheckRecord, FactRecord } from '../schema.js'
import type { Table } from './columns.js'
import { column, inputColumns, keyColumn, placeColumns } from './columns.js'

/** A check with its figures; the first is where a reader looks. */
type CheckWithFacts = CheckRecord & { readonly figures: readonly FactRecord[] }

export const checkTable: Table<CheckWithFacts> = {
  name: 'checks',
  about: 'one row a relation between figures that the text claims',
  items: ({ record }) => {
    const factsOf = factLookup(record)
    return record.checks.map((check) => ({ ...check, figures: factsOf(check) }))
  },
  columns: [
    keyColumn(),
    column('check', 'text', 'id of the check in its document', ({ id }) => id),
    column('rule', 'text', 'the rule', ({ rule }) => rule),
    column(
      'state',
      'text',
      'holds, rounding, approximate, mismatch, solved or unconfirmed',
      ({ state }) => state,
    ),
    column('severity', 'text', 'error, warning or info', ({ severity }) => severity),
    column('isFinding', 'boolean', 'asks for a reader', (check) => isFinding(check)),
    column('expression', 'text', 'the relation with its figures', ({ expression }) => expression),
    column('stated', 'decimal', 'what the text says', ({ stated }) => stated),
    column('computed', 'decimal', 'what the other figures give', ({ computed }) => computed),
    column('difference', 'decimal', 'between the two', ({ difference }) => difference),
    column('solution', 'decimal', 'value that makes it hold', ({ solution }) => solution),
    column('facts', 'text', 'the facts in it', ({ facts }) => facts.join(' ')),
    column('code', 'text', 'why', ({ code }) => code),
    column('explanation', 'text', 'the same in words', (check, _, language) =>
      explanationOf(check, language),
    ),
    column('figures', 'text', 'the figures in it, as printed, with their names', ({ figures }, _, language) =>
      figures
        .map(({ indicator, text }) => `${indicator} ${text}`)
        .join(say(language, 'finding.facts-separator')),
    ),
    ...placeColumns<CheckWithFacts>(({ figures }) => figures[0] ?? null, 'its first figure'),
    ...inputColumns(),
  ],
}
