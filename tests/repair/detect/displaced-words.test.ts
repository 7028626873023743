/** Many current words that stand where both models would rather have another prove, in a register that both know. */
import { describe, expect, test } from 'vitest'
import type { LanguageModel } from '../../../src/lm/query.js'
import { classifyPassages, spunShareOf } from '../../../src/repair/detect/classify.js'
import { findPassages } from '../../../src/repair/detect/passages.js'
import { bigramModel, listed, smallCandidates } from '../small.js'

const table = {
  次序: '顺序',
  方法: '措施',
  立即: '及时',
  平常: '日常',
  局部: '部分',
  依据: '根据',
  竣工: '完工',
}
const written = Object.keys(table)
const report = { evidence: ['report'] }
const entries = Object.entries(table).map(([spun, standard]) => listed(standard, spun, report))

/** A model that expects the standard words behind 的, and everything else alike. */
function modelOf(otherwise: number, words: readonly string[] = Object.values(table)): LanguageModel {
  const expected = words.flatMap((word) => [
    [`的${word[0]}`, -0.1],
    [word, -0.1],
  ])
  return bigramModel(
    { ...Object.fromEntries(expected), ...Object.fromEntries(written.map((word) => [word, otherwise])) },
    otherwise,
  )
}

const reports = modelOf(-3)
/** Spun and standard words are as current, so that no form proves. */
const registers = [{ name: 'reports', official: true, characters: 1e7 }]
const current = new Map([...written, ...Object.values(table)].map((word) => [word, [900]]))
const counts = { registers, counts: current }
const classifierOf = (model: LanguageModel, general?: LanguageModel) =>
  smallCandidates(entries, model, undefined, {}, { counts, ...(general && { general: () => general }) })
    .classifier
const oddsOf = (text: string, model = reports, general: LanguageModel | undefined = reports) =>
  classifierOf(model, general).displacedIn!(text, findPassages(text))

const textOf = (words: readonly string[]) => words.map((word) => `我们的${word}，`).join('')
/** Each word tells how much commoner displaced words are in spun text, each character that there is none. */
const told = (words: number, han: number) => words * Math.log(4) - (4.5 * han) / 1000

describe('displacedIn', () => {
  test('six different words in a short text prove, five do not', () => {
    expect(oddsOf(textOf(written.slice(0, 6)))).toEqual([told(6, 30)])
    expect(oddsOf(textOf(written.slice(0, 5)))).toBeUndefined()
  })

  test('a word proves once, however often it stands', () => {
    expect(oddsOf(textOf([...written.slice(0, 5), written[0]!]))).toBeUndefined()
  })

  test('words where they belong prove nothing', () => {
    expect(oddsOf(textOf(written).replaceAll('的', '与'))).toBeUndefined()
    expect(oddsOf(textOf(Object.values(table)))).toBeUndefined()
  })

  test('each passage is told by its own words', () => {
    const text = `${textOf(written.slice(0, 2))}\n我们在这里\n${textOf(written.slice(2))}`
    expect(oddsOf(text)).toEqual([told(2, 10), told(0, 5), told(5, 25)])
  })

  test('a long text needs more words, and a page without any is enough to leave it', () => {
    const page = `${'我们在这里'.repeat(40)}\n`
    expect(oddsOf(textOf(written) + page)).toBeDefined()
    expect(oddsOf(textOf(written) + page.repeat(2))).toBeUndefined()
    expect(oddsOf(page.repeat(5) + textOf(written))).toBeUndefined()
  })

  test('both models must be there, agree, and know the register', () => {
    expect(classifierOf(reports).displacedIn!(textOf(written), findPassages(textOf(written)))).toBeUndefined()
    expect(oddsOf(textOf(written), reports, modelOf(-3, Object.values(table).slice(0, 5)))).toBeUndefined()
    expect(oddsOf(textOf(written), modelOf(-4), reports)).toBeUndefined()
    expect(oddsOf(textOf(written), reports, modelOf(-4))).toBeUndefined()
  })

  test('pairs that nobody attests are not tried', () => {
    const known = smallCandidates(
      entries.map((entry) => ({ ...entry, evidence: ['knowledge'] })),
      reports,
      undefined,
      {},
      { general: () => reports },
    )
    expect(known.classifier.displacedIn!(textOf(written), findPassages(textOf(written)))).toBeUndefined()
  })
})

describe('a text that displaced words prove', () => {
  const classifier = classifierOf(reports, reports)
  const text = textOf([...written, ...Object.values(table)])

  test('is decoded, and words that stand do not speak against it', () => {
    const { proof, passages } = classifyPassages(classifier, text, { assume: 'auto' })
    expect(proof).toMatchObject({ proven: true, survival: 0 })
    expect(passages[0]!.decode).toBe(true)
  })

  test('looks spun, so what a repair leaves of it is read again', () => {
    expect(spunShareOf(classifier, text)).toBe(1)
  })
})
