/**
 * What is fuzzed: random texts, and a file of each format, damaged. A case is told by its kind and its number alone, so
 * that it can be made again on any machine.
 */
import { damageableSamples } from '../readers/samples/formats.js'
import { mutate, randomOf, splice } from '../readers/samples/mutations.js'
import type { Trial } from './promises.js'
import { randomText } from './texts.js'

export interface Case {
  readonly bytes: Uint8Array
  /** Its ending says what the bytes are of. */
  readonly path: string
}

export interface Kind {
  readonly name: string
  /** Cases of this kind for one of each other kind. */
  readonly share: number
  /** The case of a number, from 0 on. */
  readonly make: (number: number) => Case
}

/** Lines of the report that is damaged: short documents, so that many can be tried. */
const lines = 8
const samples = damageableSamples(lines)

/** One case in so many has a part of another sample in it. */
const spliced = 8

const damaged = (sample: (typeof samples)[number], at: number) => (number: number) => {
  const { bytes, path, name } = sample
  if (number % spliced !== spliced - 1) return { bytes: mutate(bytes, number, name.length), path }
  const other = samples[(at + 1 + number) % samples.length]!
  return { bytes: splice(bytes, other.bytes, number), path }
}

export const texts: Kind = {
  name: 'random texts',
  share: 20,
  make: (number) => ({ bytes: Buffer.from(randomText(randomOf(number * 2 + 1))), path: 'a.txt' }),
}

export const kinds: readonly Kind[] = [
  texts,
  ...samples.map((sample, at) => ({ name: sample.name, share: 1, make: damaged(sample, at) })),
]

/** Whole runs of damaged documents differ little from those of texts: one in so many. */
const whole = 8
const twice = 4

/** How far a case is taken: a text all the way, a document as a rule through its reader and the layout. */
export function extentOf(kind: Kind, number: number): Pick<Trial, 'until' | 'isTwice'> {
  const isWhole = kind === texts || number % whole === 0
  return { ...(!isWhole && { until: 'layout' }), isTwice: number % twice === 0 }
}
