/** What a figure amounts to is never changed: units of another size are suggested, words for the same unit applied. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { processText } from '../../../src/pipeline/process.js'
import { loadResources } from '../../../src/pipeline/resources.js'
import { changesUnitSize } from '../../../src/repair/decide/unit-size.js'
import { root } from '../../repo/source.js'

const resources = await loadResources()
const damaged = readFileSync(join(root, 'corpus/reports/grain-agriculture/damaged.txt'), 'utf8')
const swapsOf = (text: string, word: string) =>
  processText(text, { resources }).corrections.filter(({ actual, start }) => {
    return actual === word && /[\d万亿]$/.test(text.slice(0, start))
  })

test('公顷 for 亩 is another area, so 亩 is only suggested', () => {
  const swaps = swapsOf(damaged.replaceAll('亩', '公顷'), '公顷')
  expect(swaps.some(({ replacement }) => replacement === '亩')).toBe(true)
  expect(swaps.map(({ status }) => status)).toEqual(swaps.map(() => 'suggested'))
})

test('千克 for 公斤 is the same mass, so 公斤 is put back', () => {
  const swaps = swapsOf(`${damaged}\n人均粮食占有量达到420千克，比上年增长12千克。`, '千克')
  expect(swaps.length).toBeGreaterThan(0)
  for (const { replacement, status } of swaps) expect([replacement, status]).toEqual(['公斤', 'applied'])
})

test.each([
  ['5', true],
  ['共12', true],
  ['共十', true],
  ['共12多', true],
  ['共12余多来', true],
  ['共12余多来多', false],
  ['余', false],
  ['粮田', false],
])('behind %s, 公顷 for 亩 changes a figure: %s', (before, changes) => {
  const swap = { start: before.length, actual: '公顷', replacement: '亩' }
  expect(changesUnitSize(`${before}公顷`, swap, resources)).toBe(changes)
})

test('units of a traditional text are units', () => {
  const swap = { start: 2, actual: '公頃', replacement: '畝' }
  expect(changesUnitSize('12公頃', swap, resources)).toBe(true)
})
