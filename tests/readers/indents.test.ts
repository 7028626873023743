/** How far in labels of tables stand by their styles is kept as wide blanks, in every format alike. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDocuments } from '../../src/readers/read.js'
import { drawnPdf, shown } from './samples/pdf.js'

/** The blanks in front of each label of a table. */
async function indentsOf(bytes: Uint8Array, path: string): Promise<string[]> {
  for await (const { text, stated } of readDocuments(bytes, { path }))
    return stated.flatMap(({ at: { cell }, start, end }) => {
      if (cell === null || cell.column > 0) return []
      const blanks = /\u3000*$/.exec(text.slice(0, start))![0].length
      return [`${blanks} ${text.slice(start, end)}`]
    })
  throw new Error('no document')
}

const labels = ['行业', '全部工业', '采矿业', '制造业', '食品制造业', '水泥制造业', '电力生产']
const depths = [0, 0, 1, 1, 2, 2, 1]
const expected = (steps: readonly number[]) => labels.map((label, at) => `${steps[depths[at]!]} ${label}`)

const written = (path: string) => readFileSync(new URL(`samples/libreoffice/${path}`, import.meta.url))

test.each(['indents.docx', 'indents.doc', 'indents.rtf', 'indents.odt', 'indents.fodt'])(
  '%s',
  async (path) => {
    expect(await indentsOf(written(path), path)).toEqual(expected([0, 2, 3]))
  },
)

test.each(['indents.xls', 'indents.ods', 'indents.fods'])('%s', async (path) => {
  expect(await indentsOf(written(path), path)).toEqual(expected([0, 1, 2]))
})

/** A page with labels that begin at these places, and two figures beside each. */
const pageOf = (lefts: readonly number[]) =>
  drawnPdf([
    labels.flatMap((label, at) => [
      shown(lefts[at]!, 700 - 20 * at, label),
      shown(300, 700 - 20 * at, at === 0 ? '2021' : `${31 + at}5.2`),
      shown(400, 700 - 20 * at, at === 0 ? '2022' : `${42 + at}8.7`),
    ]),
  ])

test('a page of a PDF', async () => {
  const lefts = depths.map((depth) => 80 + 12 * depth)
  expect(await indentsOf(pageOf(lefts), 'page.pdf')).toEqual(expected([0, 1, 2]))
})

test('labels in the middle or at the right of their column are not indented', async () => {
  const width = (label: string) => 12 * label.length
  for (const share of [0.5, 1]) {
    const lefts = labels.map((label) => 80 + share * (60 - width(label)))
    expect(await indentsOf(pageOf(lefts), 'page.pdf')).toEqual(expected([0, 0, 0]))
  }
})
