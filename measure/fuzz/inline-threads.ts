/** The work of a build's threads in this thread, so that a build takes milliseconds and can be stopped at any task. */
import { formats } from '../../src/dataset/formats/index.js'
import { processUnit } from '../../src/dataset/process-unit.js'
import { openRecordFile, type RecordFile } from '../../src/dataset/record-file.js'
import { readSelected } from '../../src/dataset/selected.js'
import type { ThreadOptions, Threads } from '../../src/dataset/threads.js'
import type { Resources } from '../../src/pipeline/resources.js'

/** What a build was stopped with. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** Threads for one build; throws Stopped in place of the task with this number, from 0. */
export function inlineThreads(resources: Resources, stopAt = Number.POSITIVE_INFINITY) {
  return async ({ document }: ThreadOptions): Promise<Threads> => {
    let file: RecordFile | undefined
    let tasks = 0
    const count = () => {
      if (tasks++ === stopAt) throw new Stopped()
    }
    return {
      async processUnits({ units, folder, run }) {
        count()
        file ??= openRecordFile(folder, `records-${run}-1.jsonl`)
        const results = []
        const options = { ...document, resources, onDocument: () => {} }
        for (const unit of units) results.push(await processUnit(unit, file, options))
        file.sync()
        return { results, timings: {} }
      },
      async writeFormat({ format, paths, folder, selected, options }) {
        count()
        await formats.find(({ id }) => id === format)!.write(paths, readSelected(folder, selected), options)
        return 0
      },
      processBytes: () => Promise.reject(new Error('a build processes units')),
      processText: () => Promise.reject(new Error('no text is asked for')),
      weighAgain: () => Promise.reject(new Error('nothing is decided')),
      scanBytes: () => Promise.reject(new Error('a build processes units')),
      destroy: async () => {},
    }
  }
}
