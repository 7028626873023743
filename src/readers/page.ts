/**
 * Web pages as trees: linkedom behind two functions. Scripts are not run and nothing is fetched: the parser only builds
 * the tree.
 */
import { parseHTML } from 'linkedom'
import { limitNesting } from './markup-depth.js'
import type { MarkupNode } from './markup-nodes.js'

/** A parsed page. `tree` is what Readability wants; it is changed by it. */
export interface Page {
  readonly body: MarkupNode
  readonly tree: unknown
}

/** Tags of the frame of a page. Pages lack some, or have them twice or in the wrong place, and lose no text by that. */
const frame = /<!doctype[^<>]*>|<\?xml[^<>]*>|<\/?(html|head|body)(\s[^<>]*)?>/gi

/** More names of classes than the parser can take at one element; no page has so many that say anything. */
const manyClasses = /\sclass\s*=\s*(?:"[^"]{65536,}"|'[^']{65536,}')/gi

/** Parses a page or a fragment of one. Never throws for bad markup. */
export function parsePage(html: string): Page {
  const content = limitNesting(html.replace(frame, '').replace(manyClasses, ''))
  const { document } = parseHTML(`<html><head></head><body>${content}</body></html>`) as unknown as {
    document: { body: MarkupNode }
  }
  return { body: document.body, tree: document }
}
