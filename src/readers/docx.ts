/**
 * Word documents since 2007: the text as Word shows it, with its notes and what stands at the edges of its pages behind it.
 * Pictures, macros and external references are left alone.
 */
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import type { Drawing } from './drawing.js'
import { textOf } from './drawing.js'
import { mainPartOf } from './office-package.js'
import type { TracedPackage } from './wordml/document.js'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Pictures and macros are never unpacked. */
const isText = (name: string) => /\.(xml|rels)$/i.test(name)

export interface TracedDocument {
  readonly source: TracedPackage
  /** The parts that can have to do with its text, by name. */
  readonly parts: ReadonlyMap<string, Uint8Array>
}

/**
 * The text of a document with where each character of it stands in its parts. Throws ProcessingError as the reader
 * does, or another error where the parts are damaged.
 */
export async function traceDocx(bytes: Uint8Array, maxBytes: number): Promise<TracedDocument> {
  const [{ unpack }, { tracePackage }] = await Promise.all([
    import('./archive.js'),
    import('./wordml/document.js'),
  ])
  const parts = unpack(bytes, maxBytes, isText)
  return { source: tracePackage(parts, mainPartOf(bytes)!.name), parts }
}

export const reader: Reader = {
  id: 'docx',
  mediaTypes: [mediaType],
  extensions: ['.docx', '.docm', '.dotx'],
  recognises: (bytes) => mainPartOf(bytes)?.kind === 'word',
  async *read(bytes, context) {
    const [{ unpack }, { drawPackage }] = await Promise.all([
      import('./archive.js'),
      import('./wordml/document.js'),
    ])
    const parts = unpack(bytes, context.maxBytes, isText)
    let drawing: Drawing
    try {
      drawing = drawPackage(parts, mainPartOf(bytes)!.name)
    } catch (cause) {
      throw cause instanceof ProcessingError ? cause : new ProcessingError('damaged-file', { format: 'docx' })
    }
    yield documentOf(bytes, context, { text: textOf(drawing), mediaType, stated: drawing.stated })
  },
}
