/**
 * Cells of CSV tables. Invariant: text cells never open with a sign that a spreadsheet takes for a formula; figures
 * are written as they are.
 */

/** Spreadsheets know UTF-8 by this mark alone. */
export const byteOrderMark = '\uFEFF'

export function textCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.join(',')}\r\n`
}
