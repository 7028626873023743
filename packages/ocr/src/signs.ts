/** Signs of figures that the model reads wrongly in one way, and the other way hardly ever. */
import type { Decoded, DecodedCharacter } from './decode.js'

/** The least chance of a comma, where a figure has the form of one with thousands. */
const leastChance = 0.03
const digit = /^[0-9]$/
const digitsOfGroup = 3

/** How many digits stand on one side of a place. */
function digitsBeside(characters: readonly DecodedCharacter[], at: number, step: 1 | -1): number {
  let count = 0
  while (digit.test(characters[at + (count + 1) * step]?.text ?? '')) count++
  return count
}

/** Whether a sign may group thousands: three digits behind it, no more than three before it. */
function mayGroup(characters: readonly DecodedCharacter[], at: number): boolean {
  const before = digitsBeside(characters, at, -1)
  const isLeadingZero = before === 1 && characters[at - 1]!.text === '0'
  const isInRange = before >= 1 && before <= digitsOfGroup && !isLeadingZero
  return isInRange && digitsBeside(characters, at, 1) === digitsOfGroup
}

/**
 * Commas that group thousands, where the model reads a point: worn or blurred, a comma loses its tail, and of points that
 * may just be commas nearly all are (25 of 27 on the pages that this was chosen on, against 1 of 257 the other way).
 */
function withCommas(characters: readonly DecodedCharacter[]): DecodedCharacter[] {
  return characters.map((character, at) => {
    if (character.text !== '.') return character
    const comma = character.rivals.find(({ text }) => text === ',' || text === '，')
    if (comma === undefined || comma.confidence < leastChance || !mayGroup(characters, at)) return character
    const others = character.rivals.filter((rival) => rival !== comma)
    const point = { text: character.text, confidence: character.confidence }
    return { ...character, text: ',', confidence: comma.confidence, rivals: [point, ...others] }
  })
}

/** What the last ring of ‰ is read as, behind %. */
const ring = /^[0oO]$/
const ofWords = /^[0-9A-Za-z.,]$/

/** Whether % and what stands behind it, at the end of a figure, are one sign: no figure and no word goes on there. */
function isPerMille(characters: readonly DecodedCharacter[], at: number): boolean {
  const [before, sign, last, next] = characters.slice(at - 1, at + 3)
  const isTorn = sign?.text === '%' && last !== undefined && ring.test(last.text)
  return isTorn && digit.test(before!.text) && !ofWords.test(next?.text ?? '')
}

/** ‰, which the model tears in two: %0 behind a figure. */
function withPerMille({ characters, gaps }: Decoded): Decoded {
  const at = characters.findIndex((_, index) => index > 0 && isPerMille(characters, index))
  if (at < 0) return { characters, gaps }
  const [sign, last] = characters.slice(at, at + 2) as [DecodedCharacter, DecodedCharacter]
  const confidence = Math.min(sign.confidence, last.confidence)
  const whole = { ...sign, text: '‰', last: last.last, confidence, rivals: [] }
  return withPerMille({
    characters: [...characters.slice(0, at), whole, ...characters.slice(at + 2)],
    gaps: gaps.map((gap) => (gap.after > at ? { ...gap, after: gap.after - 1 } : gap)),
  })
}

/** A line with the signs of its figures as they are printed, as far as what was read tells. */
export function withSigns(line: Decoded): Decoded {
  const { characters, gaps } = withPerMille(line)
  return { characters: withCommas(characters), gaps }
}
