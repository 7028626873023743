/**
 * Where pages go: one page of all documents to a file or to standard output, or a folder with a cover sheet and a page a
 * document, which takes any number of them. Nothing that exists is overwritten without --force, and no input ever.
 */
import { existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Language } from '../writers/language.js'
import { coverOfPages, documentPage, mostInOnePage, pageOfDocuments } from '../writers/page/page.js'
import type { PagePictures } from '../writers/page/scan/pictures.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { CommandContext } from './contract.js'
import { UsageError } from './failure.js'
import { inputIdentities } from './file-identities.js'
import { outputStem } from './inputs.js'
import { openOutputFolder } from './output-folder.js'
import { openOutputFile } from './replace-file.js'
import { print } from './terminal.js'

export interface PageOutput {
  add(record: DocumentRecord, pictures?: PagePictures): void
  /** Writes what is still to be written. `failures` are sentences on what was no record. */
  end(failures: readonly string[]): Promise<void>
  /** Takes away what is only half written. */
  abandon(): void
}

function onePage(language: Language, write: (text: string) => Promise<void> | void): PageOutput {
  const page = pageOfDocuments(language)
  let count = 0
  return {
    add(record, pictures) {
      if (++count > mostInOnePage) throw new UsageError('report.too-many', { limit: mostInOnePage })
      page.add(record, pictures)
    },
    end: async (failures) => write(page.text(failures)),
    abandon() {},
  }
}

/** A file name that is safe everywhere and tells the documents of a folder apart. */
function pageName({ origin }: DocumentRecord, number: number): string {
  const stem = outputStem(basename(origin.entry ?? origin.path ?? '-'))
  const safe = stem.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60)
  return `${String(number).padStart(5, '0')}-${safe}.html`
}

function folderOfPages(
  context: CommandContext,
  folder: string,
  named: string,
  inputs: readonly string[],
): PageOutput {
  const { language } = context
  const files = openOutputFolder(context, folder, named, inputIdentities(context, inputs))
  const index = files.create('index.html')
  const cover = coverOfPages(language)
  let count = 0
  return {
    add(record, pictures) {
      const name = pageName(record, ++count)
      files.write(name, documentPage(record, language, { home: 'index.html', ...(pictures && { pictures }) }))
      cover.add(record, encodeURIComponent(name))
    },
    async end(failures) {
      index.write(cover.text(failures))
      index.commit()
    },
    abandon: index.abandon,
  }
}

/** Opens what `-o` names: standard output where it names nothing, a folder where it ends in a slash or is one. */
export function openPageOutput(context: CommandContext, inputs: readonly string[]): PageOutput {
  const { terminal, language, settings } = context
  const { page } = settings
  if (page === undefined) return onePage(language, (text) => print(terminal, text))
  const path = resolve(terminal.cwd, page)
  const isFolder = /[\\/]$/.test(page) || (existsSync(path) && statSync(path).isDirectory())
  if (isFolder) return folderOfPages(context, path, page, inputs)
  return onePage(language, openOutputFile(context, page, inputs))
}
