/** The card of a dataset and the JSON Schema of its tables: that both say what the tables hold. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { configsOf, sizeOf } from '../../src/dataset/card/front-matter.js'
import type { WriteOptions } from '../../src/dataset/contract.js'
import { destinationOf } from '../../src/dataset/destination.js'
import { format } from '../../src/dataset/formats/card.js'
import { tables } from '../../src/dataset/tables.js'
import { tablesJsonSchema } from '../../src/dataset/tables-schema.js'
import { rowsOf } from '../../src/writers/tables/columns.js'
import { temporaryFolder } from '../support/folder.js'
import { awkwardRecord } from './awkward.js'
import { datasetDocuments, exampleDocuments, exampleRecord } from './documents.js'

async function cardOf(options: Partial<WriteOptions> = {}, documents = exampleDocuments()): Promise<string> {
  const folder = temporaryFolder()
  const paths = format.outputs.map(({ name }) => join(folder, name))
  await format.write(paths, documents, { language: 'en', drop: [], ...options })
  return readFileSync(paths[0]!, 'utf8')
}

describe('the card', () => {
  test('counts what is in the dataset', async () => {
    const card = await cardOf()
    expect(card).toContain('| documents | 2 |')
    expect(card).toContain('| documents that repeat an earlier one (`duplicateOf`) | 1 |')
    expect(card).toContain('| numeric facts | 2 |')
    expect(card).toContain('| numbers that became facts | 50.0 % |')
    expect(card).toContain('| spun | 2 |')
  })

  test('says licence, size and files at its head, for sites that read them', async () => {
    const files = destinationOf('set', ['jsonl', 'parquet', 'card'], temporaryFolder()).outputs
    const head = (await cardOf({ license: 'cc-by-4.0', files })).split('---')[1]!
    expect(head).toContain('license: "cc-by-4.0"')
    expect(head).toContain('- "n<1K"')
    expect(head).toContain('  - config_name: facts\n    default: true\n    data_files: "facts.parquet"\n')
    expect(head).toContain('data_files: "records.jsonl"')
    expect((await cardOf()).split('---')[1]).toContain('license: "unknown"')
  })

  test('is in the language of the dataset, and names every column', async () => {
    const card = await cardOf({ language: 'zh' })
    expect(card).toContain('# 报告数据集：2 篇文档')
    for (const { name, columns } of tables) {
      expect(card).toContain(`### ${name}\n`)
      for (const column of columns) expect(card).toContain(`\`${column.name}\``)
    }
  })

  test('lists what pages say, without their signs becoming its own', async () => {
    const records = ['甲报|乙报', '甲报|乙报', '# 丙 <b>'].map((source, index) => {
      const record = exampleRecord()
      return {
        ...record,
        origin: { ...record.origin, path: `${index}`, source, published: `2020-03-0${3 - index}` },
      }
    })
    const card = await cardOf({}, datasetDocuments(records))
    expect(card).toContain('| 甲报\\|乙报 | 2 |')
    expect(card).not.toMatch(/[^\\]<b>/)
    expect(card).toContain('from 2020-03-01 to 2020-03-03')
  })

  test('takes no documents', async () => {
    expect(await cardOf({}, datasetDocuments([]))).toContain('| documents | 0 |')
  })
})

test.each([
  [0, 'n<1K'],
  [999, 'n<1K'],
  [1000, '1K<n<10K'],
  [9_999_999, '1M<n<10M'],
  [5e9, 'n>1B'],
])('%d documents are of the size %s', (documents, size) => {
  expect(sizeOf(documents)).toBe(size)
})

test('tables that are divided are found in their folders; CSV stands in where there is no Parquet', () => {
  const cwd = temporaryFolder()
  const divided = destinationOf('set', ['parquet', 'csv'], cwd, { isDivided: true }).outputs
  expect(configsOf(divided)[0]).toEqual(['facts', 'facts/**/*.parquet'])
  expect(configsOf(destinationOf('set', ['csv'], cwd, { gzip: true }).outputs)[0]).toEqual([
    'facts',
    'facts.csv.gz',
  ])
})

describe('the JSON Schema', () => {
  const schema = tablesJsonSchema() as { readonly $defs: Readonly<Record<string, object>> }

  test.each(tables)('takes the rows of $name, and no others', async ({ name, columns, items }) => {
    const row = z.fromJSONSchema(schema.$defs[name] as never)
    const table = { name, about: '', columns, items }
    let rows = 0
    for await (const document of datasetDocuments([exampleRecord(), awkwardRecord()])) {
      for (const cells of rowsOf(table, document, 'en')) {
        const value = Object.fromEntries(columns.map((column, index) => [column.name, cells[index]]))
        // Halves of signs and the like stand in texts; what types and patterns say is looked at.
        expect(row.safeParse(value).error?.issues ?? []).toEqual([])
        expect(row.safeParse({ ...value, other: 1 }).success).toBe(false)
        expect(row.safeParse({ ...value, document: null }).success).toBe(false)
        rows++
      }
    }
    expect(rows).toBeGreaterThan(name === 'cells' ? -1 : 0)
  })
})
