/** How far in a cell stands, whichever way its format says so: as wide blanks in front of its text. */

/** Further in no label stands. In characters. */
const most = 15
/** Twentieths of a point that a character of usual size is wide. */
const characterWidth = 210

/** A text with the blanks in front of it that put it so many characters in. */
export function indented(text: string, characters: number): string {
  const count = Math.round(Math.max(0, Math.min(most, characters)))
  return text === '' || Number.isNaN(count) ? text : '\u3000'.repeat(count) + text
}

/** How many characters a length in twentieths of a point is. */
export const charactersIn = (twips: number) => twips / characterWidth

/** Twentieths of a point in the units of style sheets. */
const twipsIn: Readonly<Record<string, number>> = { cm: 567, mm: 56.7, in: 1440, pt: 20, pc: 240, px: 15 }

/** How many characters a length such as 0.75cm is; 0 where it is none. */
export function charactersOf(length: string | undefined): number {
  const [, number, unit = ''] = /^(-?\d+(?:\.\d+)?)(cm|mm|in|pt|pc|px)$/.exec(length ?? '') ?? []
  return number === undefined ? 0 : charactersIn(Number(number) * twipsIn[unit]!)
}
