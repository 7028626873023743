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

test('the report tells it in either language, and nothing where the word was restored', () => {
  expect(renderReport(unsure, 'zh')).toMatch(/112 所.*名称存疑：病院或为医院/)
  expect(renderReport(unsure)).toMatch(/112 所.*name unsure: 病院, or 医院/)
  expect(renderReport(sure)).not.toContain('name unsure')
})
