/**
 * What each form of the lexicon says of whether a text was spun, whatever the text's register: the rate at which tools
 * write it into clean prose against the highest rate at which clean prose of any register holds it. Pairs of two current
 * words (收入 and 支出) say nothing; a standard word that the tool would have replaced speaks against.
 * Source of the method: naive Bayes on word counts, against the register that fits the form best.
 */
import type { Trie } from '../../model/trie.js'
import type { Lexicon } from '../../resources/lexicon.js'
import type { RepairParameters } from '../../resources/repair-parameters.js'
import type { ToolPrior } from '../tool/tool-prior.js'
import { mixed } from '../tool/tool-prior.js'
import type { FormRates } from './form-rates.js'
import { leastRate } from './form-rates.js'

export interface SpunEvidence {
  /** Of the lexicon's forms. */
  readonly trie: Trie
  /** Log of a form's rate in spun text over its highest rate in clean text, by form; 0 for what no tool writes. */
  readonly markers: Float32Array
  /** Log-odds of spun against clean text, by form: markers for it, surviving standard words against it, bounded. */
  readonly odds: Float32Array
  /** By form: the standard word that it most likely stands for, as a form; -1 for what no tool writes. */
  readonly origins: Int32Array
  /** 1 for forms that tools write and no clean prose holds (黉舍). */
  readonly unheard: Uint8Array
}

/** The evidence of a lexicon's forms. */
export function spunEvidence(
  lexicon: Lexicon,
  prior: ToolPrior,
  { highest, mean }: FormRates,
  { spinRate, detection }: RepairParameters,
): SpunEvidence {
  const { forms, entries, pairSpun, pairStandard, trie } = lexicon
  const written = new Float64Array(forms.length)
  const likeliest = new Float64Array(forms.length)
  const origins = new Int32Array(forms.length).fill(-1)
  for (let pair = 0; pair < entries.length; pair++) {
    // A single character stands inside too many words.
    if (entries[pair]!.spun.length < 2) continue
    const rate =
      mean[pairStandard[pair]!]! * spinRate * detection.coverage * mixed(prior.pairs, pair, prior.shares)
    const form = pairSpun[pair]!
    written[form]! += rate
    if (rate <= likeliest[form]!) continue
    likeliest[form] = rate
    origins[form] = pairStandard[pair]!
  }
  const markers = Float32Array.from(written, (rate, form) =>
    rate === 0 ? 0 : Math.log1p(rate / highest[form]!),
  )
  const odds = markers.map((weight, form) => {
    const holds = spinRate * detection.survivalCoverage * mixed(prior.keys, form, prior.shares)
    const log = Math.log(Math.exp(weight) - holds)
    return Math.max(-detection.mostAgainst, Math.min(detection.mostFor, log))
  })
  const unheard = Uint8Array.from(markers, (weight, form) =>
    weight >= detection.unheardMarker && highest[form]! <= leastRate ? 1 : 0,
  )
  return { trie, markers, odds, origins, unheard }
}
