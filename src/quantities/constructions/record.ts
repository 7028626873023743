/**
 * Games won, drawn and lost, and throws that hit: 14胜2平6负, 8投5中. Invariant: two of them stand together; one alone
 * (3胜于) is none.
 */
import type { Quantity } from '../../model/fact.js'
import { isArabic } from '../../numerals/characters.js'
import { scanNumeral } from '../../numerals/scan.js'
import { codeAt, type QuantityText } from '../text.js'
import type { DigitConstruction } from './contract.js'

/** How many characters of a record are looked at, behind a number and before it. */
const reach = 10
const first = /^(\d{1,3})(?:[胜平和](?=[、,]?\d{1,3}[平和负])|[投罚](?=\d{1,3}中))/
const further = /^(\d{1,3})[平和负中]/
const before = /\d(?:[胜平和][、,]?|[投罚])$/

function readPart(source: QuantityText, at: number): Quantity | undefined {
  if (isArabic(codeAt(source, at - 1))) return undefined
  const behind = source.folded.slice(at, at + reach)
  const found =
    first.exec(behind) ??
    (before.test(source.folded.slice(Math.max(0, at - reach), at)) ? further.exec(behind) : null)
  const numeral = found === null ? undefined : scanNumeral(source.codes, at, { limit: at + found[1]!.length })
  if (numeral === undefined) return undefined
  const { value } = numeral.head
  const end = numeral.end + 1
  const unit = source.text.slice(numeral.end, end)
  return {
    start: at,
    end,
    text: source.text.slice(at, end),
    value,
    low: null,
    high: null,
    unit,
    base: { value, unit },
    bound: 'exact',
    qualifier: null,
    measure: 'count',
    printed: numeral.head,
  }
}

export const construction: DigitConstruction = {
  id: 'record',
  reads: 'digits',
  examples: [
    { text: '赛季14胜2平6负', reads: '14胜', value: '14' },
    { text: '全场8投5中', reads: '8投', value: '8' },
  ],
  nonExamples: ['占地2平', '3胜于2', '8中队'],
  read: readPart,
}
