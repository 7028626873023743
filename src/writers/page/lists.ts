/**
 * The folded lists at the end of a document: pairs of words, what was found and not mended, numbers that are no
 * facts, messages. What the marks of the text show on a tap stands here for readers without the script.
 */
import { say, sayCode } from '../language.js'
import type { CorrectionRecord } from '../schema.js'
import type { Html } from './html.js'
import { html } from './html.js'
import { folded, section, sortTable } from './parts.js'
import type { PageView } from './view.js'
import { blockLink, originOf, percent } from './view.js'
import { inChinese, word, wordFor } from './words.js'

/** White space that a correction takes away or puts in, in words. */
function visible(text: string, { language }: PageView): Html {
  if (text === '') return html`<small>${word(language, 'text.nothing')}</small>`
  if (text.trim() !== '') return html`${text}`
  return html`<small>${word(language, /[\r\n]/.test(text) ? 'text.break' : 'text.space')}</small>`
}

interface ShownPair {
  readonly first: CorrectionRecord
  times: number
  low: number
  high: number
  readonly kinds: Set<string>
}

function pairsOf({ record }: PageView): ShownPair[] {
  const pairs = new Map<string, ShownPair>()
  for (const correction of record.corrections) {
    const { actual, replacement, status, confidence } = correction
    const key = [actual, replacement, status].join('\0')
    const pair = pairs.get(key) ?? { first: correction, times: 0, low: 1, high: 0, kinds: new Set() }
    pair.times++
    pair.low = Math.min(pair.low, confidence)
    pair.high = Math.max(pair.high, confidence)
    for (const { kind } of correction.evidence) pair.kinds.add(kind)
    pairs.set(key, pair)
  }
  return [...pairs.values()].sort((a, b) => b.times - a.times || a.first.start - b.first.start)
}

export function pairsList(view: PageView): Html | null {
  const { language } = view
  const pairs = pairsOf(view)
  if (pairs.length === 0) return null
  const columns = [
    { name: word(language, 'text.actual') },
    { name: word(language, 'text.replacement') },
    { name: word(language, 'text.times'), isNumber: true },
    { name: word(language, 'text.confidence'), isNumber: true },
    { name: word(language, 'text.evidence') },
  ]
  const zh = inChinese(language)
  const separator = say(language, 'finding.separator')
  const rows = pairs.map(({ first, times, low, high, kinds }) => {
    const [least, most] = [percent(low), percent(high)]
    const key = least === most ? null : html` data-v=${Math.round(low * 1000) / 10}`
    const sureness = least === most ? least : `${least}–${most}`
    const told = [...kinds].map((kind) => sayCode(language, 'evidence', kind)).join(separator)
    const suggested = first.status === 'suggested'
    const replacement = visible(first.replacement, view)
    return html`<tr><td${zh}>${visible(first.actual, view)}<td${zh}>${suggested ? html`<u>${replacement}</u>` : replacement}<td>${times}<td${key}>${sureness}<td>${suggested ? html`${word(language, 'correction.suggested')}${separator}` : null}${told}
`
  })
  return folded(word(language, 'text.pairs', { count: pairs.length }), sortTable(columns, rows, 'pairs'))
}

function damageList(view: PageView): Html | null {
  const { record, language } = view
  if (record.damage.length === 0) return null
  const rows = record.damage.map(
    ({ kind, start, detail }) =>
      html`<tr><td>${sayCode(language, 'damage', kind, { detail })}<td data-v=${start}>${blockLink(view, start)}
`,
  )
  const columns = [{ name: word(language, 'damage.kind') }, { name: word(language, 'damage.where') }]
  const title = word(language, 'damage.title', { count: rows.length })
  return folded(title, sortTable(columns, rows, 'damage'))
}

/** A few characters around a number, the number marked. */
function context({ record }: PageView, start: number, end: number): Html {
  const { text } = record.source
  const before = text.slice(Math.max(0, start - 12), start).replace(/^.*\n\s*/s, '')
  const after = text.slice(end, end + 12).replace(/\n.*$/s, '')
  return html`<span lang=zh>${before}<mark>${text.slice(start, end)}</mark>${after}</span>`
}

function ignoredList(view: PageView): Html | null {
  const { record, language } = view
  const { ignored } = record.coverage
  if (ignored.length === 0) return null
  const rows = ignored.map(
    ({ text, reason, start, end }) =>
      html`<tr><td lang=zh>${text}<td>${wordFor(language, 'reason', reason)}<td>${context(view, start, end)}<td data-v=${start}>${blockLink(view, start)}
`,
  )
  const columns = [
    { name: word(language, 'ignored.number') },
    { name: word(language, 'ignored.reason') },
    { name: word(language, 'ignored.context') },
    { name: word(language, 'facts.where') },
  ]
  const title = word(language, 'ignored.title', { count: ignored.length })
  return folded(title, sortTable(columns, rows, 'ignored'))
}

function messagesList(view: PageView): Html | null {
  const { record, language } = view
  const { messages } = record
  if (messages.length === 0) return null
  const path = originOf(record) || word(language, 'page.standard-input')
  const lines = messages.map(({ code, level, parameters, start, end }) => {
    const place = end > start ? html` (${blockLink(view, start)})` : null
    return html`<li><span class="badge ${level}">${wordFor(language, 'messages', level)}</span> ${sayCode(
      language,
      'message',
      code,
      { path, ...parameters },
    )}${place}
`
  })
  return html`<h3>${word(language, 'messages.title', { count: messages.length })}</h3><ul class=plain>${lines}</ul>`
}

/** Null where there is nothing more to say. */
export function moreSection(view: PageView): Html | null {
  const lists = [messagesList(view), damageList(view), ignoredList(view)]
  if (lists.every((list) => list === null)) return null
  return section(view, 'more', word(view.language, 'nav.more'), lists)
}
