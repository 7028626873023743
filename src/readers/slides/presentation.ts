/** A PowerPoint package as a drawing: its slides, then what the speaker notes, then what stands at the edges of slides. */
import type { Drawing } from '../drawing.js'
import { newDrawing } from '../drawing.js'
import { readRelationships, relationshipsOf } from '../office-package.js'
import type { Flow } from '../word/flow.js'
import { drawEdges, drawFlow, drawNotes } from '../word/flow.js'
import { parsePart } from '../xml-part.js'
import { readSlide } from './slide.js'

export interface DrawnSlides {
  readonly drawing: Drawing
  readonly pageStarts: readonly number[]
}

type Parts = ReadonlyMap<string, Uint8Array>

/**
 * Paths of the slides, in the order in which they are shown. Where the number of the relationship cannot be told from
 * the other one of a slide, in the order of their names.
 */
function slidePaths(parts: Parts, main: string): string[] {
  const related = readRelationships(parts.get(relationshipsOf(main)), main)
  const paths: string[] = []
  parsePart(parts.get(main), {
    open(name, attributes) {
      if (name !== 'sldId') return
      const target = related.get(attributes.id ?? '')?.target
      if (target !== undefined) paths.push(target)
    },
  })
  if (paths.length > 0) return paths
  const numberOf = (path: string) => Number(/(?<!\d)(\d+)\.xml$/.exec(path)?.[1] ?? 0)
  const slides = [...related.values()].filter(({ type }) => type === 'slide').map(({ target }) => target)
  return slides.sort((one, two) => numberOf(one) - numberOf(two))
}

/** Draws a presentation from its parts. Throws where one of them is no well-formed XML. */
export function drawPresentation(parts: Parts, main: string): DrawnSlides {
  const drawing = newDrawing()
  const pageStarts: number[] = []
  const notes: Flow[number][] = []
  const edges: Flow[number][] = []
  for (const path of slidePaths(parts, main)) {
    const slide = readSlide(parts.get(path))
    if (slide.isHidden) continue
    pageStarts.push(drawing.length)
    drawFlow(drawing, slide.flow)
    for (const part of slide.edges) edges.push(part)
    for (const { type, target } of readRelationships(parts.get(relationshipsOf(path)), path).values()) {
      if (type === 'notesSlide') for (const part of readSlide(parts.get(target)).flow) notes.push(part)
    }
  }
  drawNotes(drawing, notes)
  drawEdges(drawing, edges)
  return { drawing, pageStarts }
}
