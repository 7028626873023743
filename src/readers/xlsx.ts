/** Excel workbooks since 2007. Pictures, charts and macros are left alone. */
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { textOf } from './drawing.js'
import { mainPartOf } from './office-package.js'

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Parts that can hold text or say how figures are shown; pictures, charts and macros are never unpacked. */
const wanted = /^(?!.*\/(drawings|charts|theme|externalLinks|pivot[^/]*)\/).*\.(xml|rels)$/i
export const reader: Reader = {
  id: 'xlsx',
  mediaTypes: [mediaType],
  extensions: ['.xlsx', '.xlsm', '.xltx'],
  recognises(bytes) {
    const main = mainPartOf(bytes)
    return main?.kind === 'excel' && main.isXml
  },
  async *read(bytes, context) {
    const [{ unpack }, { readWorkbook }, { drawWorkbook }] = await Promise.all([
      import('./archive.js'),
      import('./spreadsheet.js'),
      import('./sheets.js'),
    ])
    const parts = unpack(bytes, context.maxBytes, (name) => wanted.test(name))
    let drawn: ReturnType<typeof drawWorkbook>
    try {
      drawn = drawWorkbook(readWorkbook(parts, mainPartOf(bytes)!.name))
    } catch (cause) {
      throw cause instanceof ProcessingError ? cause : new ProcessingError('damaged-file', { format: 'xlsx' })
    }
    const { drawing, messages } = drawn
    yield documentOf(bytes, context, { text: textOf(drawing), mediaType, stated: drawing.stated, messages })
  },
}
