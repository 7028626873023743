/** Sentences without a dictionary; tokens that join to the text exactly, whatever stands in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanOf } from '../../src/model/span.js'
import type { Token } from '../../src/model/token.js'
import { reportWordsPath } from '../../src/resources/segmentation.js'
import { jiebaWasmSegmenter } from '../../src/segment/jieba-wasm.js'
import { nodejiebaSegmenter } from '../../src/segment/nodejieba.js'
import type { Segmenter } from '../../src/segment/segmenter.js'
import { findSentences } from '../../src/segment/sentences.js'
import { findTokens } from '../../src/segment/tokens.js'
import { root } from '../repo/source.js'

const reports = join(root, 'corpus/reports')

function sentencesOf(text: string): string[] {
  const blocks = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) =>
    spanOf<'repaired'>(index, index + line.length),
  )
  return findSentences(text, blocks).map(({ start, end }) => text.slice(start, end))
}

describe('sentences', () => {
  it.each([
    ['全县有学校12所。学生3000人；教师200人。', ['全县有学校12所。', '学生3000人；', '教师200人。']],
    ['他说：“要抓落实。”会议结束。', ['他说：“要抓落实。”', '会议结束。']],
    ['共有村庄8个（东片3个；西片5个）。完毕', ['共有村庄8个（东片3个；西片5个）。', '完毕']],
    ['一、概况\n全年完成。', ['一、概况', '全年完成。']],
    ['括号（没有关上。下一句。', ['括号（没有关上。', '下一句。']],
    ['占比为3.5%。', ['占比为3.5%。']],
    ['  。 ', ['。']],
  ])('%s', (text, sentences) => expect(sentencesOf(text)).toEqual(sentences))

  it('takes time in proportion to the text, brackets or not', () => {
    expect(sentencesOf('（'.repeat(100_000)).length).toBe(1)
  })
})

/** Two code units a word: enough to see what reaches a segmenter and what does not. */
const pairs: Segmenter = {
  id: 'pairs',
  tag: (text) => (text.match(/[\s\S]{1,2}/g) ?? []).map((word) => ({ text: word, pos: 'n' })),
}

describe('tokens', () => {
  it.each([
    ['完成3.72万元', ['完成', '3.72', '万元']],
    ['占94.5%，约20xx人', ['占', '94.5%', '，约', '20xx', '人']],
    ['１２８所 学校', ['１２８', '所', ' ', '学校']],
    ['共1,100元,5个', ['共', '1,100', '元,', '5', '个']],
  ])('%s keeps figures whole', (text, words) => {
    expect(findTokens(text, pairs).map((token) => token.text)).toEqual(words)
  })

  it('join to the text', () => {
    const characters = fc.constantFrom(
      '县',
      '学',
      '3',
      '.',
      ',',
      '%',
      ' ',
      '\n',
      '𠮷',
      '\uD842',
      '\uDFB7',
      'x',
      'A',
    )
    const segmenters = fc.constantFrom(nodejieba, jiebaWasm)
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 40 }), segmenters, (pieces, segmenter) => {
        const text = pieces.join('')
        const tokens = findTokens(text, segmenter)
        expect(tokens.map((token) => token.text).join('')).toBe(text)
        let position = 0
        for (const { start, end, text: word } of tokens) {
          expect(start).toBe(position)
          expect(text.slice(start, end)).toBe(word)
          position = end
        }
      }),
      { numRuns: 300 },
    )
  })
})

const nodejieba = nodejiebaSegmenter()

const jiebaWasm = jiebaWasmSegmenter()

describe('words of reports', () => {
  const rows = readFileSync(reportWordsPath(), 'utf8').trimEnd().split('\n')

  it('stand in order, once, as word, frequency and tag', () => {
    expect(rows.filter((row) => !/^\p{Script=Han}+ 5000 [a-z]+$/u.test(row))).toEqual([])
    const words = rows.map((row) => row.split(' ')[0]!)
    expect(words).toEqual([...new Set(words)].sort())
  })

  it.each([nodejieba, jiebaWasm])('are cut whole, with their tags, by $id', (segmenter) => {
    const cut = rows.map((row) => segmenter.tag(row.split(' ')[0]!))
    expect(cut.map((words) => words.map(({ text, pos }) => `${text} 5000 ${pos}`))).toEqual(
      rows.map((row) => [row]),
    )
  })

  it.each([nodejieba, jiebaWasm])(
    'are cut as the author meant them in repaired text, by $id',
    (segmenter) => {
      const words = findTokens('加强学校对学生的管理', segmenter).map(({ text }) => text)
      expect(words).toEqual(['加强', '学校', '对', '学生', '的', '管理'])
    },
  )
})

describe('both segmenters', () => {
  const texts = readdirSync(reports, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      ['clean.txt', 'damaged.txt'].map((kind) => readFileSync(join(reports, name, kind), 'utf8')),
    )
  const tokensOf = (text: string) =>
    [nodejieba, jiebaWasm].map((segmenter) => findTokens(text, segmenter)) as [Token[], Token[]]

  it('put 996 of 1,000 borders in the same places of the own reports, and 997 of 1,000 equal words have equal tags', () => {
    let [borders, common, words, tags] = [0, 0, 0, 0]
    for (const text of texts) {
      const [one, other] = tokensOf(text)
      const byPlace = new Map(one.map((token) => [`${token.start} ${token.end}`, token.pos]))
      const ends = new Set(one.map(({ end }) => end))
      borders += one.length + other.length
      common += 2 * other.filter(({ end }) => ends.has(end)).length
      for (const { start, end, pos } of other) {
        const expected = byPlace.get(`${start} ${end}`)
        if (expected === undefined) continue
        words++
        if (expected === pos) tags++
      }
    }
    expect(words).toBeGreaterThan(20_000)
    expect(common / borders).toBeGreaterThan(0.996)
    expect(tags / words).toBeGreaterThan(0.997)
  })
})
