/**
 * The walk over a tree of elements: text in reading order with tables, headings and lists stated. Works on web pages
 * and on what Word documents are converted to.
 */
import type { Drawing } from './drawing.js'
import { addLine, addStated, addTable, newDrawing } from './drawing.js'
import { inlineSign } from './formula.js'
import type { OpenList } from './markup-lists.js'
import { labelOf, newList } from './markup-lists.js'
import type { MarkupNode } from './markup-nodes.js'
import { attribute, elementNode, headingLevel, isHidden, isInline, textNode, visit } from './markup-nodes.js'
import { isNote, noteText } from './markup-notes.js'
import { dataCells } from './markup-tables.js'
import { collapse, innerText } from './markup-text.js'

/** Whether an element leads to another page or does something; a mark within the page does neither. */
function isLink(node: MarkupNode): boolean {
  return node.nodeName.toUpperCase() === 'A' && /^(?!#.)./.test(attribute(node, 'href'))
}

/** What stands between links. */
const betweenLinks = /^[\s|｜>»›·、，,/()（）【】[\]-]*$/
/** The words of a link that leads somewhere else; longer ones and sentences are text that happens to be a link. */
const longestLink = 60

/** Elements whose white space is kept. */
const preformatted = new Set(['PRE', 'TEXTAREA'])

interface Walk {
  readonly drawing: Drawing
  /** The line so far, as the markup has it. */
  line: string
  /** Whether words of the line stand in links, and whether others do not. */
  linked: boolean
  unlinked: boolean
  /** Open elements of a kind. */
  links: number
  kept: number
  readonly lists: OpenList[]
  /** What stands in the line so far, where that is only the label of an item: its first paragraph goes on behind it. */
  label: string
}

/** Writes the label that a browser would show in front of an item. */
function labelItem(walk: Walk, node: MarkupNode): void {
  walk.line += labelOf(walk.lists.at(-1), node)
  walk.label = walk.line
}

/** The label that waits for the first paragraph of its item, which is taken out of the line; else nothing. */
function takeLabel(walk: Walk): string {
  const { line, label } = walk
  if (label === '' || line.trim() !== label.trim()) return ''
  Object.assign(walk, { line: '', label: '' })
  return label
}

/** Without blanks at its ends; the wide ones that indent a paragraph stay. */
function withoutBlanks(line: string): string {
  const isBlank = (at: number) => line[at] === ' ' || line[at] === '\t'
  let start = 0
  let end = line.length
  while (start < end && isBlank(start)) start++
  while (end > start && isBlank(end - 1)) end--
  return line.slice(start, end)
}

/** Ends the line. One that is nothing but links is navigation. */
function endLine(walk: Walk): void {
  walk.label = ''
  const text = withoutBlanks(walk.kept > 0 ? walk.line : collapse(walk.line))
  const isNavigation = walk.linked && !walk.unlinked && text.length <= longestLink && !/[。；]/.test(text)
  if (isNavigation) addStated(walk.drawing, text, 'boilerplate')
  else addLine(walk.drawing, text)
  walk.line = ''
  walk.linked = false
  walk.unlinked = false
}

function addText(walk: Walk, text: string): void {
  if (walk.links > 0) walk.linked ||= text.trim() !== ''
  else walk.unlinked ||= !betweenLinks.test(text)
  if (walk.kept === 0) {
    walk.line += text
    return
  }
  for (const [index, piece] of text.split(/\r\n|[\r\n]/).entries()) {
    if (index > 0) endLine(walk)
    walk.line += piece
  }
}

/** Draws a table of data; false where it only lays out a page. */
function addData({ drawing }: Walk, node: MarkupNode): boolean {
  const cells = dataCells(node)
  if (cells === undefined) return false
  visit(node, (inner) => {
    if (inner.nodeName.toUpperCase() === 'CAPTION') addStated(drawing, innerText(inner), 'caption')
    return inner === node
  })
  addTable(drawing, cells)
  return true
}

/** Draws an element whose role its name states; false where it has none. */
function addElement(walk: Walk, node: MarkupNode): boolean {
  const name = node.nodeName.toUpperCase()
  const level = headingLevel(node)
  if (level !== undefined) addStated(walk.drawing, takeLabel(walk) + innerText(node), 'heading', { level })
  else if (name === 'CAPTION' || name === 'FIGCAPTION') addStated(walk.drawing, innerText(node), 'caption')
  else if (isNote(node)) addStated(walk.drawing, noteText(node), 'footnote')
  else return name === 'TABLE' && addData(walk, node)
  return true
}

/** Reads a node; says whether its children are to be read. */
function enter(walk: Walk, node: MarkupNode): boolean {
  if (node.nodeType === textNode) {
    addText(walk, node.nodeValue ?? '')
    return false
  }
  if (node.nodeType !== elementNode || isHidden(node)) return false
  const sign = inlineSign(node)
  if (sign !== undefined) {
    walk.line += sign
    walk.unlinked = true
    return false
  }
  if (isLink(node)) walk.links++
  if (isInline(node)) return true
  const name = node.nodeName.toUpperCase()
  const label = takeLabel(walk)
  endLine(walk)
  Object.assign(walk, { line: label, label })
  if (addElement(walk, node)) return false
  if (name === 'OL' || name === 'UL') walk.lists.push(newList(node))
  if (name === 'LI') labelItem(walk, node)
  if (preformatted.has(name)) walk.kept++
  return true
}

function leave(walk: Walk, node: MarkupNode): void {
  if (isLink(node)) walk.links--
  if (isInline(node)) return
  endLine(walk)
  const name = node.nodeName.toUpperCase()
  if (name === 'OL' || name === 'UL') walk.lists.pop()
  if (preformatted.has(name)) walk.kept--
}

/** Draws the text under an element, behind what a drawing holds already. */
export function drawMarkup(root: MarkupNode, drawing: Drawing = newDrawing()): Drawing {
  const walk: Walk = {
    drawing,
    line: '',
    linked: false,
    unlinked: false,
    links: 0,
    kept: 0,
    lists: [],
    label: '',
  }
  visit(
    root,
    (node) => enter(walk, node),
    (node) => leave(walk, node),
  )
  endLine(walk)
  return drawing
}
