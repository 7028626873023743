/**
 * The records of one input after another: made in this thread, or in others where there is much to do, or a time limit
 * asks for a thread that can be given up. What is loaded, is loaded when the first input comes.
 */

import type { RecordParts } from '../dataset/record-parts.js'
import type { ProcessOptions } from '../pipeline/options.js'
import type { ScannedDocument } from '../pipeline/source.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { CommandContext } from './contract.js'
import { loadSettingsResources, pipelineSettings, resourceSettings } from './settings.js'

export interface RecordSource {
  /** How many inputs may be begun before the first of them is taken. */
  readonly lanes: number
  /**
   * Begins with an input. `proven` holds the keys of the documents that others of their source prove. Rejects, or its
   * iteration does, with ProcessingError where the input as a whole fails.
   */
  recordsOf(
    bytes: Uint8Array,
    path: string | null,
    proven?: ReadonlySet<string>,
  ): Promise<AsyncIterable<DocumentRecord> | Iterable<DocumentRecord>>
  /** What the documents of an input say of their source. Rejects with ProcessingError. */
  scan(bytes: Uint8Array, path: string): Promise<readonly ScannedDocument[]>
  close(): Promise<void>
}

type StageSettings = Pick<ProcessOptions, 'until' | 'tokens'>

interface Amount {
  readonly inputs: number
  readonly bytes: number
}

/** What documents are processed with, beside their path and the resources. */
type Settled = StageSettings & ReturnType<typeof pipelineSettings>

function inThisThread(context: CommandContext, document: Settled): RecordSource {
  let resources: ReturnType<typeof loadSettingsResources> | undefined
  const optionsFor = async (path: string | null) => {
    resources ??= loadSettingsResources(context)
    return { ...document, path, resources: await resources }
  }
  return {
    lanes: 1,
    async recordsOf(bytes, path, provenBySource) {
      const { processDocument } = await import('../pipeline/process.js')
      const options = await optionsFor(path)
      return processDocument(bytes, { ...options, ...(provenBySource && { provenBySource }) })
    },
    async scan(bytes, path) {
      const { scanDocument } = await import('../pipeline/source.js')
      return scanDocument(bytes, await optionsFor(path))
    },
    close: async () => {},
  }
}

async function inThreads(context: CommandContext, document: Settled, count: number): Promise<RecordSource> {
  const { startThreads } = await import('../dataset/threads.js')
  const { terminal, settings } = context
  const { timeout } = settings
  const threads = await startThreads({
    threads: count,
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
    resources: resourceSettings(terminal, settings),
    document,
  })
  return {
    lanes: count + 1,
    async recordsOf(bytes, path, proven) {
      const task = { bytes, path, ...(proven && { provenBySource: proven }) }
      return recordsIn(await threads.processBytes(task))
    },
    scan: (bytes, path) => threads.scanBytes({ bytes, path }),
    close: () => threads.destroy(),
  }
}

async function* recordsIn(all: readonly RecordParts[]): AsyncGenerator<DocumentRecord> {
  const { recordOfParts } = await import('../dataset/record-parts.js')
  for (const parts of all) yield await recordOfParts(parts)
}

/** Less than this is done before another thread has loaded its tables. */
const worthThreads = 1024 ** 2

/**
 * Opens the source of records that the settings ask for; by default as many threads as so many inputs and bytes are worth.
 * `keepIn` is a folder for recognised pages, since inputs are read twice where they prove each other spun.
 */
export async function openRecordSource(
  context: CommandContext,
  stages: StageSettings,
  { inputs, bytes }: Amount,
  keepIn?: string,
): Promise<RecordSource> {
  const { timeout, threads } = context.settings
  const { threadCount } = await import('../dataset/thread-count.js')
  const wanted = threads ?? (bytes < worthThreads ? 1 : threadCount(stages.tokens ?? false))
  const count = Math.min(wanted, inputs)
  const settled = pipelineSettings(context.settings)
  const document = { ...settled, ...stages, scans: { ...settled.scans, ...(keepIn && { keepIn }) } }
  if (count <= 1 && timeout === undefined) return inThisThread(context, document)
  return inThreads(context, document, Math.max(1, count))
}
