/** Samples of OpenDocument, written by hand after ODF 1.3. */
import { archiveOf } from './office.js'

const names = ['office', 'style', 'text', 'table', 'datastyle', 'drawing', 'manifest']
const prefixes: Readonly<Record<string, string>> = { datastyle: 'number', drawing: 'draw' }
const namespaces = [
  ...names.map(
    (name) => `xmlns:${prefixes[name] ?? name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
].join(' ')

export interface OdfFile {
  /** Styles of content.xml. */
  readonly automatic?: string
  /** Common styles, and what stands at the edges of pages. */
  readonly styles?: string
  readonly masters?: string
  readonly manifest?: string
}

/** A package whose body is the text or spreadsheet. */
export function odfOf(
  kind: 'text' | 'spreadsheet' | 'presentation',
  body: string,
  { automatic = '', styles = '', masters = '', manifest = '' }: OdfFile = {},
): Uint8Array {
  const type = `application/vnd.oasis.opendocument.${kind}`
  return archiveOf({
    mimetype: type,
    'content.xml': `<office:document-content ${namespaces}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${namespaces}><office:styles>${styles}</office:styles><office:master-styles>${masters}</office:master-styles></office:document-styles>`,
    'META-INF/manifest.xml': `<manifest:manifest ${namespaces}><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/>${manifest}</manifest:manifest>`,
  })
}

export const paragraph = (text: string, style = 'Standard') =>
  `<text:p text:style-name="${style}">${text}</text:p>`
export const heading = (text: string, level: number) =>
  `<text:h text:outline-level="${level}">${text}</text:h>`

/** A table whose cells are text, or figures where they look like one. */
export function odfTable(rows: readonly (readonly string[])[], name = '附表'): string {
  const cell = (text: string) =>
    /^-?\d+(\.\d+)?$/.test(text)
      ? `<table:table-cell office:value-type="float" office:value="${text}"><text:p>${text}</text:p></table:table-cell>`
      : `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
  const body = rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`)
  return `<table:table table:name="${name}"><table:table-column table:number-columns-repeated="${rows[0]?.length ?? 1}"/>${body.join('')}</table:table>`
}
