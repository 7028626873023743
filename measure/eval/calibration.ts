/**
 * Whether confidence means what it says: the gap between the stated confidence of edits and the share of them that is
 * right, and how many of the right ones are as sure as a user may ask for.
 */
import type { Region } from './score-repair.js'
import { formatTable, percent } from './table.js'

/** One edit that was applied or suggested. */
export interface StatedConfidence {
  readonly confidence: number
  readonly right: boolean
  /** Of a document that nothing was fitted on. */
  readonly heldBack: boolean
}

/** The confidences of the predicted edits of some regions. */
export function confidencesOf(regions: readonly Region[], heldBack: boolean): StatedConfidence[] {
  return regions.flatMap(({ predicted, right }) =>
    predicted.map(({ confidence }) => ({ confidence, right, heldBack })),
  )
}

/** Mean absolute gap between confidence and precision over five equal-mass bins between 0.5 and 0.99. */
export function calibrationError(
  confidences: readonly Pick<StatedConfidence, 'confidence' | 'right'>[],
): number {
  const sorted = confidences
    .filter(({ confidence }) => confidence >= 0.5 && confidence <= 0.99)
    .sort((a, b) => a.confidence - b.confidence)
  if (sorted.length < 5) return 0
  let gap = 0
  for (let bin = 0; bin < 5; bin++) {
    const part = sorted.slice(
      Math.floor((bin * sorted.length) / 5),
      Math.floor(((bin + 1) * sorted.length) / 5),
    )
    const mean = part.reduce((sum, one) => sum + one.confidence, 0) / part.length
    const right = part.filter((one) => one.right).length / part.length
    gap += Math.abs(mean - right)
  }
  return gap / 5
}

/** Confidence of the edits that a careful user applies without looking. */
const sure = 0.9

/** A row a register: edits between 0.5 and 0.99, the error over all and over held-back ones, the right ones that are sure. */
export function formatCalibration(registers: ReadonlyMap<string, readonly StatedConfidence[]>): string {
  const rows = [...registers].map(([register, confidences]) => {
    const right = confidences.filter((one) => one.right)
    const surely = right.filter(({ confidence }) => confidence >= sure)
    const between = confidences.filter(({ confidence }) => confidence >= 0.5 && confidence <= 0.99)
    return [
      register,
      String(between.length),
      percent(calibrationError(confidences)),
      percent(calibrationError(confidences.filter(({ heldBack }) => heldBack))),
      String(right.length),
      `${surely.length} (${percent(right.length === 0 ? 1 : surely.length / right.length)})`,
    ]
  })
  const header = [
    'documents',
    'edits from 0.5 to 0.99',
    'calibration error',
    'error, even',
    'right edits',
    `right from ${sure}`,
  ]
  return formatTable(header, rows)
}
