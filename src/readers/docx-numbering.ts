/**
 * Labels that Word counts itself, written into the text of a document before it is converted: what numbers the headings
 * of a report is part of what it says, and the converter leaves it out.
 * Invariant: only paragraphs with a printed number change, and only by a run of text at their start.
 */
import { printNumber } from './list-labels.js'
import { parsePart } from './xml-part.js'

interface Level {
  start: number
  format: string
  /** Such as `（%1）` or `%1.%2`. */
  pattern: string
}

interface Numbering {
  /** Lists share the count of the abstract list that they are instances of. */
  readonly abstractOf: ReadonlyMap<string, string>
  readonly levels: ReadonlyMap<string, readonly Level[]>
  /** By paragraph style: list and level. */
  readonly byStyle: ReadonlyMap<string, { readonly list: string; readonly level: number }>
}

const deepest = 9

function readNumbering(parts: ReadonlyMap<string, Uint8Array>): Numbering {
  const abstractOf = new Map<string, string>()
  const levels = new Map<string, Level[]>()
  let list = ''
  let abstract: Level[] | undefined
  let level: Level | undefined
  parsePart(parts.get('word/numbering.xml'), {
    open(name, attributes) {
      const value = attributes['w:val'] ?? ''
      if (name === 'abstractNum') {
        abstract = []
        levels.set(attributes['w:abstractNumId'] ?? '', abstract)
      } else if (name === 'num') {
        list = attributes['w:numId'] ?? ''
        abstract = undefined
        level = undefined
      } else if (name === 'abstractNumId') {
        abstractOf.set(list, value)
      } else if (name === 'lvl' && abstract !== undefined) {
        level = { start: 1, format: 'decimal', pattern: '' }
        abstract[Number(attributes['w:ilvl'])] = level
      } else if (level !== undefined) {
        if (name === 'start') level.start = Number(value)
        if (name === 'numFmt') level.format = value
        if (name === 'lvlText') level.pattern = value
      }
    },
  })
  const byStyle = new Map<string, { list: string; level: number }>()
  let style = ''
  parsePart(parts.get('word/styles.xml'), {
    open(name, attributes) {
      const value = attributes['w:val'] ?? ''
      if (name === 'style') style = attributes['w:styleId'] ?? ''
      if (name === 'ilvl') byStyle.set(style, { list: byStyle.get(style)?.list ?? '', level: Number(value) })
      if (name === 'numId') byStyle.set(style, { level: byStyle.get(style)?.level ?? 0, list: value })
    },
  })
  return { abstractOf, levels, byStyle }
}

/** Counts of each abstract list by level. */
type ListCounts = Map<string, number[]>

/** Counts one more paragraph and gives the label that is printed before it. */
function nextLabel(
  numbering: Numbering,
  counts: ListCounts,
  list: string,
  level: number,
): string | undefined {
  const abstract = numbering.abstractOf.get(list)
  const levels = abstract === undefined ? undefined : numbering.levels.get(abstract)
  const own = levels?.[level]
  if (abstract === undefined || levels === undefined || own === undefined || level >= deepest)
    return undefined
  const count = counts.get(abstract) ?? []
  counts.set(abstract, count)
  count[level] = (count[level] ?? own.start - 1) + 1
  count.length = level + 1
  if (printNumber(1, own.format) === undefined) return undefined
  return own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const { start = 1, format = 'decimal' } = levels[at] ?? {}
    return printNumber(count[at] ?? start, format) ?? ''
  })
}

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const attributeOf = (markup: string, name: string) =>
  new RegExp(`<w:${name}\\s[^>]*?w:val="([^"]*)"`).exec(markup)?.[1]

/** The main part of a document with the labels of its lists written out. */
function writeLabels(document: string, numbering: Numbering): string {
  const counts: ListCounts = new Map()
  const settled = document.replace(/<w:pPrChange\b[\s\S]*?<\/w:pPrChange>/g, '')
  return settled.replace(/<w:pPr>(?:(?!<w:pPr>)[\s\S])*?<\/w:pPr>/g, (properties) => {
    const style = numbering.byStyle.get(attributeOf(properties, 'pStyle') ?? '')
    const list = attributeOf(properties, 'numId') ?? style?.list
    if (list === undefined || list === '0' || list === '') return properties
    const level = Number(attributeOf(properties, 'ilvl') ?? style?.level ?? 0)
    const label = nextLabel(numbering, counts, list, level)
    if (label === undefined || label === '') return properties
    const plain = properties.replace(/<w:numPr>[\s\S]*?<\/w:numPr>/, '')
    return `${plain}<w:r><w:t xml:space="preserve">${escapeText(label)}</w:t></w:r>`
  })
}

const mainPart = 'word/document.xml'

/** The parts of a package with the labels of its lists in the text; the same parts where nothing is counted. */
export function withLabels(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const main = parts.get(mainPart)
  if (main === undefined || !parts.has('word/numbering.xml')) return parts
  const written = writeLabels(new TextDecoder().decode(main), readNumbering(parts))
  return new Map(parts).set(mainPart, new TextEncoder().encode(written))
}
