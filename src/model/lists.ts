/** Lists of any length: what is spread into the arguments of a call overflows the stack where it is long. */

/** Adds values to the end of a list. */
export function append<T>(list: T[], values: Iterable<T>): void {
  for (const value of values) list.push(value)
}

/** The smallest of some values; infinite where there are none. */
export function least(values: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY
  for (const value of values) found = Math.min(found, value)
  return found
}

/** The largest of some values; minus infinite where there are none. */
export function most(values: Iterable<number>): number {
  let found = Number.NEGATIVE_INFINITY
  for (const value of values) found = Math.max(found, value)
  return found
}
