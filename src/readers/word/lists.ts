/**
 * Labels that Word counts itself: 一、 （二） 3. Lists of one definition share their counts; a list may start a level
 * again, once, where it first counts there.
 */
import { printNumber } from '../list-labels.js'

export interface ListLevel {
  readonly start: number
  /** Of the standard's ST_NumberFormat, such as chineseCounting. */
  readonly format: string
  /** Such as `（%1）` or `%1.%2`. */
  readonly pattern: string
  /** Whether the numbers of the levels above are printed as digits. */
  readonly isLegal: boolean
}

/** A list that paragraphs belong to. */
export interface WordList {
  /** The definition whose counts it shares. */
  readonly definition: string
  readonly levels: readonly (ListLevel | undefined)[]
  /** By level: where this list starts to count. */
  readonly restarts: readonly (number | undefined)[]
}

/** Counts one more paragraph of a list at a level, from 0, and gives its label; nothing where none is printed. */
export type ListCounter = (list: string, level: number) => string

/** No program writes a longer pattern. */
const longestPattern = 255

const printed = (number: number, format: string) => printNumber(number, format) ?? ''

/** A figure behind a label that ends in a digit or letter would be read as one with it. */
export const withSpace = (label: string) => (/[\dA-Za-z]$/.test(label) ? `${label} ` : label)

export function countLists(lists: ReadonlyMap<string, WordList>): ListCounter {
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()
  return (name, level) => {
    const list = lists.get(name)
    const own = list?.levels[level]
    if (list === undefined || own === undefined) return ''
    const count = counts.get(list.definition) ?? []
    counts.set(list.definition, count)
    const restart = begun.has(`${name} ${level}`) ? undefined : list.restarts[level]
    begun.add(`${name} ${level}`)
    count[level] = restart ?? (count[level] ?? own.start - 1) + 1
    count.length = level + 1
    if (printNumber(1, own.format) === undefined || own.pattern.length > longestPattern) return ''
    const label = own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const { start = 1, format = 'decimal' } = list.levels[at] ?? {}
      return printed(count[at] ?? start, own.isLegal && at < level ? 'decimal' : format)
    })
    return withSpace(label)
  }
}
