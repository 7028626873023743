/** What documents leave behind in a thread is tidied up between them, where it is much. */
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { tidyUp } from '../../src/dataset/tidy.js'

const mebibyte = 1024 ** 2

/** Leaves so much behind; gives what sees whether it is still there. */
function leave(megabytes: number): WeakRef<object> {
  return new WeakRef(Array.from({ length: megabytes }, () => new Uint8Array(mebibyte)))
}

test('much that was left behind is gone after it', async () => {
  tidyUp()
  const left = leave(48)
  await turn()
  tidyUp()
  await turn()
  expect(left.deref()).toBeUndefined()
})
