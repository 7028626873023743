/** Cases of cn2an: strings that are one number, strings that must be refused, and rewritten sentences. */
import { parseNumeral } from '../../src/numerals/parse.js'
import type { UnitTable } from '../../src/resources/units.js'
import { compareNumbers, isClose, type PeerCase, readJson, seenNumbers, toNumber } from './cases.js'

interface Conversions {
  readonly cases: readonly {
    input: string
    value?: number
    text?: string
    method?: string
    expected?: string
    direct?: boolean
  }[]
}

/** The numbers of a sentence in Arabic digits. */
function arabicNumbers(text: string): number[] {
  return [...text.matchAll(/(?<![\d.])-?\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits))
}

export function cn2anCases(folder: string, table: UnitTable): PeerCase[] {
  const suite = 'cn2an'
  const conversions = readJson<Conversions>(folder, 'cn2an', 'cn2an.json').cases.map(
    ({ input, value, text }) => {
      const own = parseNumeral(input)?.value
      const expected = value ?? Number(text)
      const agrees = own !== undefined && isClose(toNumber(own), expected)
      return {
        suite,
        input,
        expected: String(expected),
        disagreement: agrees ? undefined : String(own),
      } as const
    },
  )
  const refused = readJson<Conversions>(folder, 'cn2an', 'cn2an_errors.json').cases.map(({ input }) => {
    return { suite, input, expected: 'refused', disagreement: parseNumeral(input)?.value } as const
  })
  const sentences = readJson<Conversions>(folder, 'cn2an', 'transform.json').cases.map(
    ({ input, expected = '', method, direct }) => {
      const [chinese, arabic] = method === 'an2cn' ? [expected, input] : [input, expected]
      // Digit by digit, the peer leaves other numerals as they are, so both sides are read.
      const numbers = direct
        ? seenNumbers(arabic, table).map(({ values }) => values[0]!)
        : arabicNumbers(arabic)
      return {
        suite,
        input,
        expected,
        disagreement: compareNumbers(seenNumbers(chinese, table), numbers),
      } as const
    },
  )
  return [...conversions, ...refused, ...sentences]
}
