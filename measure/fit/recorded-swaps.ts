/**
 * What was weighed in a text, kept so that it can be decided again and again without decoding it anew. Of each swap is
 * kept what the parameters of the decision look at, whatever they are: its passage, how well the language model knows the
 * register, and whether it is the only swap of its passage.
 */
import type { Evidence } from '../../src/model/correction.js'
import { offsetMap } from '../../src/model/edit.js'
import { spanOf } from '../../src/model/span.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { runStages } from '../../src/pipeline/stages.js'
import type { Swap } from '../../src/repair/decide/choose.js'
import { chooseSwaps } from '../../src/repair/decide/choose.js'
import { protectOffsets } from '../../src/repair/decide/protected.js'
import type { DecisionContext } from '../../src/repair/decide/rules.js'
import { wouldApply } from '../../src/repair/decide/rules.js'
import { firstFrom } from '../../src/repair/decide/sorted.js'
import { repairedPieces } from '../../src/repair/decode/repaired-pieces.js'
import { meanFit } from '../../src/repair/detect/fit.js'
import type { Restored } from '../../src/repair/restore.js'
import { restore } from '../../src/repair/restore.js'
import type { DecisionParameters, RepairParameters } from '../../src/resources/repair-parameters.js'
import { sourceOf } from '../eval/repair.js'
import type { EvaluationText } from '../eval/sets.js'

/** A swap with what its decision looks at. */
export interface RecordedSwap extends Swap {
  readonly actual: string
  readonly kind: 'swap'
  /** Its evidence apart from what the parameters of the decision say. */
  readonly evidence: readonly Evidence[]
  readonly fit: Evidence | undefined
  readonly lone: Evidence | undefined
  readonly passage: { readonly spun: number; readonly byForms: number }
}

/** The swaps of a text, in offsets of the source. */
export interface RecordedText {
  readonly text: EvaluationText
  readonly swaps: readonly RecordedSwap[]
  /** How well the language model knows all that was spun. */
  readonly fit: number
  readonly context: Omit<DecisionContext, 'applyFrom' | 'decision'>
}

const loneCode = 'lone-swap'
const foreignCode = 'foreign-register'
const certain = 2

/** The restored text, as if its parameters had a home that reaches so far and every only swap were a lone one. */
function withHome(restored: Restored, homeFit: number): Restored {
  const { parameters } = restored.candidates
  const all: RepairParameters = {
    ...parameters,
    detection: { ...parameters.detection, homeFit },
    decision: { ...parameters.decision, lone: { spun: certain, byForms: certain } },
  }
  const { decoded, candidates } = restored
  return {
    candidates: { ...candidates, parameters: all },
    decoded: { ...decoded, tool: { ...decoded.tool, parameters: all } },
  }
}

/** Repairs a text and keeps what is weighed; one pass alone, in which all but texts that were spun twice are read. */
export function recordSwaps(text: EvaluationText, resources: Resources): RecordedText {
  const { candidates, units } = resources
  const { lexicon } = candidates
  const document = runStages(sourceOf(text.text), { resources, until: 'layout' })
  const normalised = document.normalised.text
  const protectedAt = protectOffsets(document, lexicon)
  const restored = restore(candidates, normalised, { assume: 'auto', protectedAt })
  const { passages } = restored.decoded
  const pieces = repairedPieces(normalised, restored.decoded).map((piece) => piece.text)
  const map = offsetMap(document.normalised)
  const home = chooseSwaps(normalised, withHome(restored, Number.NEGATIVE_INFINITY))
  const abroad = chooseSwaps(normalised, withHome(restored, Number.POSITIVE_INFINITY))
  const swaps = home.map((swap, index): RecordedSwap => {
    const { start, end } = map.back(spanOf<'normalised'>(swap.start, swap.end))
    return {
      ...swap,
      start,
      end,
      actual: text.text.slice(start, end),
      kind: 'swap',
      evidence: swap.evidence.filter(({ code }) => code !== loneCode),
      lone: swap.evidence.find(({ code }) => code === loneCode),
      fit: abroad[index]!.evidence.find(({ code }) => code === foreignCode),
      passage: passages[firstFrom(passages, swap.start + 1) - 1]!,
    }
  })
  const fit = meanFit(restored.candidates.model, pieces)
  return { text, swaps, fit, context: { beyondRepair: [], units, lexicon } }
}

/** The swaps that are applied under other parameters. */
export function decideAgain(
  { text, swaps, fit, context }: RecordedText,
  decision: DecisionParameters,
  applyFrom: number,
  homeFit: number,
): readonly RecordedSwap[] {
  const { lone } = decision
  const asked = { ...context, applyFrom, decision }
  return swaps.filter((swap) => {
    const isForeign = swap.fit !== undefined && swap.fit.value < homeFit
    const isLone = fit >= homeFit && (swap.passage.spun < lone.spun || swap.passage.byForms < lone.byForms)
    const around = [isForeign && swap.fit, isLone && swap.lone].filter(
      (one) => one !== false && one !== undefined,
    )
    const weighed = around.length === 0 ? swap : { ...swap, evidence: [...swap.evidence, ...around] }
    return wouldApply(text.text, weighed, asked)
  })
}
