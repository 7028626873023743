/** Excel 2003 XML: a workbook that is one file of XML, often under the name .xls. */
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { textOf } from './drawing.js'
import { declares } from './xml-part.js'

const mediaType = 'application/vnd.ms-excel.2003+xml'

export const reader: Reader = {
  id: 'excel-xml',
  mediaTypes: [mediaType],
  extensions: ['.xml'],
  recognises: (bytes) => declares(bytes, 'urn:schemas-microsoft-com:office:spreadsheet'),
  async *read(bytes, context) {
    const [{ readSingleFile }, { drawWorkbook }] = await Promise.all([
      import('./spreadsheet-2003.js'),
      import('./sheets.js'),
    ])
    let drawn: ReturnType<typeof drawWorkbook>
    try {
      drawn = drawWorkbook(readSingleFile(bytes))
    } catch (cause) {
      throw cause instanceof ProcessingError ? cause : new ProcessingError('damaged-file', { format: 'xml' })
    }
    const { drawing, messages } = drawn
    yield documentOf(bytes, context, {
      text: textOf(drawing),
      mediaType,
      encoding: 'utf-8',
      stated: drawing.stated,
      messages,
    })
  },
}
