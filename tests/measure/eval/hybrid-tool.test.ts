/** Texts of tools that were changed by their owners: their gold stays true, and they hold what such a tool holds. */
import { describe, expect, test } from 'vitest'
import { spinByHybridTools } from '../../../measure/eval/hybrid-tool.js'
import { undo } from '../../../measure/eval/made-sets.js'
import type { EvaluationText } from '../../../measure/eval/sets.js'
import { buildLexicon } from '../../../src/resources/lexicon.js'
import { listed } from '../../repair/small.js'

const tool = { id: 'tool', name: { en: 'tool', zh: '工具' }, share: 1, pairs: [] }
const told = (standard: string, spun: string) => listed(standard, spun, { evidence: ['tool'] })
const known = (standard: string, spun: string) => listed(standard, spun, { evidence: ['knowledge'] })
const lexicon = buildLexicon(
  [
    told('学校', '黉舍'),
    known('学校', '校园'),
    known('清晨', '拂晓'),
    told('大', '年夜'),
    known('校园', '学园'),
  ],
  { tools: [tool] },
)

const original = '清晨的学校很大。\n清晨，学校开门。'
const clean = Array.from(
  { length: 200 },
  (_, index): EvaluationText => ({
    name: `note-${index}`,
    genre: 'note',
    position: index + 1,
    text: original,
    original,
    gold: [],
  }),
)
const made = spinByHybridTools(clean, lexicon, 1)
const share = (word: string) => made.filter(({ text }) => text.includes(word)).length / made.length

describe('a tool that its owner changed', () => {
  test('leaves a text whose gold undone gives the original', () => {
    for (const { text, gold } of made) expect(undo(text, gold)).toBe(original)
  })

  test('mostly writes what is known of it, at times values and words of its own, and those of another word', () => {
    expect(share('黉舍')).toBeGreaterThan(share('校园'))
    for (const own of ['校园', '拂晓', '学园']) {
      expect(share(own)).toBeGreaterThan(0)
      expect(share(own)).toBeLessThan(0.4)
    }
  })

  test('writes one value for a word, and replaces no single character', () => {
    for (const { text } of made) {
      expect(text.includes('黉舍') && text.includes('校园')).toBe(false)
      expect(text).not.toContain('年夜')
    }
  })

  test('is the same by the same seed alone', () => {
    expect(spinByHybridTools(clean, lexicon, 1)).toEqual(made)
    expect(spinByHybridTools(clean, lexicon, 2)).not.toEqual(made)
  })
})
