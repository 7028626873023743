/**
 * `parseNumeral`: reads a whole string as one number. Beyond the grammar of the scanner it reads amounts in 元角分 as bank
 * forms write them, dozens, and 一半.
 * Invariant: a string with anything else in it is rejected, never read in part.
 */
import {
  addValues,
  exactFraction,
  formatExact,
  type PrintedNumber,
  scaleValue,
  shiftValue,
} from '../model/exact.js'
import { ch, foldCodes, scaleOf, skipBlanks } from './characters.js'
import { numeralValue } from './numeral.js'
import { scanNumeral } from './scan.js'
import { spellPlainly } from './spelling.js'

const YUAN = new Set([...'元圆块'].map((character) => character.charCodeAt(0)))
const JIAO = new Set([...'角毛'].map((character) => character.charCodeAt(0)))
const WHOLE = new Set([...'整正'].map((character) => character.charCodeAt(0)))
const ONE_HALF: PrintedNumber = { value: exactFraction(1n, 2n), decimals: 0, exponent: 0 }

/** One amount of 元, 角 or 分: the number, and the offset of its unit. */
function readAmount(codes: Uint16Array, at: number) {
  const numeral = scanNumeral(codes, at)
  return numeral === undefined || numeral.high !== null ? undefined : { numeral, unit: numeral.end }
}

/** 三元五角二分整 behind its first number; undefined where the string is anything else. */
function parseMoney(codes: Uint16Array): PrintedNumber | undefined {
  const yuan = readAmount(codes, 0)
  if (yuan === undefined || !YUAN.has(codes[yuan.unit] ?? 0)) return undefined
  let { value } = numeralValue(yuan.numeral)
  let position = yuan.unit + 1
  let decimals = yuan.numeral.head.decimals
  for (const [units, power] of [
    [JIAO, -1],
    [new Set<number>([ch.part]), -2],
  ] as const) {
    const zero = codes[position] === ch.zero ? 1 : 0
    const part = position < codes.length ? readAmount(codes, position + zero) : undefined
    if (part === undefined || !units.has(codes[part.unit] ?? 0)) continue
    value = addValues(value, shiftValue(numeralValue(part.numeral).value, power))
    decimals = -power
    position = part.unit + 1
  }
  if (WHOLE.has(codes[position] ?? 0)) position++
  return position === codes.length ? { value, decimals, exponent: -decimals } : undefined
}

function parseWhole(text: string): PrintedNumber | undefined {
  const trimmed = text.trim()
  const codes = foldCodes(spellPlainly(trimmed)?.text ?? trimmed)
  if (codes.length === 0) return undefined
  const signed = codes[0] === ch.plus || (codes[0] === ch.positive && codes.length > 1)
  const start = signed ? skipBlanks(codes, 1, codes.length) : 0
  if (codes.length === 2 && codes[1] === ch.half && codes[0] === 0x4e00) return ONE_HALF
  const numeral = scanNumeral(codes, start) ?? bareNumeral(codes, start)
  if (numeral === undefined) return undefined
  if (numeral.end === codes.length) return numeral.high === null ? numeralValue(numeral) : undefined
  if (numeral.end === codes.length - 1 && codes[numeral.end] === ch.dozen && numeral.high === null) {
    const { value } = numeralValue(numeral)
    return { value: scaleValue(value, { numerator: 12n, denominator: 1n }), decimals: 0, exponent: 0 }
  }
  return start === 0 ? parseMoney(codes) : undefined
}

/** 千三 and 百五十 leave 一 out; a lone 百 or 万 is a word. */
function bareNumeral(codes: Uint16Array, start: number) {
  const numeral = scanNumeral(codes, start, { bare: true })
  if (numeral === undefined || numeral.end === start + 1 || scaleOf(codes[start]!) > 0) return undefined
  return numeral
}

/**
 * The exact number that a whole string is, in any way of writing (17193, 1,100万, 3万4000, 两千六, 玖仟陆佰, 二〇二〇,
 * 三分之一, 百分之五, 负三点二); undefined where it is no single number, or a vague one (三四百).
 */
export function parseNumeral(text: string): PrintedNumber<string> | undefined {
  const number = parseWhole(text)
  return number && { ...number, value: formatExact(number.value) }
}
