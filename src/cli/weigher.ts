/** Records weighed with what a reviewer decided, in a thread of its own, so that the review goes on meanwhile. */
import type { Threads } from '../dataset/threads.js'
import type { Weigh } from '../review/weighed-index.js'
import type { CommandContext } from './contract.js'
import { pipelineSettings, resourceSettings } from './settings.js'

export interface Weigher {
  readonly weigh: Weigh
  close(): Promise<void>
}

/** The thread starts when the first record is to be weighed. */
export function openWeigher({ terminal, settings }: CommandContext): Weigher {
  let started: Promise<Threads> | undefined
  return {
    async weigh(record, logs) {
      const { startThreads } = await import('../dataset/threads.js')
      const { recordOfParts } = await import('../dataset/record-parts.js')
      started ??= startThreads({
        threads: 1,
        resources: resourceSettings(terminal, settings),
        document: pipelineSettings(settings),
      })
      // One that cannot be started is tried again.
      started.catch(() => {
        started = undefined
      })
      return recordOfParts(await (await started).weighAgain({ record, logs }))
    },
    close: async () => (await started)?.destroy(),
  }
}
