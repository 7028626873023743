/**
 * Trees of elements: what the readers need of a node, which nodes are shown, and the way through them. Iterative, so that
 * no depth of nesting overflows the stack.
 */
/** What is needed of an element or a text of the document object model. */
export interface MarkupNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: MarkupNode | null
  readonly nextSibling: MarkupNode | null
  getAttribute?(name: string): string | null
  setAttribute?(name: string, value: string): void
}

export const elementNode = 1
export const textNode = 3

/** Not read: what is never shown, controls, readings beside a word, and the navigation of a site. */
const skipped = new Set(
  'SCRIPT STYLE NOSCRIPT NOFRAMES TITLE COMMENT TEMPLATE SVG IFRAME OBJECT EMBED CANVAS VIDEO AUDIO SELECT BUTTON RT RP RTC NAV FOOTER'.split(
    ' ',
  ),
)
/** Elements that begin a line of their own. A browser shows all others in the line, also those that it does not know. */
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER COL COLGROUP DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML INPUT LEGEND LI LISTING MAIN MARQUEE MENU NAV OL OPTGROUP OPTION P PLAINTEXT PRE SEARCH SECTION SUMMARY TABLE TBODY TD TEXTAREA TFOOT TH THEAD TR UL XMP'.split(
    ' ',
  ),
)

/** What an element of a site's own looks like, which has a dash in its name, only its scripts know: taken for a block. */
export function isInline(node: MarkupNode): boolean {
  const name = node.nodeName.toUpperCase()
  return !blocks.has(name) && !name.includes('-')
}

/** The level of a heading, from 1; undefined for any other element. */
export function headingLevel(node: MarkupNode): number | undefined {
  const level = /^H([1-6])$/.exec(node.nodeName.toUpperCase())?.[1]
  return level === undefined ? undefined : Number(level)
}

export function attribute(node: MarkupNode, name: string): string {
  return node.getAttribute?.(name) ?? ''
}

/** Whether an element and what it holds is not shown. What a search in the page finds is. */
export function isHidden(node: MarkupNode): boolean {
  if (skipped.has(node.nodeName.toUpperCase())) return true
  if ((node.getAttribute?.('hidden') ?? 'until-found') !== 'until-found') return true
  if (hides(attribute(node, 'style'))) return true
  return /^#(footnote|endnote)-/.test(attribute(node, 'href')) || attribute(node, 'aria-hidden') === 'true'
}

/** A badge that is placed somewhere is no raised digit. */
const placed = /(?<![\w-])position\s*:\s*(?:absolute|fixed|sticky)\b/i

/** Whether declarations of a style raise what they are for above the line, or move it up by less than its size. */
export function raises(style: string): boolean {
  if (/vertical-align\s*:\s*super\b/i.test(style)) return true
  return /(?<![\w-])top\s*:\s*-0?\.\d+em\b/i.test(style) && !placed.test(style)
}

/** Says of an element that a style sheet raises it. */
export const raisedMark = 'data-huanyuan-raised'

/** Whether declarations of a style hide what they are for. */
export function hides(style: string): boolean {
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

/** The node behind this one and its children, inside of `root`; calls `leave` for every element that ends on the way. */
function nextOutside(
  node: MarkupNode,
  parents: MarkupNode[],
  leave: (node: MarkupNode) => void,
): MarkupNode | null {
  let at: MarkupNode | null = node
  while (at !== null) {
    if (at.nextSibling !== null && parents.length > 0) return at.nextSibling
    at = parents.pop() ?? null
    if (at !== null) leave(at)
  }
  return null
}

/** Visits a tree in document order. `enter` says whether the children are visited; `leave` follows them. */
export function visit(
  root: MarkupNode,
  enter: (node: MarkupNode) => boolean,
  leave: (node: MarkupNode) => void = () => {},
): void {
  const parents: MarkupNode[] = []
  let node: MarkupNode | null = root
  while (node !== null) {
    const descends = enter(node)
    if (descends && node.firstChild !== null) {
      parents.push(node)
      node = node.firstChild
      continue
    }
    if (descends) leave(node)
    node = nextOutside(node, parents, leave)
  }
}
