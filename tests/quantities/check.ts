/** Numbers of a text in one line each, so that a table of sentences says all that was read of them. */
import { expect, test } from 'vitest'
import type { Quantity } from '../../src/pipeline/quantities.js'
import { type QuantityText, quantityText } from '../../src/quantities/text.js'
import { printedNumbers } from '../support/numbers.js'
import { units } from '../support/tables.js'

export function sourceOf(text: string): QuantityText {
  return quantityText(text, units)
}

/** `6000余万元: 6000 [6000, 7000] 万元 more-than 余 (money) = 60000000 CNY`; what is plain is left out. */
function quantityLine(quantity: Quantity): string {
  const { text, value, low, high, unit, bound, qualifier, base, measure } = quantity
  const ends = low === null && high === null ? '' : ` [${low ?? ''}, ${high ?? ''}]`
  const scaled = base.value === value && base.unit === unit ? '' : ` = ${base.value ?? '?'} ${base.unit}`
  const words = [bound === 'exact' ? '' : ` ${bound}`, qualifier === null ? '' : ` ${qualifier}`].join('')
  const kind = measure === 'count' ? '' : ` (${measure})`
  return `${text}: ${value ?? '?'}${ends} ${unit}${words}${kind}${scaled}`
}

/** All numbers of a text in order: quantities, and `reason: text` for those that are none. */
export function numbersOf(text: string): string[] {
  const { quantities, ignored } = printedNumbers(text, units)
  const lines = [
    ...quantities.map((quantity) => ({ start: quantity.start, line: quantityLine(quantity) })),
    ...ignored.map((item) => ({ start: item.start, line: `${item.reason}: ${item.text}` })),
  ]
  return lines.sort((a, b) => a.start - b.start).map(({ line }) => line)
}

/** One test a row: a text and the lines of its numbers. */
export function checkNumbers(rows: readonly (readonly [string, ...string[]])[]): void {
  for (const [text, ...lines] of rows) {
    test(JSON.stringify(text), () => {
      expect(numbersOf(text)).toEqual(lines)
    })
  }
}
