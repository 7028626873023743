/** How wide text is where all characters are set in a grid: two for Chinese characters, one for others. */
const wide = /[\u1100-\u115f\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000]/

/** The width of a text, in half characters. */
export function displayWidth(text: string): number {
  let width = 0
  for (const sign of text) width += wide.test(sign) ? 2 : 1
  return width
}
