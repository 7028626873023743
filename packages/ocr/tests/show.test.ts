/** Pages as reports show them: grey, small, turned as they were read. */
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { PageToShow, ShownPage } from '../src/index.js'
import { showPages } from '../src/index.js'

const fileOf = (name: string) => readFileSync(new URL(`pictures/${name}`, import.meta.url))

async function shown(bytes: Uint8Array, ...pages: readonly PageToShow[]): Promise<ShownPage[]> {
  const all: ShownPage[] = []
  for await (const page of showPages(bytes, 'picture', pages)) all.push(page)
  return all
}

test('a page is grey and small', async () => {
  const [page] = await shown(fileOf('bleed.png'), { page: 1, rotation: 0 })
  expect([page!.page, page!.mediaType]).toEqual([1, 'image/webp'])
  expect(page!.bytes.length).toBeLessThanOrEqual(150 * 1024)
  const stats = await sharp(page!.bytes).stats()
  const [red, green, blue] = stats.channels.map(({ mean }) => Math.round(mean))
  expect([green, blue]).toEqual([red, red])
})

test('a page of noise is made smaller until it fits', async () => {
  const pixels = Uint8Array.from({ length: 3 * 1654 * 2339 }, (_, at) => (at * 7919 * (at % 61)) % 251)
  const noise = await sharp(pixels, { raw: { width: 1654, height: 2339, channels: 3 } })
    .png()
    .toBuffer()
  const [page] = await shown(noise, { page: 1, rotation: 0 })
  const { height } = await sharp(page!.bytes).metadata()
  expect(height).toBeLessThan(1754)
})

test('only the pages that are wanted, each turned as it is read', async () => {
  const both = await sharp([fileOf('table.png'), fileOf('thousands.png')], { join: { animated: true } })
    .tiff({ compression: 'lzw' })
    .toBuffer()
  const [page, ...others] = await shown(both, { page: 2, rotation: 90 })
  expect(others).toEqual([])
  const { width, height } = await sharp(page!.bytes).metadata()
  expect([page!.page, height! > width!]).toEqual([2, true])
})
