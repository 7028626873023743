/** Learning a tool's table: the project's own work reports, all spun with one table, with some of its pairs hidden from the lexicon. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../scripts/tables.js'
import { layOut } from '../../src/layout/layout.js'
import { isComposite } from '../../src/learn/composites.js'
import { learnTable } from '../../src/learn/table.js'
import { formatLearnedTable } from '../../src/learn/table-text.js'
import type { LaidOutDocument } from '../../src/model/document.js'
import { loadResources, withRepair, withTaughtPairs } from '../../src/pipeline/resources.js'
import { documentOf } from '../../src/readers/document.js'
import { loadWordCounts, officialFrequencies } from '../../src/resources/frequencies.js'
import { buildLexicon } from '../../src/resources/lexicon.js'
import { spinText } from '../support/spin.js'
import { workReports } from '../support/work-reports.js'

/** One tool: its pairs, of which those of the second list are hidden from the lexicon. */
const listed: Readonly<Record<string, string>> = {
  学校: '黉舍',
  问题: '题目',
  工作: '事情',
  提高: '进步',
  人员: '职员',
  增加: '增长',
  增长: '增加',
  项目: '工程',
  情况: '环境',
  推进: '推动',
  社会: '社会形态',
  农村: '屯子',
  质量: '品质',
  能力: '才能',
  达到: '到达',
  其中: '此中',
  完成: '实现',
  实施: '实行',
}
const hidden: Readonly<Record<string, string>> = {
  建设: '扶植',
  发展: '成长',
  服务: '办事',
  管理: '治理',
  企业: '企业',
}
const table = new Map(Object.entries({ ...listed, ...hidden }).filter(([key, value]) => key !== value))

function laidOut(text: string, boilerplate: Parameters<typeof layOut>[1]): LaidOutDocument {
  const bytes = Buffer.from(text, 'utf8')
  return layOut(
    documentOf(bytes, { path: null, entry: null }, { text, mediaType: 'text/plain' }),
    boilerplate,
  )
}

const whole = await loadResources()
const shown = whole.lexicon.entries.filter(({ standard, spun }) => hidden[standard] !== spun)
const resources = withRepair(whole, buildLexicon(shown, whole.lexicon))
const folder = join(root, 'corpus', 'reports')
const texts = workReports.map((name) => readFileSync(join(folder, name, 'clean.txt'), 'utf8'))
const frequencies = officialFrequencies(loadWordCounts())

function learn(from: readonly string[], assume: 'auto' | 'spun' = 'auto') {
  const documents = from.map((text) => laidOut(text, resources.boilerplate))
  return learnTable(documents, resources.candidates, frequencies, { assume })
}

describe('learnTable', () => {
  const spun = texts.map((text) => spinText(text, table))
  const spunTexts = spun.map(({ text }) => text)
  const counts = new Map<string, number>()
  for (const { swaps } of spun) for (const { gold } of swaps) counts.set(gold, (counts.get(gold) ?? 0) + 1)
  const learned = learn(spunTexts, 'spun')
  const found = new Map(learned.map((pair) => [`${pair.standard} → ${pair.spun}`, pair]))
  const often = [...table].filter(([key]) => (counts.get(key) ?? 0) >= 5)

  test('finds the pairs that occur five times and more, most of the hidden ones among them', () => {
    const missed = often.filter(([key, value]) => !found.has(`${key} → ${value}`))
    expect(often.length).toBeGreaterThan(12)
    expect(missed.length, missed.join(' ')).toBeLessThanOrEqual(often.length / 5)
    const unlisted = learned.filter((pair) => !pair.listed && hidden[pair.standard] === pair.spun)
    expect(unlisted.length).toBeGreaterThanOrEqual(2)
  })

  test('learns hardly anything that the tool does not hold', () => {
    const wrong = learned.filter(({ standard, spun: value }) => table.get(standard) !== value)
    expect(
      wrong.length,
      wrong.map((pair) => `${pair.standard} → ${pair.spun}`).join(', '),
    ).toBeLessThanOrEqual(learned.length / 6)
  })

  test('gives examples in which the spun form stands', () => {
    for (const { spun: value, example } of learned) expect(example).toContain(value)
  })

  test('says the same twice, in a table that sorts by code units', () => {
    const text = formatLearnedTable(learned)
    expect(formatLearnedTable(learn(spunTexts, 'spun'))).toBe(text)
    const rows = text.trimEnd().split('\n').slice(1)
    expect([...rows].sort()).toEqual(rows)
  })
})

test('what people accepted is in the table, what they rejected is not', () => {
  const place = { before: '', after: '' }
  const pair = (standard: string, spun: string) => ({ standard, spun, accepted: [], rejected: [] })
  const pairs = [
    { ...pair('学校', '黉舍'), rejected: [place, place] },
    { ...pair('文件', '墨牍'), accepted: [place] },
  ]
  const { candidates } = withTaughtPairs(resources, { pairs, spun: new Set() })
  const documents = texts
    .slice(0, 3)
    .map((text) => laidOut(spinText(text, table).text, resources.boilerplate))
  const learned = learnTable(documents, candidates, frequencies, { assume: 'spun' })
  const of = (spun: string) => learned.filter((one) => one.spun === spun)
  expect(of('黉舍')).toEqual([])
  expect(of('墨牍')).toMatchObject([{ standard: '文件', count: 1, confidence: 1, listed: false }])
})

test('learns nothing from clean texts', () => {
  expect(learn(texts)).toEqual([])
})

test('learns nothing from nothing', () => {
  expect(learn([])).toEqual([])
  expect(learn([''])).toEqual([])
})

describe('isComposite', () => {
  const parts: Readonly<Record<string, string>> = { 产品: '产物', 土壤: '泥土', 污染: '净化' }
  const holds = ({ standard, spun }: { standard: string; spun: string }) => parts[standard] === spun

  test.each([
    ['农产品', '农产物', true],
    ['产品库', '产物库', true],
    ['土壤污染', '泥土净化', true],
    ['产品', '产物', false],
    ['农产品', '农作物', false],
    ['土壤', '净化', false],
  ])('%s → %s: %s', (standard, spun, expected) => {
    expect(isComposite({ standard, spun }, holds)).toBe(expected)
  })
})
