/** Explanations tell the decision that was taken: of every correction of the own reports, and why words are kept. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { explanationLines } from '../../src/cli/explanation.js'
import type { DecisionRule } from '../../src/model/trace.js'
import { decisionRules } from '../../src/model/trace.js'
import type { Explanation } from '../../src/pipeline/explain.js'
import { explainOffset } from '../../src/pipeline/explain.js'
import { analyseText } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { defaultApplyFrom } from '../../src/repair/decide/decide.js'
import { statuses } from '../../src/repair/decide/rules.js'
import { corpusPath } from '../../src/resources/tsv.js'
import type { Language } from '../../src/writers/language.js'

const resources = await loadResources()
const options = { resources }
/** A text that was spun twice is repaired by pairs of two runs as well. */
const entries = new Set([...resources.lexicon.entries, ...resources.candidates.twice!().lexicon.entries])
const families = new Set(resources.candidates.prior.families.map(({ id }) => id))
const reports = readdirSync(corpusPath('reports'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** What the rule of a correction must say of it. */
function checkRule({ reason, correction }: Explanation): void {
  if (reason.kind !== 'rule') throw new Error('a correction is explained by the rule that settled it')
  const { status, kind, confidence } = correction!
  switch (reason.rule) {
    case 'sure':
      expect([kind, status, confidence >= defaultApplyFrom]).toEqual(['swap', 'applied', true])
      return
    case 'unsure':
      expect([kind, status, confidence < defaultApplyFrom]).toEqual(['swap', 'suggested', true])
      return
    case 'layout':
      expect([kind, status]).toEqual(['layout', 'applied'])
      return
    case 'disguised-word':
      expect([kind, status]).toEqual(['character', 'applied'])
      return
    case 'figure-letter':
      expect([kind, status]).toEqual(['character', 'suggested'])
      return
    // Sure enough, but something else is against it.
    default:
      expect([kind, status, confidence >= defaultApplyFrom]).toEqual(['swap', 'suggested', true])
  }
}

/** The pair of a swap, its source and the alternatives stand among what was weighed, and say the same. */
function checkWeighed({ correction, weighed, withoutFigures }: Explanation): void {
  const { start, end, replacement, alternatives, evidence, confidence } = correction!
  const chosen = weighed.filter(({ isChosen }) => isChosen)
  expect(chosen.length, replacement).toBeGreaterThan(0)
  for (const { family, pair } of weighed) {
    expect(families.has(family)).toBe(true)
    if (pair.origin === 'listed') expect(entries.has(pair)).toBe(true)
  }
  // A later pass may find what an earlier one was less sure of.
  const same = chosen.filter(
    (edit) => edit.start === start && edit.end === end && edit.replacement === replacement,
  )
  const [whole] = same
  if (whole === undefined) return
  if (withoutFigures === null)
    expect(same.some((edit) => Math.abs(edit.confidence - confidence) < 0.0005)).toBe(true)
  const { pair } = whole
  const code = pair.origin === 'listed' ? `${pair.table}:${pair.evidence.join(',')}` : 'proposed'
  expect(evidence.map((one) => one.code)).toContain(code)
  for (const { text } of alternatives) expect(weighed.map((edit) => edit.replacement)).toContain(text)
}

/** Of the reports so far: a damaged text that is not proven spun has hardly any. */
let explained = 0

describe.each(reports)('%s', (id) => {
  test('every correction is explained as it was decided', () => {
    const text = readFileSync(corpusPath('reports', id, 'damaged.txt'), 'utf8')
    const document = analyseText(text, options)
    explained += document.corrections.length
    document.corrections.forEach((correction) => {
      for (const offset of new Set([correction.start, correction.end - 1])) {
        const explanation = explainOffset(document, offset, options)
        expect(explanation.correction).toBe(correction)
        checkRule(explanation)
        if (correction.kind === 'swap') checkWeighed(explanation)
        for (const language of ['en', 'zh'] as const) {
          const lines = explanationLines(document, explanation, { language, tools: resources.lexicon.tools })
          if (correction.kind === 'swap') expect(lines.join('\n')).toContain(correction.replacement)
        }
      }
    })
  })
})

test('the reports have corrections to explain', () => {
  expect(explained).toBeGreaterThan(1000)
})

describe('what is kept', () => {
  const text = readFileSync(join(corpusPath('reports', 'education-bureau-halfyear'), 'damaged.txt'), 'utf8')
  const document = analyseText(text, options)
  const reasonAt = (words: string, offset = 0) =>
    explainOffset(document, text.indexOf(words) + offset, options).reason

  test.each([
    ['声明：本文', { kind: 'protected', protection: 'boilerplate' }],
    ['126所', { kind: 'figure' }],
    ['正确', { kind: 'unlikely' }],
    ['，在委', { kind: 'unknown' }],
  ] as const)('%s', (words, reason) => {
    expect(reasonAt(words)).toEqual(reason)
  })

  test('a clean text is kept because it does not look reworded', () => {
    const clean = analyseText('全县共有各级各类学校126所，在校学生41297人，教育事业稳步发展。', options)
    const { reason, weighed, hopeless } = explainOffset(clean, 8, options)
    expect([reason, weighed]).toEqual([{ kind: 'clean' }, []])
    expect(hopeless.length).toBeGreaterThan(0)
  })

  test('an offset outside of the text is refused', () => {
    expect(() => explainOffset(document, -1, options)).toThrow(RangeError)
    expect(() => explainOffset(document, text.length, options)).toThrow(RangeError)
  })
})

describe('a rule', () => {
  const text = '黉舍'
  const document = analyseText(text, options)
  const school = explainOffset(document, 0, options)
  const languages = ['en', 'zh'] as const
  /** The explanation as it would be if this rule had settled the correction. */
  const linesOf = (rule: DecisionRule, language: Language) =>
    explanationLines(document, { ...school, reason: { kind: 'rule', rule } }, { language, tools: [] })
  const spoken = new Set(languages.flatMap((language) => linesOf('sure', language)))
  const sentenceOf = (rule: DecisionRule, language: Language) =>
    linesOf(rule, language).filter((line) => !spoken.has(line))

  test.each(decisionRules.filter((rule) => rule !== 'sure'))(
    '%s is told in one sentence of either language',
    (rule) => {
      const isSwap = rule !== 'layout'
      for (const language of languages) {
        const [sentence, ...others] = sentenceOf(rule, language)
        expect(others).toEqual([])
        expect(sentence).not.toMatch(/[{}]|undefined/)
        expect(sentence!.includes('黉舍 → 学校')).toBe(isSwap)
        expect(sentence).toContain(
          statuses[rule] === 'applied'
            ? { en: 'Changed', zh: '已改动' }[language]
            : { en: 'not changed', zh: '未改动' }[language],
        )
      }
    },
  )

  test.each(languages)('has a sentence of its own (%s)', (language) => {
    const told = new Set(decisionRules.map((rule) => linesOf(rule, language).join('\n')))
    expect(told.size).toBe(decisionRules.length)
  })
})
