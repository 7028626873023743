/** `npm run sort`: sorts the long tables of `corpus/`; their opening comments and headers stay where they are. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatTable, isSorted, parseTable, root, sortedFrom, tablePaths } from './tables.js'

for (const path of tablePaths()) {
  const table = parseTable(readFileSync(join(root, path), 'utf8'))
  if (table.rows.length <= sortedFrom || isSorted(table.rows)) continue
  writeFileSync(join(root, path), formatTable({ ...table, rows: [...table.rows].sort() }))
  process.stdout.write(`${path}\n`)
}
