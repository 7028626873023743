/**
 * Figures as cells hold them: an exact number, and how many of its decimals are shown, with what signs. The styles of
 * all of them stand in one row of the style sheet, behind those of other cells.
 */
import type { ColumnValue } from '../tables/columns.js'

const looks = ['plain', 'grouped', 'percent'] as const

/** A number with the look that it was printed in: `grouped` has commas, `percent` is shown a hundred times as large. */
export interface PrintedFigure {
  /** A plain decimal. */
  readonly value: string
  /** What stands there where a spreadsheet would not keep all digits of the number. */
  readonly text: string
  readonly decimals: number
  readonly look: (typeof looks)[number]
}

/** What a cell can hold; the text of a head is bold. */
export type SheetCell = ColumnValue | PrintedFigure | { readonly head: string }

/** More decimals than these are not told apart by what spreadsheets keep of a number. */
const mostDecimals = 15

const decimalsOf = (decimal: string) => decimal.split('.')[1]?.length ?? 0

/** A decimal, with commas or without, as it stands. */
export function figureOf(printed: string): PrintedFigure {
  const value = printed.replaceAll(',', '')
  const look = value === printed ? 'plain' : 'grouped'
  return { value, text: printed, decimals: decimalsOf(value), look }
}

/** A percentage as spreadsheets have them: 12.5 is 0.125, shown as 12.5%. */
export function percentageOf(printed: string): PrintedFigure {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(printed) ?? []
  const digits = whole.padStart(3, '0')
  const value = `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`
  return { value, text: `${printed}%`, decimals: fraction.length, look: 'percent' }
}

/** Formats of cells, in the order of their numbers, which begin with `firstFormat`. */
export const figureFormats: readonly string[] = looks.flatMap((look) =>
  Array.from({ length: mostDecimals + 1 }, (_, decimals) => {
    const digits = `${look === 'grouped' ? '#,##0' : '0'}${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`
    return look === 'percent' ? `${digits}%` : digits
  }),
)

/** Where the format of a figure stands in their list. */
export function formatOf({ look, decimals }: PrintedFigure): number {
  return looks.indexOf(look) * (mostDecimals + 1) + Math.min(decimals, mostDecimals)
}
