/** Exact figures as numbers, for columns that are sorted and computed with. SQLite itself has no decimals. */
import type { ColumnValue } from '../../writers/tables/columns.js'

/** The number nearest to a decimal string or a fraction such as 1/3; null where there is none. */
export function numberOf(cell: ColumnValue): number | null {
  if (typeof cell !== 'string' || cell === '') return null
  const [numerator = '', denominator = '1'] = cell.split('/')
  const number = Number(numerator) / Number(denominator)
  return Number.isFinite(number) ? number : null
}
