/** A Word package as a drawing: its body, then its notes, then what stands at the edges of its pages. */
import type { Drawing } from '../drawing.js'
import { newDrawing } from '../drawing.js'
import { readRelationships, relationshipsOf } from '../office-package.js'
import { drawEdges, drawFlow, drawNotes } from '../word/flow.js'
import { countLists } from '../word/lists.js'
import type { ReadPart } from './body.js'
import { readPart } from './body.js'
import { readNumbering } from './numbering.js'
import { readStyles } from './styles.js'

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

/** Draws a package from its parts. Throws where one of them is no well-formed XML. */
export function drawPackage(parts: ReadonlyMap<string, Uint8Array>, main: string): Drawing {
  const related = readRelationships(parts.get(relationshipsOf(main)), main)
  const partsOf = (type: string) => [...related.values()].filter((relation) => relation.type === type)
  const partOf = (type: string) => parts.get(partsOf(type)[0]?.target ?? '')
  const lists = readNumbering(partOf('numbering'))
  const styleOf = readStyles(partOf('styles'))
  const read = (name: string) => readPart(parts.get(name), { styleOf, labelOf: countLists(lists) })
  const body = read(main)
  const notes = [...partsOf('footnotes'), ...partsOf('endnotes')].map(({ target }) => read(target))
  const edges = body.edgeIds.flatMap((id) => {
    const target = related.get(id)?.target
    return target === undefined ? [] : [read(target)]
  })
  return drawParts(body, notes, edges)
}

/** Draws a document of Word 2003 XML, which is one part that holds everything. */
export function drawSinglePart(bytes: Uint8Array): Drawing {
  const body = readPart(bytes, { styleOf: readStyles(bytes), labelOf: () => '' })
  return drawParts(body, [], [])
}
