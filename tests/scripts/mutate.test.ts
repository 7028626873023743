/** How lines are broken and drawn, on sources written by hand. */
import { describe, expect, test } from 'vitest'
import { drawMutants } from '../../scripts/mutate/draw.js'
import { applyMutation, findMutations, pickMutation } from '../../scripts/mutate/mutations.js'

const brokenOf = (source: string) => findMutations(source).map((mutation) => applyMutation(source, mutation))

describe('one piece of code is broken at a time', () => {
  test.each<[source: string, broken: string[]]>([
    ['const a = b < c', ['const a = b <= c']],
    ['const a = b + c', ['const a = b - c']],
    ['const a = b && c', ['const a = b || c']],
    ['const a = b === c', ['const a = b !== c']],
    ['const a = 1_000', ['const a = 1001']],
    ['const a = true', ['const a = false']],
    ['const a = b ? c : d', ['const a = !(b) ? c : d']],
    ['if (a) b()', ['if (!(a)) b()', 'if (a) ;']],
    ['const a = b.map(c)', ['const a = []']],
    ['const a = b.filter(c)', ['const a = b']],
    ['const a = b.some(c)', ['const a = b.every(c)']],
    ['function a() { return b }', ['function a() { return undefined }']],
    ['for (const a of b) continue', ['for (const a of b) ;']],
    ['a += b', [';', 'a -= b']],
  ])('%s', (source, broken) => {
    expect(brokenOf(source)).toEqual(broken)
  })
})

test.each([
  ["import a from '1 + 2'"],
  ['type A = 1 | 2'],
  ['interface A { b: true }'],
  ['// a < b'],
  ["const a = 'b < c'"],
  ['function a(): 1 {}'],
  ['function a() { return undefined }'],
])('%s does nothing that could be broken', (source) => {
  expect(brokenOf(source)).toEqual([])
})

test('a mutation knows its line', () => {
  expect(findMutations('\n\nconst a = 1').map(({ line }) => line)).toEqual([3])
  expect(findMutations('const a = b\n  .filter(c)').map(({ line }) => line)).toEqual([2])
})

test('what would not parse is not picked', () => {
  const [good] = findMutations('const a = 1')
  const bad = { ...good!, replacement: '(' }
  expect(pickMutation('const a = 1', [bad], () => 0)).toBeUndefined()
  expect(pickMutation('const a = 1', [bad, good!], () => 0)).toBe(good)
})

describe('drawing', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(drawMutants(['model'], 5, 3)).toEqual(drawMutants(['model'], 5, 3))
    expect(drawMutants(['model'], 5, 3)).not.toEqual(drawMutants(['model'], 5, 4))
  })

  test('takes no line twice and shows the line that changes', () => {
    const mutants = drawMutants(['model', 'numerals'], 20, 1)
    expect(new Set(mutants.map(({ path, line }) => `${path}:${line}`)).size).toBe(20)
    for (const { path, folder, text, before, after } of mutants) {
      expect(path.startsWith(`src/${folder}/`)).toBe(true)
      expect(text).toContain(after)
      expect(after).not.toBe(before)
    }
  })

  test('ends where there are no more lines', () => {
    expect(drawMutants([], 3, 1)).toEqual([])
  })
})
