/** The sample tables in each format, as bytes with the name of a file. Merged cells are blank where a format has none. */
import { docxOf, type SampleCell as WordCell, xlsxOf } from '../../readers/samples/office.js'
import type { SampleCell, SampleTable } from './samples.js'

interface Placed {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly across: number
  readonly down: number
}

function place(rows: SampleTable['rows']): Placed[] {
  const placed: Placed[] = []
  const taken = new Set<string>()
  rows.forEach((cells, row) => {
    let column = 0
    for (const cell of cells) {
      while (taken.has(`${row} ${column}`)) column++
      const {
        text,
        across = 1,
        down = 1,
      } = typeof cell === 'string' ? { text: cell } : (cell as Exclude<SampleCell, string>)
      for (let y = row; y < row + down; y++)
        for (let x = column; x < column + across; x++) taken.add(`${y} ${x}`)
      placed.push({ text, row, column, across, down })
      column += across
    }
  })
  return placed
}

/** The sample with another text in the cell at a place. */
export function withCell(sample: SampleTable, row: number, column: number, text: string): SampleTable {
  const index = place(sample.rows)
    .filter((cell) => cell.row === row)
    .findIndex((cell) => cell.column === column)
  if (index < 0) throw new Error(`no cell at ${row} ${column}`)
  const changed = sample.rows[row]!.map((cell, at) => {
    if (at !== index) return cell
    return typeof cell === 'string' ? text : { ...cell, text }
  })
  return { ...sample, rows: sample.rows.map((cells, at) => (at === row ? changed : cells)) }
}

/** Every place of the grid, blank where a merged cell goes on. */
function plainGrid({ rows }: SampleTable): string[][] {
  const placed = place(rows)
  const width = Math.max(...placed.map(({ column, across }) => column + across))
  const grid = rows.map(() => Array.from({ length: width }, () => ''))
  for (const { text, row, column } of placed) grid[row]![column] = text
  return grid
}

const quoted = (text: string) => (/[",]/.test(text) ? `"${text}"` : text)
const isInk = (row: readonly string[]) => row.some((text) => text !== '')

function htmlOf({ above, rows }: SampleTable): string {
  const cellOf = ({ text, across, down }: Placed) =>
    `<td${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}>${text}</td>`
  const placed = place(rows)
  const lines = rows.map(
    (_, row) =>
      `<tr>${placed
        .filter((cell) => cell.row === row)
        .map(cellOf)
        .join('')}</tr>`,
  )
  return `<html><body>${above.map((line) => `<p>${line}</p>`).join('')}<table>${lines.join('')}</table></body></html>`
}

function markdownOf(sample: SampleTable): string {
  const [head = [], ...body] = plainGrid(sample)
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    ...sample.above,
    '',
    line(head),
    line(head.map(() => '---')),
    ...body.filter(isInk).map(line),
    '',
  ].join('\n')
}

function wordOf(sample: SampleTable): Uint8Array {
  const placed = place(sample.rows)
  const width = Math.max(...placed.map(({ column, across }) => column + across))
  const table = sample.rows.map((_, row) => {
    const cells: WordCell[] = []
    for (let column = 0; column < width; ) {
      const cell = placed.find((one) => one.column === column && one.row <= row && row < one.row + one.down)
      const across = cell?.across ?? 1
      const down =
        cell === undefined || cell.down === 1 ? undefined : cell.row === row ? 'restart' : 'continue'
      cells.push({ text: cell?.row === row ? cell.text : '', across, ...(down !== undefined && { down }) })
      column += across
    }
    return cells
  })
  return docxOf(
    sample.above.map((text) => ({ text, level: 0 })),
    { table },
  )
}

function sheetOf(sample: SampleTable): Uint8Array {
  const grid = plainGrid(sample)
  const name = (row: number, column: number) =>
    `${String.fromCharCode(65 + column)}${row + 1 + sample.above.length}`
  const merges = place(sample.rows)
    .filter(({ across, down }) => across > 1 || down > 1)
    .map(
      ({ row, column, across, down }) => `${name(row, column)}:${name(row + down - 1, column + across - 1)}`,
    )
  return xlsxOf([...sample.above.map((line) => [line]), ...grid], { merges })
}

interface Format {
  readonly path: string
  bytesOf(sample: SampleTable): Uint8Array
  /** What the format shows of a printed figure. */
  shows?(printed: string): string
}

/** A workbook without number formats shows no zeros at the end. */
const asNumber = (printed: string) => (/^-?\d+\.\d+$/.test(printed) ? String(Number(printed)) : printed)

export const formats: readonly Format[] = [
  { path: 'table.html', bytesOf: (sample) => Buffer.from(htmlOf(sample)) },
  { path: 'table.md', bytesOf: (sample) => Buffer.from(markdownOf(sample)) },
  {
    path: 'table.csv',
    bytesOf: (sample) =>
      Buffer.from(
        [...sample.above.map((line) => [line]), ...plainGrid(sample)]
          .map((row) => row.map(quoted).join(','))
          .join('\n'),
      ),
  },
  { path: 'table.xlsx', bytesOf: sheetOf, shows: asNumber },
  { path: 'table.docx', bytesOf: wordOf },
  {
    path: 'table.txt',
    bytesOf: (sample) =>
      Buffer.from(
        [
          ...sample.above,
          ...plainGrid(sample)
            .filter(isInk)
            .map((row) => row.join('\t')),
        ].join('\n'),
      ),
  },
]
