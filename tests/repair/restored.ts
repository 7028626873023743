/** A decoded text as a test states it: its edits, its passages and the tool, instead of what a decoder made of them. */
import type { Candidates } from '../../src/repair/decode/candidates.js'
import type { DecodedPassage } from '../../src/repair/decode/decode.js'
import type { DecodedEdit } from '../../src/repair/decode/merged-edits.js'
import { findPassages } from '../../src/repair/detect/passages.js'
import type { Restored } from '../../src/repair/restore.js'
import type { ToolPosterior } from '../../src/repair/tool/tool-posterior.js'
import { openPosterior } from '../../src/repair/tool/tool-posterior.js'

/** Start, end, number of the pair, probability. */
export type StatedEdit = readonly [start: number, end: number, pair: number, probability: number]

export function editOf([start, end, pair, probability]: StatedEdit): DecodedEdit {
  return { start, end, pair, probability }
}

/** The passage that a text of one short line is. */
export function wholePassage(text: string, spun: number): DecodedPassage {
  return { ...findPassages(text)[0]!, spun, byForms: spun }
}

export interface StatedText {
  readonly edits: readonly StatedEdit[]
  /** Default: one that is surely spun. */
  readonly passages?: readonly DecodedPassage[]
  /** Default: one that has seen nothing. */
  readonly tool?: ToolPosterior
}

export function restoredOf(candidates: Candidates, text: string, stated: StatedText): Restored {
  const { edits, passages = [wholePassage(text, 1)], tool = openPosterior(candidates) } = stated
  const proof = { proven: true, worthTrying: true, tooShort: false, survival: 1 }
  return {
    candidates,
    decoded: { edits: edits.map(editOf), passages, tool, proof, bySource: false, firstPlaces: undefined },
  }
}
