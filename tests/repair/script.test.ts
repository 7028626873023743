/** What is written into a traditional text is written in its script. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Swap } from '../../src/repair/decide/choose.js'
import type { Candidates } from '../../src/repair/decode/candidates.js'
import { writeInScript } from '../../src/repair/script.js'
import { foldText } from '../../src/resources/script.js'
import { loadCandidates, repairText } from './support.js'

function swap(printed: string, word: string, replacement: string, others: readonly string[] = []): Swap {
  const start = printed.indexOf(word)
  const alternatives = others.map((text) => ({ text, confidence: 0.1 }))
  return {
    start,
    end: start + word.length,
    replacement,
    confidence: 0.9,
    traits: [],
    alternatives,
    evidence: [],
  }
}

const wordsOf = (printed: string, ...swaps: Swap[]) =>
  writeInScript(printed, foldText(printed), swaps).map(({ replacement }) => replacement)

describe('writeInScript', () => {
  test('simplified text is left as it is', () => {
    const swaps = [swap('全县黉舍总结', '黉舍', '学校')]
    expect(writeInScript('全县黉舍总结', '全县黉舍总结', swaps)).toBe(swaps)
  })

  test('the words around decide the characters, those that other swaps write among them', () => {
    const printed = '縣長檢查黌舍，課堂裡的門生會後開會'
    const room = swap(printed, '課堂', '教室')
    const inside = swap(printed, '裡', '里')
    expect(wordsOf(printed, swap(printed, '黌舍', '学校'), room, swap(printed, '門生', '学生'))).toEqual([
      '學校',
      '教室',
      '學生',
    ])
    expect(wordsOf(printed, room, inside)).toEqual(['教室'])
  })

  test('alternatives are written likewise', () => {
    const printed = '縣長檢查黌舍的門生'
    const [made] = writeInScript(printed, foldText(printed), [
      swap(printed, '門生', '学生', ['学员', '后生']),
    ])
    expect(made!.alternatives.map(({ text }) => text)).toEqual(['學員', '後生'])
  })

  test('a line in simplified characters gets simplified words', () => {
    const printed = '縣長檢查黌舍，聽取報告\n县长检查黉舍，听取报告'
    const second = swap(printed, '黉舍', '学校')
    expect(wordsOf(printed, swap(printed, '黌舍', '学校'), second)).toEqual(['學校', '学校'])
  })

  test('two simplified words that are one traditional word make no swap', () => {
    const printed = '縣長檢查學校，計畫周密'
    expect(wordsOf(printed, swap(printed, '學校', '学校'))).toEqual([])
  })
})

describe('a traditional document', () => {
  let candidates: Candidates
  beforeAll(() => {
    candidates = loadCandidates()
  })
  const printed =
    '全縣黌舍培養客歲卒業的門生，教導品質較着進步，黌舍扶植獲得喜人成就。各黌舍要增強教員步隊扶植，當真實行教導政策，踴躍展開講授鼎新，盡力為屯子經濟成長培養人材。'

  test('is restored in its own script, and judged as its simplified version is', () => {
    const { repaired, damage, spin } = repairText(candidates, printed)
    expect(repaired.text).toContain('學校')
    expect(repaired.text).toContain('教師隊伍建設')
    expect(repaired.text).not.toMatch(/[学队设师农发]/)
    expect(damage).toEqual([])
    expect(spin.verdict).toBe('spun')
  })
})
