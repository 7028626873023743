/** Loads the language models that ship into memory that threads can share. `src/lm` reads the bytes. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import { checkLayout, parseLayout } from '../lm/layout.js'
import { type LanguageModel, parseLanguageModel } from '../lm/query.js'
import { ProcessingError } from '../model/message.js'
import { corpusPath } from './tsv.js'

/** The models that ship: of work reports and laws, and of those with general prose beside them. */
export const languageModels = ['reports', 'general'] as const
export type LanguageModelName = (typeof languageModels)[number]

/** The bytes of each model, for other threads. */
export type LanguageModelBytes = Readonly<Record<LanguageModelName, SharedArrayBuffer>>

/** Where a shipped model lies. */
export function languageModelPath(name: LanguageModelName): string {
  return corpusPath('language-model', `${name}.bin`)
}

/** What is said of each shipped model, its checksum above all: who changes a model changes it. */
export const languageModelFiles = (): readonly string[] =>
  languageModels.map((name) => corpusPath('language-model', `${name}.json`))

/** Bytes that are read in some milliseconds. */
const bytesAtOnce = 1 << 22

/** What a generator returns, others having their turn between its steps; one that is given up is closed. */
async function lastOf<T>(steps: Generator<undefined, T>, signal?: AbortSignal): Promise<T> {
  try {
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
      await turn()
      signal?.throwIfAborted()
    }
  } finally {
    steps.return(undefined as T)
  }
}

/**
 * Reads the models that ship, for work that is worth reading every byte of them once more: are they as they were made?
 * Between pieces others have their turn. Rejects with ProcessingError `unreadable-language-model` or
 * `damaged-language-model`, or with the reason of a signal.
 */
export async function readLanguageModels(signal?: AbortSignal): Promise<LanguageModelBytes> {
  const checked = async (name: LanguageModelName) => {
    const pieces = readPieces(languageModelPath(name))
    const buffer = await lastOf(pieces, signal)
    parseLayout(buffer)
    await checkLayout(buffer, signal)
    return buffer
  }
  return { reports: await checked('reports'), general: await checked('general') }
}

/**
 * Reads a model file into shared memory; hand the buffer to other threads and call `parseLanguageModel` there.
 * Throws ProcessingError `unreadable-language-model`.
 */
export function readLanguageModel(path: string): SharedArrayBuffer {
  const pieces = readPieces(path)
  let step = pieces.next()
  while (step.done !== true) step = pieces.next()
  return step.value
}

function* readPieces(path: string): Generator<undefined, SharedArrayBuffer> {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const buffer = new SharedArrayBuffer(fstatSync(file).size)
    const bytes = new Uint8Array(buffer)
    let filled = 0
    while (filled < bytes.length) {
      const count = readSync(file, bytes, filled, Math.min(bytesAtOnce, bytes.length - filled), filled)
      if (count === 0) throw new ProcessingError('unreadable-language-model', { path, reason: 'truncated' })
      filled += count
      yield
    }
    return buffer
  } catch (cause) {
    if (cause instanceof ProcessingError) throw cause
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error'
    throw new ProcessingError('unreadable-language-model', { path, reason })
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Reads and parses a model. Throws ProcessingError `unreadable-language-model` or `damaged-language-model`. */
export function loadLanguageModel(path: string = languageModelPath('reports')): LanguageModel {
  return parseLanguageModel(readLanguageModel(path))
}
