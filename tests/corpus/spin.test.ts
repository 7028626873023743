/** The tool that damages clean texts: the rules of `strtr`, and the ways back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  damage,
  damageText,
  findDeletions,
  findMasks,
  findPageBreaks,
  joinPieces,
  mapForward,
  undamaged,
} from '../support/damage.js'
import { parseSpinTable, spinText } from '../support/spin.js'

describe('spinText', () => {
  it.each([
    ['the longest key wins', { 体: '身', 体育: '运动', 体育馆: '场馆' }, '体育馆和体育', '场馆和运动'],
    ['nothing is read again', { 成绩: '问题', 问题: '题目' }, '成绩和问题', '问题和题目'],
    ['keys cross words', { 校对: '校订' }, '学校对学生', '学校订学生'],
    ['a key may protect its words', { 大学: '大学', 大: '年夜' }, '大学大门', '大学年夜门'],
  ])('%s', (_, pairs, text, expected) => {
    expect(spinText(text, new Map(Object.entries(pairs))).text).toBe(expected)
  })

  it('gives swaps that slice and lead back', () => {
    const keys = fc.stringMatching(/^[甲乙丙丁]{1,3}$/)
    fc.assert(
      fc.property(fc.stringMatching(/^[甲乙丙丁戊]{0,40}$/), fc.dictionary(keys, keys), (text, pairs) => {
        const spun = spinText(text, new Map(Object.entries(pairs)))
        let undone = ''
        let position = 0
        for (const swap of spun.swaps) {
          expect(spun.text.slice(swap.start, swap.end)).toBe(swap.spun)
          undone += spun.text.slice(position, swap.start) + swap.gold
          position = swap.end
        }
        expect(undone + spun.text.slice(position)).toBe(text)
      }),
    )
  })
})

describe('parseSpinTable', () => {
  it('refuses what is no pair, and a key given twice', () => {
    expect(() => parseSpinTable('工作\n')).toThrow('not a pair')
    expect(() => parseSpinTable('工作\t事情\n工作\t任务\n')).toThrow('key twice')
  })
})

describe('damage', () => {
  it('masks years and the counts that look like years, but no longer figures', () => {
    const text = '2021年有2036人，面积12036亩，投资2.2036亿元'
    expect(joinPieces(damage(undamaged(text), findMasks(text)))).toBe(
      '20xx年有20xx人，面积12036亩，投资2.2036亿元',
    )
  })

  it('deletes a name between its neighbours', () => {
    const text = '全县上下，县委带头'
    const edits = findDeletions(text, ['全|县', '|县|委'])
    expect(joinPieces(damage(undamaged(text), edits))).toBe('全上下，委带头')
  })

  it('puts page breaks at the same places for the same seed', () => {
    const text = '各项工作有序推进'.repeat(30)
    expect(findPageBreaks(text, 50, 7)).toEqual(findPageBreaks(text, 50, 7))
    expect(findPageBreaks(text, 50, 7)).not.toEqual(findPageBreaks(text, 50, 8))
  })

  it('swaps the first place of each key only, or from a place on, where the plan says so', () => {
    const clean = '概况：学校很大。现状：学校和工厂，学校很新'
    const plan = {
      table: new Map([
        ['学校', '黉舍'],
        ['工厂', '作坊'],
      ]),
      masks: false,
      deletions: [],
      pageBreakEvery: null,
      notices: { before: '', after: '' },
      seed: 1,
    }
    const damaged = (more: { firstOnly?: boolean; spunFrom?: string }) =>
      joinPieces(damageText(clean, { ...plan, ...more }))
    expect(damaged({ firstOnly: true })).toBe('概况：黉舍很大。现状：学校和作坊，学校很新')
    expect(damaged({ spunFrom: '现状' })).toBe('概况：学校很大。现状：黉舍和作坊，黉舍很新')
    expect(damaged({ firstOnly: true, spunFrom: '现状' })).toBe('概况：学校很大。现状：黉舍和作坊，学校很新')
    expect(() => damaged({ spunFrom: '前言' })).toThrow('前言')
  })

  it('makes one piece of a space inside a spun word, and maps spans around it', () => {
    const clean = '加快建设进度，完成投资300万元'
    const pieces = damageText(clean, {
      table: new Map([['建设', '设置装备摆设']]),
      masks: false,
      deletions: [],
      pageBreakEvery: 6,
      notices: { before: '上传者声明\n', after: '' },
      seed: 2,
    })
    const damaged = joinPieces(pieces)
    const swap = pieces.filter((piece) => piece.kind === 'swap')
    expect(swap).toHaveLength(1)
    expect(swap[0]!.text.replaceAll(' ', '')).toBe('设置装备摆设')
    const span = mapForward(pieces, clean.indexOf('300'), clean.indexOf('300') + 3)
    expect(damaged.slice(span.start, span.end)).toBe('300')
  })
})
