/** What awaits a format in bad texts and at the limits of number types: for the tests of formats. */
import type { DocumentRecord } from '../../src/writers/schema.js'
import { exampleRecord } from './documents.js'

type Fact = DocumentRecord['facts'][number]

/** The record of the example with these facts, each the example's own with what a test changes. */
export function recordOfFacts(facts: readonly Partial<Fact>[], text?: string): DocumentRecord {
  const record = exampleRecord()
  const [fact] = record.facts
  return {
    ...record,
    ...(text !== undefined && { source: { text } }),
    facts: facts.map((changes, index) => ({ ...fact!, id: `f${index + 1}`, ...changes })),
  }
}

/** Texts that table formats stumble over. */
export const awkwardTexts = [
  '合计"按季"数,含税',
  '第一行\n第二行\r\n第三行\r第四行',
  '制表\t符',
  '=1+1',
  '=HYPERLINK("http://example.invalid")',
  '@SUM(A1:A9)',
  '+86',
  '-3.2',
  '\t开头',
  "'引号",
  ' 两端空格 ',
  '𠮷野家😀',
  '半个\uD842代理',
  '响铃\u0007与空\u0000字符',
  '_x000D_',
  'NULL',
  '<b>&amp;</b>]]>',
  '\uFFFD替\uFFFE换',
]

/** Figures at the limits of number types. */
export const awkwardFigures = [
  '-3.2',
  '0',
  '1/3',
  '123456789012345',
  '1234567890123456',
  '0.000000000001',
  '0.0000000000001',
  '99999999999999999999999999',
  '-99999999999999999999999999.999999999999',
  '100000000000000000000000000',
  `1${'0'.repeat(400)}`,
]

/** A document of all these texts and figures, and a sentence of 40,000 characters. */
export function awkwardRecord(): DocumentRecord {
  const text = '长'.repeat(40_000)
  const facts = [
    ...awkwardTexts.map((indicator) => ({ indicator, sentence: { start: 0, end: 2 } })),
    ...awkwardFigures.map((value) => ({ value, sentence: { start: 0, end: 2 } })),
    { sentence: { start: 0, end: text.length } },
  ]
  const record = recordOfFacts(facts, text)
  return { ...record, id: `sha256:${'1'.repeat(64)}`, origin: { ...record.origin, path: 'awkward.txt' } }
}
