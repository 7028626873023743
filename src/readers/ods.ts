/** OpenDocument spreadsheets (ODS), in a package or in one file. Pictures, charts and macros are left alone. */
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { textOf } from './drawing.js'
import { isFlat, openDocumentKind } from './odf/kind.js'

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet'

async function draw(bytes: Uint8Array, maxBytes: number) {
  const [{ openOdf }, { readStyles }, { readSheets }, { drawWorkbook }] = await Promise.all([
    import('./odf/package.js'),
    import('./odf/styles.js'),
    import('./odf/sheets.js'),
    import('./sheets.js'),
  ])
  const { content, styles } = openOdf(bytes, maxBytes)
  return drawWorkbook(readSheets(content, readStyles(isFlat(bytes) ? [content] : [styles, content])))
}

export const reader: Reader = {
  id: 'ods',
  mediaTypes: [mediaType],
  extensions: ['.ods', '.ots', '.fods'],
  recognises: (bytes) => openDocumentKind(bytes) === 'spreadsheet',
  async *read(bytes, context) {
    const { drawing, messages } = await draw(bytes, context.maxBytes).catch((cause) => {
      throw cause instanceof ProcessingError ? cause : new ProcessingError('damaged-file', { format: 'ods' })
    })
    yield documentOf(bytes, context, { text: textOf(drawing), mediaType, stated: drawing.stated, messages })
  },
}
