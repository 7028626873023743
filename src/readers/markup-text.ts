/** The text of one element, and white space as a browser shows it. */
import { inlineSign } from './formula.js'
import type { MarkupNode } from './markup-nodes.js'
import { elementNode, isHidden, isInline, textNode, visit } from './markup-nodes.js'

/** As a browser does it: white space is one space, but none is made between Chinese characters of two lines. */
export function collapse(text: string): string {
  if (!/[\t\r\n\f]| {2}/.test(text)) return text
  return text
    .replace(
      /(?<=[\u2e80-\u2fdf\u3001-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u2fdf\u3001-\u9fff\uff00-\uffef])/g,
      '',
    )
    .replace(/[ \t\r\n\f]+/g, ' ')
}

/** The text of one element, its blocks parted by line breaks; without the elements that `isLeftOut` names. */
export function innerText(root: MarkupNode, isLeftOut: (node: MarkupNode) => boolean = () => false): string {
  const lines: string[] = []
  let line = ''
  const breakLine = () => {
    lines.push(collapse(line).trim())
    line = ''
  }
  visit(
    root,
    (node) => {
      if (node.nodeType === textNode) line += node.nodeValue ?? ''
      if (node.nodeType !== elementNode || isHidden(node) || isLeftOut(node)) return false
      const sign = node === root ? undefined : inlineSign(node)
      if (sign !== undefined) line += sign
      else if (!isInline(node)) breakLine()
      return sign === undefined
    },
    (node) => {
      if (!isInline(node)) breakLine()
    },
  )
  breakLine()
  return lines.filter((text) => text !== '').join('\n')
}

/** What an element holds, shown or not, as it stands. */
export function plainText(root: MarkupNode): string {
  const pieces: string[] = []
  visit(root, (node) => {
    if (node.nodeType === textNode) pieces.push(node.nodeValue ?? '')
    return true
  })
  return pieces.join('')
}
