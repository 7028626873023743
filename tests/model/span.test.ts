/** Spans and revisions of two texts are never taken for one another: the compiler tells, `npm run check` runs it. */
import { expect, expectTypeOf, test } from 'vitest'
import type { Revision } from '../../src/model/edit.js'
import type { Span } from '../../src/model/span.js'
import { spanOf } from '../../src/model/span.js'

test('a span is of one text, and only made by naming it', () => {
  expectTypeOf<Span<'source'>>().not.toExtend<Span<'repaired'>>()
  expectTypeOf<{ start: number; end: number }>().not.toExtend<Span<'source'>>()
})

test('a revision is of two texts, and only made by edits', () => {
  type Repair = Revision<'source', 'repaired'>
  expectTypeOf<Revision<'normalised', 'repaired'>>().not.toExtend<Repair>()
  expectTypeOf<Revision<'source', 'normalised'>>().not.toExtend<Repair>()
  expectTypeOf<Pick<Repair, 'text' | 'fromLength' | 'edits'>>().not.toExtend<Repair>()
})

test('the brand is no part of the value', () => {
  expect(Reflect.ownKeys(spanOf<'source'>(2, 5))).toEqual(['start', 'end'])
})
