/**
 * What the repair promises of any document, from end to end: a clean one of whatever kind stays as it is, a spun one is
 * found and restored, and where little can be told little is done.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import type { AuditedDocument } from '../../src/model/document.js'
import { analyseText } from '../../src/pipeline/process.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { spinText } from '../support/spin.js'
import * as kinds from './kinds.js'

let resources: Resources
beforeAll(async () => {
  resources = await loadResources()
})

const read = (text: string) => analyseText(text, { resources })
const verdictOf = (text: string) => read(text).spin.verdict
const swapsOf = ({ corrections }: AuditedDocument) => corrections.filter(({ kind }) => kind === 'swap')
const appliedIn = (document: AuditedDocument) =>
  swapsOf(document).filter(({ status }) => status === 'applied')
const withoutSpace = (text: string) => text.replaceAll(/\s/g, '')

/** The text with the punctuation of a keyboard that knows no Chinese. */
function halfWidth(text: string): string {
  const ofFull: Readonly<Record<string, string>> = {
    '，': ',',
    '。': '.',
    '；': ';',
    '：': ':',
    '！': '!',
    '？': '?',
  }
  return text.replaceAll(/[，。；：！？]/g, (mark) => ofFull[mark]!)
}

const spunHiking = spinText(kinds.hiking, kinds.everydayTable)
const [spunReport, secondReport] = kinds.report.map(
  (paragraph) => spinText(paragraph, kinds.reportTable).text,
)

describe('a clean text stays as it is', () => {
  test.each([
    ['accounts', kinds.accounts, 'clean'],
    ['exam notes', kinds.examNotes, 'clean'],
    ['prose', kinds.prose, 'clean'],
    ['bank deposits', kinds.bankDeposits, 'clean'],
    ['recipe', kinds.recipe, 'clean'],
    ['advice', kinds.hiking, 'clean'],
    ['contract', kinds.contract, 'clean'],
    ['tale in words that tools write', kinds.oldTale, 'clean'],
    ['essay in words that tools write', kinds.onTeaching, 'clean'],
    ['notice', kinds.library.join('\n'), 'clean'],
    ['table', kinds.table, 'too-short'],
    ['poem', kinds.poem, 'too-short'],
    ['sentence', '村里新建了一所学校。', 'too-short'],
  ] as const)('%s', (_, text, verdict) => {
    const document = read(text)
    expect(document.spin).toMatchObject({ verdict, rate: 0, assumed: false })
    expect(swapsOf(document)).toEqual([])
    expect(withoutSpace(document.repaired.text)).toBe(withoutSpace(text))
    expect(verdictOf(halfWidth(text))).toBe(verdict)
  })

  test('a clean work report is no exception', () => {
    const text = kinds.report.join('\n')
    const document = read(text)
    expect(document.spin.verdict).toBe('clean')
    expect(document.repaired.text).toBe(text)
  })
})

describe('a text that is too short to tell', () => {
  test('is restored only where no clean text holds the word', () => {
    const document = read('村里新建了一所黉舍，问题解决了。')
    expect(document.spin).toMatchObject({ verdict: 'too-short', rate: 0 })
    expect(document.repaired.text).toBe('村里新建了一所学校，问题解决了。')
    expect(swapsOf(document)).toHaveLength(1)
  })

  test('is taken as spun where the user says so', () => {
    const { spin } = analyseText('村里新建了一所黉舍。', { resources, assume: 'spun' })
    expect(spin).toMatchObject({ verdict: 'spun', assumed: true })
  })
})

describe('a spun text of another kind than reports', () => {
  test('is found, whatever its punctuation', () => {
    expect(verdictOf(spunHiking.text)).toBe('spun')
    expect(verdictOf(halfWidth(spunHiking.text))).toBe('spun')
  })

  test('has most of its words put back', () => {
    const applied = appliedIn(read(spunHiking.text))
    const restored = spunHiking.swaps.filter(({ start, end, gold }) =>
      applied.some((one) => one.start === start && one.end === end && one.replacement === gold),
    )
    expect(spunHiking.swaps.length).toBeGreaterThan(25)
    expect(restored.length).toBeGreaterThan(spunHiking.swaps.length / 2)
  })
})

test('a clean text with one spun paragraph changes there alone', () => {
  const before = kinds.library.slice(0, 3).join('\n')
  const behind = kinds.library.slice(3).join('\n')
  const text = [before, spunReport, behind].join('\n')
  const document = read(text)
  expect(document.spin.verdict).toBe('partly-spun')
  expect(document.repaired.text.startsWith(`${before}\n`)).toBe(true)
  expect(document.repaired.text.endsWith(`\n${behind}`)).toBe(true)
  expect(appliedIn(document).length).toBeGreaterThan(10)
  expect(document.repaired.text).not.toMatch(/黉舍|教导|经由过程|设置装备摆设/)
  expect(verdictOf(halfWidth(text))).toBe('partly-spun')
})

describe('a passage beyond repair', () => {
  /** Read backwards, prose is none. */
  const reversed = [...kinds.library.join('').replaceAll('。', '，')].reverse().join('').slice(1, 201)
  const garbled = `${reversed.slice(0, 100)}黉舍${reversed.slice(100)}。`
  const text = [spunReport, garbled, secondReport].join('\n')
  const isInside = ({ start }: { readonly start: number }) =>
    start >= spunReport!.length && start <= spunReport!.length + garbled.length

  test('is told, and nothing is applied in it, however sure', () => {
    const document = read(text)
    const { corrections, trace, damage, repaired } = document
    expect(damage.filter(({ kind }) => kind === 'beyond-repair').map(isInside)).toEqual([true])
    expect(repaired.text).toContain(garbled)
    const school = corrections.findIndex((one) => isInside(one) && one.actual === '黉舍')
    expect(corrections[school]).toMatchObject({ replacement: '学校', status: 'suggested' })
    expect(trace.decisions[school]!.rule).toBe('beyond-repair')
  })

  test('leaves the passages around it to be restored', () => {
    const { repaired } = read(text)
    expect(repaired.text.slice(0, spunReport!.length)).toContain('各级学校认真贯彻教育方针')
    expect(repaired.text.split('\n').at(-1)).toContain('通过开展')
  })
})
