/**
 * The records of one input after another: made in this thread, or, under a time limit, in a thread that can be given up.
 * What is loaded, is loaded when the first input comes.
 */
import type { ProcessOptions } from '../pipeline/process.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { CommandContext } from './contract.js'
import { loadSettingsResources, pipelineSettings, resourceSettings } from './settings.js'

export interface RecordSource {
  /** Rejects with ProcessingError where the input as a whole fails. */
  recordsOf(bytes: Uint8Array, path: string | null): AsyncIterable<DocumentRecord>
  close(): Promise<void>
}

type StageSettings = Pick<ProcessOptions, 'until' | 'tokens'>

function inThisThread(context: CommandContext, stages: StageSettings): RecordSource {
  let resources: ReturnType<typeof loadSettingsResources> | undefined
  return {
    async *recordsOf(bytes, path) {
      const { processDocument } = await import('../pipeline/process.js')
      resources ??= loadSettingsResources(context)
      const options = { ...pipelineSettings(context.settings), ...stages, path }
      yield* processDocument(bytes, { ...options, resources: await resources })
    },
    close: async () => {},
  }
}

async function inAnotherThread(
  context: CommandContext,
  stages: StageSettings,
  seconds: number,
): Promise<RecordSource> {
  const { startThreads } = await import('../dataset/threads.js')
  const { terminal, settings } = context
  const threads = await startThreads({
    threads: 1,
    timeout: seconds * 1000,
    resources: resourceSettings(terminal, settings),
    document: { ...pipelineSettings(settings), ...stages },
  })
  return {
    async *recordsOf(bytes, path) {
      for (const line of await threads.processBytes({ bytes, path })) yield JSON.parse(line) as DocumentRecord
    },
    close: () => threads.destroy(),
  }
}

/** Opens the source of records that the settings ask for. */
export async function openRecordSource(
  context: CommandContext,
  stages: StageSettings,
): Promise<RecordSource> {
  const { timeout } = context.settings
  return timeout === undefined ? inThisThread(context, stages) : inAnotherThread(context, stages, timeout)
}
