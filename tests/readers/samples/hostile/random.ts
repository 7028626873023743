/** Files that are what they seem for their first bytes alone. */
import { seededRandom } from '../../../support/random.js'

/** Bytes that begin as a format does and go on at random, the same for the same seed. */
export function begunAs(head: string, seed: number): Uint8Array {
  const random = seededRandom(seed)
  return Buffer.concat([
    Buffer.from(head),
    Buffer.from(Array.from({ length: 4000 }, () => Math.floor(random() * 256))),
  ])
}
