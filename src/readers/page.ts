/**
 * Web pages as trees: linkedom behind two functions. Scripts are not run and nothing is fetched: the parser only builds
 * the tree.
 */
import { parseHTML } from 'linkedom'
import type { MarkupNode } from './markup-nodes.js'

/** A parsed page. `tree` is what Readability wants; it is changed by it. */
export interface Page {
  readonly body: MarkupNode
  readonly tree: unknown
}

/** Far deeper than any page nests; the parser's time grows with the square of the depth. */
const deepest = 2000
const tag = /<(\/?)([a-z][a-z0-9]*)(?=[\s/>])[^<>]*>/gi
/** Elements that hold nothing, or that end where the next one begins: they make no depth. */
const flat = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option thead tbody'.split(
    ' ',
  ),
)

/** The page without the tags that nest too deep. Their text stays. */
function limitNesting(html: string): string {
  let depth = 0
  return html.replace(tag, (printed, slash: string, name: string) => {
    if (flat.has(name.toLowerCase()) || printed.endsWith('/>')) return printed
    if (slash === '') return ++depth > deepest ? '' : printed
    return depth > 0 && depth-- > deepest ? '' : printed
  })
}

/** Tags of the frame of a page. Pages lack some, or have them twice or in the wrong place, and lose no text by that. */
const frame = /<!doctype[^>]*>|<\?xml[^>]*>|<\/?(html|head|body)(\s[^<>]*)?>/gi

/** Parses a page or a fragment of one. Never throws for bad markup. */
export function parsePage(html: string): Page {
  const content = limitNesting(html.replace(frame, ''))
  const { document } = parseHTML(`<html><head></head><body>${content}</body></html>`) as unknown as {
    document: { body: MarkupNode }
  }
  return { body: document.body, tree: document }
}
