/**
 * Digits in groups of three with a blank between: 321 146件. Invariant: a unit follows, and words stand right before,
 * since in a row of a table two numbers stand so.
 */
import { exactDecimal } from '../../model/exact.js'
import type { Quantity } from '../../model/fact.js'
import { isHan } from '../../numerals/characters.js'
import { readAmount } from '../amount.js'
import { codeAt, type QuantityText } from '../text.js'
import { quantityOf } from '../value.js'
import type { DigitConstruction } from './contract.js'

/** How many digits and blanks are looked at. */
const reach = 24
const pattern = /^\d{1,3}(?: \d{3})+(?![\d.])(?! \d)/

function readGroups(source: QuantityText, at: number): Quantity | undefined {
  if (!isHan(codeAt(source, at - 1))) return undefined
  const found = pattern.exec(source.folded.slice(at, at + reach))
  if (found === null) return undefined
  const end = at + found[0].length
  const head = { value: exactDecimal(found[0].replaceAll(' ', ''), 0), decimals: 0, exponent: 0 }
  const amount = readAmount(source, {
    start: at,
    end,
    headEnd: end,
    head,
    scale: 0,
    high: null,
    vague: false,
    arabic: true,
    plain: true,
    share: 0,
  })
  return amount.unit === null ? undefined : quantityOf(source, amount, false)
}

export const construction: DigitConstruction = {
  id: 'spaced-groups',
  reads: 'digits',
  examples: [
    { text: '全年收案321 146件', reads: '321 146件', value: '321146' },
    { text: '收入1 234 567元', reads: '1 234 567元', value: '1234567' },
  ],
  nonExamples: ['小学 126 345人', '分别为321 146', '共5 1200人'],
  read: readGroups,
}
