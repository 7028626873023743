/**
 * Both halves of pdfjs, imported once. What it expects of a browser is there while it starts, and what it does to the
 * engine for old ones' sake is undone.
 */
import { type PdfjsFiles, pdfjsFiles } from '../../resources/pdfjs.js'
import type { SharedPort } from './port.js'

type Main = typeof import('pdfjs-dist')

interface Worker {
  readonly WorkerMessageHandler: { initializeFromPort(port: SharedPort): void }
}

export interface Pdfjs extends Main, Worker {
  readonly files: PdfjsFiles
}

/** Classes that it draws with, which it makes one of at its start and never uses unless it draws. */
const drawing = ['DOMMatrix', 'ImageData', 'Path2D']

/**
 * Runs `work` with classes of these names, without the warning that there is no canvas, and with the engine's own `push`
 * afterwards: pdfjs replaces that of all arrays by a slow one.
 */
async function asInBrowser<T>(work: () => Promise<T>): Promise<T> {
  const globals = globalThis as Record<string, unknown>
  const lacking = drawing.filter((name) => globals[name] === undefined)
  const { push } = Array.prototype
  const { warn } = console
  for (const name of lacking) globals[name] = class {}
  Object.assign(console, { warn: () => undefined })
  try {
    return await work()
  } finally {
    for (const name of lacking) delete globals[name]
    Array.prototype.push = push
    Object.assign(console, { warn })
  }
}

async function importPdfjs(): Promise<Pdfjs> {
  const files = pdfjsFiles()
  const main = (await import(files.main)) as Main
  const worker = (await import(files.worker)) as Worker
  return { ...main, ...worker, files }
}

let imported: Promise<Pdfjs> | undefined

/** Once, or one call could take the slow `push` of another for the engine's. */
export function loadPdfjs(): Promise<Pdfjs> {
  imported ??= asInBrowser(importPdfjs)
  return imported
}
