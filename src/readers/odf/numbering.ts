/**
 * Labels of items and headings of a text. A list counts anew unless it says that it goes on with an earlier one; headings
 * count through the whole text.
 */
import type { WordList } from '../word/lists.js'
import { countLists } from '../word/lists.js'
import type { Attributes } from '../xml-part.js'
import type { OdfStyles } from './styles.js'
import { outline } from './styles.js'

interface OpenList {
  /** The list by which its items are counted. */
  readonly counted: string
  readonly style: string
  /** Whether the open item waits for its label. */
  isDue: boolean
}

export interface Numbering {
  openList(attributes: Attributes): void
  closeList(): void
  /** An item, with the number that it starts at where it says one. */
  openItem(attributes: Attributes): void
  /** What stands in a list and is no item, and what stands in an item behind its first paragraph, has no label. */
  openHeader(): void
  /** The label of a paragraph that begins: of its item, or of its level in the outline. */
  labelOf(list: string | undefined): string
  headingLabel(level: number, list: string | undefined): string
}

export function newNumbering(styles: OdfStyles): Numbering {
  const lists = new Map<string, WordList>()
  const label = countLists(lists)
  const open: OpenList[] = []
  /** The list that went last, by style; and by its own name. */
  const last = new Map<string, string>()
  const named = new Map<string, string>()
  const define = (style: string, definition: string, restarts: WordList['restarts'] = []) => {
    const name = `${definition} ${lists.size}`
    lists.set(name, { definition, levels: styles.list(style), restarts })
    return name
  }
  const definitionOf = (
    style: string,
    { 'continue-numbering': goesOn, 'continue-list': earlier }: Attributes,
  ) => {
    const before = earlier === undefined ? undefined : named.get(earlier)
    if (before !== undefined) return before
    // Headings in lists are those of the outline.
    if (styles.list(style) === styles.list(outline) && styles.list(outline).length > 0) return outline
    return goesOn === 'true' ? (last.get(style) ?? `${style} ${lists.size}`) : `${style} ${lists.size}`
  }
  const dueLabel = () => {
    const inner = open.at(-1)
    if (inner?.isDue !== true) return ''
    inner.isDue = false
    return label(inner.counted, open.length - 1)
  }
  return {
    openList(attributes) {
      const around = open.at(-1)
      const style = attributes['style-name'] ?? around?.style ?? ''
      const definition =
        around === undefined
          ? definitionOf(style, attributes)
          : (lists.get(around.counted)?.definition ?? style)
      const isSame = around !== undefined && style === around.style
      const counted = isSame ? around.counted : define(style, definition)
      open.push({ counted, style, isDue: false })
      last.set(style, definition)
      if (attributes.id !== undefined) named.set(attributes.id, definition)
    },
    closeList() {
      open.pop()
    },
    openItem(attributes) {
      const inner = open.at(-1)
      if (inner === undefined) return
      const start = Number(attributes['start-value'])
      const restarts: number[] = []
      restarts[open.length - 1] = start
      const { definition = '' } = lists.get(inner.counted) ?? {}
      const counted = Number.isSafeInteger(start) ? define(inner.style, definition, restarts) : inner.counted
      open[open.length - 1] = { ...inner, counted, isDue: true }
    },
    openHeader() {
      const inner = open.at(-1)
      if (inner !== undefined) inner.isDue = false
    },
    labelOf(list) {
      // The style of the paragraph says which list it is where the list itself does not.
      const inner = open.at(-1)
      if (inner?.style === '' && list !== undefined && list !== '') {
        const definition = lists.get(inner.counted)?.definition ?? list
        open[open.length - 1] = { ...inner, style: list, counted: define(list, definition) }
      }
      return dueLabel()
    },
    headingLabel(level, list) {
      if (open.length > 0) return dueLabel()
      if (list === '' || level < 1) return ''
      const name = list === undefined ? outline : `${outline}${list}`
      if (!lists.has(name))
        lists.set(name, { definition: outline, levels: styles.list(list ?? outline), restarts: [] })
      return label(name, level - 1)
    },
  }
}
