/** How wide characters are set in Chinese print: most of them fill a square, Latin letters and figures half of one. */
const wide = /[\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\u2014\u2026\u201c\u201d]/

/** The width of a character, in parts of the type size. */
export function setWidth(character: string): number {
  return wide.test(character) ? 1 : 0.5
}
