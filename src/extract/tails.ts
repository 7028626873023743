/**
 * The words behind a number, where those before it do not say what is measured: 30名专任保安, 602人参加普通高考,
 * 6所学校超过规定标准, 三分之二的边缘户缺乏技能.
 */
import type { Range, Reading } from './reading.js'
import { cueAtStart, firstCue, textOf } from './reading.js'

export interface Tail {
  /** What is counted, with what is said of it before it. */
  readonly words: string
  /** Where the words of the next number begin. */
  readonly end: number
}

const longestPredicate = 10
const longestNoun = 6

function isConnector(code: number): boolean {
  return code === 0x3001 || code === 0x548c || code === 0x4e0e || code === 0x53ca
}

/** The longest known noun that begins where the range does. */
function knownNounEnd(reading: Reading, { start, end }: Range): number | undefined {
  for (let at = Math.min(end, start + longestNoun); at > start; at--) {
    if (reading.table.heads.longestBefore(reading.codes, at, start)?.end === start) return at
  }
  return undefined
}

/** Reads the words behind a number; `hasNext`: another number follows without a mark between. */
export function readTail(reading: Reading, range: Range, hasNext: boolean): Tail | undefined {
  let { start } = range
  while (start < range.end && reading.codes[start] === 0x20) start++
  const isAttribute = reading.text[start] === '的'
  if (isAttribute) start++
  if (start >= range.end || isConnector(reading.codes[start]!)) return undefined
  let end = range.end
  for (let at = start; at < range.end; at++) {
    if (isConnector(reading.codes[at]!) && hasNext) {
      end = at
      break
    }
  }
  const whole = { start, end }
  const opening = cueAtStart(reading, whole, ['verb'])
  if (opening !== undefined && opening.end < end) {
    if (hasNext && end === range.end) return undefined
    return {
      words: reading.text.slice(opening.end, Math.min(end, opening.end + 20)) + opening.cue.standard,
      end,
    }
  }
  const verb = firstCue(reading, whole, 'verb')
  if (verb !== undefined && verb.start > start) {
    const noun = reading.text.slice(start, verb.start)
    const predicate = reading.text.slice(verb.start, end).trim()
    if (hasNext && end === range.end) return { words: noun, end: verb.start }
    return { words: !hasNext && predicate.length <= longestPredicate ? predicate + noun : noun, end }
  }
  if (hasNext && end === range.end) {
    const nounEnd = knownNounEnd(reading, whole)
    return nounEnd === undefined
      ? undefined
      : { words: textOf(reading, { start, end: nounEnd }), end: nounEnd < end ? start : end }
  }
  const words = textOf(reading, { start, end: Math.min(end, start + 24) })
  return words.trim() === '' ? undefined : { words, end }
}
