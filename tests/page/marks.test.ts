/** The marks of a page that the writer made: numbered as their notes, paired across both sides. */
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { pageWords } from '../../src/page/data.js'
import { correctionNote, markAt, marksAround, partnerOf } from '../../src/page/marks.js'
import { clientWords } from '../../src/writers/page/notes.js'
import { documentPage } from '../../src/writers/page/page.js'
import { toRecord } from '../../src/writers/record.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { auditedExample } from '../support/audited.js'
import { refuseStaleBuild } from '../support/built.js'

refuseStaleBuild()

const example = toRecord(auditedExample())
const swap = example.corrections[0]!
const correction = (start: number, actual: string, replacement: string, status: 'applied' | 'suggested') => ({
  ...swap,
  start,
  end: start + actual.length,
  actual,
  replacement,
  status,
})
const record: DocumentRecord = {
  ...example,
  source: { text: '黉舍增添，教导进展，黉舍扩建xx' },
  repaired: { text: '学校增加，教导发展，学校扩建xx' },
  corrections: [
    correction(0, '黉舍', '学校', 'applied'),
    correction(2, '增添', '增加', 'applied'),
    correction(5, '教导', '教育', 'suggested'),
    correction(7, '进展', '发展', 'applied'),
    correction(10, '黉舍', '学校', 'applied'),
  ],
  damage: [{ kind: 'mask', start: 14, end: 16, detail: 'xx' }],
  blocks: [{ ...example.blocks[0]!, kind: 'paragraph', start: 0, end: 16 }],
  facts: [],
  checks: [],
}
const page: Document = parseHTML(documentPage(record, 'en')).document
const text = page.querySelector('.text')!

test('the page carries the words that its script shows', () => {
  expect(pageWords(page)).toEqual(clientWords('en'))
})

describe('marks of a text', () => {
  const marks = marksAround(text)!

  test('stand in the order of their notes', () => {
    const told = marks.corrections.map((mark) => {
      const [pair, status] = correctionNote(mark, marks)!
      return [...marks.notes.pairs[pair]!, status === 0 ? 'applied' : 'suggested']
    })
    expect(told).toEqual(record.corrections.map((one) => [one.actual, one.replacement, one.status]))
    expect(marks.damage.map(({ textContent }) => textContent)).toEqual(['xx'])
    expect(marks.notes.damage).toHaveLength(1)
  })

  test('lead to the same correction on the other side, and back', () => {
    expect(marks.applied.map((mark) => partnerOf(mark)?.textContent)).toEqual([
      '黉舍',
      '增添',
      '进展',
      '黉舍',
    ])
    for (const mark of [...marks.applied, ...marks.removed]) expect(partnerOf(partnerOf(mark)!)).toBe(mark)
    expect(correctionNote(marks.removed[2]!, marks)).toBe(correctionNote(marks.applied[2]!, marks))
  })

  test('have no partner where nothing was changed', () => {
    expect(partnerOf(text.querySelector('.r u')!)).toBeUndefined()
    expect(partnerOf(marks.damage[0]!)).toBeUndefined()
  })
})

test('an element leads to the mark around it, but not in the legend', () => {
  const mark = text.querySelector('.r ins')!
  const inner = mark.appendChild(page.createElement('b'))
  expect(markAt(inner)).toBe(mark)
  inner.remove()
  expect(markAt(page.querySelector('.legend ins')!)).toBeUndefined()
  expect(markAt(page.querySelector('.r')!)).toBeUndefined()
})

test('outside of a text there are no marks', () => {
  expect(marksAround(page.querySelector('#panel')!)).toBeUndefined()
})
