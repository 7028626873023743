/** Samples of Word and Excel 2003, which are one file of XML each, and of mail with a text or a page in it. */

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** A paragraph; of the style of a heading where its level is told. */
export const wordXmlParagraph = (text: string, level = 0) =>
  `<w:p>${level === 0 ? '' : `<w:pPr><w:pStyle w:val="H${level}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`

export const wordXmlNoted = (text: string, note: string) =>
  wordXmlParagraph(text).replace(
    '</w:r></w:p>',
    `</w:r><w:r><w:footnote>${wordXmlParagraph(note)}</w:footnote></w:r></w:p>`,
  )

export interface WordXmlCell {
  readonly text: string
  readonly properties?: string
}

export function wordXmlTable(rows: readonly (readonly WordXmlCell[])[]): string {
  const cell = ({ text, properties = '' }: WordXmlCell) =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${wordXmlParagraph(text)}</w:tc>`
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

export function wordXmlOf(...parts: readonly string[]): Uint8Array {
  const styles = [1, 2, 3].map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`,
  )
  const space = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
  return Buffer.from(
    `${head}<w:wordDocument ${space}><w:styles>${styles.join('')}</w:styles><w:body>${parts.join('')}</w:body></w:wordDocument>`,
  )
}

export interface ExcelXmlCell {
  readonly text: string
  readonly attributes?: string
}

export function excelXmlOf(rows: readonly (readonly ExcelXmlCell[])[]): Uint8Array {
  const cell = ({ text, attributes = '' }: ExcelXmlCell) =>
    `<Cell ${attributes}><Data ss:Type="String">${text}</Data></Cell>`
  const table = rows.map((row) => `<Row>${row.map(cell).join('')}</Row>`).join('')
  const space = 'urn:schemas-microsoft-com:office:spreadsheet'
  return Buffer.from(
    `${head}<Workbook xmlns="${space}" xmlns:ss="${space}"><Worksheet ss:Name="Sheet1"><Table>${table}</Table></Worksheet></Workbook>`,
  )
}

/** A message with one part, as mail programs and browsers write it. */
export function messageOf(text: string, type: 'plain' | 'html'): Uint8Array {
  const content = Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n')
  const part = `Content-Type: text/${type}; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}\r\n`
  if (type === 'plain') return Buffer.from(`MIME-Version: 1.0\r\n${part}`)
  return Buffer.from(
    `From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n${part}--b--\r\n`,
  )
}
