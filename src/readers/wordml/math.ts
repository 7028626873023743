/** Formulas of Word documents (Office Math) as one line of text: 2/3, (a-b)/c, x², √(2). */
import { deepestFormula, grouped } from '../formula.js'
import { raisedDigits } from '../word/characters.js'
import type { Attributes } from '../xml-part.js'

interface Node {
  readonly name: string
  /** Parts by the name of their element, those of one name in their order. */
  readonly parts: Map<string, string[]>
  /** What stands directly in it. */
  text: string
  /** Signs that its properties name. */
  readonly signs: Record<string, string>
}

const newNode = (name: string): Node => ({ name, parts: new Map(), text: '', signs: {} })

/** Formulas that are more than their parts in a row. */
const shapes: Readonly<Record<string, (part: (name: string) => string, node: Node) => string>> = {
  f: (part) => `${grouped(part('num'))}/${grouped(part('den'))}`,
  sSup: (part) => part('e') + (raisedDigits(part('sup')) ?? `^${grouped(part('sup'))}`),
  sSub: (part) => `${part('e')}_${grouped(part('sub'))}`,
  sSubSup: (part) => `${part('e')}_${grouped(part('sub'))}^${grouped(part('sup'))}`,
  limLow: (part) => `${part('e')}_${grouped(part('lim'))}`,
  limUpp: (part) => `${part('e')}^${grouped(part('lim'))}`,
  mr: (_, { parts }) => (parts.get('e') ?? []).join(','),
  m: (_, { parts }) => (parts.get('mr') ?? []).join(';'),
  eqArr: (_, { parts }) => (parts.get('e') ?? []).join(';'),
  rad: (part) => `${raisedDigits(part('deg')) ?? ''}√${grouped(part('e'))}`,
  func: (part) => part('fName') + grouped(part('e')),
  nary: (part, { signs }) =>
    `${signs.chr ?? '∫'}(${[part('sub'), part('sup')].filter((limit) => limit !== '').join(',')})${part('e')}`,
  d: (_, { parts, signs }) =>
    `${signs.begChr ?? '('}${(parts.get('e') ?? []).join(signs.sepChr ?? '|')}${signs.endChr ?? ')'}`,
}

function shownAs(node: Node): string {
  const shape = shapes[node.name]
  return shape === undefined ? node.text : shape((name) => (node.parts.get(name) ?? []).join(''), node)
}

export interface MathReader {
  open(name: string, attributes: Attributes): void
  text(piece: string): void
  /** Gives the formula where it ends with this element. */
  close(): string | undefined
}

/** Reads one formula, whose element has been opened. */
export function newMathReader(): MathReader {
  const open: Node[] = [newNode('oMath')]
  return {
    open(name, { val = '' }) {
      const owner = open.at(-2)
      if (/^(chr|begChr|endChr|sepChr)$/.test(name) && owner !== undefined) owner.signs[name] = val
      open.push(newNode(name))
    },
    text(piece) {
      if (open.at(-1)!.name === 't') open.at(-1)!.text += piece
    },
    close() {
      const node = open.pop()!
      const shown = open.length > deepestFormula ? node.text : shownAs(node)
      const parent = open.at(-1)
      if (parent === undefined) return shown
      parent.text += shown
      const alike = parent.parts.get(node.name)
      if (alike === undefined) parent.parts.set(node.name, [shown])
      else alike.push(shown)
      return undefined
    },
  }
}
