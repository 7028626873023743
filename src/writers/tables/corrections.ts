/** The table of corrections: what stood, what it became, how sure that is and why. */
import type { CorrectionRecord } from '../schema.js'
import type { Table } from './columns.js'
import { column, inputColumns, keyColumn, placeColumns } from './columns.js'

export const correctionTable: Table<CorrectionRecord> = {
  name: 'corrections',
  about: 'one row a correction, applied or suggested',
  items: ({ record }) => record.corrections,
  columns: [
    keyColumn(),
    column('actual', 'text', 'as printed', ({ actual }) => actual),
    column('replacement', 'text', 'standard wording', ({ replacement }) => replacement),
    column('status', 'text', 'applied or suggested', ({ status }) => status),
    column('kind', 'text', 'swap, layout or character', ({ kind }) => kind),
    column('confidence', 'share', 'calibrated', ({ confidence }) => confidence),
    column('traits', 'text', 'antonym, boundary, two-way, unlisted, title', ({ traits }) => traits.join(' ')),
    column('evidence', 'text', 'what speaks for it, the strongest first', ({ evidence }) =>
      [...evidence]
        .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
        .map(({ kind }) => kind)
        .join(' '),
    ),
    ...placeColumns<CorrectionRecord>((correction) => correction, 'what was printed'),
    ...inputColumns(),
  ],
}
