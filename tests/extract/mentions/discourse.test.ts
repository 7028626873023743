/** What is known while a paragraph is read, and what is forgotten where a sentence begins. */
import { expect, test } from 'vitest'
import {
  beginSentence,
  hasNext,
  openDiscourse,
  type Position,
  recentMentions,
} from '../../../src/extract/mentions/discourse.js'
import type { Frame, Mention } from '../../../src/extract/mentions/mention.js'
import { openTimeline } from '../../../src/extract/mentions/timeline.js'
import { resolvePeriod } from '../../../src/extract/phrases/period.js'
import { naming } from '../../support/tables.js'
import { noSpans, reading } from '../check.js'

const around = {
  reading: reading('甲'),
  spans: noSpans,
  report: { year: 2021, period: null, isTitled: true, looksBack: false },
  period: null,
  section: [],
  above: [],
  isPlan: false,
  naming: naming(),
}
const mention = (embedded: boolean) => ({ embedded }) as Mention

test('a paragraph opens with nothing carried over but what it inherits', () => {
  expect(openDiscourse(around)).toMatchObject({
    mentions: [],
    ignored: [],
    frames: [],
    open: [],
    sentence: { start: 0, end: 0 },
    clauseFrom: 0,
    depth: 0,
    against: null,
    subject: null,
    timeline: openTimeline(null),
    planned: false,
    estimated: false,
  })
})

test('the forty numbers read last are looked at, as a list of their own', () => {
  const discourse = openDiscourse(around)
  const mentions = Array.from({ length: 41 }, (_, index) => mention(index === 0))
  discourse.mentions.push(...mentions.slice(0, 40))
  expect(recentMentions(discourse)).toEqual(mentions.slice(0, 40))
  expect(recentMentions(discourse)).not.toBe(discourse.mentions)
  discourse.mentions.push(mentions[40]!)
  expect(recentMentions(discourse)).toEqual(mentions.slice(1))
})

test('a sentence forgets lists, turns, plans and shorter times, and keeps subject, base and longer periods', () => {
  const discourse = openDiscourse(around)
  const subject = { start: 0, end: 1 }
  const period = resolvePeriod('2021年', null)
  discourse.mentions.push(mention(false))
  Object.assign(discourse, {
    open: [{} as Frame],
    depth: 2,
    turn: [mention(false)],
    turnNames: ['甲'],
    turnShares: [mention(false)],
    planned: true,
    estimated: true,
    subject,
    against: '去年',
  })
  Object.assign(discourse.timeline, { paragraph: period, sentence: period, part: period, clause: period })
  beginSentence(discourse, { start: 3, end: 9 })
  expect(discourse).toMatchObject({
    sentence: { start: 3, end: 9 },
    clauseFrom: 1,
    open: [],
    depth: 0,
    turn: [],
    turnNames: [],
    turnShares: [],
    planned: false,
    estimated: false,
    subject,
    timeline: openTimeline(period),
    against: '去年',
  })
})

test('a section of plans plans in every sentence', () => {
  const discourse = openDiscourse({ ...around, isPlan: true })
  expect(discourse.planned).toBe(true)
  discourse.planned = false
  beginSentence(discourse, { start: 0, end: 1 })
  expect(discourse.planned).toBe(true)
})

test('the number behind follows where nothing but words stands between', () => {
  const contexts = [{ isBound: false }, { isBound: true }, { isBound: false }]
  const follows = [0, 1, 2].map((index) => hasNext({ contexts, index } as unknown as Position))
  expect(follows).toEqual([true, false, false])
})
