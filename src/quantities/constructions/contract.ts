/**
 * A construction: one way of saying a number with words around it that a numeral and a unit alone do not explain.
 * Each is a file of this folder with texts in which it is read and texts in which it is not; which is tried before
 * which stands in `order.ts`.
 */
import type { Quantity } from '../../model/fact.js'
import type { Numeral } from '../../numerals/numeral.js'
import type { Amount } from '../amount.js'
import type { QuantityText } from '../text.js'

/** A text that holds the construction, what of it is the quantity, and its value, both ends of it, or neither. */
export interface Example {
  readonly text: string
  readonly reads: string
  readonly value?: string
  readonly ends?: readonly [low: string, high: string]
}

interface Described {
  /** The name of its file. */
  readonly id: string
  readonly examples: readonly Example[]
  /** Texts that look like it, in which it reads nothing. */
  readonly nonExamples: readonly string[]
}

/** Begins with a sign of its own, before any numeral: 半小时, 零下4度. */
export interface SignConstruction extends Described {
  readonly reads: 'signs'
  /** The characters that it may begin with. */
  readonly starts: string
  /** Whether it begins at an offset that holds one of them; nothing else is tried there then. */
  opens(source: QuantityText, at: number): boolean
  read(source: QuantityText, at: number): Quantity | undefined
}

/** Begins with Arabic digits that are no plain numeral: 20xx. Dates are tried before, labels after. */
export interface DigitConstruction extends Described {
  readonly reads: 'digits'
  read(source: QuantityText, at: number): Quantity | undefined
}

/** Goes on behind a numeral that is no label, before any unit: 1:3.5. */
export interface NumeralConstruction extends Described {
  readonly reads: 'numeral'
  read(source: QuantityText, numeral: Numeral): Quantity | undefined
}

/** Goes on behind a number with its unit: 10至15万元. */
export interface AmountConstruction extends Described {
  readonly reads: 'amount'
  read(source: QuantityText, amount: Amount): Quantity | undefined
}

export type Construction = SignConstruction | DigitConstruction | NumeralConstruction | AmountConstruction
