/** Fields that leave only those rows of their table to be seen that hold a text, and say how many. */
import type { ClientWords } from '../writers/page/client-data.js'

/** Whether a row's text holds what is wanted, whatever its case; nothing wanted is held by every row. */
export function holdsText(text: string, wanted: string): boolean {
  return text.toLowerCase().includes(wanted.trim().toLowerCase())
}

/** How many rows are shown, in the page's words. */
export function countInWords(shown: number, all: number, words: ClientWords): string {
  return words.shown.replace('{shown}', String(shown)).replace('{all}', String(all))
}

function filterRows(input: HTMLInputElement, words: ClientWords): void {
  const label = input.closest('.filter')
  const rows = [...(label?.parentElement?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? [])]
  input.addEventListener('input', () => {
    for (const row of rows) row.hidden = !holdsText(row.textContent ?? '', input.value)
    const shown = rows.filter(({ hidden }) => !hidden).length
    const told = input.value.trim() === '' ? '' : countInWords(shown, rows.length, words)
    label?.querySelector('output')?.replaceChildren(told)
  })
}

export function filterTables(words: ClientWords): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('.filter input')) filterRows(input, words)
}
