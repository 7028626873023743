/**
 * The segment stage: adds the reading (width and script folded), the sentences, and, if a segmenter is given, the
 * tokens.
 * Invariant: the reading has the length of the repaired text; tokens join to that text exactly.
 */
import type { RepairedDocument, SegmentedDocument } from '../model/document.js'
import { offsetMap } from '../model/edit.js'
import { foldText } from '../resources/script.js'
import type { Segmenter } from './segmenter.js'
import { findSentences } from './sentences.js'
import { findTokens } from './tokens.js'

/** Segments the repaired text. Without a segmenter there are no tokens, and nothing is loaded. */
export function segmentDocument(document: RepairedDocument, segmenter?: Segmenter): SegmentedDocument {
  const { text } = document.repaired
  const reading = foldText(text)
  const map = offsetMap(document.repaired)
  const blocks = document.blocks.map((block) => map.forward(block))
  return {
    ...document,
    reading,
    sentences: findSentences(reading, blocks),
    tokens: segmenter === undefined ? [] : findTokens(text, segmenter),
    ...(segmenter && { segmenter: segmenter.id }),
  }
}
