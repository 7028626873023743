/** What no language model may choose: figures, numerals, what stands in a number, and the unit that follows it. */
import { chineseDigit, multiplierOf, NO_DIGIT, scaleOf } from '../../numerals/characters.js'

const digit = /[0-9０-９]/
/** Signs that belong to the number beside them. */
const ofNumbers = /[.,，．·:：%％‰+±~～<>≤≥°℃\-－−—–/／]/
/** Read like a figure or taken for one. */
const figureLike = /[lIO|!]/

function isNumeral(character: string): boolean {
  const code = character.charCodeAt(0)
  return chineseDigit(code) !== NO_DIGIT || multiplierOf(code) > 0 || scaleOf(code) > 0
}

const isOfNumber = (character: string) =>
  digit.test(character) || isNumeral(character) || figureLike.test(character)

/** Whether `replacement` may not stand in the place of a stretch of a text; an empty stretch is an insertion. */
export function isFrozen(text: string, start: number, end: number, replacement: string): boolean {
  const actual = text.slice(start, end)
  if ([...actual, ...replacement].some(isOfNumber)) return true
  const isBehindDigit = digit.test(text[start - 1] ?? '')
  const isBeforeDigit = digit.test(text[end] ?? '')
  if (!isBehindDigit && !isBeforeDigit) return false
  // Nothing is put into or beside a figure, and what may be its sign stays.
  if (actual === '' || ofNumbers.test(replacement)) return true
  return ofNumbers.test(actual) && isBehindDigit && isBeforeDigit
}
