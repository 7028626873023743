/** Repairs are counted in one way: the report, the page, its cover, the review and the tables say the same of a document. */
import { expect, test } from 'vitest'
import type { DatasetDocument } from '../../src/dataset/contract.js'
import { documentTable } from '../../src/dataset/tables.js'
import { processText } from '../../src/pipeline/library.js'
import { summaryOf } from '../../src/review/record-index.js'
import { countsOf } from '../../src/writers/page/header.js'
import { viewOf } from '../../src/writers/page/view.js'
import { renderReport } from '../../src/writers/render.js'
import { repairCounts } from '../../src/writers/repair-counts.js'

// Words that the break of a page tore are put together, which repairs nothing.
const text =
  '全市共有黉舍98所，此中：小学78所。咱们要踊跃推动教导奇迹进展，各项工 作不息美满，经 济社会平稳发 展。'

const record = processText(text, { assume: 'spun' })
const counts = repairCounts(record)

test('the text has repairs and a join', () => {
  const kinds = new Set(record.corrections.map(({ kind }) => kind))
  expect(kinds).toContain('swap')
  expect(kinds).toContain('layout')
  expect(counts.applied + counts.suggested).toBeLessThan(record.corrections.length)
})

test('every surface counts alike', () => {
  const { applied, suggested } = counts
  expect(countsOf(viewOf(record, 'en', ''))).toMatchObject(counts)
  expect(summaryOf(record, 1)).toMatchObject({ changes: applied, suggestions: suggested })
  expect(renderReport(record, 'en')).toContain(`${applied} applied, ${suggested} only suggested`)
  const document = { record } as DatasetDocument
  const cells = ['corrections', 'suggestions'].map((name) =>
    documentTable.columns.find((one) => one.name === name)?.cell(document, document, 'en'),
  )
  expect(cells).toEqual([applied, suggested])
})
