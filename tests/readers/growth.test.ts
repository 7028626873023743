/** Files of one shape and growing length, of every format: reading and laying out costs in proportion to their length. */
import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import { ProcessingError } from '../../src/model/message.js'
import { readDocuments } from '../../src/readers/read.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'
import { growthOf, mostGrowth } from '../support/growth.js'
import { shapes } from './samples/shapes.js'

const boilerplate = loadBoilerplate()
const patience = 300_000

async function readAll(bytes: Uint8Array, path: string): Promise<void> {
  try {
    for await (const document of readDocuments(bytes, { path })) layOut(document, boilerplate)
  } catch (cause) {
    if (!(cause instanceof ProcessingError)) throw cause
  }
}

describe.each(Object.entries(shapes))('%s: costs in proportion to its length', (format, ofFormat) => {
  it('has five shapes or more', () => expect(Object.keys(ofFormat).length).toBeGreaterThanOrEqual(5))

  it.each(Object.entries(ofFormat))('%s', { timeout: patience }, async (_, shape) => {
    const made = new Map<number, Uint8Array>()
    const work = (count: number) => {
      const bytes = made.get(count) ?? shape(count)
      made.set(count, bytes)
      return readAll(bytes, `a.${format}`)
    }
    expect(await growthOf(work)).toBeLessThan(mostGrowth)
  })
})
