/**
 * Bounds in brackets that define the thing before them: 大型企业(300人以上)12家, 小型车辆(1.5吨以下)每辆次200元. They are part of its name
 * and no facts of their own. Invariant: a bounded number of characters is looked at around each number.
 */
import type { Quantity } from '../../model/fact.js'
import type { Reading } from '../reading.js'
import { isThreshold } from './inner-number.js'

/** A bracket that opens behind a word, up to its number: (从业人员300人以上). */
const opening = /\p{Script=Han}[(（]\p{Script=Han}{0,6}$/u
/** It closes behind the number, and a word may stand before the figure that is meant: (18层以上)消防验收27栋. */
const closing = /^\p{Script=Han}{0,2}[)）][^\s,;:。!?()、]{0,12}$/u
/** More characters than each pattern can hold. */
const reach = 16

/** The numbers of a passage that define what another one counts. */
export function definitionsOf({ text }: Reading, quantities: readonly Quantity[]): ReadonlySet<Quantity> {
  return new Set(
    quantities.filter((quantity, index) => {
      const next = quantities[index + 1]
      if (next === undefined || next.start - quantity.end > reach || !isThreshold(quantity)) return false
      const before = text.slice(Math.max(0, quantity.start - reach), quantity.start)
      return opening.test(before) && closing.test(text.slice(quantity.end, next.start))
    }),
  )
}
