/**
 * The main content of a web page, without the navigation of the site: Mozilla's Readability behind one function, used
 * only where it neither takes long nor loses text.
 */
import { Readability } from '@mozilla/readability'
import type { MarkupNode } from './markup-nodes.js'
import { elementNode } from './markup-nodes.js'
import type { Page } from './page.js'

/** Deeper and larger trees take Readability seconds, or overflow its stack. */
const deepest = 200
const mostElements = 20_000
const mostNodes = 100_000

/** Readability parses its own markup again, in which each of these is a node of its own. */
const escaped = /[\u00a0&<>]/g

const escapesIn = ({ nodeValue }: MarkupNode) => nodeValue?.match(escaped)?.length ?? 0

function isModest(root: MarkupNode): boolean {
  let elements = 0
  let nodes = 0
  let level: MarkupNode[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false
    const next: MarkupNode[] = []
    for (const node of level) {
      for (let child = node.firstChild; child !== null; child = child.nextSibling) {
        nodes += 1 + escapesIn(child)
        if (child.nodeType === elementNode) next.push(child)
      }
    }
    elements += next.length
    if (elements > mostElements || nodes > mostNodes) return false
    level = next
  }
  return true
}

/** The element that holds the article, or undefined. Changes the tree of the page. */
export function findMainContent(page: Page): MarkupNode | undefined {
  if (!isModest(page.body)) return undefined
  try {
    const reader = new Readability<MarkupNode>(page.tree as ConstructorParameters<typeof Readability>[0], {
      serializer: (element) => element as unknown as MarkupNode,
      charThreshold: 100,
    })
    return reader.parse()?.content ?? undefined
  } catch {
    return undefined
  }
}
