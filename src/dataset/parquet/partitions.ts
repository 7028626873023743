/**
 * Tables that are divided by what their documents are: folders such as `year=2016/region=青屏州`, as Hive has them and as
 * DuckDB, Spark, Polars and Arrow read them, with files `part-0.parquet` of one group of rows each. The columns that the
 * folders say are not in the files.
 * Invariant: however many folders there are, what is held of all of them together has a bound.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ColumnValue, Table } from '../../writers/tables/columns.js'
import type { DatasetDocument } from '../contract.js'
import type { PartitionKey } from '../partition-keys.js'
import type { RowFile } from '../table-files.js'
import { documentTable } from '../tables.js'
import { columnsOf } from './columns.js'
import { createGroup, createParquetFile, type Group, groupCharacters } from './file.js'

/** How Hive names the folder of documents of which the text does not say it. */
const unknown = '__HIVE_DEFAULT_PARTITION__'
/** File systems take names of 255 bytes: what is longer is nobody's year, place or source. */
const longestName = 200

/** What no folder may be called on some system, or what readers take for something else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
const reserved = /[\u0000-\u001f\u007f"#%'*/:=?\\<>|{}[\]^]|^\.+$|[. ]$/g

const escaped = (text: string) =>
  text.replace(reserved, (found) =>
    [...Buffer.from(found)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  )

function folderOf(key: PartitionKey, document: DatasetDocument): string {
  const { cell } = documentTable.columns.find(({ name }) => name === key)!
  const value = escaped(String(cell(document, document, 'zh') ?? ''))
  const isName = value !== '' && Buffer.byteLength(value) <= longestName
  return `${key}=${isName ? value : unknown}`
}

/** The folder of a document's rows, below that of a table. */
export function partitionOf(document: DatasetDocument, keys: readonly PartitionKey[]): string {
  return keys.map((key) => folderOf(key, document)).join('/')
}

/** Opens the folder of a table, which is made. The first cell of each row is the folder that it goes to. */
export async function openPartitioned(
  table: Table,
  folder: string,
  keys: readonly PartitionKey[],
): Promise<RowFile> {
  await mkdir(folder)
  const isSaid = (name: string) => table.name === documentTable.name && keys.some((key) => key === name)
  const columns = table.columns.flatMap((column, index) =>
    isSaid(column.name) ? [] : columnsOf(column, index),
  )
  const groups = new Map<string, Group>()
  const parts = new Map<string, number>()
  let held = 0

  async function writePart(place: string, group: Group): Promise<void> {
    // Where capitals and small letters are one folder, its parts still have numbers of their own.
    const key = place.toLowerCase().normalize('NFC')
    const number = parts.get(key) ?? 0
    parts.set(key, number + 1)
    held -= group.characters
    groups.delete(place)
    await mkdir(join(folder, place), { recursive: true })
    const file = await createParquetFile(join(folder, place, `part-${number}.parquet`), table, columns)
    try {
      await file.write(group)
      await file.end()
    } finally {
      await file.close()
    }
  }

  /** The group that is full, or the one that holds most. */
  function fullest(): readonly [string, Group] | undefined {
    let found: readonly [string, Group] | undefined
    for (const entry of groups) {
      if (entry[1].isFull) return entry
      if (found === undefined || entry[1].characters > found[1].characters) found = entry
    }
    return found
  }

  return {
    add([place, ...row]: readonly ColumnValue[]) {
      const group = groups.get(String(place)) ?? createGroup(columns)
      groups.set(String(place), group)
      const before = group.characters
      group.add(row)
      held += group.characters - before
      return group.isFull || held >= groupCharacters
    },
    async flush() {
      const found = fullest()
      if (found !== undefined) await writePart(...found)
    },
    async end() {
      for (const [place, group] of groups) await writePart(place, group)
      // A table without rows still says its columns.
      if (parts.size === 0)
        await writePart(keys.map((key) => `${key}=${unknown}`).join('/'), createGroup(columns))
    },
    close: async () => {},
  }
}
