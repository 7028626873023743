/**
 * A slide as paragraphs and tables, in the order of its shapes (ECMA-376, 19.3 and 21.1). A title is a heading; numbers
 * that PowerPoint counts itself are part of the text.
 */
import { printNumber } from '../list-labels.js'
import { raised } from '../word/characters.js'
import type { Flow } from '../word/flow.js'
import type { RowCell } from '../word/grid.js'
import { placeCells } from '../word/grid.js'
import { withSpace } from '../word/lists.js'
import type { MathReader } from '../wordml/math.js'
import { newMathReader } from '../wordml/math.js'
import type { Attributes } from '../xml-part.js'
import { parsePart } from '../xml-part.js'

export interface Slide {
  readonly flow: Flow
  /** What stands at the edges of slides: footers. */
  readonly edges: Flow
  readonly isHidden: boolean
}

/** How lists are numbered, by how a type of ST_TextAutonumberScheme begins and ends. */
const formats: readonly (readonly [RegExp, string])[] = [
  [/^arabic(?!Db)/, 'decimal'],
  [/^arabicDb/, 'decimalFullWidth'],
  [/^alphaLc/, 'lowerLetter'],
  [/^alphaUc/, 'upperLetter'],
  [/^romanLc/, 'lowerRoman'],
  [/^romanUc/, 'upperRoman'],
  [/^circleNum/, 'decimalEnclosedCircle'],
  [/^ea1(Chs|Cht|JpnChs)/, 'chineseCounting'],
]

function labelOf(type: string, number: number): string {
  const format = formats.find(([pattern]) => pattern.test(type))?.[1] ?? 'decimal'
  const printed = printNumber(number, format) ?? ''
  if (type.endsWith('ParenBoth')) return `(${printed})`
  if (type.endsWith('ParenR')) return `${printed})`
  return type.endsWith('Period') ? `${printed}.` : withSpace(printed)
}

/** Placeholders of a slide that are none of its text: its number, the day on which it is shown. */
const unread = new Set(['sldNum', 'dt', 'sldImg', 'hdr'])

interface Count {
  readonly type: string
  readonly number: number
}

interface OpenTable {
  readonly rows: RowCell<Flow>[][]
  row: RowCell<Flow>[]
}

const spanOf = (written: string | undefined) => Math.min(1000, Math.max(1, Number(written ?? 1) || 1))
const isOn = (written: string | undefined) => written === '1' || written === 'true'

export function readSlide(part: Uint8Array | undefined): Slide {
  const flows: Flow[number][][] = [[]]
  const edges: Flow[number][] = []
  const path: string[] = []
  const tables: OpenTable[] = []
  let isHidden = false
  let placeholder = ''
  let line: string | undefined
  let isRaised = false
  let level = 0
  /** The number that the open paragraph has, and by level the last one. */
  let count: Count | undefined
  let counts: (Count | undefined)[] = []
  /** Open elements inside of one that is skipped, with it. */
  let skippedDepth = 0
  let pieces = 0
  let math: MathReader | undefined
  const choices: number[] = []
  const addText = (text: string) => {
    if (line === undefined) return
    line += isRaised ? raised(text, line) : text
    pieces++
  }
  const openCell = (attributes: Attributes) => {
    const { gridSpan, rowSpan, vMerge, hMerge } = attributes
    const row = tables.at(-1)?.row
    const before = row?.at(-1)
    const down = isOn(vMerge) ? 'continue' : spanOf(rowSpan) > 1 ? 'start' : 'none'
    flows.push([])
    if (row === undefined || isOn(hMerge)) return
    const column = before === undefined ? 0 : before.column + before.columnSpan
    row.push({ column, columnSpan: spanOf(gridSpan), down, content: flows.at(-1)! })
  }
  const closeParagraph = () => {
    const text = line ?? ''
    line = undefined
    counts.length = level + 1
    counts[level] = text.trim() === '' ? counts[level] : count
    if (text.trim() === '') return
    const label = count === undefined ? '' : labelOf(count.type, count.number)
    const isTitle = /^(title|ctrTitle)$/.test(placeholder) && tables.length === 0
    const paragraph = { kind: 'paragraph', text: label + text, level: isTitle ? 1 : 0 } as const
    if (placeholder === 'ftr') edges.push(paragraph)
    else flows.at(-1)!.push(isTitle ? { ...paragraph, text: paragraph.text.replaceAll('\n', '') } : paragraph)
  }
  parsePart(part, {
    open(name, attributes) {
      if (skippedDepth > 0 || (name === 'Fallback' && pieces > (choices.at(-1) ?? 0))) skippedDepth++
      else if (math !== undefined) math.open(name, attributes)
      else if (name === 'oMath') math = newMathReader()
      else if (name === 'sld') isHidden = attributes.show === '0' || attributes.show === 'false'
      else if (name === 'AlternateContent') choices.push(pieces)
      else if (name === 'sp') placeholder = ''
      else if (name === 'ph') placeholder = attributes.type ?? 'body'
      else if (name === 'txBody') counts = []
      else if (name === 'tbl') tables.push({ rows: [], row: [] })
      else if (name === 'tr' && tables.length > 0) tables.at(-1)!.row = []
      else if (name === 'tc') openCell(attributes)
      else if (name === 'p' && path.at(-1) === 'txBody') {
        line = ''
        level = 0
        count = undefined
      } else if (name === 'pPr') level = Math.min(8, Math.max(0, Number(attributes.lvl ?? 0) || 0))
      else if (name === 'buAutoNum' && path.at(-1) === 'pPr') {
        const { type = 'arabicPeriod', startAt } = attributes
        const before = counts[level]
        const number = before?.type === type ? before.number + 1 : Math.max(1, Number(startAt ?? 1) || 1)
        count = { type, number }
      } else if (name === 'rPr') isRaised = Number(attributes.baseline ?? 0) > 0
      else if (name === 'r' || name === 'fld') isRaised = false
      else if (name === 'br') addText('\n')
      path.push(name)
    },
    text(piece) {
      if (skippedDepth > 0 || unread.has(placeholder)) return
      if (math !== undefined) math.text(piece)
      else if (path.at(-1) === 't') addText(piece)
    },
    close(name) {
      path.pop()
      if (skippedDepth > 0) {
        skippedDepth--
        return
      }
      if (math !== undefined) {
        const formula = math.close()
        if (formula === undefined) return
        math = undefined
        isRaised = false
        addText(formula)
        return
      }
      if (name === 'AlternateContent') choices.pop()
      if (name === 'p' && line !== undefined) closeParagraph()
      if (name === 'tc') flows.pop()
      if (name === 'tr') tables.at(-1)?.rows.push(tables.at(-1)!.row)
      if (name !== 'tbl') return
      const cells = placeCells(tables.pop()?.rows ?? [])
      if (cells.length > 0) flows.at(-1)!.push({ kind: 'table', cells })
    },
  })
  return { flow: flows[0]!, edges, isHidden }
}
