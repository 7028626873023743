/** What the elements of WordprocessingML do, where they open and where they close. */
import { charactersIn } from '../indent.js'
import { leastLift, symbolOf } from '../word/characters.js'
import type { Attributes } from '../xml-part.js'
import type { PartState } from './state.js'
import {
  addSign,
  closeBox,
  closeCell,
  closeParagraph,
  closeRow,
  closeTable,
  openCell,
  openParagraph,
  openRow,
  openTable,
} from './state.js'
import { isOn } from './styles.js'

type Opener = (part: PartState, attributes: Attributes) => void

/** Sets what the innermost open paragraph or table is to know. */
function setParagraph(part: PartState, values: Partial<PartState['paragraphs'][number]>): void {
  const paragraph = part.paragraphs.at(-1)
  if (paragraph !== undefined) Object.assign(paragraph, values)
}

function setTable(part: PartState, values: Partial<PartState['tables'][number]>): void {
  const table = part.tables.at(-1)
  if (table !== undefined) Object.assign(table, values)
}

const openFlow = (part: PartState) => {
  part.flows.push([])
}
const nameEdge: Opener = (part, { id = '' }) => {
  part.edgeIds.push(id)
}

/** How far in the first line of a paragraph stands, in characters; those that are stated as such come before lengths. */
function indentOf({ left, start = left, firstLine, hanging, ...own }: Attributes): number {
  const inCharacters = (own.leftChars ?? own.startChars) !== undefined || own.firstLineChars !== undefined
  if (inCharacters)
    return (Number(own.leftChars ?? own.startChars ?? 0) + Number(own.firstLineChars ?? 0)) / 100
  return charactersIn(Number(start ?? 0) + Number(firstLine ?? 0) - Number(hanging ?? 0))
}

const startRun: Opener = (part) => {
  const isHidden = part.paragraphs.at(-1)?.style.isHidden ?? false
  setParagraph(part, { isHidden, isRaised: false, isLifted: false, font: '' })
}

const mergeAcross: Opener = (part, { val }) => setTable(part, { isContinued: val !== 'restart' })

const mergeDown: Opener = (part, { val }) =>
  setTable(part, { down: val === 'restart' ? 'start' : 'continue' })

/** By the name of the element; where its place counts, with the names of those around it in front. */
export const openers: Readonly<Record<string, Opener>> = {
  p: openParagraph,
  tbl: openTable,
  tr: openRow,
  tc: openCell,
  txbxContent: openFlow,
  footnote: openFlow,
  endnote: openFlow,
  hdr: openFlow,
  ftr: openFlow,
  headerReference: nameEdge,
  footerReference: nameEdge,
  AlternateContent: (part) => {
    part.choices.push(part.pieces)
  },
  r: startRun,
  'pPr/pStyle': (part, { val = '' }) => setParagraph(part, { style: part.styleOf(val) }),
  'pPr/ind': (part, attributes) => setParagraph(part, { indent: indentOf(attributes) }),
  'numPr/numId': (part, { val = '' }) => setParagraph(part, { list: val }),
  'numPr/ilvl': (part, { val }) => setParagraph(part, { level: Number(val) }),
  'listPr/t': (part, { val = '' }) => setParagraph(part, { label: val }),
  'pPr/rPr/del': (part) => setParagraph(part, { isMarkDeleted: true }),
  'pPr/rPr/vanish': (part, { val }) => setParagraph(part, { isMarkHidden: isOn(val) }),
  'r/rPr/rStyle': (part, { val = '' }) => {
    const { isHidden, isRaised } = part.styleOf(val)
    setParagraph(part, { ...(isHidden && { isHidden }), isRaised })
  },
  'r/rPr/vanish': (part, { val }) => setParagraph(part, { isHidden: isOn(val) }),
  'r/rPr/vertAlign': (part, { val }) => setParagraph(part, { isRaised: val === 'superscript' }),
  'r/rPr/position': (part, { val }) => setParagraph(part, { isLifted: Number(val) >= leastLift }),
  'r/rPr/rFonts': (part, { ascii = '' }) => setParagraph(part, { font: ascii }),
  'r/tab': (part) => addSign(part, '\t'),
  'r/ptab': (part) => addSign(part, '\t'),
  'r/br': (part) => addSign(part, '\n'),
  'r/cr': (part) => addSign(part, '\n'),
  'r/noBreakHyphen': (part) => addSign(part, '-'),
  'r/sym': (part, { font = '', char = '' }) => addSign(part, symbolOf(font, Number.parseInt(char, 16))),
  'trPr/del': (part) => setTable(part, { isRowDeleted: true }),
  'trPr/gridBefore': (part, { val }) => setTable(part, { column: columns(val) }),
  'tcPr/gridSpan': (part, { val }) => setTable(part, { columnSpan: Math.max(1, columns(val)) }),
  'tcPr/vMerge': mergeDown,
  'tcPr/vmerge': mergeDown,
  'tcPr/hMerge': mergeAcross,
  'tcPr/hmerge': mergeAcross,
}

/** A grid with more columns only costs memory. */
const mostColumns = 1000

const columns = (value?: string) => Math.min(mostColumns, Math.max(0, Number.parseInt(value ?? '0', 10) || 0))

const closeNote = (part: PartState) => {
  for (const piece of part.flows.pop()!) part.notes.push(piece)
}
const closeEdge = (part: PartState) => {
  for (const piece of part.flows.pop()!) part.edges.push(piece)
}

export const closers: Readonly<Record<string, (part: PartState) => void>> = {
  p: closeParagraph,
  tbl: closeTable,
  tr: closeRow,
  tc: closeCell,
  txbxContent: closeBox,
  footnote: closeNote,
  endnote: closeNote,
  hdr: closeEdge,
  ftr: closeEdge,
  AlternateContent: (part) => {
    part.choices.pop()
  },
}
