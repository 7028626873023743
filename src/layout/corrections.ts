/** Corrections of the typesetting: what they say of themselves, whoever finds them. */
import type { Undecided } from '../model/correction.js'
import { spanOf } from '../model/span.js'

const confidences = {
  'page-break': 0.96,
  'letter-spacing': 0.99,
  'hard-wrap': 0.97,
  radical: 0.99,
} as const
export type LayoutCode = keyof typeof confidences

/** The correction that takes white space out, or writes a replacement of the same meaning in the place of what stands. */
export function layoutCorrection(
  text: string,
  start: number,
  end: number,
  code: LayoutCode,
  replacement = '',
): Undecided {
  const confidence = confidences[code]
  return {
    ...spanOf<'source'>(start, end),
    actual: text.slice(start, end),
    replacement,
    confidence,
    kind: 'layout',
    traits: [],
    alternatives: [],
    evidence: [{ kind: 'shape', code, value: Math.log(confidence / (1 - confidence)) }],
  }
}
