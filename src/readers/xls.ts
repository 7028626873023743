/** Excel workbooks before 2007, and those of WPS (.et): SheetJS reads the cells, figures by their number format. */
import { ProcessingError } from '../model/message.js'
import { isCompoundFile, openCompoundFile } from './compound-file.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { textOf } from './drawing.js'

const mediaType = 'application/vnd.ms-excel'

/** Streams that hold a workbook: of Excel 97 to 2003, and of Excel 5 and 95. */
const isWorkbook = (bytes: Uint8Array) => {
  const names = isCompoundFile(bytes) ? openCompoundFile(bytes)?.names : undefined
  return names !== undefined && (names.has('Workbook') || names.has('Book'))
}

export const reader: Reader = {
  id: 'xls',
  mediaTypes: [mediaType],
  extensions: ['.xls', '.xlt', '.et'],
  recognises: isWorkbook,
  async *read(bytes, context) {
    const [{ readBinaryWorkbook }, { drawWorkbook }] = await Promise.all([
      import('./spreadsheet-97.js'),
      import('./sheets.js'),
    ])
    let drawn: ReturnType<typeof drawWorkbook>
    try {
      drawn = drawWorkbook(readBinaryWorkbook(bytes))
    } catch (cause) {
      if (cause instanceof ProcessingError) throw cause
      const isEncrypted = cause instanceof Error && /password|encrypt/i.test(cause.message)
      throw isEncrypted
        ? new ProcessingError('encrypted')
        : new ProcessingError('damaged-file', { format: 'xls' })
    }
    const { drawing, messages } = drawn
    yield documentOf(bytes, context, { text: textOf(drawing), mediaType, stated: drawing.stated, messages })
  },
}
