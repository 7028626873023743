/**
 * The same on every run: some numbers of what `npm run fuzz` tries many of, and every input that it once found.
 * `FUZZ=1000 npx vitest run tests/fuzz` tries more.
 */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadResources, type Resources } from '../../src/pipeline/resources.js'
import { invariants } from '../support/invariants.js'
import { extentOf, kinds, texts } from './cases.js'
import { faultsOf, promises } from './promises.js'
import { shrink } from './shrink.js'

const numbers = Number(process.env.FUZZ ?? 10)
/** Others than the nightly run begins with. */
const first = 1_000_000
const found = new URL('found/', import.meta.url)

let resources: Resources
beforeAll(async () => {
  resources = await loadResources()
})

describe('what is promised of any input holds', () => {
  it('is fourteen promises', () => expect([...Object.keys(invariants), ...promises]).toHaveLength(14))

  it.each(kinds.map((kind) => [kind.name, kind] as const))('%s', async (_, kind) => {
    for (let at = 0; at < numbers * kind.share; at++) {
      const number = first + at
      const faults = await faultsOf(kind.make(number), { resources, ...extentOf(kind, number) })
      expect(faults, `number ${number}`).toEqual([])
    }
  })
})

describe('what was found once is mended', () => {
  const [, ...lines] = readFileSync(new URL('found.tsv', found), 'utf8').trimEnd().split('\n')

  it.each(lines.map((line) => line.split('\t')))('%s: %s', async (path = '') => {
    const bytes = readFileSync(new URL(path, found))
    expect(await faultsOf({ bytes, path }, { resources, isTwice: true })).toEqual([])
  })
})

it('a number gives the same case on every run, and other numbers others', () => {
  const made = (number: number) => Buffer.from(texts.make(number).bytes).toString()
  expect(made(7)).toBe(made(7))
  expect(new Set([1, 2, 3, 4].map(made)).size).toBe(4)
})

it('a text is made as small as it still fails', async () => {
  const fails = (text: string) => Promise.resolve(text.includes('9') && text.includes('所'))
  expect(await shrink('全县共有学校98所，其中小学78所。', fails)).toBe('9所')
})
