/**
 * The thread beside a review, so that the review goes on meanwhile: it weighs records with what was decided, and reads
 * files that are put in.
 */
import type { Threads } from '../dataset/threads.js'
import type { Weigh } from '../review/weighed-index.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { CommandContext } from './contract.js'
import { pipelineSettings, resourceSettings } from './settings.js'

export interface Weigher {
  readonly weigh: Weigh
  /** The records of a document. Rejects with ProcessingError. */
  read(bytes: Uint8Array, path: string): Promise<readonly DocumentRecord[]>
  close(): Promise<void>
}

/** The thread starts when the first record is to be weighed. */
export function openWeigher({ terminal, settings }: CommandContext): Weigher {
  let started: Promise<Threads> | undefined
  async function thread(): Promise<Threads> {
    const { startThreads } = await import('../dataset/threads.js')
    started ??= startThreads({
      threads: 1,
      resources: resourceSettings(terminal, settings),
      document: pipelineSettings(settings),
    })
    // One that cannot be started is tried again.
    started.catch(() => {
      started = undefined
    })
    return started
  }
  return {
    async weigh(record, logs) {
      const { recordOfParts } = await import('../dataset/record-parts.js')
      return recordOfParts(await (await thread()).weighAgain({ record, logs }))
    },
    async read(bytes, path) {
      const { recordOfParts } = await import('../dataset/record-parts.js')
      const all = await (await thread()).processBytes({ bytes, path })
      return Promise.all(all.map(recordOfParts))
    },
    close: async () => (await started)?.destroy(),
  }
}
