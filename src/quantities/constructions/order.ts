/**
 * The order in which constructions are tried, and so which of two wins where both could be read.
 * Invariant: every construction of this folder has its place; a test compares the two.
 */
import type { Construction } from './contract.js'
import { constructions } from './index.js'

/** Ids, first tried first. Those of one kind compete; the kinds are asked at different steps of reading a number. */
export const order: readonly string[] = [
  // signs
  'half',
  'one-and-a-half',
  'spoken-one',
  'below-zero',
  'hidden-start',
  // digits
  'per-many',
  'record',
  'spaced-groups',
  'mask',
  // numeral
  'short-fraction',
  'spoken-point',
  'ratio',
  'tolerance',
  // amount
  'range',
]

type OfKind<K extends Construction['reads']> = Extract<Construction, { readonly reads: K }>

function ofKind<K extends Construction['reads']>(kind: K): OfKind<K>[] {
  const found = constructions.filter((one): one is OfKind<K> => one.reads === kind)
  return found.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}

export const byDigits = ofKind('digits')
export const byNumeral = ofKind('numeral')
export const byAmount = ofKind('amount')

/** Constructions by the code units that they may begin with. */
export const bySign: ReadonlyMap<number, readonly OfKind<'signs'>[]> = (() => {
  const map = new Map<number, OfKind<'signs'>[]>()
  for (const construction of ofKind('signs')) {
    for (const sign of construction.starts) {
      const code = sign.charCodeAt(0)
      map.set(code, [...(map.get(code) ?? []), construction])
    }
  }
  return map
})()
