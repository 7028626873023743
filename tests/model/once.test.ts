import { expect, test } from 'vitest'
import { once } from '../../src/model/once.js'

test.each([undefined, 12])('a value (%s) is made when it is asked for, and no second time', (value) => {
  let made = 0
  const ask = once(() => {
    made++
    return value
  })
  expect(made).toBe(0)
  expect([ask(), ask(), ask()]).toEqual([value, value, value])
  expect(made).toBe(1)
})
