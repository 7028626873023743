/** What is packed comes back as it was; its arrays lie in the bytes themselves. */
import { expect, test } from 'vitest'
import { pack, unpack } from '../../src/resources/packed.js'

const words = Array.from({ length: 100 }, (_, at) => `词${at}`)

test('values come back as they were', () => {
  const value = {
    flag: true,
    none: null,
    name: '名称"\n',
    list: [1, 2.5, [3]],
    few: ['甲', '乙'],
    words,
    lines: words.map((word) => `${word}\n`),
    nested: { bytes: Uint8Array.of(1, 2, 3), halves: Uint16Array.of(65535), empty: new Int32Array() },
    numbers: [Uint32Array.of(2 ** 32 - 1), Int32Array.of(-1), Float32Array.of(0.5), Float64Array.of(Math.PI)],
  }
  expect(unpack(pack(value))).toEqual(value)
})

test('arrays are views of the bytes, wherever these begin', () => {
  const packed = pack({ some: Float64Array.of(1, 2), words })
  const buffer = new ArrayBuffer(packed.length + 16)
  const bytes = new Uint8Array(buffer, 16)
  bytes.set(packed)
  const { some } = unpack(bytes) as { some: Float64Array }
  expect([...some]).toEqual([1, 2])
  expect(some.buffer).toBe(buffer)
})
