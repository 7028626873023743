/**
 * Web pages as trees: linkedom behind two functions. Scripts are not run and nothing is fetched: the parser only builds
 * the tree.
 */
import { parseHTML } from 'linkedom'
import type { MarkupNode } from './markup.js'

/** A parsed page. `tree` is what Readability wants; it is changed by it. */
export interface Page {
  readonly body: MarkupNode
  readonly tree: unknown
}

/** Parses a page or a fragment of one. Never throws for bad markup. */
export function parsePage(html: string): Page {
  const isWhole = /<body[\s>]/i.test(html)
  // linkedom wants one root element; a fragment gets the one that it lacks.
  const { document } = parseHTML(isWhole ? html : `<html><body>${html}</body></html>`) as unknown as {
    document: { body: MarkupNode | null; documentElement: MarkupNode }
  }
  return { body: document.body ?? document.documentElement, tree: document }
}
