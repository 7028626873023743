/**
 * What the style sheets in a page hide: elements of a class or a name for which a plain rule says so. Rules for certain
 * media and compound selectors are left alone, for whether they hold is not known without a browser.
 */
import type { MarkupNode } from './markup-nodes.js'
import { attribute, hides, visit } from './markup-nodes.js'
import { plainText } from './markup-text.js'

function withoutComments(css: string): string {
  const [first = '', ...others] = css.split('/*')
  return first + others.map((piece) => piece.split('*/').slice(1).join('*/')).join('')
}

const simple = /^[a-z]*([.#][\w-]+)$/i

/** Selectors of one class or name that a sheet hides; a later rule may show them again. */
export function hiddenSelectors(css: string): Set<string> {
  const hidden = new Set<string>()
  const open: string[] = []
  let prelude = ''
  for (const piece of withoutComments(css).split(/([{}])/)) {
    if (piece === '{') open.push(prelude)
    else if (piece === '}') open.pop()
    else if (open.length === 0) prelude = piece.trim()
    else if (open.length === 1 && /display|visibility/i.test(piece)) {
      for (const selector of open[0]!.split(',')) {
        const name = simple.exec(selector.trim())?.[1]
        if (name === undefined) continue
        if (hides(piece)) hidden.add(name)
        else hidden.delete(name)
      }
    }
  }
  return hidden
}

/** Marks the elements of a page that its own style sheets and `linked` ones hide; says whether there are any. */
export function hideByStyleSheets(body: MarkupNode, linked = ''): boolean {
  let css = linked
  visit(body, (node) => {
    if (node.nodeName.toUpperCase() === 'STYLE') css += `${plainText(node)}\n`
    return true
  })
  const hidden = hiddenSelectors(css)
  if (hidden.size === 0) return false
  let found = false
  visit(body, (node) => {
    const names = attribute(node, 'class')
      .split(/\s+/)
      .map((name) => `.${name}`)
    if (![...names, `#${attribute(node, 'id')}`].some((name) => hidden.has(name))) return true
    node.setAttribute?.('hidden', '')
    found = true
    return false
  })
  return found
}
