/** Forms in a text: the longest match from left to right, within the bounds. */
import { describe, expect, test } from 'vitest'
import { buildTrie } from '../../../src/model/trie.js'
import { eachMatch } from '../../../src/repair/detect/matches.js'

const forms = ['学校', '学', '校对', '对学', '学校工作者']
const trie = buildTrie(forms)

function matches(text: string, start = 0, end = text.length) {
  const found: [string, number, number][] = []
  eachMatch(trie, text, start, end, (form, from, to) => found.push([forms[form]!, from, to]))
  return found
}

describe('eachMatch', () => {
  test('takes the longest form and goes on behind it', () => {
    expect(matches('学校对学生')).toEqual([
      ['学校', 0, 2],
      ['对学', 2, 4],
    ])
    expect(matches('学习校对')).toEqual([
      ['学', 0, 1],
      ['校对', 2, 4],
    ])
  })

  test('falls back to a shorter form where a longer one breaks off', () => {
    expect(matches('学校工作')).toEqual([['学校', 0, 2]])
    expect(matches('学校工作者')).toEqual([['学校工作者', 0, 5]])
  })

  test('a text without forms has none', () => {
    expect(matches('教育')).toEqual([])
    expect(matches('')).toEqual([])
  })

  test('takes no form that leaves the bounds, on either side; offsets are those of the text', () => {
    expect(matches('学校对学', 1, 2)).toEqual([])
    expect(matches('学校对学', 1, 3)).toEqual([['校对', 1, 3]])
    expect(matches('学校对学', 2, 4)).toEqual([['对学', 2, 4]])
    expect(matches('学校', 0, 1)).toEqual([['学', 0, 1]])
  })
})
