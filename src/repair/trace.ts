/**
 * Keeps what a pass over the text weighed, in spans of the source, so that it can be told later without decoding
 * again.
 */
import type { Span } from '../model/span.js'
import type { PassTrace, WeighedEdit } from '../model/trace.js'
import { calibrationFor } from './decide/calibration.js'
import { logPrior } from './decide/choose.js'
import type { DecodedEdit } from './decode/merged-edits.js'
import type { Restored } from './restore.js'
import { pairOf } from './tool/pair-table.js'
import type { ToolPosterior } from './tool/tool-posterior.js'

/** The family of tools that most likely made a pair, of those that the document's tool is of. */
function likeliestFamily({ prior, families }: ToolPosterior, pair: number): string {
  let best = 0
  const jointOf = (family: number) => families[family]! * prior.pairs[pair * families.length + family]!
  for (let family = 1; family < families.length; family++) if (jointOf(family) > jointOf(best)) best = family
  return prior.families[best]!.id
}

/** The trace of one pass; `toSource` maps the text that it read to the source. */
export function tracePass(
  text: string,
  restored: Restored,
  toSource: (start: number, end: number) => Span<'source'>,
): PassTrace {
  const { edits, passages, tool } = restored.decoded
  const calibrate = calibrationFor(text, restored)
  const weigh = (edit: DecodedEdit): WeighedEdit => {
    const pair = pairOf(tool.table, edit.pair)
    return {
      ...toSource(edit.start, edit.end),
      actual: text.slice(edit.start, edit.end),
      replacement: pair.standard,
      pair,
      family: likeliestFamily(tool, edit.pair),
      prior: logPrior(tool, edit.pair),
      probability: edit.probability,
      confidence: calibrate(edit),
    }
  }
  return {
    weighed: edits.map(weigh).sort((a, b) => a.start - b.start || a.end - b.end),
    passages: passages.map(({ start, end, spun }) => ({ ...toSource(start, end), spun })),
    families: tool.prior.families.map(({ id }, index) => ({ id, share: tool.families[index]! })),
  }
}
