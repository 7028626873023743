import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawTable, makeCopies, varyFigures } from '../../measure/eval/copies.js'
import {
  type Candidate,
  createSelector,
  type SelectionDecision,
  type SelectionOptions,
} from '../../src/dataset/selection.js'
import { signalsOf } from '../../src/dataset/signals.js'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources, type Resources } from '../../src/pipeline/resources.js'
import { spinText } from '../support/spin.js'

let resources: Resources

beforeAll(async () => {
  resources = await loadResources()
})

let keys = 0

async function candidate(text: string, path = 'report.txt'): Promise<Candidate> {
  for await (const record of processDocument(Buffer.from(text), { resources, path })) {
    return { key: (keys++).toString(16).padStart(16, '0'), id: record.id, signals: signalsOf(record) }
  }
  throw new Error('no document')
}

function select(candidates: readonly Candidate[], options: SelectionOptions = {}): SelectionDecision[] {
  const selector = createSelector(options)
  for (const each of candidates) selector.count(each)
  return candidates.map((each) => selector.decide(each))
}

const readReport = (name: string) =>
  readFileSync(new URL(`../../corpus/reports/${name}/clean.txt`, import.meta.url), 'utf8')

describe('duplicates', () => {
  it('are found among copies and not among reports with other figures', async () => {
    const text = readReport('water-power')
    const original = await candidate(text)
    for (const copy of makeCopies(text, resources.lexicon.entries, 3)) {
      const [, decision] = select([original, await candidate(copy.text, copy.path)], { dropDuplicates: true })
      expect([copy.kind, decision!.dropped]).toEqual([copy.kind, copy.isDuplicate ? 'near-duplicate' : null])
      expect(decision!.duplicateOf).toBe(copy.isDuplicate ? original.key : null)
    }
  })

  it('of two tools are found', async () => {
    const text = readReport('grain-agriculture')
    const [one, other] = [11, 12].map(
      (seed) => spinText(text, drawTable(resources.lexicon.entries, seed)).text,
    )
    const decisions = select([await candidate(one!), await candidate(other!)])
    expect(decisions[1]!.similarity).toBeGreaterThan(0.2)
    expect(decisions[1]!.dropped).toBeNull()
  })

  it('of the same text are exact, and the first is kept in any order', async () => {
    const text = readReport('transport-year')
    const pair = [await candidate(text), await candidate(`${text}\n\n`)]
    for (const order of [pair, [...pair].reverse()]) {
      const [first, second] = select(order, { dropDuplicates: true })
      expect(first!.dropped).toBeNull()
      expect(second).toMatchObject({
        dropped: 'duplicate',
        duplicateOf: order[0]!.key,
        similarity: 1,
        repeats: [],
      })
    }
  })

  it('are never of a document that was dropped for its quality', async () => {
    const text = readReport('transport-year')
    const broken = await candidate(text.replace(/的|，/g, '\ufffd\ufffd\ufffd\ufffd'))
    const clean = await candidate(text)
    const copy = await candidate(`${text}\n\n`)
    const minQuality = (broken.signals.quality.score + clean.signals.quality.score) / 2
    const decisions = select([broken, clean, copy], { minQuality, dropDuplicates: true })
    expect(decisions.map(({ dropped }) => dropped)).toEqual(['low-quality', null, 'duplicate'])
    expect(decisions[2]!.duplicateOf).toBe(clean.key)
  })

  it('drop nothing where they are only named', async () => {
    const text = readReport('transport-year')
    const [, second] = select([await candidate(text), await candidate(text)])
    expect(second).toMatchObject({ dropped: null, similarity: 1 })
  })

  it('are decided in the order in which they were counted', async () => {
    const [one, other] = [await candidate('第一份材料。'), await candidate('第二份材料。')]
    const selector = createSelector({})
    selector.count(one)
    selector.count(other)
    expect(() => selector.decide(other)).toThrow('out of order')
  })
})

const shared =
  '全县共建成标准化灌区14处，改造渠道86.4公里，受益农田5.7万亩，受益农户2.1万户，农民用水协会增加到38个。'

describe('repeats', () => {
  it('are paragraphs of an earlier document, with the same figures', async () => {
    const earlier = await candidate(`水利工作总结\n${shared}\n今年汛期没有发生重大险情。`)
    const text = `农业工作汇报\n我县粮食生产形势平稳，夏粮已经颗粒归仓。\n${shared}`
    const later = await candidate(text)
    const changed = await candidate(text.replace('86.4', '79.2'))
    const repeats = select([earlier, changed, later]).map((decision) => decision.repeats)
    expect(repeats[1]).toEqual([])
    expect(repeats[2]!.map(({ start, end }) => text.slice(start, end))).toContain(shared)
    expect(repeats[2]!.every(({ kind }) => kind === 'repeated-paragraph')).toBe(true)
    expect(repeats[2]!.find(({ start }) => text.startsWith(shared, start))!.of).toBe(earlier.key)
  })

  it("are the lines of a site at the border of many documents, and no report's own", async () => {
    const line = '青竹文秘网(qingzhu.example.cn)整理汇编'
    const names = ['water-power', 'transport-year', 'finance-budget', 'poverty-relief', 'grain-agriculture']
    const texts = names.map((name) => `${readReport(name).trimEnd()}\n特此报告\n${line}\n`)
    const found = select(await Promise.all(texts.map((text) => candidate(text)))).map(({ repeats }, index) =>
      repeats
        .filter(({ kind }) => kind === 'repeated-line')
        .map(({ start, end }) => texts[index]!.slice(start, end)),
    )
    expect(found).toEqual(texts.map(() => [line]))
  })
})

describe('other figures', () => {
  it('stay no duplicate when only some differ', async () => {
    const text = readReport('finance-budget')
    const decisions = select([await candidate(text), await candidate(varyFigures(text, 0.5, 1))])
    expect(decisions[1]!.duplicateOf).toBeNull()
  })
})

describe('keys', () => {
  it('stay apart where one document comes in several times, and are its own otherwise', async () => {
    const first = await candidate('甲县有耕地3万亩。')
    const other = await candidate('甲县有耕地3万亩。', 'other.txt')
    const again = { ...other }
    const keysOf = (candidates: readonly Candidate[]) => select(candidates).map(({ key }) => key)
    expect(keysOf([first, other])).toEqual([first.key, other.key])
    const found = keysOf([first, first, other, again, again])
    expect(new Set(found).size).toBe(5)
    expect([found[0], found[2]]).toEqual([first.key, other.key])
    expect(select([first, first]).map(({ duplicateOf }) => duplicateOf)).toEqual([null, first.key])
  })
})
