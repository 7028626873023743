/**
 * CSV for spreadsheets: the one place that makes a line of it. Invariant: a cell that no figure stands in alone never opens
 * with a sign that a spreadsheet takes for a formula; figures are written as they are.
 */

/** Spreadsheets know UTF-8 by this mark alone. */
export const byteOrderMark = '\uFEFF'

export type CsvCell = string | number | bigint | boolean | null

/** A figure alone keeps its sign: -3.5%, -1/3, +1,234.5. */
const figure = /^[-+]\d[\d,]*(\.\d+)?(\/\d+)?[%‰]?$/
const opensFormula = /^[=+\-@\t\r\n＝＋－＠]/

function csvCell(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const safe = opensFormula.test(cell) && !figure.test(cell) ? `'${cell}` : cell
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A line with its break; whatever would break a cell is in quotes. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
