/** Archives lose no entry and give no figure that was not packed. */
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { ProcessingError } from '../../src/model/message.js'
import { readDocuments } from '../../src/readers/read.js'
import { type ZipEntry, type ZipOptions, zipOf } from './samples/zip.js'

/** Name, text and first message of each document, or the code with which the whole is refused. */
async function read(bytes: Uint8Array, entries?: { start: number; end: number }) {
  const found: [string | null, string, string | undefined][] = []
  try {
    for await (const { origin, text, messages } of readDocuments(bytes, {
      path: 'pack.zip',
      ...(entries && { entries }),
    }))
      found.push([origin.entry, text, messages[0]?.code])
  } catch (cause) {
    if (cause instanceof ProcessingError) return cause.code
    throw cause
  }
  return found
}

const gbk = (name: string) => iconv.encode(name, 'gbk')
const bed = (count: number) => `全院有床位${count}张。`

describe('every entry is a document', () => {
  const rows: readonly [string, readonly ZipEntry[], ZipOptions, readonly (string | undefined)[][]][] = [
    [
      'of the same name',
      [1, 2, 3].map((count) => ({ name: 'x/年报.csv', text: bed(count) })),
      {},
      [
        ['x/年报.csv', bed(1), undefined],
        ['x/年报 (2).csv', bed(2), undefined],
        ['x/年报 (3).csv', bed(3), undefined],
      ],
    ],
    [
      'of the same name in two encodings, and one whose name has no mark',
      [
        { name: '年报.txt', text: bed(1) },
        { name: gbk('年报.txt'), text: bed(2) },
        { name: Buffer.from('月报.txt'), text: bed(3) },
      ],
      {},
      [
        ['年报.txt', bed(1), undefined],
        ['年报 (2).txt', bed(2), undefined],
        ['月报.txt', bed(3), undefined],
      ],
    ],
    [
      'of names that programs stumble over',
      ['__proto__', 'constructor', 'a (2).txt', 'a.txt', 'a.txt'].map((name, count) => ({
        name,
        text: bed(count),
      })),
      {},
      [
        ['__proto__', bed(0), undefined],
        ['constructor', bed(1), undefined],
        ['a (2).txt', bed(2), undefined],
        ['a.txt', bed(3), undefined],
        ['a (3).txt', bed(4), undefined],
      ],
    ],
    [
      'that is not counted',
      [1, 2, 3].map((count) => ({ name: `${count}.txt`, text: bed(count) })),
      { count: 1 },
      [
        ['1.txt', bed(1), undefined],
        ['2.txt', bed(2), undefined],
        ['3.txt', bed(3), undefined],
      ],
    ],
    [
      'also where it cannot be read',
      [
        { name: '1.txt', text: bed(1) },
        { name: '2.txt', text: bed(2), encrypted: true },
        { name: '3.txt', text: bed(3), method: 14 },
        { name: '4.txt', text: bed(4), checksum: 1 },
        { name: '5.txt', text: bed(5), method: 0 },
      ],
      {},
      [
        ['1.txt', bed(1), undefined],
        ['2.txt', '', 'encrypted'],
        ['3.txt', '', 'unsupported-compression'],
        ['4.txt', '', 'damaged-file'],
        ['5.txt', bed(5), undefined],
      ],
    ],
    [
      'of an archive with ZIP64 fields, checksum compared',
      [
        { name: '1.txt', text: bed(1) },
        { name: '2.txt', text: bed(2), checksum: 1 },
      ],
      { long: true },
      [
        ['1.txt', bed(1), undefined],
        ['2.txt', '', 'damaged-file'],
      ],
    ],
  ]
  it.each(rows)('%s', async (_, entries, options, documents) => {
    expect(await read(zipOf(entries, options))).toEqual(documents)
  })

  it('whose number is more than the end record can count', async () => {
    const entries = Array.from({ length: 0x10000 + 2 }, (_, index) => ({ name: `${index}.txt`, text: '' }))
    const found = await read(zipOf(entries, { count: 2 }), { start: 0x10000, end: 0x10010 })
    expect(found).toEqual([
      ['65536.txt', '', 'empty-input'],
      ['65537.txt', '', 'empty-input'],
    ])
  })
})

describe('refused as a whole', () => {
  const three = [1, 2, 3].map((count) => ({ name: `${count}.txt`, text: bed(count) }))
  it('where entries are counted that the directory does not hold', async () => {
    expect(await read(zipOf(three, { count: 4 }))).toBe('damaged-file')
  })
  it('where the directory breaks off', async () => {
    const bytes = zipOf(three)
    bytes[bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))] = 0
    expect(await read(bytes)).toBe('damaged-file')
  })
  it('where all of it is encrypted', async () => {
    expect(await read(zipOf(three.map((entry) => ({ ...entry, encrypted: true }))))).toBe('encrypted')
  })
})

it('a flipped bit gives the same figures, or a message, never another figure', async () => {
  const entries = [1, 2, 3].map((count) => ({ name: `${count}.txt`, text: bed(count), method: 0 }))
  const whole = new Set(entries.map(({ text }) => text))
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.nat(), fc.integer({ min: 0, max: 7 }), async (long, at, bit) => {
      const bytes = zipOf(entries, { long })
      bytes[at % bytes.length]! ^= 1 << bit
      const found = await read(bytes)
      // Bytes that are no archive any more are some other format.
      if (typeof found === 'string' || found[0]?.[0] === null) return
      expect(found.length).toBeGreaterThanOrEqual(3)
      for (const [, text, code] of found) expect(whole.has(text) || code !== undefined).toBe(true)
    }),
    { numRuns: 300 },
  )
})
