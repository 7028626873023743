/** The calls of the built library that a long-lived process makes for one document after another. */
import type * as Library from '../../src/index.js'
import { kinds } from '../../tests/fuzz/cases.js'
import type { Work } from './growth.js'

/** Documents of all formats in turn, sound ones and damaged ones. */
function documentOf(number: number): { readonly bytes: Uint8Array; readonly path: string } {
  return kinds[number % kinds.length]!.make(Math.floor(number / kinds.length))
}

export interface Works {
  readonly works: Readonly<Record<string, Work>>
  readonly close: () => Promise<void>
}

/** By name; `close` ends the threads of those that have some. */
export async function worksOf({
  createHuanyuan,
  processDocument,
  processText,
}: typeof Library): Promise<Works> {
  const pool = await createHuanyuan({ threads: 1 })
  const quietly =
    (work: Work): Work =>
    (number) =>
      work(number).catch(() => undefined)
  return {
    works: {
      'processDocument, all formats': quietly(async (number) => {
        const { bytes, path } = documentOf(number)
        for await (const record of processDocument(bytes, { path })) void record
      }),
      processText: quietly(async (number) => {
        processText(Buffer.from(kinds[0]!.make(number).bytes).toString())
      }),
      'createHuanyuan, all formats': quietly((number) => {
        const { bytes, path } = documentOf(number)
        return pool.processDocument(bytes, { path })
      }),
    },
    close: () => pool.close(),
  }
}
