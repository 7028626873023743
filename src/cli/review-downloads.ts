/** What a reviewer can take along of a document: the Word file with her changes, the workbook. */
import type { DecisionLog } from '../decisions/decision.js'
import { defaultMaxBytes } from '../model/limits.js'
import type { DownloadOf, DownloadSource } from '../review/downloads.js'
import type { ReviewFiles } from '../review/files.js'
import type { ReviewSession } from '../review/session.js'
import type { CommandContext } from './contract.js'
import { readOriginal } from './originals.js'
import { loadSettingsResources } from './settings.js'

/** Where documents are looked for that changes are written into. */
export interface Originals {
  /** The file or folder that is reviewed. */
  readonly near: string
  readonly files: Pick<ReviewFiles, 'original'>
}

/** The Word file of a document, written into the document itself where that lies where it was read. */
function wordDownload(
  { terminal, settings }: CommandContext,
  source: DownloadSource,
  { near, files }: Originals,
): DownloadOf {
  const { maxBytes = defaultMaxBytes } = settings
  return async (number) => {
    const { decidedDocument, fileNameOf } = await import('../review/downloads.js')
    const { contentType } = await import('../tracked/package.js')
    const { wordFileOf } = await import('../tracked/word-file.js')
    const record = await decidedDocument(source, number)
    if (record === undefined) return undefined
    const original = files.original(record) ?? (await readOriginal(terminal, record, near, maxBytes))
    const options = { language: source.language, isAccepted: false, maxBytes }
    const { bytes, ending } = await wordFileOf(record, original, options)
    const name = fileNameOf(record, `.tracked${ending}`)
    return { name, mediaType: `${contentType}.document`, bytes }
  }
}

/** By the last part of their address. */
export async function openDownloads(
  context: CommandContext,
  session: ReviewSession,
  log: DecisionLog,
  originals: Originals,
): Promise<Readonly<Record<string, DownloadOf>>> {
  const { workbookDownload } = await import('../review/downloads.js')
  let loaded: ReturnType<typeof loadSettingsResources> | undefined
  const resources = () => {
    loaded ??= loadSettingsResources(context)
    return loaded
  }
  const source = { session, log, language: context.language, resources }
  return { docx: wordDownload(context, source, originals), workbook: workbookDownload(source) }
}
