/** Blocks with the headings above them, cut into passages behind full stops. */
import { expect, test } from 'vitest'
import { paragraphsOf } from '../../../src/extract/clauses/paragraph.js'
import type { Block } from '../../../src/model/document.js'
import { offsetMap } from '../../../src/model/edit.js'
import { spanOf } from '../../../src/model/span.js'
import { segmentedText } from '../../support/document.js'

/** Blocks of a text, one a line: `kind level text`. */
function paragraphsIn(lines: readonly (readonly [Block['kind'], number, string])[]) {
  const text = lines.map(([, , line]) => line).join('\n')
  let start = 0
  const blocks = lines.map(([kind, level, line]): Block => {
    const block: Block = {
      kind,
      level,
      label: null,
      ...spanOf<'source'>(start, start + line.length),
      at: { page: null, line: null, cell: null },
    }
    start += line.length + 1
    return block
  })
  const document = { ...segmentedText(text), blocks }
  return paragraphsOf(document, offsetMap(document.repaired)).map(({ kind, headings, passages, cell }) => ({
    kind,
    cell,
    headings: headings.map((range) => text.slice(range.start, range.end)),
    passages: passages.map((range) => text.slice(range.start, range.end)),
  }))
}

test('headings stand above what follows until one of their level', () => {
  const headings = paragraphsIn([
    ['title', 0, '总结'],
    ['heading', 1, '一、教育'],
    ['paragraph', 0, '学校'],
    ['heading', 2, '（一）小学'],
    ['paragraph', 0, '班级'],
    ['heading', 2, '（二）初中'],
    ['paragraph', 0, '教师'],
    ['heading', 1, '二、卫生'],
    ['paragraph', 0, '床位'],
  ]).map((paragraph) => paragraph.headings)
  expect(headings).toEqual([
    [],
    [],
    ['一、教育'],
    ['一、教育'],
    ['一、教育', '（一）小学'],
    ['一、教育'],
    ['一、教育', '（二）初中'],
    [],
    ['二、卫生'],
  ])
})

test('passages end behind full stops, exclamation and question marks', () => {
  const [paragraph] = paragraphsIn([['paragraph', 0, '甲；乙，丙。丁！戊？己']])
  expect(paragraph?.passages).toEqual(['甲；乙，丙。', '丁！', '戊？', '己'])
  expect(paragraphsIn([['paragraph', 0, '甲。']])[0]?.passages).toEqual(['甲。'])
  expect(paragraphsIn([['paragraph', 0, '。甲。。乙']])[0]?.passages).toEqual(['甲。', '乙'])
})

test('a passage ends with its block', () => {
  const passages = paragraphsIn([
    ['paragraph', 0, '甲'],
    ['paragraph', 0, '乙。'],
  ]).map((paragraph) => paragraph.passages)
  expect(passages).toEqual([['甲'], ['乙。']])
})

test('of a document with one block, nothing but that block is read', () => {
  const document = segmentedText('甲。乙。')
  const block = { ...document.blocks[0]!, ...spanOf<'source'>(2, 4) }
  const paragraphs = paragraphsOf({ ...document, blocks: [block] }, offsetMap(document.repaired))
  expect(paragraphs).toMatchObject([{ start: 2, end: 4, passages: [{ start: 2, end: 4 }] }])
})

test('a document without blocks is one paragraph', () => {
  const document = { ...segmentedText('甲。\n乙。'), blocks: [] }
  const paragraphs = paragraphsOf(document, offsetMap(document.repaired))
  expect(paragraphs).toMatchObject([{ kind: 'paragraph', start: 0, end: 5, cell: null, headings: [] }])
  expect(paragraphs[0]?.passages).toEqual([
    { start: 0, end: 2 },
    { start: 3, end: 5 },
  ])
})
