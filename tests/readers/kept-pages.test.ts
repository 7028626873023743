/** Recognised pages that are kept: a file whose reading was ended goes on with the page that is missing. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ReadPage, Recogniser } from '../../src/readers/scans/contract.js'
import { keepingPages } from '../../src/readers/scans/kept.js'
import { temporaryFolder } from '../support/folder.js'
import { pageOf } from '../support/scans.js'

const pages = [1, 2, 3, 4].map((page) => pageOf([{ text: `第${page}页`, left: 200, top: 200 }], { page }))
const file = Uint8Array.of(1, 2, 3)

/** Reads these pages, notes down which, and ends over one of them. */
function failingRecogniser(model: string, failsAt?: number) {
  const read: number[] = []
  async function* give(wanted: readonly ReadPage[]) {
    for (const page of wanted) {
      if (page.page === failsAt) throw new Error('ended')
      read.push(page.page)
      yield page
    }
  }
  const recogniser: Recogniser = {
    engine: 'by hand',
    model,
    readPicture: (_, first = 1) => give(pages.slice(first - 1)),
    readPdf: (_, numbers) => give(pages.filter(({ page }) => numbers.includes(page))),
    close: async () => {},
  }
  return { recogniser, read }
}

async function all(given: AsyncIterable<ReadPage>): Promise<ReadPage[]> {
  const list: ReadPage[] = []
  for await (const page of given) list.push(page)
  return list
}

test.each(['picture', 'pdf'] as const)('a %s goes on where it was ended', async (kind) => {
  const folder = join(temporaryFolder(), 'pages')
  const readIn = ({ recogniser }: ReturnType<typeof failingRecogniser>, bytes = file) => {
    const keeping = keepingPages(recogniser, folder)
    return all(kind === 'pdf' ? keeping.readPdf(bytes, [1, 2, 3, 4]) : keeping.readPicture(bytes))
  }
  const ended = failingRecogniser('m', 3)
  await expect(readIn(ended)).rejects.toThrow('ended')
  const resumed = failingRecogniser('m')
  expect(await readIn(resumed)).toEqual(pages)
  expect([ended.read, resumed.read]).toEqual([
    [1, 2],
    [3, 4],
  ])
  // Another file, or other models, are read whole.
  const others = [failingRecogniser('m'), failingRecogniser('n')]
  await readIn(others[0]!, Uint8Array.of(9))
  await readIn(others[1]!)
  expect(others.map(({ read }) => read.length)).toEqual([4, 4])
})

test('of a PDF the missing pages are read, whichever they are, and a damaged one again', async () => {
  const folder = join(temporaryFolder(), 'pages')
  const first = failingRecogniser('m')
  await all(keepingPages(first.recogniser, folder).readPdf(file, [2, 4]))
  const second = failingRecogniser('m')
  const numbers = (list: readonly ReadPage[]) => list.map(({ page }) => page)
  expect(numbers(await all(keepingPages(second.recogniser, folder).readPdf(file, [1, 2, 3, 4])))).toEqual([
    1, 2, 3, 4,
  ])
  expect(second.read).toEqual([1, 3])
  for (const name of readdirSync(folder)) if (name.includes('-2.')) writeFileSync(join(folder, name), 'x')
  const third = failingRecogniser('m')
  expect(numbers(await all(keepingPages(third.recogniser, folder).readPdf(file, [1, 2])))).toEqual([1, 2])
  expect(third.read).toEqual([2])
})
