/**
 * A part of a Word package as paragraphs and tables: its body, its notes, a header. Text that was deleted, moved away or
 * hidden is none; a field is its result; a text box stands behind the paragraph that holds it.
 */
import type { Flow } from '../word/flow.js'
import type { Attributes } from '../xml-part.js'
import { parsePart } from '../xml-part.js'
import { closers, openers } from './elements.js'
import type { MathReader } from './math.js'
import { newMathReader } from './math.js'
import type { PartContext, PartState } from './state.js'
import { addText, newState } from './state.js'

/** What a part holds. */
export interface ReadPart {
  readonly flow: Flow
  /** Notes that stand in the part, and headers and footers that do, as in Word 2003 XML. */
  readonly notes: Flow
  readonly edges: Flow
  /** Numbers of the headers and footers that its sections name. */
  readonly edgeIds: readonly string[]
}

/** Elements whose insides are no text of the document as it is now, or are no text at all. */
const skipped = new Set(
  'del moveFrom rt pPrChange rPrChange tblPrChange trPrChange tcPrChange sectPrChange binData'.split(' '),
)
/** In properties the same words only mark something. */
const isProperty = (name: string) => name.endsWith('Pr')

function isSkipped(part: PartState, name: string, { type = 'normal' }: Attributes): boolean {
  if (skipped.has(name)) return !isProperty(part.path.at(-1) ?? '')
  // Word 2003 XML keeps what was deleted, and what was remarked, in notes of their own.
  if (name === 'annotation') return /^Word\.(Deletion|Comment)$/.test(type)
  // What older programs show in place of something else is there twice.
  if (name === 'Fallback') return part.pieces > (part.choices.at(-1) ?? 0)
  // Lines between the text and its notes.
  return (name === 'footnote' || name === 'endnote') && type !== 'normal'
}

/** The name of an element with those around it that count. */
function placeOf({ path }: PartState, name: string): string {
  const parent = path.at(-1) ?? ''
  return parent === 'rPr' ? `${path.at(-2) ?? ''}/rPr/${name}` : `${parent}/${name}`
}

export function readPart(bytes: Uint8Array | undefined, context: PartContext): ReadPart {
  const part = newState(context)
  const { tracer } = context
  /** Open elements inside of one that is skipped, with it. */
  let skippedDepth = 0
  let math: MathReader | undefined
  parsePart(bytes, {
    hasPositions: tracer !== undefined,
    open(name, attributes, position) {
      // Fields begin and end also where they were deleted.
      if (name === 'fldChar') moveField(part, attributes.fldCharType)
      const isHere = skippedDepth === 0 && !isSkipped(part, name, attributes)
      tracer?.open(name, position, isHere && math === undefined, part.fields.isRemade())
      if (!isHere) skippedDepth++
      else if (math !== undefined) math.open(name, attributes)
      else if (name === 'oMath') math = newMathReader()
      else (openers[placeOf(part, name)] ?? openers[name])?.(part, attributes)
      part.path.push(name)
    },
    text(piece) {
      const name = part.path.at(-1)
      if (skippedDepth > 0) return
      if (math !== undefined) math.text(piece)
      else if (name === 't') addText(part, piece, tracer?.text(piece))
      else if (name === 'instrText') addText(part, piece)
    },
    close(name, position) {
      part.path.pop()
      tracer?.close(position)
      if (skippedDepth > 0) skippedDepth--
      else if (math !== undefined) {
        const formula = math.close()
        if (formula === undefined) return
        math = undefined
        addText(part, formula)
      } else closers[name]?.(part)
    },
  })
  const { flows, notes, edges, edgeIds } = part
  const rest = part.fields.rest()
  if (rest.trim() !== '') flows[0]!.push({ kind: 'paragraph', text: rest, level: 0 })
  return { flow: flows[0]!, notes, edges, edgeIds }
}

function moveField(part: PartState, type: string | undefined): void {
  const { fields } = part
  if (type === 'begin') fields.begin()
  if (type === 'separate') fields.separate()
  if (type === 'end') addText(part, fields.end())
}
