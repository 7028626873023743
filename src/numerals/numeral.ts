/**
 * A scanned numeral: its number as printed, its trailing scale word, and whether it is vague.
 * Invariant: the trailing scale is never multiplied into the head: 1,100万 stays 1100 with a scale of 4.
 */
import { type Exact, type PrintedNumber, shiftValue } from '../model/exact.js'

/** 百分之, 千分之, 万分之: the power of ten that the number is a share of. */
export type Share = 0 | 2 | 3 | 4

export interface Numeral {
  readonly start: number
  readonly end: number
  /** The number as printed, without the trailing scale word: 1100 of 1,100万. */
  readonly head: PrintedNumber
  /** Offset where the head ends and the trailing scale word begins; `end` where there is none. */
  readonly headEnd: number
  /** Power of ten of the trailing scale word: 4 for 1,100万, 0 for 3万4000. */
  readonly scale: number
  /** Upper end of a vague numeral (三四百, 十几, 数十), in the scale of the head; null for an exact one. */
  readonly high: Exact | null
  /** 几 or 数 stands for a digit. */
  readonly vague: boolean
  /** Written with Arabic digits, at least at its start. */
  readonly arabic: boolean
  /** Digits only, no 十 or 万 between them: 17193, 二〇二〇. */
  readonly plain: boolean
  readonly share: Share
}

/** The value of a numeral with its trailing scale and share multiplied in. */
export function numeralValue(numeral: Numeral): PrintedNumber {
  const power = numeral.scale - numeral.share
  return {
    value: shiftValue(numeral.head.value, power),
    decimals: numeral.head.decimals,
    exponent: numeral.head.exponent + power,
  }
}

/** A numeral before its sign and fraction are known. */
export interface Unsigned extends Omit<Numeral, 'start' | 'share'> {}

/** Numbers beyond this many digits are codes; no arithmetic is done on them. */
export const LONGEST = 40

export function exactly(value: Exact, decimals: number, exponent: number): PrintedNumber {
  return { value, decimals, exponent }
}
