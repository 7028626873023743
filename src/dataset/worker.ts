/**
 * What runs in the threads of a pool: units to records, a lone input under a time limit, and the records of a dataset to
 * the files of a format. What is loaded is loaded once a thread, and when first needed.
 */
import { join } from 'node:path'
import { threadId, workerData } from 'node:worker_threads'
import type { DecisionLog } from '../decisions/decision.js'
import { ProcessingError } from '../model/message.js'
import type { DocumentOptions } from '../pipeline/options.js'
import { processDocument, processText as recordOfText } from '../pipeline/process.js'
import type { ResourceOptions, Resources } from '../pipeline/resources.js'
import { loadResources } from '../pipeline/resources.js'
import { poolDocument, scanDocument } from '../pipeline/source.js'
import { weighRecord } from '../pipeline/weighed.js'
import type { FieldOptions } from '../readers/contract.js'
import type { LanguageModelBytes } from '../resources/language-model.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { WriteOptions } from './contract.js'
import { formats } from './formats/index.js'
import type { UnitResult } from './journal.js'
import { processUnit } from './process-unit.js'
import type { RecordFile } from './record-file.js'
import { openRecordFile } from './record-file.js'
import { partsOf, type RecordParts } from './record-parts.js'
import { readSelected } from './selected.js'
import { tidyUp } from './tidy.js'
import type { WorkUnit } from './unit.js'
import { pagesName } from './work-folder.js'

/** Options of the pipeline that can cross between threads. */
export type DocumentSettings = Omit<
  DocumentOptions,
  'resources' | 'path' | 'onTiming' | 'provenBySource' | 'signal'
> & {
  readonly maxBytes: number
}

/** What every thread of a pool is given when it starts. */
export interface ThreadData {
  readonly languageModels: LanguageModelBytes
  readonly resources: ResourceOptions
  readonly document: DocumentSettings
}

/** What a task that counts its documents is given beside its own: a count that main looks at to see that it goes on. */
export interface Watched {
  readonly progress: Int32Array
}

/** An error as it crosses between threads, which keep nothing of it but its message. */
export interface Failed {
  readonly failed: { readonly code: string; readonly parameters: ProcessingError['parameters'] }
}

export interface UnitsTask {
  readonly units: readonly WorkUnit[]
  /** The journal's folder. */
  readonly folder: string
  /** Counts the runs of a build that was resumed, so that no two threads ever write one file. */
  readonly run: number
}

/** Milliseconds a stage took, over all documents. */
export type Timings = Readonly<Record<string, number>>

export interface UnitsResult {
  readonly results: readonly UnitResult[]
  readonly timings: Timings
}

export interface BytesTask {
  readonly bytes: Uint8Array
  readonly path: string | null
  /** Keys of the documents that others of their source prove, where they are known. */
  readonly provenBySource?: ReadonlySet<string>
  /** Encoding, and fields of a data set, where they are not those of all tasks. */
  readonly encoding?: string
  readonly fields?: FieldOptions
}

export interface WeighTask {
  readonly record: DocumentRecord
  readonly logs: readonly DecisionLog[]
}

export interface FormatTask {
  readonly format: string
  readonly paths: readonly string[]
  /** The journal's folder, and where in it the list of what was selected lies. */
  readonly folder: string
  readonly selected: string
  readonly options: WriteOptions
}

const { languageModels, resources: resourceOptions, document } = workerData as ThreadData

let loaded: Promise<Resources> | undefined
let file: RecordFile | undefined

function resourcesOfThread(): Promise<Resources> {
  loaded ??= loadResources({ ...resourceOptions, languageModels })
  return loaded
}

/** Runs a task; what can be told to the user is given back instead of thrown. */
async function settle<T>(run: () => Promise<T>, path = ''): Promise<T | Failed> {
  try {
    return await run()
  } catch (cause) {
    if (cause instanceof ProcessingError) {
      return { failed: { code: cause.code, parameters: cause.parameters } }
    }
    const { code: reason } = cause as NodeJS.ErrnoException
    if (reason === undefined || path === '') throw cause
    return { failed: { code: 'unwritable', parameters: { path, reason } } }
  }
}

/** Processes units in their order. Fails where the records cannot be written or the resources cannot be loaded. */
export function processUnits({ units, folder, run, progress }: UnitsTask & Watched) {
  return settle(async (): Promise<UnitsResult> => {
    const resources = await resourcesOfThread()
    file ??= openRecordFile(folder, `records-${run}-${threadId}.jsonl`)
    const timings: Record<string, number> = {}
    const onTiming = (stage: string, milliseconds: number) => {
      timings[stage] = (timings[stage] ?? 0) + milliseconds
    }
    const onDocument = () => Atomics.add(progress, 0, 1)
    const scans = { ...document.scans, keepIn: join(folder, pagesName) }
    const results: UnitResult[] = []
    for (const unit of units) {
      onDocument()
      results.push(await processUnit(unit, file, { ...document, scans, resources, onTiming, onDocument }))
      tidyUp()
    }
    file.sync()
    return { results, timings }
  }, folder)
}

/** The records of a lone input, in parts. Fails where it cannot be read. */
export function processBytes({ bytes, progress, ...asked }: BytesTask & Watched) {
  return settle(async () => {
    const options = { ...document, ...asked, resources: await resourcesOfThread() }
    const onDocument = () => Atomics.add(progress, 0, 1)
    onDocument()
    const provenBySource = await poolDocument(bytes, options, onDocument)
    const records: RecordParts[] = []
    for await (const record of processDocument(bytes, { ...options, provenBySource })) {
      records.push(partsOf(record))
      onDocument()
    }
    return records
  })
}

/** The record of a text, in parts. */
export function processText({ text, progress }: { readonly text: string } & Watched) {
  return settle(async () => {
    const options = { ...document, resources: await resourcesOfThread() }
    Atomics.add(progress, 0, 1)
    return partsOf(recordOfText(text, options))
  })
}

/** The record weighed with what decisions teach, in parts. */
export function weighAgain({ record, logs, progress }: WeighTask & Watched) {
  return settle(async () => {
    Atomics.add(progress, 0, 1)
    const { applyFrom } = document
    const resources = await resourcesOfThread()
    return partsOf(weighRecord(record, logs, { resources, ...(applyFrom !== undefined && { applyFrom }) }))
  })
}

/** What the documents of a lone input say of their source. Fails where it cannot be read. */
export function scanBytes({ bytes, path, progress }: BytesTask & Watched) {
  return settle(async () => {
    const options = { ...document, path, resources: await resourcesOfThread() }
    const onDocument = () => Atomics.add(progress, 0, 1)
    onDocument()
    return await scanDocument(bytes, options, onDocument)
  })
}

/** Writes the files of a format from the records that were selected. Gives the milliseconds that it took. */
export function writeFormat({ format, paths, folder, selected, options }: FormatTask) {
  const { write } = formats.find(({ id }) => id === format)!
  return settle(async () => {
    const start = performance.now()
    await write(paths, readSelected(folder, selected), options)
    return performance.now() - start
  }, paths[0])
}
