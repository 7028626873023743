/** Passages by script: what shows one, and what goes with the rest. */
import { describe, expect, test } from 'vitest'
import { findPassages } from '../../../src/repair/detect/passages.js'
import { splitByScript } from '../../../src/repair/detect/scripts.js'
import { markTraditional } from '../../../src/repair/script.js'
import { foldText } from '../../../src/resources/script.js'

const traditional = '縣裡開會討論農業發展與學校建設，會後檢查課堂。'
const simplified = '今年全县粮食丰收，群众生活改善，市场物价平稳，道路也修好了。'
const untold = '小計'

/** The lines of a text by script. */
function groupsOf(...lines: readonly string[]): string[][] {
  const text = lines.join('\n')
  const read = foldText(text)
  const groups = splitByScript(findPassages(read), markTraditional(text, read))
  return groups.map((group) => group.map(({ start, end }) => text.slice(start, end)))
}

describe('splitByScript', () => {
  test('simplified text is one group', () => {
    expect(groupsOf(simplified, '合计', simplified)).toEqual([[simplified, '合计', simplified]])
  })

  test('a passage in the other script stands apart, wherever it is', () => {
    expect(groupsOf(traditional, simplified, traditional)).toEqual([[traditional, traditional], [simplified]])
    expect(groupsOf(simplified, simplified, traditional)).toEqual([[simplified, simplified], [traditional]])
  })

  test('what shows no script goes with most of the text', () => {
    expect(groupsOf(traditional, untold, traditional, simplified)[0]).toEqual([
      traditional,
      untold,
      traditional,
    ])
    expect(groupsOf(untold, simplified, simplified, traditional)[0]).toEqual([untold, simplified, simplified])
  })
})

describe('markTraditional', () => {
  test('marks Chinese characters alone, and nothing where none is traditional', () => {
    expect([...markTraditional('學校，Ａ', '学校,A')!]).toEqual([1, 0, 0, 0])
    expect(markTraditional('学校，Ａ', '学校,A')).toBeUndefined()
    expect(markTraditional('学校', '学校')).toBeUndefined()
  })
})
