/**
 * What is raised and what stands in formulas, in a line of text: ⁴ of 10⁴, 7.4/121.1 of a fraction. One way for markup
 * and for Markdown.
 */
import type { MarkupNode } from './markup-nodes.js'
import { attribute, elementNode, isInline, raisedMark, textNode } from './markup-nodes.js'

const raisedCharacters = new Map([...'0123456789+-−'].map((plain, at) => [plain, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻'[at]!]))

/** Raised digits stay raised, so that 10 with a raised 4 is not 104; undefined for anything else. */
export function raised(printed: string): string | undefined {
  if (!/^[-+−]?\d+$/.test(printed)) return undefined
  return [...printed].map((character) => raisedCharacters.get(character)!).join('')
}

/** The only text in an element, however deep. */
function onlyText(node: MarkupNode): string | undefined {
  let inner = node.firstChild
  while (inner?.nodeType === elementNode && inner.nextSibling === null) inner = inner.firstChild
  if (inner?.nodeType !== textNode || inner.nextSibling !== null) return undefined
  return (inner.nodeValue ?? '').trim()
}

const childrenOf = (node: MarkupNode): MarkupNode[] => {
  const children: MarkupNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === elementNode) children.push(child)
  }
  return children
}

/** What stands deeper in formulas is not read as one. */
export const deepestFormula = 50

/** What is more than one figure or word stands in brackets where it is a part of something. */
export const grouped = (text: string) => (/^([\p{L}\p{N}.%]*|\(.*\))$/u.test(text) ? text : `(${text})`)

/** A formula of MathML in one line. */
function formulaText(node: MarkupNode, depth: number): string {
  const children = childrenOf(node)
  if (children.length === 0 || depth > deepestFormula) return onlyText(node) ?? ''
  const pieces = children.map((child) => formulaText(child, depth + 1))
  const [first = '', second = ''] = pieces
  switch (node.nodeName.toUpperCase()) {
    case 'MFRAC':
      return `${grouped(first)}/${grouped(second)}`
    case 'MSUP':
      return first + (raised(second) ?? `^${grouped(second)}`)
    case 'MSUB':
      return `${first}_${grouped(second)}`
    case 'MROOT':
      return `${raised(second) ?? ''}√${grouped(first)}`
    case 'MSQRT':
      return `√${grouped(pieces.join(''))}`
    // The same formula once more, in another notation.
    case 'SEMANTICS':
      return first
    default:
      return pieces.join('')
  }
}

/** Whether a link is the mark of a note: a book shows it raised by its style alone. */
const isNoteMark = (node: MarkupNode) =>
  /\bnoteref\b/.test(`${attribute(node, 'epub:type')} ${attribute(node, 'role').replace('doc-', '')}`)

/** A cell that is aligned so is not raised. */
const isRaisedByStyle = (node: MarkupNode) => attribute(node, raisedMark) !== '' && isInline(node)

/** What stands in a line for an element that is no plain text: raised digits, a formula; undefined for any other. */
export function inlineSign(node: MarkupNode): string | undefined {
  const name = node.nodeName.toUpperCase()
  if (name === 'MATH') return formulaText(node, 0)
  const isRaised = name === 'SUP' || isRaisedByStyle(node) || (name === 'A' && isNoteMark(node))
  return isRaised ? raised(onlyText(node) ?? '') : undefined
}

/** Commands of LaTeX that set what stands behind them in another type. */
const typeCommand = /\\(?:math[a-z]+|text[a-z]*|mbox|operatorname)\s*\{([^{}]*)\}/g
const fraction = /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g
const symbols: Readonly<Record<string, string>> = {
  times: '×',
  cdot: '·',
  div: '÷',
  pm: '±',
  sim: '~',
  approx: '≈',
  le: '≤',
  leq: '≤',
  leqslant: '≤',
  ge: '≥',
  geq: '≥',
  geqslant: '≥',
  neq: '≠',
  circ: '°',
  permil: '‰',
  mu: 'μ',
  left: '',
  right: '',
  quad: '',
  qquad: '',
}
/** What stands over or under a stroke; programs for scans part its digits. */
const partOf = (printed: string) => grouped(printed.includes('\\') ? printed : printed.replaceAll(/\s/g, ''))
/** Types and fractions in each other are no deeper. */
const deepestNesting = 3

/**
 * A formula of LaTeX in one line, as `15.2\times10^4` in Markdown; undefined where it holds what no line of text can say,
 * or words that are no formula. White space says nothing there: programs for scans put it between all characters.
 */
export function latexText(printed: string): string | undefined {
  if (/[\u4e00-\u9fff]/.test(printed.replace(typeCommand, ''))) return undefined
  let text = printed
  for (let depth = 0; depth < deepestNesting; depth++) {
    text = text
      .replace(typeCommand, '$1')
      .replace(fraction, (_, over: string, under: string) => `${partOf(over)}/${partOf(under)}`)
  }
  text = text
    .replace(/\\([a-z]+)/gi, (command, name: string) => symbols[name] ?? command)
    .replace(/\\[,;:!\s]|\s+/g, '')
    .replace(/\\([%$&#_{}])/g, '$1')
    .replace(/\^\{?([-+−]?\d+|°)\}?/g, (_, sign: string) => raised(sign) ?? sign)
    .replace(/[{}]|_(?=[\w{])/g, '')
  return /\\/.test(text) ? undefined : text
}
