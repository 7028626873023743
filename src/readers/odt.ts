/**
 * OpenDocument texts (ODT), in a package or in one file: the text as it is shown, with its notes and what stands at the
 * edges of its pages behind it. Pictures, macros and external references are left alone.
 */
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import type { Drawing } from './drawing.js'
import { newDrawing, textOf } from './drawing.js'
import { isFlat, openDocumentKind } from './odf/kind.js'

const mediaType = 'application/vnd.oasis.opendocument.text'

async function draw(bytes: Uint8Array, maxBytes: number): Promise<Drawing> {
  const [{ openOdf }, { readStyles }, { readText }, flow] = await Promise.all([
    import('./odf/package.js'),
    import('./odf/styles.js'),
    import('./odf/text.js'),
    import('./word/flow.js'),
  ])
  const { content, styles, formulaAt } = openOdf(bytes, maxBytes)
  const isOne = isFlat(bytes)
  const body = readText(content, readStyles(isOne ? [content] : [styles, content]), formulaAt)
  const edges = isOne ? body.edges : readText(styles, readStyles([content, styles])).edges
  const drawing = newDrawing()
  flow.drawFlow(drawing, body.flow)
  flow.drawNotes(drawing, body.notes)
  flow.drawEdges(drawing, edges)
  return drawing
}

export const reader: Reader = {
  id: 'odt',
  mediaTypes: [mediaType],
  extensions: ['.odt', '.ott', '.fodt'],
  recognises: (bytes) => openDocumentKind(bytes) === 'text',
  async *read(bytes, context) {
    const drawing = await draw(bytes, context.maxBytes).catch((cause) => {
      throw cause instanceof ProcessingError ? cause : new ProcessingError('damaged-file', { format: 'odt' })
    })
    yield documentOf(bytes, context, { text: textOf(drawing), mediaType, stated: drawing.stated })
  },
}
