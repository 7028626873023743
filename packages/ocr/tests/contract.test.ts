/** huanyuan has the types of this package written down for itself: each is what the other one is. */
import { expectTypeOf, test } from 'vitest'
import type * as core from '../../../src/readers/scans/contract.js'
import type * as own from '../src/contract.js'

test('what the package gives is what huanyuan takes', () => {
  expectTypeOf<own.RecognisedPage>().toEqualTypeOf<core.ReadPage>()
  expectTypeOf<own.Recogniser>().toEqualTypeOf<core.Recogniser>()
  expectTypeOf<own.PageToShow>().toEqualTypeOf<core.PageToShow>()
  expectTypeOf<own.ShownPage>().toEqualTypeOf<core.ShownPage>()
})
