/**
 * Where pages go: one page of all documents to a file or to standard output, or a folder with an index and a page a
 * document, which takes any number of them. Nothing that exists is overwritten without --force, and no input ever.
 */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { documentPage, indexPage, pageOfDocuments } from '../writers/page/page.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { CommandContext } from './contract.js'
import { UsageError } from './failure.js'
import { outputStem } from './inputs.js'
import { writeAside } from './outputs.js'
import { writeTo } from './terminal.js'

export interface PageOutput {
  add(record: DocumentRecord): void
  /** Writes what is still to be written. */
  end(): Promise<void>
  /** Takes away what is only half written. */
  abandon(): void
}

/** More documents than this make a page that phones do not open. */
const mostInOnePage = 200

function onePage({ terminal, language, settings }: CommandContext, path: string | undefined): PageOutput {
  const page = pageOfDocuments(language)
  let count = 0
  return {
    add(record) {
      if (++count > mostInOnePage) throw new UsageError('report.too-many', { limit: mostInOnePage })
      page.add(record)
    },
    async end() {
      if (path === undefined) await writeTo(terminal.stdout, page.text())
      else writeAside(path, page.text(), settings.force ?? false)
    },
    abandon() {},
  }
}

/** A file name that is safe everywhere and tells the documents of a folder apart. */
function pageName({ origin }: DocumentRecord, number: number): string {
  const stem = outputStem(basename(origin.entry ?? origin.path ?? '-'))
  const safe = stem.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60)
  return `${String(number).padStart(5, '0')}-${safe}.html`
}

function folderOfPages({ language, settings }: CommandContext, folder: string, named: string): PageOutput {
  const force = settings.force ?? false
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    throw new UsageError('error.out-of-place', { path: named })
  }
  const index = join(folder, 'index.html')
  if (!force && existsSync(index))
    throw new ProcessingError('output-exists', { path: join(named, 'index.html') })
  const aside = `${index}.partial-${process.pid}`
  const file = openSync(aside, 'wx')
  writeSync(file, indexPage.start(language))
  let count = 0
  return {
    add(record) {
      const name = pageName(record, ++count)
      writeAside(join(folder, name), documentPage(record, language, 'index.html'), force)
      writeSync(file, indexPage.row(record, encodeURIComponent(name), language))
    },
    async end() {
      writeSync(file, indexPage.end(language))
      closeSync(file)
      renameSync(aside, index)
    },
    abandon() {
      closeSync(file)
      rmSync(aside, { force: true })
    },
  }
}

/** Opens what `-o` names: standard output where it names nothing, a folder where it ends in a slash or is one. */
export function openPageOutput(context: CommandContext, inputs: readonly string[]): PageOutput {
  const { terminal, settings } = context
  const { page } = settings
  if (page === undefined) return onePage(context, undefined)
  const path = resolve(terminal.cwd, page)
  const isFolder = /[\\/]$/.test(page) || (existsSync(path) && statSync(path).isDirectory())
  if (isFolder) return folderOfPages(context, path, page)
  if (inputs.some((input) => resolve(terminal.cwd, input) === path)) {
    throw new ProcessingError('output-is-input', { path: page })
  }
  if (!settings.force && existsSync(path)) throw new ProcessingError('output-exists', { path: page })
  return onePage(context, path)
}
