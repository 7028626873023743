/** Long texts are proven section by section. */
import { describe, expect, test } from 'vitest'
import type { Passage } from '../../../src/repair/detect/passages.js'
import { findSections } from '../../../src/repair/detect/sections.js'

/** Passages of these lengths, side by side. */
function passagesOf(...lengths: readonly number[]): Passage[] {
  let end = 0
  return lengths.map((length) => {
    const start = end
    end += length
    return { start, end, opensParagraph: true, closesParagraph: true, han: length }
  })
}

const sizesOf = (sections: readonly (readonly Passage[])[]) =>
  sections.map((section) => section.reduce((sum, { start, end }) => sum + end - start, 0))

describe('findSections', () => {
  test('a text of up to 8,000 characters is one section', () => {
    expect(sizesOf(findSections(passagesOf(...new Array<number>(40).fill(200))))).toEqual([8000])
    expect(findSections([])).toEqual([[]])
  })

  test('a longer one is cut into equal parts, so that none is left too short to tell', () => {
    expect(sizesOf(findSections(passagesOf(...new Array<number>(42).fill(200))))).toEqual([4200, 4200])
    expect(sizesOf(findSections(passagesOf(...new Array<number>(90).fill(200))))).toEqual([6000, 6000, 6000])
  })

  test('sections hold all passages, in order', () => {
    const passages = passagesOf(...Array.from({ length: 300 }, (_, index) => 1 + (index % 240)))
    expect(findSections(passages).flat()).toEqual(passages)
  })
})
