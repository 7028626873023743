/** All facts of a document: order, coverage, links, subjects, report periods, sections, confidence. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractFacts } from '../../src/extract/extract.js'
import type { Block } from '../../src/model/document.js'
import { spanOf } from '../../src/model/span.js'
import { scanNumbers } from '../../src/quantities/scan.js'
import { extractText, factsOf, resources, segmentedText } from '../support/document.js'
import { units } from '../support/tables.js'

describe('of any text', () => {
  const piece = fc.constantFrom(
    ...[
      '全县',
      '其中',
      '小学',
      '共有',
      '增长',
      '比去年',
      '减少',
      '占',
      '的',
      '由',
      '提高到',
      '分别',
      '合计',
      '其余',
    ],
    ...['40所', '12人', '3.5%', '2个百分点', '20xx年', '5年', '8亿元', '6月', '1.5倍', '三分之一', '30公里'],
    ...['，', '；', '。', '：', '（', '）', '、', '\n', '入学率', '人均', '收入'],
  )
  const texts = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''))

  test('every number seen is a fact or ignored, once, in order, and slices to its text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { facts, ignored, reading } = extractText(text)
        const seen = scanNumbers(reading, units)
        const starts = (items: readonly { readonly start: number }[]) => items.map(({ start }) => start)
        const all = starts([...facts, ...ignored]).sort((a, b) => a - b)
        expect(all).toEqual(starts([...seen.quantities, ...seen.ignored]).sort((a, b) => a - b))
        for (const list of [facts, ignored]) {
          expect(starts(list)).toEqual(starts(list).sort((a, b) => a - b))
          for (const item of list) expect(text.slice(item.start, item.end)).toBe(item.text)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('links lead to facts, no fact is its own ancestor, and parts and totals have their roles', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { facts } = extractText(text)
        const byId = new Map(facts.map((fact) => [fact.id, fact]))
        expect(byId.size).toBe(facts.length)
        for (const fact of facts) {
          const { partOf, change, ratio, role, confidence } = fact
          for (const id of [partOf, change?.of, ratio?.part, ratio?.whole])
            if (id !== null && id !== undefined) expect(byId.has(id)).toBe(true)
          const above = new Set([fact.id])
          for (let at = partOf; at !== null; at = byId.get(at)!.partOf) {
            expect(above.has(at)).toBe(false)
            above.add(at)
          }
          if (role === 'change') expect(change).not.toBeNull()
          if (role === 'part') expect(partOf).not.toBeNull()
          if (ratio !== null && ratio.part !== null) expect(ratio.part).not.toBe(ratio.whole)
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 150 },
    )
  })
})

test('a name that was printed is surer than one that was carried over, and that than none', () => {
  const confidence = (text: string, printed: string) => factsOf(text)[printed]!.confidence
  const named = confidence('新建水池9口。', '9口')
  const carried = confidence('开工项目9个，共7350平方米。', '7350平方米')
  const nameless = confidence('9个。', '9个')
  expect(named).toBeGreaterThan(carried)
  expect(carried).toBeGreaterThan(nameless)
  const change = confidence('人均增长5%。', '5%')
  expect(change).toBeGreaterThan(nameless)
  expect(change).toBeLessThan(carried)
})

describe('the subject', () => {
  const subjects = (text: string) => extractText(text).facts.map(({ subject }) => subject)

  test('that most figures have is that of figures that name none', () => {
    expect(subjects('新建水池9口。\n\n全县修渠8公里，建桥3座。\n\n全市招聘教师7名。')).toEqual([
      '全县',
      '全县',
      '全县',
      '全市',
    ])
    expect(subjects('新建水池9口。')).toEqual([null])
    expect(subjects('全市建桥3座。\n\n全县修渠8公里。\n\n新建水池9口。')[2]).toBe('全市')
  })

  test('whose name was lost is damaged wherever the document lost several', () => {
    const text = '全建桥3座。全修渠8公里。全栽树9株。'
    const lost = (start: number) =>
      ({ ...spanOf<'source'>(start, start), kind: 'deletion', detail: '' }) as const
    const damaged = (places: readonly number[]) =>
      extractText(text, [], places.map(lost)).facts.map(({ subjectDamaged }) => subjectDamaged)
    expect(damaged([1, 7])).toEqual([true, true, true])
    expect(damaged([])).toEqual([false, false, false])
    expect(extractText('建桥3座。', [], [lost(1)]).facts[0]).toMatchObject({
      subject: null,
      subjectDamaged: false,
    })
  })
})

describe('what the report is about', () => {
  const first = (text: string) => extractText(text).facts[0]?.period

  test('is not the hour at which something happened before', () => {
    expect(extractText('早上七点出发，路过村庄12个。停车费20元。').facts.at(-1)?.period).toBeFalsy()
  })

  test('is the period of its title, else that of the first date', () => {
    expect(first('白河县2021年工作总结\n\n新建水池9口，2019年建桥3座。')).toMatchObject({
      text: '2021年',
      inferred: 'report',
    })
    expect(first('新建水池9口。\n\n2019年，建桥3座。')).toMatchObject({ text: '2019年', inferred: 'report' })
    expect(first('新建水池9口。\n\n6月，建桥3座。')).toBeNull()
    expect(first('白河县2021年上半年工作总结\n\n新建水池9口。')).toMatchObject({ end: '2021-06-30' })
  })

  test('what is printed beside the number is not inferred', () => {
    expect(first('白河县2021年工作总结\n\n2020年新建水池9口。')).toMatchObject({
      text: '2020年',
      inferred: null,
    })
  })
})

test('facts know their section and sentence', () => {
  const text = '白河县工作总结\n\n一、水利\n\n建桥3座。修渠8公里。'
  const { facts } = extractText(text)
  expect(facts.map(({ section }) => section)).toEqual([['一、水利'], ['一、水利']])
  expect(facts.map(({ sentence }) => text.slice(sentence.start, sentence.end))).toEqual([
    '建桥3座。',
    '修渠8公里。',
  ])
})

test('inner numbers are names, lengths of time dates', () => {
  const { facts, ignored } = extractText('五年来，全县九年义务教育学校12所，连续三年没有事故。')
  expect(facts.map(({ text }) => text)).toEqual(['12所'])
  expect(ignored.map(({ text, reason }) => [text, reason])).toContainEqual(['三年', 'date'])
})

test('a word that lost its name in two places is taken for one everywhere, and in one place only there', () => {
  const lost = '全共有学校12所。\n\n全共有学生340人。\n\n全共有教师56人。'
  const text = `${lost}\n\n全县有医院3家。全县有药店9家。全县有诊所7家。全县有病床80张。`
  const subjects = (...offsets: number[]) => {
    const damage = offsets.map((at) => ({
      kind: 'deletion' as const,
      detail: '',
      ...spanOf<'source'>(at, at),
    }))
    const { facts } = extractText(text, [], damage)
    expect(facts.slice(3).map(({ subject, subjectDamaged }) => [subject, subjectDamaged])).toEqual(
      Array(4).fill(['全县', false]),
    )
    return facts.slice(0, 3).map(({ subject, subjectDamaged }) => [subject, subjectDamaged])
  }
  const second = lost.indexOf('全', 1) + 1
  const damaged = ['全', true]
  const common = ['全县', false]
  expect(subjects(1, second)).toEqual([damaged, damaged, damaged])
  expect(subjects(1)).toEqual([damaged, common, common])
  expect(subjects()).toEqual([common, common, common])
})

describe('what the report is about is read from its own text', () => {
  test('from the first date that names a year; dates without one are passed over', () => {
    const { facts } = extractText('6月，建桥3座。\n\n2019年，修渠8公里。\n\n新建水池9口。')
    expect(facts.at(-1)?.period?.text).toBe('2019年')
  })

  test('the year of a document number is no date', () => {
    const { facts } = extractText('根据县政发〔2019〕12号文件，新建水池9口。\n\n2020年，修渠8公里。')
    expect(facts[0]?.period?.text).toBe('2020年')
  })

  test('from its title before any date above it, and never from a notice', () => {
    const lines = ['2015年上传。', '白河县2021年工作总结', '2019年的报告。', '新建水池9口。']
    const document = segmentedText(lines.join('\n'))
    const period = (...kinds: Block['kind'][]) => {
      const blocks = kinds.map((kind, index): Block => {
        const start = document.text.indexOf(lines[index]!)
        const span = spanOf<'source'>(start, start + lines[index]!.length)
        return { kind, level: 0, label: null, ...span, at: { page: null, line: null, cell: null } }
      })
      return extractFacts({ ...document, blocks }, resources).facts.at(-1)?.period?.text
    }
    expect(period('boilerplate', 'title', 'paragraph', 'paragraph')).toBe('2021年')
    expect(period('paragraph', 'title', 'paragraph', 'paragraph')).toBe('2021年')
    expect(period('paragraph', 'paragraph', 'paragraph', 'paragraph')).toBe('2015年')
    expect(period('boilerplate', 'paragraph', 'title', 'paragraph')).toBe('2019年')
    expect(period('boilerplate', 'paragraph', 'paragraph', 'paragraph')).toBe('2021年')
  })
})

test('a plan in any heading above is a plan, unless one of them speaks of problems', () => {
  const status = (headings: string) =>
    extractText(`白河县2021年工作总结\n\n${headings}\n\n新建水池9口。`).facts[0]?.status
  expect(status('一、明年工作打算\n\n（一）水利')).toBe('planned')
  expect(status('一、水利\n\n（一）明年工作打算')).toBe('planned')
  expect(status('一、明年工作打算\n\n（一）存在的问题')).toBe('actual')
})

test('facts are numbered from one, in the order of the text', () => {
  expect(extractText('建桥3座，修渠8公里。栽树9株。').facts.map(({ id }) => id)).toEqual(['f1', 'f2', 'f3'])
})

test('numbers of a notice behind the last paragraph are page furniture, in order with all others', () => {
  const document = segmentedText('五年来建桥3座。\n本页共8')
  const blocks = [
    { ...document.blocks[0]!, kind: 'paragraph' as const, ...spanOf<'source'>(0, 8) },
    { ...document.blocks[0]!, kind: 'boilerplate' as const, ...spanOf<'source'>(9, 13) },
  ]
  const { facts, ignored } = extractFacts({ ...document, blocks }, resources)
  expect(facts.map(({ text }) => text)).toEqual(['3座'])
  expect(ignored.map(({ text, reason }) => [text, reason])).toEqual([
    ['五年', 'date'],
    ['8', 'page-furniture'],
  ])
})

test('of two subjects that as many figures have, the one that got there first counts', () => {
  const subjects = (text: string) => extractText(text).facts.map(({ subject }) => subject)
  expect(subjects('新建水池9口。\n\n全县修渠8公里。\n\n全市建桥3座。')[0]).toBe('全县')
  expect(subjects('新建水池9口。\n\n全县修渠8公里。\n\n全市建桥3座，栽树5株。')[0]).toBe('全市')
})
