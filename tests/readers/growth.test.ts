/** Files of one shape and growing length, of every format: reading and laying out costs in proportion to their length. */
import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import { ProcessingError } from '../../src/model/message.js'
import { readers } from '../../src/readers/index.js'
import { readDocuments } from '../../src/readers/read.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'
import { growthOf, mostGrowth } from '../support/growth.js'
import { moreShapes, untriedShapes } from './samples/more-shapes.js'
import { shapes as ofFormats } from './samples/shapes.js'

const shapes = { ...ofFormats, ...moreShapes }
const boilerplate = loadBoilerplate()
const patience = 300_000

async function readAll(bytes: Uint8Array, path: string): Promise<void> {
  try {
    for await (const document of readDocuments(bytes, { path })) layOut(document, boilerplate)
  } catch (cause) {
    if (!(cause instanceof ProcessingError)) throw cause
  }
}

/** Of pictures another package makes what is read; what is refused is not read. */
const unmeasured = new Set(['picture', 'refused'])

it('every reader has five shapes or more', () => {
  const readerBy: Readonly<Record<string, string>> = { md: 'markdown', eml: 'mail' }
  const counts = new Map(
    Object.entries(shapes).map(([format, of]) => [readerBy[format] ?? format, Object.keys(of).length]),
  )
  const few = readers.filter(({ id }) => !unmeasured.has(id) && (counts.get(id) ?? 0) < 5)
  expect(few.map(({ id }) => id)).toEqual([])
})

const measured = [...Object.entries(shapes), ...Object.entries(untriedShapes)]
describe.each(measured)('%s: costs in proportion to its length', (format, ofFormat) => {
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
