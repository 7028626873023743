/**
 * Trains a language model from clean text: reads the texts twice (characters, then n-grams), counts in bounded memory,
 * estimates, prunes to the given size, and returns the bytes of the file.
 * Invariant: the bytes depend only on the texts and the options that shape the model, not on memory or machine.
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { estimate } from '../lm/estimate.js'
import { maximumOrder } from '../lm/keys.js'
import { bytesOfModel } from '../lm/layout.js'
import { collectNgrams } from '../lm/ngrams.js'
import { packModel } from '../lm/pack.js'
import { pruneToSize } from '../lm/prune.js'
import { chooseSymbols, countCharacters, encodeText, type SymbolTable } from '../lm/symbols.js'
import { bytesPerWindow, type CountedWindows, createWindowCounter, type RunStore } from '../lm/windows.js'
import { ProcessingError } from '../model/message.js'
import { createRunFiles } from './run-files.js'

export interface TrainingOptions {
  /** Least count of an n-gram to be considered, per order; their number is the model's order (2 to 5). */
  readonly minimumCounts?: readonly number[]
  /** Characters that occur less often count as unknown. */
  readonly minimumCharacterCount?: number
  /** The file's greatest size in bytes; pruned by relative entropy to fit. */
  readonly maximumBytes?: number
  /** Leaves out every n-th paragraph of each text, to measure on. 0: none. */
  readonly heldOutEvery?: number
  /** Bytes of memory for counting. What is kept of the n-grams comes on top: some 100 bytes each. */
  readonly memoryBytes?: number
  /** Folder for runs that do not fit. Default: the system's temporary folder. */
  readonly temporaryFolder?: string
}

const defaultTraining = {
  minimumCounts: [1, 1, 2, 2, 2],
  minimumCharacterCount: 5,
  maximumBytes: 31_000_000,
  heldOutEvery: 0,
  memoryBytes: 512 * 2 ** 20,
} as const satisfies TrainingOptions

type TrainingStep = 'characters' | 'n-grams' | 'collect' | 'estimate' | 'prune' | 'pack'

/** `paragraphs` read so far within the step; 0 for steps that read none. */
export type TrainingProgress = (step: TrainingStep, paragraphs: number) => void

export interface TrainedModel {
  /** The file. */
  readonly bytes: Uint8Array
  /** N-grams kept, by order from 1. */
  readonly ngrams: readonly number[]
  /** Symbols trained on, paragraph ends included. */
  readonly symbols: number
}

/**
 * Trains on texts of one paragraph a line, in UTF-8, `.gz` or plain, in the order given.
 * Throws ProcessingError `unreadable-text`, `empty-text` where there is nothing to learn from, and `bad-model-order`.
 */
export async function trainLanguageModel(
  paths: readonly string[],
  options: TrainingOptions = {},
  onProgress: TrainingProgress = () => {},
): Promise<TrainedModel> {
  const settings = { ...defaultTraining, ...options }
  const order = settings.minimumCounts.length
  if (order < 2 || order > maximumOrder) throw new ProcessingError('bad-model-order', { order })
  const symbols = await readVocabulary(paths, settings, onProgress)
  const store = createRunFiles(options.temporaryFolder)
  try {
    const windows = await countWindows(paths, symbols, store, settings, onProgress)
    onProgress('collect', 0)
    const kept = collectNgrams(windows, symbols.count, settings.minimumCounts)
    onProgress('estimate', 0)
    const full = estimate(windows, kept)
    onProgress('prune', 0)
    const pruned = pruneToSize(full, settings.maximumBytes, bytesOfModel)
    onProgress('pack', 0)
    const bytes = new Uint8Array(packModel(pruned, symbols))
    return { bytes, ngrams: pruned.orders.slice(1).map((order) => order.length), symbols: kept.total }
  } finally {
    store.remove()
  }
}

type TrainingSettings = Required<Omit<TrainingOptions, 'temporaryFolder'>>

async function readVocabulary(
  paths: readonly string[],
  settings: TrainingSettings,
  onProgress: TrainingProgress,
): Promise<SymbolTable> {
  const counts = new Float64Array(0x10000)
  let paragraphs = 0
  await forEachParagraph(paths, settings.heldOutEvery, (text) => {
    countCharacters(text, counts)
    if (++paragraphs % 10_000 === 0) onProgress('characters', paragraphs)
  })
  if (paragraphs === 0) throw new ProcessingError('empty-text', { path: paths.join(' ') })
  return chooseSymbols(counts, settings.minimumCharacterCount)
}

async function countWindows(
  paths: readonly string[],
  symbols: SymbolTable,
  store: RunStore,
  settings: TrainingSettings,
  onProgress: TrainingProgress,
): Promise<CountedWindows> {
  const capacity = Math.max(16, Math.floor(settings.memoryBytes / bytesPerWindow))
  const counter = createWindowCounter(settings.minimumCounts.length, capacity, store)
  let ids = new Uint16Array(4096)
  let paragraphs = 0
  await forEachParagraph(paths, settings.heldOutEvery, (text) => {
    if (text.length > ids.length) ids = new Uint16Array(text.length * 2)
    counter.add(ids, encodeText(text, symbols, ids))
    if (++paragraphs % 10_000 === 0) onProgress('n-grams', paragraphs)
  })
  return counter.finish()
}

/** Visits the paragraphs that are trained on: not the blank ones, not the held-out ones. */
async function forEachParagraph(
  paths: readonly string[],
  heldOutEvery: number,
  visit: (text: string) => void,
): Promise<void> {
  for (const path of paths) {
    let number = 0
    for await (const line of readLines(path)) {
      const text = line.trim()
      if (text === '') continue
      number++
      if (heldOutEvery === 0 || number % heldOutEvery !== 0) visit(text)
    }
  }
}

/** The held-out paragraphs of one text: what training with the same number left out. */
export async function* readHeldOut(path: string, every: number): AsyncGenerator<string> {
  let number = 0
  for await (const line of readLines(path)) {
    const text = line.trim()
    if (text !== '' && ++number % every === 0) yield text
  }
}

async function* readLines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file
  // A pipe does not hand on the file's errors.
  if (input !== file) file.on('error', (error) => input.destroy(error))
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  } catch (cause) {
    throw new ProcessingError('unreadable-text', {
      path,
      reason: (cause as NodeJS.ErrnoException).code ?? 'error',
    })
  } finally {
    file.destroy()
  }
}
