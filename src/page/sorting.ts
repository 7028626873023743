/** Tables that sort by the column whose head is clicked: figures as figures, texts in the order of the language. */

/** Orders two keys of cells: as numbers where both are, percentages too. */
export function compareKeys(a: string, b: string, collator: Intl.Collator): number {
  const [one, two] = [a, b].map((key) => Number(key.replace(/%$/, ''))) as [number, number]
  return Number.isNaN(one) || Number.isNaN(two) ? collator.compare(a, b) : one - two
}

/** Items by their keys. Empty keys stay at the end in either order, equal ones in the order they came. */
export function sortedByKey<Item extends { readonly key: string }>(
  items: readonly Item[],
  isDescending: boolean,
  collator: Intl.Collator,
): Item[] {
  return items.toSorted((a, b) => {
    if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '')
    return isDescending ? compareKeys(b.key, a.key, collator) : compareKeys(a.key, b.key, collator)
  })
}

/** What a cell is sorted by: the value it carries, else its text. */
function keyOf(cell: Element | undefined): string {
  return cell?.getAttribute('data-v') ?? cell?.textContent?.trim() ?? ''
}

function sortBy(table: HTMLTableElement, head: HTMLTableCellElement, collator: Intl.Collator): void {
  const isDescending = head.getAttribute('aria-sort') === 'ascending'
  for (const other of table.querySelectorAll('th')) other.removeAttribute('aria-sort')
  head.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending')
  const body = table.tBodies[0]
  const rows = [...(body?.rows ?? [])].map((row) => ({ row, key: keyOf(row.children[head.cellIndex]) }))
  body?.append(...sortedByKey(rows, isDescending, collator).map(({ row }) => row))
}

/** The names of a table's columns. */
export function columnNames(table: HTMLTableElement): string[] {
  return [...table.querySelectorAll('th')].map(({ textContent }) => textContent?.trim() ?? '')
}

export function sortTables(): void {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true })
  for (const table of document.querySelectorAll<HTMLTableElement>('table.sort')) {
    for (const head of table.querySelectorAll('th')) {
      const button = document.createElement('button')
      button.append(...head.childNodes)
      button.addEventListener('click', () => sortBy(table, head, collator))
      head.append(button)
    }
  }
}
