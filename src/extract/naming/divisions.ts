/** Names divided into a qualifier and the noun behind it: 乡镇卫生院 and 床位 of 乡镇卫生院床位数. */

import type { IndicatorTable } from '../../resources/indicators.js'
import type { Attested, Naming } from '../../resources/naming.js'
import type { Name } from '../names/name.js'
import { findHead } from '../names/name.js'

export interface Division {
  readonly qualifier: string
  readonly noun: string
}

const counted = /(?:人次|人数|件数|户数|数)$/
const longestTail = 8
/** An end of names is a noun of its own if it stands behind at least so many different characters. */
const leastNeighbours = 3

/** A name without what the unit of a count adds. */
export function stemOf({ indicator, stem }: Name): string {
  return stem !== '' && indicator.startsWith(stem) ? stem : indicator.replace(counted, '')
}

/** The longest end of some words, of at most so many characters, that reports write before numbers. */
export function attestedTail(words: string, { tails }: Naming, most = longestTail): string {
  for (let length = Math.min(most, words.length); length >= 2; length--) {
    const tail = words.slice(-length)
    if ((tails.get(tail)?.neighbours ?? 0) >= leastNeighbours) return tail
  }
  return ''
}

export function attestedOf(words: string, { tails }: Naming): Attested | undefined {
  return words.length > longestTail ? undefined : tails.get(words)
}

/** The ways in which a name divides, the longest noun first. */
export function divisionsOf(name: string, table: IndicatorTable, naming: Naming): Division[] {
  const stem = name.replace(counted, '')
  const nouns = new Set<string>()
  const head = findHead(stem, table)
  if (head !== undefined) nouns.add(stem.slice(stem.lastIndexOf(head.noun)))
  let tail = attestedTail(stem, naming)
  while (tail !== '') {
    nouns.add(tail)
    tail = attestedTail(stem, naming, tail.length - 1)
  }
  return [...nouns]
    .filter((noun) => noun.length < stem.length)
    .map((noun) => ({ qualifier: stem.slice(0, stem.length - noun.length), noun }))
}

/** What stands before the shortest noun. */
export function longestQualifier(divisions: readonly Division[]): string {
  return divisions.reduce((best, { qualifier }) => (qualifier.length > best.length ? qualifier : best), '')
}
