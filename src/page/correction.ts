/** What a correction's note says, in words. Knows no element. */
import type { ClientWords, CorrectionNote, DocumentNotes } from '../writers/page/client-data.js'

export interface CorrectionInWords {
  readonly actual: string
  readonly replacement: string
  readonly isApplied: boolean
  /** Status and kind. */
  readonly summary: string
  /** In thousandths. */
  readonly confidence: number
  readonly traits: readonly string[]
  /** Other readings, each with its confidence. */
  readonly alternatives: readonly string[]
  readonly evidence: readonly string[]
  /** Name of its place on the picture of a scan. */
  readonly spot: string | undefined
}

/** A share in thousandths as a percentage. */
export function percent(thousandths: number): string {
  return `${Math.round(thousandths) / 10}%`
}

/** How much a reason of this weight counts for the correction. */
function strengthOf(weight: number, [strong, some, little, against]: ClientWords['weights']): string {
  if (weight >= 3) return strong
  if (weight >= 0.5) return some
  return weight > -3 ? little : against
}

/** Notes hold pairs of values as flat lists. */
function pairsOf<Value>(flat: readonly Value[]): [Value, Value][] {
  return flat.flatMap((value, at) => (at % 2 === 0 ? [[value, flat[at + 1]!] as [Value, Value]] : []))
}

function reasonInWords(reason: string, weight: number, words: ClientWords): string {
  if (!reason.includes('{count}')) return `${reason}: ${strengthOf(weight, words.weights)}`
  return reason.replace('{count}', String(Math.max(1, Math.round(weight))))
}

export function correctionInWords(
  note: CorrectionNote,
  { pairs, reasons }: DocumentNotes,
  words: ClientWords,
): CorrectionInWords {
  const [pair, status, kind, confidence, traits, alternatives, evidence, spot] = note
  const [actual, replacement] = pairs[pair]!
  return {
    actual,
    replacement,
    isApplied: status === 0,
    summary: [words.status[status], words.kinds[kind]].join(' · '),
    confidence,
    traits: words.traits.filter((_, bit) => (traits & (1 << bit)) !== 0),
    alternatives: pairsOf(alternatives === 0 ? [] : alternatives).map(
      ([text, share]) => `${text} ${percent(Number(share))}`,
    ),
    evidence: pairsOf(evidence).map(([reason, tenths]) =>
      reasonInWords(reasons[reason]!, tenths / 10, words),
    ),
    spot,
  }
}
