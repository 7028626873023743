/**
 * Numbers of formulas and programs, which count nothing: dp[i - 1], (x + 6) = 12, 600*1000/3=200.
 * A lone relation of a named value, as statistics print it (P<0.05, AUC=0.87), stays a quantity.
 * Invariant: at most `reach` characters are looked at on each side of the number.
 */
import { isArabic } from '../numerals/characters.js'
import { codeAt, isOneOf, type QuantityText } from './text.js'

const reach = 24

/** A sign between two operands; a hyphen counts with blanks around it, or at a letter or bracket. */
const operator = /[+*^=<>≤≥≠±×÷≡≈∈∪∩→∧∨¬√∑∫|&]|\s[-–]\s|[A-Za-zͰ-Ͽ)\]]\s*[-–]|[-–]\s*[A-Za-zͰ-Ͽ(]/g
const letterOrBracket = /[A-Za-zͰ-Ͽ()[\]{}\ud835]/
/** The name of a value that is stated with one relation: two letters or more, or one that statistics print. */
const statedName =
  /(?:^|[^A-Za-zͰ-Ͽ\d_\])])(?:[A-Za-z][A-Za-z\d.]{1,20}|[nNpPrRtTFzZχκβ]²?)\s{0,3}[=<>≤≥]\s{0,3}$/

/** Greek, mathematical and ASCII signs; what separates statements ends an expression. */
function belongs(code: number): boolean {
  if (isOneOf(code, ',;:|"\'')) return false
  return (
    (code >= 0x20 && code < 0x7f) ||
    (code >= 0x370 && code <= 0x3ff) ||
    (code >= 0x2190 && code <= 0x22ff) ||
    isOneOf(code, '×÷±¬²³') ||
    (code >= 0xd835 && code <= 0xdfff)
  )
}

/** Greek letters carry the numbers of their kind: α 1, β3. */
const subscript = /[α-ωΑ-Ω] ?$/

/** Where the expression around a number begins and ends. */
function expressionAround(source: QuantityText, start: number, end: number): readonly [number, number] {
  let from = start
  while (start - from < reach && belongs(codeAt(source, from - 1))) from--
  let to = end
  while (to - end < reach && belongs(codeAt(source, to))) to++
  return [from, to]
}

const touchedBefore = /[+*^=<>≤≥≠±×÷≡≈∈∪∩→∧∨¬√∑∫&([–-]$/
const touchedBehind = /^(?:[+*^=<>≤≥≠±×÷≡≈∈∪∩→∧∨¬&)\]–-]|\/[A-Za-zͰ-Ͽ(])/
/** What stands around a number in an index, dp[i-1], or in a list in square brackets, [0, 1]. */
const indexed = /[A-Za-z\d_\])]\[[^[\]]*$/
const listed = /\[[\d\s,.-]*$/

/** Whether a number of Arabic digits without a unit is an operand of a formula or an index of a program. */
export function isOperand(source: QuantityText, start: number, end: number): boolean {
  const [from, to] = expressionAround(source, start, end)
  const left = source.folded.slice(from, start)
  const right = source.folded.slice(end, to)
  if (subscript.test(left)) return true
  const isClosed = /^[^[\]]*\]/.test(source.text.slice(end, end + reach))
  if (isClosed && (indexed.test(left) || listed.test(source.text.slice(Math.max(0, start - reach), start))))
    return true
  const before = left.trimEnd()
  const behind = right.trimStart()
  if (!touchedBefore.test(before) && !touchedBehind.test(behind)) return false
  if (statedName.test(left) && !/^[+*^=<>≤≥≠±×÷]/.test(behind)) return false
  const signs = [...source.folded.slice(from, to).matchAll(operator)].length
  if (signs === 0) return false
  if (letterOrBracket.test(`${before.replace(/^[([]/, '')}${behind.replace(/[)\]]$/, '')}`)) return true
  return signs > 1 && isArabic(codeAt(source, from))
}
