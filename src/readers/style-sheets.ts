/**
 * What the style sheets in a page hide, and what they raise above the line: elements of a class or a name for which a plain rule says so. Rules for certain
 * media and compound selectors are left alone, for whether they hold is not known without a browser.
 */
import type { MarkupNode } from './markup-nodes.js'
import { attribute, hides, raisedMark, raises, visit } from './markup-nodes.js'
import { plainText } from './markup-text.js'

function withoutComments(css: string): string {
  const [first = '', ...others] = css.split('/*')
  return first + others.map((piece) => piece.split('*/').slice(1).join('*/')).join('')
}

const simple = /^[a-z]*([.#][\w-]+)$/i

/** What sheets do to elements of one class or name. */
export interface Selectors {
  readonly hidden: Set<string>
  readonly raised: Set<string>
}

/** Selectors of one class or name that a sheet hides or raises; a later rule may undo it. */
export function styledSelectors(css: string): Selectors {
  const found: Selectors = { hidden: new Set(), raised: new Set() }
  const note = (names: Set<string>, name: string, isSo: boolean) => {
    if (isSo) names.add(name)
    else names.delete(name)
  }
  const open: string[] = []
  let prelude = ''
  for (const piece of withoutComments(css).split(/([{}])/)) {
    if (piece === '{') open.push(prelude)
    else if (piece === '}') open.pop()
    else if (open.length === 0) prelude = piece.trim()
    else if (open.length === 1) {
      const shows = /display|visibility/i.test(piece)
      const aligns = /vertical-align|(?<![\w-])top\s*:/i.test(piece)
      if (!shows && !aligns) continue
      for (const selector of open[0]!.split(',')) {
        const name = simple.exec(selector.trim())?.[1]
        if (name === undefined) continue
        if (shows) note(found.hidden, name, hides(piece))
        if (aligns) note(found.raised, name, raises(piece))
      }
    }
  }
  return found
}

/**
 * Marks the elements of a page that its own style sheets and `linked` ones hide or raise, and those that raise themselves;
 * says whether any are hidden.
 */
export function applyStyleSheets(body: MarkupNode, linked = ''): boolean {
  let css = linked
  visit(body, (node) => {
    if (node.nodeName.toUpperCase() === 'STYLE') css += `${plainText(node)}\n`
    return true
  })
  const { hidden, raised } = styledSelectors(css)
  let found = false
  visit(body, (node) => {
    const names = [
      ...attribute(node, 'class')
        .split(/\s+/)
        .map((name) => `.${name}`),
      `#${attribute(node, 'id')}`,
    ]
    if (raises(attribute(node, 'style')) || names.some((name) => raised.has(name)))
      node.setAttribute?.(raisedMark, 'yes')
    if (!names.some((name) => hidden.has(name))) return true
    node.setAttribute?.('hidden', '')
    found = true
    return false
  })
  return found
}
