/** Facts as files have them and tests write them, with strings for their values; here they are read. */
import { decimalsOf, type Exact, parseExact } from '../../src/model/exact.js'
import type { BaseValue, Change, Fact } from '../../src/model/fact.js'

export interface WrittenChange extends Omit<Change, 'prior'> {
  readonly prior: string | null
}

interface WrittenValues {
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly base: BaseValue<string>
  readonly recovered: { readonly value: string; readonly by: string } | null
  readonly change: WrittenChange | null
}

export type WrittenFact = Omit<Fact, keyof WrittenValues | 'printed'> & WrittenValues

export function readValue(text: string | null): Exact | null {
  return text === null ? null : parseExact(text)
}

export function readChange(change: WrittenChange | null): Change | null {
  if (change === null) return null
  const value = readValue(change.prior)
  return { ...change, prior: value && { value, decimals: decimalsOf(value) } }
}

/** Some fields of a fact. */
export function readFields(written: Partial<WrittenFact>): Partial<Fact> {
  const { value, low, high, base, recovered, change, ...rest } = written
  return {
    ...rest,
    ...(value !== undefined && { value: readValue(value) }),
    ...(low !== undefined && { low: readValue(low) }),
    ...(high !== undefined && { high: readValue(high) }),
    ...(base !== undefined && { base: { ...base, value: readValue(base.value) } }),
    ...(recovered !== undefined && {
      recovered: recovered && { ...recovered, value: parseExact(recovered.value) },
    }),
    ...(change !== undefined && { change: readChange(change) }),
  }
}
