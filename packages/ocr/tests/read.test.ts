/** Pictures whose text is known, read by the models as they ship: every character of them. */
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RecognisedLine, RecognisedPage, Recogniser } from '../src/index.js'
import { openRecogniser, RecognitionError } from '../src/index.js'

const fileOf = (name: string) => readFileSync(new URL(`pictures/${name}`, import.meta.url))
const textOf = ({ characters }: RecognisedLine) => characters.map(({ text }) => text).join('')

/** Lines and cells from the top, those of one row from the left. */
function inOrder(lines: readonly RecognisedLine[]): string[] {
  const sorted = [...lines].sort((one, two) => one.top - two.top)
  const rows: RecognisedLine[][] = []
  for (const line of sorted) {
    const row = rows.at(-1)
    const height = line.bottom - line.top
    if (row !== undefined && line.top - row[0]!.top < height / 2) row.push(line)
    else rows.push([line])
  }
  return rows.flatMap((row) => row.sort((one, two) => one.left - two.left).map(textOf))
}

let recogniser: Recogniser
beforeAll(async () => {
  recogniser = await openRecogniser()
})
afterAll(() => recogniser.close())

async function only(bytes: Uint8Array): Promise<RecognisedPage> {
  const pages: RecognisedPage[] = []
  for await (const page of recogniser.readPicture(bytes)) pages.push(page)
  expect(pages).toHaveLength(1)
  return pages[0]!
}

test.each(['prose', 'table', 'thousands', 'per-mille', 'bleed', 'skew', 'page'])('%s', async (name) => {
  const page = await only(fileOf(`${name}.png`))
  const printed = fileOf(`${name}.txt`).toString('utf8').trimEnd().split('\n')
  expect(inOrder(page.lines)).toEqual(printed)
  expect(page.isReread).toBe(name === 'bleed')
})

test('the lines of a ruled table are found, those of its text are not', async () => {
  const { rules } = await only(fileOf('table.png'))
  const count = (wanted: string) => rules.filter(({ direction }) => direction === wanted).length
  expect([count('across'), count('down')]).toEqual([5, 5])
})

test.each(['per-mille', 'table'])('%s is turned the way up that it can be read', async (name) => {
  const turned = await sharp(fileOf(`${name}.png`))
    .rotate(270)
    .png()
    .toBuffer()
  const page = await only(turned)
  expect(page.rotation).toBe(90)
  expect(inOrder(page.lines)).toEqual(fileOf(`${name}.txt`).toString('utf8').trimEnd().split('\n'))
})

describe('files', () => {
  test('a TIFF has many pages, and its resolution', async () => {
    const both = await sharp([fileOf('table.png'), fileOf('thousands.png')], { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .withMetadata({ density: 200 })
      .toBuffer()
    const pages: RecognisedPage[] = []
    for await (const page of recogniser.readPicture(both)) pages.push(page)
    expect(pages.map(({ page, dpi, width }) => [page, dpi, width])).toEqual([
      [1, 200, 1654],
      [2, 200, 1654],
    ])
  })

  test('what is cut off is damaged, and says so', async () => {
    const cut = fileOf('prose.png').subarray(0, 2000)
    await expect(only(cut)).rejects.toThrow(RecognitionError)
  })

  test('paper without print has no lines', async () => {
    const blank = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect((await only(blank)).lines).toEqual([])
  })
})

test('models that are not there are named', async () => {
  await expect(openRecogniser({ models: '/no/such/folder' })).rejects.toThrow(/no-models/)
})
