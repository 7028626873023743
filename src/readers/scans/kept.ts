/**
 * Recognised pages that outlive the process: of a document whose reading was ended, those that were done are not
 * recognised once more. A page goes by what its file holds and by what read it.
 */
import { createHash } from 'node:crypto'
import { keep, readKept } from '../../resources/kept-files.js'
import type { ReadPage, Recogniser } from './contract.js'

/** Pages of one file. */
interface KeptPages {
  read(page: number): ReadPage | undefined
  keep(page: ReadPage): void
}

function pagesOf(folder: string, bytes: Uint8Array, { engine, model }: Recogniser): KeptPages {
  const digest = createHash('sha256').update(`${engine}\n${model}\n`).update(bytes).digest('hex')
  const nameOf = (page: number) => `${digest}-${page}.json.gz`
  return {
    read(page) {
      const text = readKept(folder, nameOf(page))
      return text === undefined ? undefined : (JSON.parse(text) as ReadPage)
    },
    keep: (page) => keep(folder, nameOf(page.page), JSON.stringify(page)),
  }
}

async function* keeping(pages: AsyncIterable<ReadPage>, kept: KeptPages): AsyncGenerator<ReadPage> {
  for await (const page of pages) {
    kept.keep(page)
    yield page
  }
}

/** A recogniser that keeps its pages in a folder, and gives those that lie there. */
export function keepingPages(recogniser: Recogniser, folder: string): Recogniser {
  return {
    ...recogniser,
    async *readPicture(bytes, first = 1) {
      const kept = pagesOf(folder, bytes, recogniser)
      let next = first
      for (let page = kept.read(next); page !== undefined; page = kept.read(++next)) yield page
      yield* keeping(recogniser.readPicture(bytes, next), kept)
    },
    async *readPdf(bytes, pages) {
      const kept = pagesOf(folder, bytes, recogniser)
      const known = new Map(
        pages.flatMap((number) => {
          const page = kept.read(number)
          return page === undefined ? [] : [[number, page] as const]
        }),
      )
      const missing = pages.filter((number) => !known.has(number))
      const read = missing.length === 0 ? undefined : keeping(recogniser.readPdf(bytes, missing), kept)
      try {
        for (const number of pages) {
          const page = known.get(number) ?? (await read?.next())?.value
          if (page !== undefined) yield page
        }
      } finally {
        await read?.return(undefined)
      }
    },
  }
}
