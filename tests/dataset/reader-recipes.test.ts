/** Every recipe of `docs/dataset-recipes.md` is asked of datasets of the same documents. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, write } from '@e965/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../scripts/tables.js'
import { format as parquet } from '../../src/dataset/formats/parquet.js'
import { format as workbook } from '../../src/dataset/formats/xlsx.js'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { temporaryFolder } from '../support/folder.js'
import { datasetDocuments } from './documents.js'
import { query, type Row } from './duckdb.js'

const document = readFileSync(join(root, 'docs/dataset-recipes.md'), 'utf8')
const blocksOf = (kind: string) =>
  [...document.matchAll(new RegExp(`\`\`\`${kind}\n([^]*?)\n\`\`\``, 'g'))].map(([, text]) => text!)

const texts = {
  'a.txt':
    '云岭县2018年教育工作总结\n\n2018年全县有学校126所，其中小学80所、中学50所。在校学生3.20万人，比上年增长5.1%。\n' +
    '三次产业增加值分别为12.1亿元、30.2亿元和41.3亿元，合计85.6亿元。\n',
  'b.txt': '云岭县2019年教育工作总结\n\n2019年全县有学校127所，其中小学80所、中学47所。\n',
}
const records: DocumentRecord[] = []
const options = { language: 'en', drop: [] } as const

beforeAll(async () => {
  const resources = await loadResources()
  for (const [path, text] of Object.entries(texts))
    for await (const record of processDocument(Buffer.from(text), { resources, path })) records.push(record)
}, 60_000)

const layouts = ['one file a table', 'folders by year and region'] as const

/** Asks a recipe of Parquet files in one of these layouts. */
async function ask(layout: (typeof layouts)[number], recipe: string): Promise<Row[]> {
  const folder = temporaryFolder()
  const isDivided = layout !== layouts[0]
  const paths = (isDivided ? parquet.divided! : parquet.outputs).map(({ name }) => join(folder, name))
  await parquet.write(paths, datasetDocuments(records), {
    ...options,
    ...(isDivided && { partition: ['year', 'region'] }),
  })
  const script = readFileSync(join(folder, 'views.sql'), 'utf8')
  return query(
    script.replaceAll("read_parquet('", `read_parquet('${folder}/`),
    recipe.replace(/TO '([^']+)'/, `TO '${folder}/$1'`),
  )
}

describe.each(layouts)('DuckDB, %s', (layout) => {
  test.each(blocksOf('sql'))('%s', async (recipe) => {
    expect((await ask(layout, recipe)).length).toBeGreaterThan(0)
  })

  test('a series names the place of the title, and says precisely what was printed', async () => {
    const [series, precision] = blocksOf('sql')
    expect(await ask(layout, series!)).toContainEqual(
      expect.objectContaining({ resolvedPlace: '云岭县', year: '2019', value: '127', unit: '所' }),
    )
    const printed = (await ask(layout, precision!)).find(({ text }) => text === '3.20万人')
    expect(Number(printed!.least)).toBeCloseTo(3.195)
    expect(Number(printed!.most)).toBeCloseTo(3.205)
  })
})

const soffice = process.env.SOFFICE_PATH ?? '/usr/bin/soffice'
const isThere = existsSync(soffice)
if (!isThere && process.env.CI) throw new Error('no LibreOffice: the formulas were not asked')

test.skipIf(!isThere)('Excel: every formula gives what it says', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'dataset.xlsx')
  await workbook.write([path], datasetDocuments(records), options)
  const book = read(readFileSync(path))
  const formulas = blocksOf('excel')
  const sheet = utils.aoa_to_sheet(formulas.map(() => ['']))
  for (const [row, formula] of formulas.entries()) {
    // Files mark functions that came after 2007.
    const f = formula.slice(1).replace('MAXIFS', '_xlfn.MAXIFS')
    sheet[`A${row + 1}`] = { t: 'n', f }
  }
  utils.book_append_sheet(book, sheet, 'asked')
  const asked = join(folder, 'asked.xlsx')
  writeFileSync(asked, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync(soffice, [profile, '--headless', '--convert-to', filter, '--outdir', folder, asked], {
    stdio: 'ignore',
  })
  const name = readdirSync(folder).find((each) => each.endsWith('asked.csv'))!
  expect(readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')).toEqual([
    '2',
    '253',
    '云岭县2018年教育工作总结',
    '127',
    '1',
  ])
})
