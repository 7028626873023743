/**
 * Signs that stand for a number and are no digits: ① ❷ ㈠ label, Ⅲ ranks, ² raises or marks a note, the numerals of other
 * scripts (፲, 〡) are not read. What such a sign means where it stands is left to the reader of numbers.
 * Invariant: every character of the first plane that Unicode has for a number is a digit, a fraction or one of these.
 */

export type NumberSign = 'enclosed' | 'roman' | 'raised' | 'foreign'

/** Pairs of the first and the last of a range. */
const ranges: Readonly<Record<NumberSign, string>> = {
  enclosed: '①⒛⓪⓿❶➓㈠㈩㉈㉏㉑㉟㊀㊉㊱㊿',
  roman: 'Ⅰↈ',
  raised: '²³¹¹⁰⁰⁴⁻₀₉',
  foreign:
    '\u09f4\u09f9\u0b72\u0b77\u0bf0\u0bf2\u0c78\u0c7e\u0d58\u0d5e\u0d70\u0d78\u0f2a\u0f33\u1369\u137c' +
    '\u16ee\u16f0\u17f0\u17f9\u19da\u19da\u2cfd\u2cfd\u3021\u3029\u3038\u303a\u3192\u3195\ua6e6\ua6ef' +
    '\ua830\ua835',
}

const kinds = ['enclosed', 'roman', 'raised', 'foreign'] as const
const kindOf = new Uint8Array(0x10000)
kinds.forEach((kind, index) => {
  const ends = ranges[kind]
  for (let pair = 0; pair < ends.length; pair += 2)
    kindOf.fill(index + 1, ends.charCodeAt(pair), ends.charCodeAt(pair + 1) + 1)
})

/** What sort of sign the code unit is; undefined for digits and all else. */
export function numberSign(code: number): NumberSign | undefined {
  return kinds[kindOf[code]! - 1]
}
