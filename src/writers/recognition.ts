/** What the record says of the recognition of a scan: line by line, with the doubtful characters apart. */

import type { Fact } from '../model/fact.js'
import { least as lowest } from '../model/lists.js'
import type { RecognisedCharacter, Recognition } from '../model/recognition.js'
import { countFirst } from '../model/sorted.js'
import type { DocumentRecord } from './schema.js'

type RecognitionRecord = NonNullable<DocumentRecord['recognition']>

const rounded = (value: number) => Math.round(value * 10_000) / 10_000
const toRivals = (rivals: RecognisedCharacter['rivals']) =>
  rivals.map(({ text, confidence }) => ({ text, confidence: rounded(confidence) }))

/** Of each fact on a picture, the least confidence of its characters; facts and characters are in order. */
function leastConfidences(
  characters: readonly RecognisedCharacter[],
  facts: readonly Fact[],
): RecognitionRecord['facts'] {
  const least: Record<string, number> = {}
  for (const { id, start, end } of facts) {
    const own = characters.slice(firstFrom(characters, start), firstFrom(characters, end))
    if (own.length > 0) least[id] = rounded(lowest(own.map(({ confidence }) => confidence)))
  }
  return least
}

/** Index of the first character at or behind an offset. */
function firstFrom(characters: readonly RecognisedCharacter[], offset: number): number {
  return countFirst(characters.length, (index) => characters[index]!.start < offset)
}

export function toRecognition(recognition: Recognition, facts: readonly Fact[]): RecognitionRecord {
  const { engine, model, pages, lines } = recognition
  const characters = lines.flatMap((line) => line.characters)
  return {
    engine,
    model,
    pages: pages.map(({ page, width, height, dpi, rotation, confidence }) => ({
      page,
      width,
      height,
      dpi,
      rotation,
      confidence: confidence === null ? null : rounded(confidence),
    })),
    lines: lines.map((line) => ({
      start: line.start,
      end: line.end,
      page: line.page,
      corners: line.corners.map(([x, y]): [number, number] => [Math.round(x), Math.round(y)]),
      confidences: line.characters.map(({ confidence }) => rounded(confidence)),
    })),
    doubts: characters
      .filter(({ rivals, missed }) => rivals.length > 0 || missed.length > 0)
      .map(({ start, end, confidence, rivals, missed }) => ({
        start,
        end,
        confidence: rounded(confidence),
        rivals: toRivals(rivals),
        missed: toRivals(missed),
      })),
    facts: leastConfidences(characters, facts),
  }
}
