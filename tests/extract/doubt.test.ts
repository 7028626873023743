/** A name with a word of which another one is only suggested: it stays as it stands, is less sure, and says so. */
import { expect, test } from 'vitest'
import { processText } from '../../src/pipeline/library.js'
import { renderReport } from '../../src/writers/render.js'

const text = '全市现有病院112所，教职工9800人。咱们要踊跃推动教导奇迹进展。'
const sure = processText(text, { assume: 'spun' })
const unsure = processText(text, { assume: 'spun', applyFrom: 0.9995 })
const [school] = unsure.facts

test('its confidence is no more than that of the word that stands', () => {
  const doubt = unsure.corrections.find(({ actual }) => actual === '病院')!
  expect(doubt.status).toBe('suggested')
  expect(school!.indicator).toContain('病院')
  expect(school!.confidence).toBeCloseTo(1 - doubt.confidence, 3)
  expect(school!.confidence).toBeLessThan(sure.facts[0]!.confidence)
})

test('each pair of words is told once, the most frequent first; where facts are one part of several, three of them', () => {
  const words = ['病院', '门生', '先生', '步队', '病院']
  const counted = words.map((word) => `全市有${word}12所。`).join('')
  const many = processText(`${counted}咱们要踊跃推动教导奇迹进展。`, { assume: 'spun', applyFrom: 0.9995 })
  const line = renderReport(many)
    .split('\n')
    .find((one) => one.includes('unsure names'))
  expect(line).toMatch(
    /unsure names: 5; words that may be others: 病院 or 医院, .*; 1 more \(huanyuan extract lists them\)$/,
  )
})

test('the report tells it in either language, and nothing where the word was restored', () => {
  expect(renderReport(unsure, 'zh')).toMatch(/112 所.*？\n/)
  expect(renderReport(unsure, 'zh')).toContain('？名称存疑 1 处，其中的词可能另有所指：病院或为医院\n')
  expect(renderReport(unsure)).toMatch(/112 所.*\?\n/)
  expect(renderReport(unsure)).toContain('? unsure names: 1; words that may be others: 病院 or 医院\n')
  expect(renderReport(sure)).not.toContain('unsure names')
})
