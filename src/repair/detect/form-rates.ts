/**
 * How common each form of the lexicon is in clean prose: the highest of its rates over the registers that were
 * counted, and their mean. A form that a tool writes tells only where no register of clean prose holds it: 设置装备摆设
 * tells, 收入 does not.
 */
import type { WordCounts } from '../../resources/frequencies.js'

/** By form; occurrences a character. Forms of one character have none. */
export interface FormRates {
  readonly highest: Float64Array
  readonly mean: Float64Array
}

/** Characters of the pooled registers that a register's own rate is smoothed with: a small register says little. */
const smoothing = 300_000
/** No rate is known to be lower: a count of zero in all that was read. */
export const leastRate = 2e-7
/** What a count of zero stands for: less than half of one, or a form that was never seen would be as common as one that was. */
const unseen = 0.3

/** Rates of the forms; `guess` gives the rate of a form that was never counted, as users' own tables hold them. */
export function formRates(
  forms: readonly string[],
  { registers, counts }: WordCounts,
  guess: (form: number) => number,
): FormRates {
  const all = registers.reduce((sum, { characters }) => sum + characters, 0)
  const highest = new Float64Array(forms.length)
  const mean = new Float64Array(forms.length)
  forms.forEach((word, form) => {
    if (word.length < 2) return
    const row = counts.get(word)
    if (row === undefined) {
      mean[form] = guess(form)
      highest[form] = Math.max(leastRate, mean[form]!)
      return
    }
    const pooled = (row.reduce((sum, count) => sum + count, 0) + unseen) / all
    registers.forEach(({ characters }, register) => {
      const rate = (row[register]! + smoothing * pooled) / (characters + smoothing)
      highest[form] = Math.max(highest[form]!, rate)
      mean[form]! += rate / registers.length
    })
    highest[form] = Math.max(leastRate, highest[form]!)
  })
  return { highest, mean }
}
