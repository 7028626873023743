/**
 * Gets the recogniser of the package `huanyuan-ocr`, which is installed beside this one by those who read scans. One for
 * each folder of models stays open as long as the thread runs: opening takes seconds.
 */
import { ProcessingError } from '../../model/message.js'
import { requireHere } from '../../resources/place.js'
import type { PageToShow, ReadPage, Recogniser, ScanOptions, ShownPage } from './contract.js'
import { keepingPages } from './kept.js'

/** No dependency, so its name must not be one that is resolved when this is compiled. */
const packageName = 'huanyuan-ocr'

interface Package {
  openRecogniser(options: { models?: string }): Promise<Recogniser>
  showPages(
    bytes: Uint8Array,
    kind: 'pdf' | 'picture',
    pages: readonly PageToShow[],
  ): AsyncGenerator<ShownPage>
}

const opened = new Map<string, Promise<Recogniser | undefined>>()

/** What the package says is wrong, as it is told here. */
function failureOf(cause: unknown): ProcessingError {
  const { code, message } = cause as { readonly code?: string; readonly message?: string }
  return code === 'no-models'
    ? new ProcessingError('no-ocr-models', { detail: message ?? '' })
    : new ProcessingError('recognition-failed', { detail: message ?? String(cause) })
}

/** Undefined where the package is not installed. */
export async function scanPackage(): Promise<Package | undefined> {
  try {
    return (await import(packageName)) as Package
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw failureOf(cause)
  }
}

async function open(models: string): Promise<Recogniser | undefined> {
  const loaded = await scanPackage()
  try {
    return await loaded?.openRecogniser(models === '' ? {} : { models })
  } catch (cause) {
    throw failureOf(cause)
  }
}

let installed: boolean | undefined

function isInstalled(): boolean {
  try {
    requireHere().resolve(packageName)
    return true
  } catch (cause) {
    // A package for modules alone is found, and not to be had by this way.
    return (cause as { code?: string }).code !== 'MODULE_NOT_FOUND'
  }
}

/** Whether pages that are pictures would be recognised. */
export function mayRecognise({ mode, recogniser }: ScanOptions): boolean {
  if (mode === 'never') return false
  installed ??= isInstalled()
  return recogniser !== undefined || installed
}

function openOnce(models: string): Promise<Recogniser | undefined> {
  const known = opened.get(models)
  if (known !== undefined) return known
  const opening = open(models)
  opened.set(models, opening)
  return opening
}

async function* telling(pages: AsyncIterable<ReadPage>, tell: () => void): AsyncGenerator<ReadPage> {
  for await (const page of pages) {
    tell()
    yield page
  }
}

/** A recogniser that tells of each page. */
function tellingPages(recogniser: Recogniser, tell: () => void): Recogniser {
  return {
    ...recogniser,
    readPicture: (bytes, first) => telling(recogniser.readPicture(bytes, first), tell),
    readPdf: (bytes, pages) => telling(recogniser.readPdf(bytes, pages), tell),
  }
}

/** Undefined where the package is not installed. Throws ProcessingError where it cannot be started. */
export async function recogniserOf(scans: ScanOptions): Promise<Recogniser | undefined> {
  const { recogniser, models = '', keepIn, onRecognition } = scans
  onRecognition?.('open')
  const own = recogniser ?? (await openOnce(models))
  if (own === undefined) return undefined
  const kept = keepIn === undefined ? own : keepingPages(own, keepIn)
  return onRecognition === undefined ? kept : tellingPages(kept, () => onRecognition('page'))
}
