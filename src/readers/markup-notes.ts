/** Footnotes and endnotes of markup, as the programs that write pages and books mark them. */
import type { MarkupNode } from './markup-nodes.js'
import { attribute } from './markup-nodes.js'
import { innerText, plainText } from './markup-text.js'

const holders = new Set(['LI', 'DIV', 'ASIDE', 'P'])
const roles = /(?:^|\s)(?:doc-)?(?:foot|end|rear)note(?:\s|$)/
/** Names that programs give to notes: fn1, fn:1, _ftn1, sdfootnote1, footnote-1. */
const names = /^(?:user-content-)?_?(?:fn|ftn|edn|(?:sd)?(?:foot|end)note)[:_-]?(?:\d{1,4}|[ivxlc]{1,8})$/i

/** Whether an element is one note. */
export function isNote(node: MarkupNode): boolean {
  if (!holders.has(node.nodeName.toUpperCase())) return false
  return (
    roles.test(`${attribute(node, 'role')} ${attribute(node, 'epub:type')}`) ||
    names.test(attribute(node, 'id'))
  )
}

/** A mark that leads back to the text is no longer. */
const longestMark = 6

/** The text of a note without its mark, which leads back to the text. */
export function noteText(note: MarkupNode): string {
  return innerText(note, (node) => {
    const name = node.nodeName.toUpperCase()
    const link = name === 'SUP' ? node.firstChild : node
    return (
      (name === 'SUP' || name === 'A') &&
      link?.nodeName.toUpperCase() === 'A' &&
      attribute(link, 'href').includes('#') &&
      plainText(node).trim().length <= longestMark
    )
  })
}
