/** Markup that is written: texts as XML can hold them, and the names that a part gives the elements of Word. */

const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
const unheld = /[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu

/** A text as XML; what that cannot hold becomes a sign of one code unit, so offsets stay right. */
export function escapeXml(text: string): string {
  return text
    .replace(unheld, '\uFFFD')
    .replace(/[&<>"]/g, (sign) => markup[sign]!)
    .replaceAll('\r', '&#xD;')
}

/** How a part names the elements and attributes of Word. */
export interface Dialect {
  /** In front of the name of an element: `w:`, or nothing. */
  readonly prefix: string
  /** In front of the name of an attribute, which has a namespace only with a prefix. */
  readonly own: string
  /** Declares that prefix, where the part does not. */
  readonly declaration: string
}

/** The dialect of an element of Word, by its start tag. */
export function dialectOf(startTag: string, xml: string): Dialect {
  const prefix = /^<([^\s:/>]+:)/.exec(startTag)?.[1] ?? ''
  if (prefix !== '') return { prefix, own: prefix, declaration: '' }
  const namespace = /\sxmlns=["']([^"']+)["']/.exec(xml)?.[1] ?? ''
  return { prefix, own: 'hy:', declaration: ` xmlns:hy="${namespace}"` }
}

/** Puts markup in front of the end tag of the outermost element. */
export function addInside(xml: string, inner: string): string {
  const end = xml.lastIndexOf('</')
  const empty = xml.lastIndexOf('/>')
  if (end > empty) return xml.slice(0, end) + inner + xml.slice(end)
  const name = /^<([^\s/>]+)/.exec(xml.slice(xml.lastIndexOf('<')))![1]!
  return `${xml.slice(0, empty)}>${inner}</${name}>${xml.slice(empty + 2)}`
}
