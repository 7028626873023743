/** One indicator, place and period in several reports. */
import { expect, test } from 'vitest'
import { compareDocuments, stateFacts } from '../../src/audit/across.js'
import { viewFacts } from '../../src/audit/view.js'
import type { ExtractedDocument } from '../../src/model/document.js'
import { markedDocument } from '../support/facts.js'
import { claims } from '../support/tables.js'

const state = (name: string, document: ExtractedDocument) => stateFacts(name, viewFacts(document, claims))

const period = {
  text: '2021年',
  start: '2021-01-01',
  end: '2021-12-31',
  grain: 'year',
  inferred: null,
} as const

function stated(document: string, figure: string, details = {}) {
  const marked = `2021年，青梧县在校学生[${figure}|在校学生人数]。`
  return state(document, markedDocument(marked, { f1: { period, place: '青梧县', ...details } }))
}

test('two reports that state it differently are a finding, whatever their order', () => {
  const documents = [stated('a.txt', '31810人'), stated('b.txt', '31870人')]
  const findings = compareDocuments(documents)
  expect(findings).toMatchObject([
    { rule: 'same-fact', severity: 'error', code: 'stated-differently', difference: '60', of: '青梧县' },
  ])
  expect(compareDocuments([...documents].reverse())).toEqual(findings)
})

test('rounded figures, other places and other years do not contradict', () => {
  expect(compareDocuments([stated('a.txt', '31810人'), stated('b.txt', '3.18万人')])).toEqual([])
  expect(
    compareDocuments([stated('a.txt', '31810人'), stated('b.txt', '900人', { place: '白河市' })]),
  ).toEqual([])
  const earlier = { period: { ...period, text: '2020年', start: '2020-01-01', end: '2020-12-31' } }
  expect(compareDocuments([stated('a.txt', '31810人'), stated('b.txt', '900人', earlier)])).toEqual([])
})

test('a fact without place, subject or year is not compared', () => {
  expect(stated('a.txt', '5人', { place: null }).facts).toEqual([])
  expect(stated('a.txt', '5人', { period: null }).facts).toEqual([])
})

test('a name that may lack what was said before it is not compared', () => {
  const marked = '青梧县有小学[67所|小学数]，在校学生[31810人|在校学生人数]。'
  const details = { period, place: '青梧县' }
  const { facts } = state('a.txt', markedDocument(marked, { f1: details, f2: details }))
  expect(facts.map(({ text }) => text)).toEqual([])
  expect(stated('a.txt', '31810人', { implicit: true }).facts).toEqual([])
})

test('a subject may be another one elsewhere, which is a warning', () => {
  const details = { place: null, subject: '全县' }
  expect(
    compareDocuments([stated('a.txt', '31810人', details), stated('b.txt', '31870人', details)]),
  ).toMatchObject([
    {
      severity: 'warning',
      state: 'mismatch',
      of: '全县',
      period: '2021年',
      indicator: '在校学生人数',
      expression: '31810人 = 31870人',
      places: [
        { document: 'a.txt', text: '31810人' },
        { document: 'b.txt', text: '31870人' },
      ],
    },
  ])
  expect(stated('a.txt', '5人', { ...details, subjectDamaged: true }).facts).toEqual([])
  expect(stated('a.txt', '5人', { period: { ...period, start: null } }).facts).toEqual([])
})

test('a document that states it in two ways contradicts itself, and masks contradict nothing', () => {
  const document = markedDocument('在校学生[31810人|在校学生人数]，[31870人|在校学生人数]。', {
    f1: { period, place: '青梧县' },
    f2: { period, place: '青梧县' },
  })
  expect(compareDocuments([state('a.txt', document)])).toEqual([])
  expect(compareDocuments([state('a.txt', document), stated('b.txt', '31870人')])).toHaveLength(1)
  const mask = { bound: 'masked', value: null, low: '20000', high: '20999' } as const
  expect(compareDocuments([stated('a.txt', '31810人'), stated('b.txt', '20xxx人', mask)])).toEqual([])
})

test('neighbours by name are compared, each pair once', () => {
  const documents = ['c.txt', 'a.txt', 'b.txt'].map((name, index) => stated(name, `${31810 + index}人`))
  const pairs = compareDocuments(documents).map(({ places }) =>
    places.map((place) => place.document).join(' '),
  )
  expect(pairs).toEqual(['a.txt b.txt', 'b.txt c.txt'])
})
