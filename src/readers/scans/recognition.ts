/**
 * What a document keeps of its recognition: the places of its characters on the pictures, found again in the text that was
 * drawn from them. A text shows its glyphs in their order, with spaces and breaks between them.
 */
import type {
  RecognisedCharacter,
  RecognisedLine,
  RecognisedPage,
  Recognition,
} from '../../model/recognition.js'
import { spanOf } from '../../model/span.js'
import type { Drawing } from '../drawing.js'
import type { GlyphReading } from '../printed/ink.js'
import type { ReadPage, Recogniser } from './contract.js'

/** How much further than the last one a glyph is looked for: a raised figure is written otherwise. */
const lookAhead = 4

interface PlacedCharacter {
  readonly character: RecognisedCharacter
  readonly reading: GlyphReading
}

/** The characters of one piece of a drawing that come from a picture. */
function placesIn({ start, text, glyphs }: Drawing['ink'][number]): PlacedCharacter[] {
  let next = 0
  return glyphs.flatMap((glyph) => {
    const found = text.indexOf(glyph.text, next)
    if (found < 0 || text.slice(next, found).replace(/\s+/g, '').length > lookAhead) return []
    next = found + glyph.text.length
    const { reading } = glyph
    if (reading === undefined) return []
    const { confidence, rivals, missed } = reading
    const span = spanOf<'source'>(start + found, start + next)
    return [{ reading, character: { confidence, rivals, missed, ...span } }]
  })
}

/** Characters that follow each other in one box make a line. */
function linesOf(drawing: Drawing): RecognisedLine[] {
  const runs: PlacedCharacter[][] = []
  for (const placed of drawing.ink.flatMap(placesIn)) {
    const run = runs.at(-1)
    if (run !== undefined && run[0]!.reading.box === placed.reading.box) run.push(placed)
    else runs.push([placed])
  }
  return runs.map((run) => {
    const { page, box } = run[0]!.reading
    const characters = run.map(({ character }) => character)
    return {
      page,
      corners: box.corners,
      characters,
      ...spanOf<'source'>(characters[0]!.start, characters.at(-1)!.end),
    }
  })
}

/** Mean confidence of the characters of a page; null where it has none. */
export function confidenceOf({ lines }: Pick<ReadPage, 'lines'>): number | null {
  const characters = lines.flatMap((line) => line.characters)
  if (characters.length === 0) return null
  return characters.reduce((sum, { confidence }) => sum + confidence, 0) / characters.length
}

function pageOf(read: ReadPage): RecognisedPage {
  const { page, width, height, dpi, rotation } = read
  return { page, width, height, dpi, rotation, confidence: confidenceOf(read) }
}

export function recognitionOf(
  drawing: Drawing,
  pages: readonly ReadPage[],
  { engine, model }: Pick<Recogniser, 'engine' | 'model'>,
): Recognition {
  return { engine, model, pages: pages.map(pageOf), lines: linesOf(drawing) }
}
