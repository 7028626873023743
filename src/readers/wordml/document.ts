/** A Word package as a drawing: its body, then its notes, then what stands at the edges of its pages. */
import type { Drawing } from '../drawing.js'
import { newDrawing, textOf } from '../drawing.js'
import { readRelationships, relationshipsOf } from '../office-package.js'
import { originsOf } from '../traced-text.js'
import { drawEdges, drawFlow, drawNotes } from '../word/flow.js'
import { countLists } from '../word/lists.js'
import type { ReadPart } from './body.js'
import { readPart } from './body.js'
import { readNumbering } from './numbering.js'
import { readStyles } from './styles.js'
import type { PackageTrace } from './trace.js'
import { newTrace, tracePart } from './trace.js'

function drawParts(body: ReadPart, notes: readonly ReadPart[], edges: readonly ReadPart[]): Drawing {
  const drawing = newDrawing()
  drawFlow(drawing, body.flow)
  for (const part of [body, ...notes]) drawNotes(drawing, part.notes)
  drawEdges(
    drawing,
    [body, ...edges].flatMap((part) => part.edges),
  )
  return drawing
}

/**
 * Draws a package from its parts, and says in `trace`, where there is one, where its text stands in them. Throws where
 * one of them is no well-formed XML.
 */
export function drawPackage(
  parts: ReadonlyMap<string, Uint8Array>,
  main: string,
  trace?: PackageTrace,
): Drawing {
  const related = readRelationships(parts.get(relationshipsOf(main)), main)
  const partsOf = (type: string) => [...related.values()].filter((relation) => relation.type === type)
  const partOf = (type: string) => parts.get(partsOf(type)[0]?.target ?? '')
  const lists = readNumbering(partOf('numbering'))
  const styleOf = readStyles(partOf('styles'))
  const read = (name: string) => {
    const part = parts.get(name)
    const tracer = trace && part && tracePart(trace, name, part)
    return readPart(part, { styleOf, labelOf: countLists(lists), tracer })
  }
  const body = read(main)
  const notes = [...partsOf('footnotes'), ...partsOf('endnotes')].map(({ target }) => read(target))
  const edges = body.edgeIds.flatMap((id) => {
    const target = related.get(id)?.target
    return target === undefined ? [] : [read(target)]
  })
  return drawParts(body, notes, edges)
}

/** What a package says, with where each character of it stands in its parts. */
export interface TracedPackage {
  readonly text: string
  /** Of each character of the text, its number; `nowhere` for those that stand in no run. */
  readonly origins: Int32Array
  readonly main: string
  readonly trace: PackageTrace
}

/** Reads a package as `drawPackage` does. Throws where one of its parts is no well-formed XML. */
export function tracePackage(parts: ReadonlyMap<string, Uint8Array>, main: string): TracedPackage {
  const trace = newTrace()
  const drawing = drawPackage(parts, main, trace)
  const text = textOf(drawing)
  return { text, origins: originsOf(text.length, drawing.traced), main, trace }
}

/** Draws a document of Word 2003 XML, which is one part that holds everything. */
export function drawSinglePart(bytes: Uint8Array): Drawing {
  const body = readPart(bytes, { styleOf: readStyles(bytes), labelOf: () => '' })
  return drawParts(body, [], [])
}
