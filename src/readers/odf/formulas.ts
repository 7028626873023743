/** Formulas of OpenDocument, which are MathML in the text or in a part of their own, as one line of text. */
import { inlineSign } from '../formula.js'
import type { MarkupNode } from '../markup-nodes.js'
import { elementNode, textNode } from '../markup-nodes.js'
import { parsePart } from '../xml-part.js'

interface Node extends MarkupNode {
  firstChild: Node | null
  nextSibling: Node | null
  last: Node | null
}

const newNode = (nodeType: number, nodeName: string, nodeValue: string | null): Node => {
  return { nodeType, nodeName, nodeValue, firstChild: null, nextSibling: null, last: null }
}

function append(parent: Node, child: Node): void {
  if (parent.last === null) parent.firstChild = child
  else parent.last.nextSibling = child
  parent.last = child
}

export interface FormulaReader {
  open(name: string): void
  text(piece: string): void
  /** Gives the formula where it ends with this element. */
  close(): string | undefined
}

/** Reads one formula, whose element has been opened. */
export function newFormulaReader(): FormulaReader {
  const root = newNode(elementNode, 'math', null)
  const path = [root]
  return {
    open(name) {
      const node = newNode(elementNode, name, null)
      append(path.at(-1)!, node)
      path.push(node)
    },
    text(piece) {
      if (piece.trim() !== '') append(path.at(-1)!, newNode(textNode, '#text', piece))
    },
    close() {
      path.pop()
      return path.length === 0 ? inlineSign(root) : undefined
    },
  }
}

/** The formula that a part holds; nothing where it holds something else, as a chart. */
export function readFormula(part: Uint8Array | undefined): string {
  let reader: FormulaReader | undefined
  let formula = ''
  parsePart(part, {
    open(name) {
      if (reader !== undefined) reader.open(name)
      else if (name === 'math') reader = newFormulaReader()
    },
    text: (piece) => reader?.text(piece),
    close() {
      const read = reader?.close()
      if (read === undefined) return
      formula = read
      reader = undefined
    },
  })
  return formula
}
