/**
 * The records of one input after another: made in this thread, or, under a time limit, in a thread that can be given up.
 * What is loaded, is loaded when the first input comes.
 */
import type { ProcessOptions } from '../pipeline/options.js'
import type { ScannedDocument } from '../pipeline/source.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { CommandContext } from './contract.js'
import { loadSettingsResources, pipelineSettings, resourceSettings } from './settings.js'

export interface RecordSource {
  /**
   * `proven` holds the keys of the documents that others of their source prove. Rejects with ProcessingError where the
   * input as a whole fails.
   */
  recordsOf(
    bytes: Uint8Array,
    path: string | null,
    proven?: ReadonlySet<string>,
  ): AsyncIterable<DocumentRecord>
  /** What the documents of an input say of their source. Rejects with ProcessingError. */
  scan(bytes: Uint8Array, path: string): Promise<readonly ScannedDocument[]>
  close(): Promise<void>
}

type StageSettings = Pick<ProcessOptions, 'until' | 'tokens'>

function inThisThread(context: CommandContext, stages: StageSettings): RecordSource {
  let resources: ReturnType<typeof loadSettingsResources> | undefined
  const optionsFor = async (path: string | null) => {
    resources ??= loadSettingsResources(context)
    return { ...pipelineSettings(context.settings), ...stages, path, resources: await resources }
  }
  return {
    async *recordsOf(bytes, path, provenBySource) {
      const { processDocument } = await import('../pipeline/process.js')
      const options = await optionsFor(path)
      yield* processDocument(bytes, { ...options, ...(provenBySource && { provenBySource }) })
    },
    async scan(bytes, path) {
      const { scanDocument } = await import('../pipeline/source.js')
      return scanDocument(bytes, await optionsFor(path))
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
    async *recordsOf(bytes, path, proven) {
      const task = { bytes, path, ...(proven && { provenBySource: proven }) }
      for (const line of await threads.processBytes(task)) yield JSON.parse(line) as DocumentRecord
    },
    scan: (bytes, path) => threads.scanBytes({ bytes, path }),
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
