/** Names divided into a qualifier and the noun behind it: 乡镇卫生院 and 床位 of 乡镇卫生院床位数. */

import type { IndicatorTable } from '../../resources/indicators.js'
import type { Naming } from '../../resources/naming.js'
import { findEnds, longestTail, type Tails } from '../../resources/tails.js'
import { findHead } from '../names/heads.js'
import type { Name } from '../names/name.js'

export interface Division {
  readonly qualifier: string
  readonly noun: string
}

const counted = /(?:人次|人数|件数|户数|数)$/
const ends = new Int32Array(longestTail + 1)

/** A name without what the unit of a count adds. */
export function stemOf({ indicator, stem }: Name): string {
  return stem !== '' && indicator.startsWith(stem) ? stem : indicator.replace(counted, '')
}

/** Of the ends that were found of some words: how long the longest noun is, of at most so many characters; 0 is none. */
export function longestNoun({ nouns }: Tails, found: Int32Array, most: number): number {
  for (let length = most; length >= 2; length--) {
    const end = found[length]!
    if (end >= 0 && nouns[end] === 1) return length
  }
  return 0
}

/** The ways in which a name divides, the longest noun first. */
export function divisionsOf(name: string, table: IndicatorTable, naming: Naming): Division[] {
  const stem = name.replace(counted, '')
  const nouns = new Set<string>()
  const head = findHead(stem, table)
  if (head !== undefined) nouns.add(stem.slice(stem.lastIndexOf(head.noun)))
  findEnds(naming.tails, stem, ends)
  let length = longestNoun(naming.tails, ends, longestTail)
  while (length > 0) {
    nouns.add(stem.slice(-length))
    length = longestNoun(naming.tails, ends, length - 1)
  }
  return [...nouns]
    .filter((noun) => noun.length < stem.length)
    .map((noun) => ({ qualifier: stem.slice(0, stem.length - noun.length), noun }))
}

/** What stands before the shortest noun. */
export function longestQualifier(divisions: readonly Division[]): string {
  return divisions.reduce((best, { qualifier }) => (qualifier.length > best.length ? qualifier : best), '')
}
