/**
 * What every pair of the lexicon must be, beside what its reader checks (two different sides without figures or
 * Latin, known kind and evidence); examples are repaired, and clean sentences with common spun forms stay.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isSorted, parseTable, root, tablePaths } from '../../scripts/tables.js'
import type { LanguageModel } from '../../src/lm/query.js'
import { unknown } from '../../src/lm/symbols.js'
import type { ListedPair } from '../../src/model/pair.js'
import { processText } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { languageModelPath, languageModels, loadLanguageModel } from '../../src/resources/language-model.js'
import { readProtectedWords, readShippedEntries } from '../../src/resources/lexicon.js'
import { readTsv } from '../../src/resources/tsv.js'

const entries = readShippedEntries()
const resources = await loadResources()
const here = (name: string) => join(root, 'tests', 'corpus', name)

const told = ({ standard, spun, table }: ListedPair) => `${table}: ${standard} → ${spun}`
const complain = (wrong: (entry: ListedPair) => boolean) => entries.filter(wrong).map(told)

describe('pairs', () => {
  test.each(tablePaths().filter((path) => path.startsWith('corpus/lexicon/')))(
    '%s is sorted by code units',
    (path) => {
      expect(isSorted(parseTable(readFileSync(join(root, path), 'utf8')).rows)).toBe(true)
    },
  )

  test('stand once, over all tables', () => {
    const tables = new Map<string, string>()
    const doubles = entries.filter(({ standard, spun, table }) => {
      const key = `${standard}\t${spun}`
      if (tables.has(key)) return true
      tables.set(key, table)
      return false
    })
    expect(doubles.map(told)).toEqual([])
  })

  test('weigh between nothing and one', () => {
    expect(complain(({ weight }) => weight > 1)).toEqual([])
  })

  test('are knowledge only where nobody attests them', () => {
    expect(complain(({ evidence }) => evidence.includes('knowledge') && evidence.length > 1)).toEqual([])
    expect(complain(({ evidence }) => evidence.length === 0)).toEqual([])
  })

  test('have a standard side that one of the language models can write', () => {
    const models = languageModels.map((name) => loadLanguageModel(languageModelPath(name)))
    const canWrite = ({ symbols }: LanguageModel, word: string) =>
      [...word].every((one) => symbols.ofUnit[one.charCodeAt(0)] !== unknown)
    expect(complain(({ standard }) => !models.some((model) => canWrite(model, standard)))).toEqual([])
  })

  test('change no number', () => {
    // Set phrases say no numbers, nor do the words of the list: 一切, 统一, 老百姓.
    const uncounted = new Set(readTsv(here('uncounted.tsv'), ['word']).map(({ cells }) => cells[0]!))
    const numeralsOf = (side: string) =>
      side.replace(/[^一二三四五六七八九十百千万亿两]/g, '').replaceAll('两', '二')
    const counts = (side: string) => numeralsOf(side) !== '' && !uncounted.has(side)
    expect(
      complain(
        ({ standard, spun, table }) =>
          table !== 'idioms' &&
          numeralsOf(standard) !== numeralsOf(spun) &&
          (counts(standard) || counts(spun)),
      ),
    ).toEqual([])
  })
})

describe('examples', () => {
  const examples = entries.filter(({ example }) => example !== '')
  const repairs = examples.map((entry) => {
    const { corrections, repaired } = processText(entry.example, {
      resources,
      assume: 'spun',
      until: 'repair',
    })
    return { entry, corrections, text: repaired.text }
  })

  test('are sentences that hold the spun form', () => {
    expect(examples.length).toBeGreaterThanOrEqual(60)
    const wrong = ({ example, spun }: ListedPair) => example.length < 15 || !example.includes(spun)
    expect(examples.filter(wrong).map(told)).toEqual([])
  })

  test('are repaired', () => {
    const missed = repairs.filter(({ entry: { standard, spun, example }, corrections }) => {
      const start = example.indexOf(spun)
      return !corrections.some(
        (one) => one.status === 'applied' && one.start === start && one.replacement.startsWith(standard),
      )
    })
    expect(missed.map(({ entry, text }) => `${told(entry)}: ${text}`)).toEqual([])
  })

  test('change in nothing else, but for one in twenty', () => {
    const wanted = ({ entry: { standard, spun, example } }: (typeof repairs)[number]) =>
      example.replace(spun, standard)
    const others = repairs.filter((repair) => repair.text !== wanted(repair)).map(({ text }) => text)
    expect(others.length, others.join('\n')).toBeLessThanOrEqual(examples.length / 20)
  })
})

describe('clean sentences with words that tools write', () => {
  const spunForms = new Set(entries.map(({ spun }) => spun))
  const kept = readTsv(here('keep.tsv'), ['form', 'sentence']).map(({ cells }) => cells as [string, string])

  test('hold a spun form', () => {
    expect(kept.length).toBeGreaterThanOrEqual(60)
    expect(kept.filter(([form, sentence]) => !spunForms.has(form) || !sentence.includes(form))).toEqual([])
  })

  test.each(kept)('%s stays in %s', (_, sentence) => {
    expect(processText(sentence, { resources, until: 'repair' }).repaired.text).toBe(sentence)
  })
})

describe('protected words', () => {
  const words = readProtectedWords(join(root, 'corpus', 'lexicon', 'protected.tsv'))

  test('have three characters or more, so that none stands across two words', () => {
    expect(words.length).toBeGreaterThan(50)
    expect(words.filter((word) => word.length < 3)).toEqual([])
  })

  test('stay in spun text', () => {
    for (const word of words) {
      const text = `要踊跃推动黉舍治理，晋升教授教养品质，认真领会${word}，咱们必需增强事情。`
      expect(processText(text, { resources, assume: 'spun', until: 'repair' }).repaired.text).toContain(word)
    }
  })
})
