/**
 * What a long-lived process keeps of documents that it is done with: memory after the first of them against memory after
 * the last, all garbage collected.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Does one document. */
export type Work = (number: number) => Promise<unknown>

export interface Growth {
  /** Bytes a document, of the engine's heap. */
  readonly heap: number
  /** Bytes a document, of the memory of the whole process. */
  readonly resident: number
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Memory when nothing is left to collect. */
async function settled(): Promise<{ readonly heap: number; readonly resident: number }> {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    collect()
  }
  const { heapUsed, rss } = process.memoryUsage()
  return { heap: heapUsed, resident: rss }
}

/** Does so many documents to fill every table that is kept, and then `count` more: what each of these leaves. */
export async function growthOf(work: Work, count: number, first: number): Promise<Growth> {
  for (let number = 0; number < first; number++) await work(number)
  const before = await settled()
  for (let number = first; number < first + count; number++) await work(number)
  const after = await settled()
  return { heap: (after.heap - before.heap) / count, resident: (after.resident - before.resident) / count }
}
