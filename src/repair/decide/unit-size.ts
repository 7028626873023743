/**
 * Repairs of units behind numbers: 12公顷 read as 12亩 would be another area. Where the word that stands there, or
 * another word that it may stand for, is a unit of another size, the repair is only suggested.
 * Invariant: no applied repair changes what a figure amounts to.
 */
import type { Undecided } from '../../model/correction.js'
import { longestMatch } from '../../model/trie.js'
import {
  chineseDigit,
  foldCodes,
  isArabic,
  multiplierOf,
  NO_DIGIT,
  scaleOf,
} from '../../numerals/characters.js'
import type { Lexicon } from '../../resources/lexicon.js'
import { simplify } from '../../resources/script.js'
import type { Unit, UnitTable } from '../../resources/units.js'

/** Between a number and its unit there may be so many of these: 12多平方公里, 百余立方米. */
const between = /[余多来几平方立]/
const longestBetween = 3

function isNumeral(code: number): boolean {
  return isArabic(code) || chineseDigit(code) !== NO_DIGIT || multiplierOf(code) > 0 || scaleOf(code) > 0
}

function isBehindNumber(text: string, offset: number): boolean {
  let at = offset - 1
  while (at >= 0 && offset - at <= longestBetween && between.test(text[at]!)) at--
  return at >= 0 && isNumeral(foldCodes(text[at]!)[0]!)
}

/** The words that a word may stand for, itself among them. */
function readingsOf(word: string, { forms, trie, spunStarts, spunPairs, pairStandard }: Lexicon): string[] {
  const match = longestMatch(trie, word, 0)
  if (match === undefined || match.end !== word.length) return [word]
  const pairs = spunPairs.subarray(spunStarts[match.pattern]!, spunStarts[match.pattern + 1]!)
  return [word, ...[...pairs].map((pair) => forms[pairStandard[pair]!]!)]
}

function isOtherSize(unit: Unit, other: Unit | undefined): boolean {
  if (other === undefined || other.measure !== unit.measure) return false
  const { numerator, denominator } = other.factor
  return numerator !== unit.factor.numerator || denominator !== unit.factor.denominator
}

/** What the words around a figure are held against. */
export interface UnitKnowledge {
  readonly units: UnitTable
  readonly lexicon: Lexicon
}

/** Whether a correction of `text` puts a unit behind a number where one of another size could be meant. */
export function changesUnitSize(
  text: string,
  { start, actual, replacement }: Pick<Undecided, 'start' | 'actual' | 'replacement'>,
  { units: { units }, lexicon }: UnitKnowledge,
): boolean {
  const unit = units.get(simplify(replacement))
  if (unit === undefined || !isBehindNumber(text, start)) return false
  return readingsOf(simplify(actual), lexicon).some((word) => isOtherSize(unit, units.get(word)))
}
