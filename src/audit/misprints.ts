/**
 * Misprints that would explain a relation that does not hold: one wrong digit, two digits swapped, a shifted decimal
 * point. It says what would make the relation hold, never which figure is wrong.
 */
import { decimal, type ExactDecimal, toDecimal } from '../model/decimal.js'
import { isFraction } from '../model/exact.js'
import type { Figure } from './intervals.js'

export type MisprintCode = 'digit-differs' | 'digits-transposed' | 'off-by-scale'

export interface Misprint {
  readonly code: MisprintCode
  readonly figure: Figure
  /** What would have to be printed, in the printed unit and to its decimals. */
  readonly value: string
}

/** How two digit strings of one length differ, where a slip of the pen explains it. */
function compareDigits(printed: string, needed: string): MisprintCode | undefined {
  if (printed.length !== needed.length) return undefined
  const places: number[] = []
  for (let index = 0; index < printed.length; index++) {
    if (printed[index] !== needed[index]) places.push(index)
  }
  if (places.length === 1) return 'digit-differs'
  const [a, b] = places
  const isSwap =
    places.length === 2 && b === a! + 1 && printed[a!] === needed[b!] && printed[b!] === needed[a!]
  return isSwap ? 'digits-transposed' : undefined
}

/**
 * The misprint that turns the figure's printed number into `needed` (in the figure's own unit of comparison).
 * Undefined where none does.
 */
export function misprintTo(figure: Figure, needed: ExactDecimal): Misprint | undefined {
  const { fact, value } = figure
  if (value === null || value.lte(0) || needed.lte(0) || fact.value === null || isFraction(fact.value)) {
    return undefined
  }
  const scale = value.div(toDecimal(fact.value))
  const own = needed.div(scale)
  const { decimals } = fact.printed
  const exact = own.toFixed(decimals)
  if (!decimal(exact).eq(own)) return undefined
  const code = compareDigits(toDecimal(fact.value).toFixed(decimals), exact)
  if (code !== undefined) return { code, figure, value: exact }
  const power = needed.div(value).log(10)
  if (power.isInteger() && power.abs().gte(1) && power.abs().lte(4)) {
    return { code: 'off-by-scale', figure, value: own.toFixed() }
  }
  return undefined
}

/** How likely a difference that has nothing to do with a misprint looks like one digit all the same, in [0, 1]. */
export function chanceOfMisprint(total: Figure): number {
  if (total.value === null || total.value.lte(0)) return 1
  const units = total.value.div(total.step)
  const digits = units.toFixed(0).length
  return Math.min(1, (9 * digits) / units.toNumber())
}

/** Every value that differs from the printed one in one digit, in the figure's own unit of comparison. */
export function misprintsOf(figure: Figure): (Misprint & { readonly needed: ExactDecimal })[] {
  const { fact, value } = figure
  if (value === null || value.lte(0) || fact.value === null || isFraction(fact.value)) return []
  const scale = value.div(toDecimal(fact.value))
  const printed = toDecimal(fact.value).toFixed(fact.printed.decimals)
  const misprints: (Misprint & { readonly needed: ExactDecimal })[] = []
  for (let place = 0; place < printed.length; place++) {
    if (printed[place] === '.') continue
    for (let digit = place === 0 && printed.length > 1 ? 1 : 0; digit <= 9; digit++) {
      if (printed[place] === String(digit)) continue
      const changed = printed.slice(0, place) + digit + printed.slice(place + 1)
      misprints.push({
        code: 'digit-differs',
        figure,
        value: changed,
        needed: decimal(changed).times(scale),
      })
    }
  }
  return misprints
}
