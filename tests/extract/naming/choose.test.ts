/** Names are chosen by trees, and as sure as such choices were right. */
import { describe, expect, test } from 'vitest'
import { extractFacts } from '../../../src/extract/extract.js'
import { ruledChooser } from '../../../src/extract/naming/choose.js'
import { featureNames } from '../../../src/extract/naming/features.js'
import { evidenceNames } from '../../../src/extract/naming/trust.js'
import type { Fact } from '../../../src/model/fact.js'
import type { Naming } from '../../../src/resources/naming.js'
import { confidenceAt } from '../../../src/resources/naming.js'
import { segmentedText } from '../../support/document.js'
import { indicators, naming, units } from '../../support/tables.js'

function factsOf(text: string, own: Naming = naming()): readonly Fact[] {
  return extractFacts(segmentedText(text), { units, indicators, naming: () => own }).facts
}

/** Trees that want names with a feature. */
function wanting(feature: string): Naming {
  const tree = {
    features: [featureNames.indexOf(feature), -1, -1],
    borders: [0.5, 0, 0],
    below: [1, 0, 0],
    values: [0, 0, 4],
  }
  return {
    ...naming(),
    forest: { trees: [tree] },
    trust: trusting('likely', 0.5),
  }
}

/** Trees that trust names of which one thing that is known is above a border. */
function trusting(known: string, border: number): Naming['trust'] {
  const tree = {
    features: [evidenceNames.indexOf(known), -1, -1],
    borders: [border, 0, 0],
    below: [1, 0, 0],
    values: [0, -4, 4],
  }
  const confidences = [
    [0, 0.2],
    [1, 1],
  ] as const
  return { forest: { trees: [tree] }, confidences }
}

describe('the choice', () => {
  test('is the candidate that the trees give most', () => {
    const text = '全乡有敬老院3所，床位90张。'
    expect(factsOf(text, wanting('way:owner:stem')).at(-1)?.indicator).toBe('敬老院床位数')
    expect(factsOf(text, wanting('way:ruled')).at(-1)?.indicator).toBe('床位数')
  })

  test('shares the probability with the others', () => {
    const [, beds] = factsOf('全乡有敬老院3所，床位90张。', wanting('way:owner:stem'))
    expect(beds!.confidence).toBeGreaterThan(0.8)
    const [, unsure] = factsOf('全乡有敬老院3所，床位90张。', {
      ...wanting('way:owner:stem'),
      forest: { trees: [] },
    })
    expect(unsure!.confidence).toBeLessThan(0.5)
  })

  test('is no surer than the name that it is made of', () => {
    const text = '全乡有敬老院3所，床位90张。'
    const sureOf = (known: string) => {
      const own = { ...wanting('way:owner:stem'), trust: trusting(known, 0.9) }
      return factsOf(text, own).map(({ confidence }) => confidence)
    }
    expect(sureOf('source')[0]).toBeGreaterThan(0.8)
    expect(sureOf('source')[1]).toBeLessThan(0.5)
    expect(sureOf('with-source')[1]).toBeLessThan(0.5)
  })

  test('is trusted by what the document says behind it', () => {
    const trusted = (text: string, known: string, border: number) =>
      factsOf(text, { ...wanting('way:ruled'), trust: trusting(known, border) }).map(
        ({ confidence }) => confidence > 0.5,
      )
    expect(trusted('东院床位90张。\n\n西院床位70张。', 'called', 1.5)).toEqual([false, false])
    expect(trusted('床位90张。\n\n床位70张。', 'called', 1.5)).toEqual([true, true])
    expect(trusted('床位90张。\n\n床位70张。', 'called-before', 0.5)).toEqual([false, true])
    expect(trusted('东院床位90张。\n\n床位70张。', 'said-longer', 0.5)).toEqual([false, true])
  })

  test('goes on from the names that were chosen before', () => {
    const names = factsOf('全乡有敬老院3所，床位90张，增加12张。', wanting('way:owner:stem')).map(
      ({ indicator }) => indicator,
    )
    expect(names.slice(0, 2)).toEqual(['敬老院数', '敬老院床位数'])
  })
})

describe('by the trees that ship', () => {
  test('words stay as they are printed, and the id is that of the known indicator', () => {
    const [length, income] = factsOf('年末公路总里程1240公里。\n\n医疗业务收入3200万元。')
    expect(length).toMatchObject({ indicator: '公路总里程', indicatorId: 'transport.road-length' })
    expect(income).toMatchObject({ indicator: '医疗业务收入', indicatorId: 'health.business-income' })
  })

  test('a noun that needs an owner gets the one before it', () => {
    const [, beds] = factsOf('全市共有乡镇卫生院46所，床位1830张。')
    expect(beds!.indicator).toBe('乡镇卫生院床位数')
  })

  test('a change has the name of what changed', () => {
    const [amount, growth] = factsOf('全年茶叶产量12.6万吨，增长5.2%。')
    expect(growth!.indicator).toBe(amount!.indicator)
  })

  test('what has no name says so, and is not sure', () => {
    const [nameless] = factsOf('9个。')
    expect(nameless!.confidence).toBeLessThanOrEqual(0.4)
  })
})

test('a confidence lies between those that were measured', () => {
  const measured = [
    [0.2, 0.3],
    [0.6, 0.5],
    [1, 0.9],
  ] as const
  expect([0, 0.2, 0.4, 0.8, 1].map((thought) => confidenceAt(measured, thought))).toEqual([
    0.3, 0.3, 0.4, 0.7, 0.9,
  ])
})

test('confidences of the data that ship rise, from low to high', () => {
  const { confidences, trust } = naming()
  for (const curve of [confidences, trust.confidences]) {
    const rights = curve.map(([, right]) => right)
    expect(rights).toEqual([...rights].sort((one, two) => one - two))
    expect(rights[0]).toBeLessThan(0.4)
  }
  expect(confidences.at(-1)![1]).toBeGreaterThan(0.75)
  expect(trust.confidences.at(-1)![1]).toBeGreaterThanOrEqual(0.9)
})

test.each([
  ['客运量9109万人，增长2.8%，比一季度回落0.2个百分点。', '客运量增速'],
  ['合格率98%，比一季度提高0.2个百分点。', '合格率'],
  ['渔业总产值按可比价格计算增长6%。', '渔业总产值'],
  ['全国有卫生院18所。', '卫生院数'],
  ['救助困难群众，惠及1200人。', '惠及人数'],
])('%s: the last name is %s', (text, name) => {
  const { facts } = extractFacts(segmentedText(text), {
    units,
    indicators,
    naming,
    choose: ruledChooser,
  })
  expect(facts.at(-1)!.indicator).toBe(name)
})
