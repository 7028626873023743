/**
 * A Parquet file that is written group of rows by group of rows: repeated texts as dictionaries, statistics for each
 * group. Invariant: no more than a group is held, and what is held has a bound.
 */
import { open } from 'node:fs/promises'
import type { ColumnValue, Table } from '../../writers/tables/columns.js'
import { descriptionOf, type FileColumn, type ParquetValue } from './columns.js'

const groupRows = 20_000
/** Characters of texts that a group holds, and all groups of a table that is divided. */
export const groupCharacters = 16 * 1024 ** 2

/** Rows that are held, column by column. */
export interface Group {
  add(row: readonly ColumnValue[]): void
  readonly characters: number
  readonly isFull: boolean
  readonly isEmpty: boolean
  /** The columns; the group is empty then. */
  take(): ParquetValue[][]
}

export function createGroup(columns: readonly FileColumn[]): Group {
  const empty = (): ParquetValue[][] => columns.map(() => [])
  let held = empty()
  let characters = 0
  return {
    add(row) {
      for (const [place, { index, toValue }] of columns.entries()) {
        const value = toValue(row[index]!)
        held[place]!.push(value)
        if (typeof value === 'string') characters += value.length
      }
    },
    get characters() {
      return characters
    },
    get isFull() {
      return held[0]!.length >= groupRows || characters >= groupCharacters
    },
    get isEmpty() {
      return held[0]!.length === 0
    },
    take() {
      const taken = held
      held = empty()
      characters = 0
      return taken
    },
  }
}

export interface ParquetFile {
  write(group: Group): Promise<void>
  /** Writes what a file of this kind ends with; nothing is written after it. */
  end(): Promise<void>
  close(): Promise<void>
}

/** Makes a file that must not be there yet. Throws what the file system says. */
export async function createParquetFile(
  path: string,
  table: Table,
  columns: readonly FileColumn[],
): Promise<ParquetFile> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
  const bytes = new ByteWriter()
  const elements = columns.map(({ element }) => ({ ...element }))
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: table.name, num_children: columns.length }, ...elements],
    kvMetadata: [{ key: 'huanyuan', value: descriptionOf(table, columns) }],
    createdBy: 'huanyuan',
  })
  const file = await open(path, 'wx')
  const drain = async () => {
    await file.writeFile(bytes.getBytes())
    bytes.index = 0
  }
  return {
    async write(group) {
      const data = group.take()
      const columnData = columns.map(({ element: { name } }, index) => ({ name, data: data[index]! }))
      await writer.write({ columnData, rowGroupSize: groupRows })
      await drain()
    },
    async end() {
      await writer.finish()
      await drain()
    },
    close: () => file.close(),
  }
}
