import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PackedPart } from '../../src/writers/workbook/zip-file.js'
import { growPart, writeZip } from '../../src/writers/workbook/zip-file.js'
import { packPart } from '../../src/writers/zip.js'
import { temporaryFolder } from '../support/folder.js'
import { partsOf } from '../support/sheets.js'

async function zipped(path: string, parts: readonly PackedPart[]): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await writeZip(file, parts)
  } finally {
    await file.close()
  }
}

test('parts that grew side by side lie one behind the other, whole', async () => {
  const folder = temporaryFolder()
  const first = growPart('甲.xml', join(folder, 'first'))
  const second = growPart('b/second.xml', join(folder, 'second'))
  // What does not pack, so that the streams have to wait for the disk.
  const pieces = Array.from({ length: 40 }, () => randomBytes(50_000).toString('base64'))
  for (const piece of pieces) {
    await first.write(piece)
    await second.write(`${piece}中`)
  }
  expect(first.size()).toBe(pieces.join('').length)
  const path = join(folder, 'whole.zip')
  await zipped(path, [packPart('small.xml', '123456789'), await first.end(), await second.end()])
  expect([...partsOf(path)]).toEqual([
    ['small.xml', '123456789'],
    ['甲.xml', pieces.join('')],
    ['b/second.xml', pieces.map((piece) => `${piece}中`).join('')],
  ])
  // The reader does not look at the sums, as other programs do; this is the one by which implementations are checked.
  expect(readFileSync(path).readUInt32LE(14)).toBe(0xcbf43926)
})

test('a part that cannot be stored says so instead of waiting', async () => {
  const part = growPart('a', join(temporaryFolder(), 'missing', 'part'))
  const writing = async () => {
    for (let piece = 0; piece < 100; piece += 1) await part.write(randomBytes(100_000).toString('base64'))
    await part.end()
  }
  await expect(writing()).rejects.toThrow('ENOENT')
  await part.close()
})

test('more than a plain ZIP can hold is refused', async () => {
  const part = { name: 'a', content: new Uint8Array(), crc: 0, size: 0, packedSize: 0 }
  for (const tooLarge of [
    { ...part, size: 2 ** 32 },
    { ...part, packedSize: 2 ** 32 - 10 },
  ]) {
    const writing = zipped(join(temporaryFolder(), 'a.zip'), [tooLarge])
    await expect(writing).rejects.toMatchObject({ code: 'workbook-too-large' })
  }
})
