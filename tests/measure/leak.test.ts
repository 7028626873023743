/** Some hundred documents leave nothing behind; `npm run leak` does ten thousand. */
import { afterAll, expect, it } from 'vitest'
import { growthOf } from '../../measure/leak/growth.js'
import { type Works, worksOf } from '../../measure/leak/works.js'
import type * as Library from '../../src/index.js'
import { builtPath } from '../support/built.js'

const library = (await import(builtPath('dist/program/index.js'))) as typeof Library
const { works, close }: Works = await worksOf(library)
afterAll(close)

/** A document that was kept, with its record, would be a hundred times as much. */
const mostHeap = 8000

it.each(Object.keys(works))('%s', async (name) => {
  const { heap } = await growthOf(works[name]!, 300, 200)
  expect(heap).toBeLessThan(mostHeap)
})

it('is seen where something is kept', async () => {
  const kept: string[][] = []
  const work = async (number: number) => kept.push(Array.from({ length: 2000 }, (_, at) => `${number} ${at}`))
  expect((await growthOf(work, 50, 10)).heap).toBeGreaterThan(mostHeap)
})
