/** Lists of markup: the labels that a browser would show in front of their items. */
import { printNumber } from './list-labels.js'
import type { MarkupNode } from './markup-nodes.js'
import { attribute, visit } from './markup-nodes.js'

/** A list whose items are being read; undefined where it is not numbered. */
export type OpenList = { next: number; readonly format: string } | undefined

const types: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

/** Kinds of counters by how their names in a style begin (CSS Counter Styles). */
const counters: readonly (readonly [RegExp, string])[] = [
  [/^lower-(alpha|latin)/, 'lowerLetter'],
  [/^upper-(alpha|latin)/, 'upperLetter'],
  [/^lower-roman/, 'lowerRoman'],
  [/^upper-roman/, 'upperRoman'],
  [/^(cjk-ideographic|(simp|trad)-chinese-informal)/, 'chineseCounting'],
  [/^(simp|trad)-chinese-formal/, 'chineseLegalSimplified'],
  [/^cjk-heavenly-stem/, 'ideographTraditional'],
]

const keptStyle = 'data-list-style'

function styleOf(node: MarkupNode): string | undefined {
  return /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(attribute(node, 'style'))?.[1]?.toLowerCase()
}

/** Notes at the lists of a page what their style says, for those who take styles out of it. */
export function keepListStyles(body: MarkupNode): void {
  visit(body, (node) => {
    const style = styleOf(node)
    if (style !== undefined) node.setAttribute?.(keptStyle, style)
    return true
  })
}

/** How a list or an item is numbered; undefined where it does not say. */
function statedFormat(node: MarkupNode): string | undefined {
  const style = node.getAttribute?.(keptStyle) ?? styleOf(node)
  if (style === undefined) return types[attribute(node, 'type')]
  return style === 'none' ? style : counters.find(([name]) => name.test(style))?.[1]
}

/** Opens a list. */
export function newList(node: MarkupNode): OpenList {
  const format = statedFormat(node) ?? 'decimal'
  if (node.nodeName.toUpperCase() !== 'OL' || format === 'none') return undefined
  const start = Number.parseInt(attribute(node, 'start'), 10)
  return { next: Number.isNaN(start) ? 1 : start, format }
}

/** Counts one more item of a list, and gives its label; nothing where none is shown. */
export function labelOf(list: OpenList, item: MarkupNode): string {
  if (list === undefined) return ''
  const stated = Number.parseInt(attribute(item, 'value'), 10)
  const number = Number.isNaN(stated) ? list.next : stated
  list.next = number + 1
  const printed = printNumber(number, statedFormat(item) ?? list.format) ?? String(number)
  return /[\u4e00-\u9fff]$/.test(printed) ? `${printed}、` : `${printed}. `
}
