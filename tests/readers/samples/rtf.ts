/** Samples of rich text, written by hand: every character that is not Latin by its number. */

const coded = (text: string) =>
  [...text]
    .flatMap((character) => character.split(''))
    .map((unit) => (unit < '\x7f' ? unit : `\\u${unit.charCodeAt(0)}?`))
    .join('')

/** A paragraph; of a style where that is told. */
export const rtfParagraph = (text: string, style = 0) => `\\pard\\s${style} ${coded(text)}\\par\n`

/** A paragraph with a note at its end. */
export const rtfNoted = (text: string, note: string) =>
  `\\pard ${coded(text)}{\\super 1{\\footnote\\pard ${coded(note)}\\par}}\\par\n`

export interface RtfCell {
  readonly text: string
  /** Where it ends, in columns. */
  readonly end: number
  readonly down?: 'clvmgf' | 'clvmrg'
}

const columnWidth = 2000

export function rtfTable(rows: readonly (readonly RtfCell[])[]): string {
  const rowOf = (cells: readonly RtfCell[]) => {
    const borders = cells.map(
      ({ end, down }) => `${down === undefined ? '' : `\\${down}`}\\cellx${end * columnWidth}`,
    )
    return `\\trowd ${borders.join('')}${cells.map(({ text }) => `\\pard\\intbl ${coded(text)}\\cell`).join('')}\\row\n`
  }
  return rows.map(rowOf).join('')
}

export function rtfOf(...parts: readonly string[]): Uint8Array {
  const styles = [1, 2, 3].map((level) => `{\\s${level} heading ${level};}`)
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg936\\uc1{\\stylesheet{\\s0 Normal;}${styles.join('')}}${parts.join('')}}`,
  )
}
