/**
 * What must be true of every record, whatever the document: each invariant has a name, and gives what breaks it. None
 * needs a test to run in, so that fuzzing asks the same.
 */
import { isDeepStrictEqual } from 'node:util'
import { foldRadicals } from '../../src/model/radicals.js'
import { findQuantities } from '../../src/pipeline/quantities.js'
import { foldText } from '../../src/resources/script.js'
import type { DocumentRecord, FactRecord, SpanRecord } from '../../src/writers/schema.js'
import { recordSchema } from '../../src/writers/schema.js'

/** Gives what breaks it, in words; nothing where it holds. */
type Invariant = (record: DocumentRecord) => Iterable<string>

const at = ({ start, end }: SpanRecord) => `[${start}, ${end})`

/** The figures of a text, in their order. */
function figuresOf(text: string): string {
  return text.replace(/[^0-9０-９]/g, '')
}

/** A text with the corrections of it made that are applied. */
function textWith(printed: string, corrections: DocumentRecord['corrections']): string {
  let text = ''
  let position = 0
  for (const { start, end, replacement, status } of corrections) {
    if (status !== 'applied') continue
    text += printed.slice(position, start) + replacement
    position = end
  }
  return text + printed.slice(position)
}

/** Spans that begin before the one in front of them has ended, or that end beyond the text. */
function* disordered(spans: readonly SpanRecord[], length: number): Generator<string> {
  let position = 0
  for (const span of spans) {
    if (span.start < position || span.end < span.start || span.end > length) yield at(span)
    position = span.end
  }
}

/** Places of the pattern of which a part is in none of the spans. */
function* uncovered(text: string, pattern: RegExp, spans: readonly SpanRecord[]): Generator<string> {
  const covered = new Uint8Array(text.length)
  for (const { start, end } of spans) covered.fill(1, start, end)
  for (const { index, 0: found } of text.matchAll(pattern)) {
    if (covered.subarray(index, index + found.length).includes(0)) yield `${found} at ${index}`
  }
}

const number = (value: string) => {
  const [above = '', below = '1'] = value.split('/')
  return Number(above) / Number(below)
}

/** A value outside of its own limits. */
function isOutside({ value, low, high }: FactRecord): boolean {
  if (value === null) return false
  return (low !== null && number(value) < number(low)) || (high !== null && number(value) > number(high))
}

/** Around a number that would be a name or an ordinary word alone: 零, 20210314. Line breaks may stand in it. */
const frames: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll(/\s/g, ''),
  (text) => `共有${text}`,
  (text) => `共有${text}个`,
  // Behind a sign that parts words a point alone begins a number.
  (text) => `,${text}`,
]

/** Whether the text of a fact has its value too, read alone or as a count. */
function isInText(text: string, value: string | null): boolean {
  const isRead = (frame: (typeof frames)[number]) =>
    findQuantities(frame(foldText(foldRadicals(text)))).some((quantity) => quantity.value === value)
  return value === null || frames.some(isRead)
}

/** The text of a fact with the corrections made in it: its unit may be a word that was spun. */
function repairedText({ start, end, text }: FactRecord, corrections: DocumentRecord['corrections']): string {
  const inside = corrections
    .filter((one) => start <= one.start && one.end <= end)
    .map((one) => ({ ...one, start: one.start - start, end: one.end - start }))
  return textWith(text, inside)
}

/** What tells a terminal something: its figures are none of the text. */
const sequence = String.raw`(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]`
const title = String.raw`(?:\u001b\]|\u009d)[^\u0007\u001b\u009c\u009d\n]*(?:\u0007|\u001b\\|\u009c)`
const terminalCommand = new RegExp(`${sequence}|${title}`, 'g')

/** By name. A record that was stopped at a stage need not account for its figures. */
export const invariants: Readonly<Record<string, Invariant>> = {
  *'fits the schema, which lists all that is in it, and comes back from JSON as it was'(record) {
    const read = JSON.parse(JSON.stringify(record)) as DocumentRecord
    // A schema that strips what it does not know gives the record back: nothing in it is unlisted.
    const { success, data, error } = recordSchema.safeParse(read)
    if (!success) yield error.message
    else if (!isDeepStrictEqual(data, read)) yield 'has what the schema does not list'
  },

  *'its offsets slice the source'({ source, corrections, facts, coverage, damage }) {
    for (const correction of corrections) {
      if (source.text.slice(correction.start, correction.end) !== correction.actual) yield at(correction)
    }
    for (const item of [...facts, ...coverage.ignored]) {
      if (source.text.slice(item.start, item.end) !== item.text) yield at(item)
    }
    for (const item of damage) {
      if (item.kind === 'mask' && !item.detail.includes(source.text.slice(item.start, item.end)))
        yield at(item)
    }
  },

  *'its corrections overlap nowhere, and made they give the repaired text'(record) {
    yield* disordered(record.corrections, record.source.text.length)
    if (textWith(record.source.text, record.corrections) !== record.repaired.text) yield 'another text'
  },

  *'no figure is changed'({ source, repaired }) {
    if (figuresOf(repaired.text) !== figuresOf(source.text)) yield figuresOf(repaired.text)
  },

  *'every figure is a fact or listed as none'({ source, facts, coverage, stages }) {
    const { ignored, numbersSeen } = coverage
    if (numbersSeen !== coverage.facts + ignored.length) yield `${numbersSeen} seen`
    if (stages !== undefined) return
    const commands = [...source.text.matchAll(terminalCommand)].map(({ index, 0: command }) => ({
      start: index,
      end: index + command.length,
    }))
    yield* uncovered(source.text, /[0-9０-９]+/g, [...facts, ...ignored, ...commands])
  },

  *'values stand in the texts of their facts, and within their limits'({ facts, corrections }) {
    for (const fact of facts) {
      const stands = [fact.text, repairedText(fact, corrections)].some((text) => isInText(text, fact.value))
      if (isOutside(fact) || !stands) yield `${fact.text}: ${fact.value}`
    }
  },

  *'blocks follow each other and hold every letter and digit'({ source, blocks }) {
    yield* disordered(blocks, source.text.length)
    yield* uncovered(source.text, /[\p{L}\p{N}]+/gu, blocks)
  },

  *'facts stand in one block, and those of a table in their cell'({ facts, blocks, tables = [] }) {
    for (const fact of facts) {
      const block = blocks.find(({ start, end }) => start <= fact.start && fact.end <= end)
      const cell = block?.at.cell
      if (block === undefined) yield at(fact)
      else if (fact.cell && (cell?.row !== fact.cell.row || cell.column !== fact.cell.column))
        yield `${at(fact)} is not in its cell`
    }
    for (const table of tables) {
      for (const cell of table.cells) {
        if (cell.start < table.start || cell.end > table.end) yield `cell ${at(cell)} outside of its table`
      }
    }
  },

  *'ids lead somewhere'({ facts, checks }) {
    const ids = new Set(facts.map(({ id }) => id))
    const checked = new Set(checks.map(({ id }) => id))
    if (ids.size !== facts.length) yield 'an id twice'
    for (const { partOf, change, ratio, recovered } of facts) {
      for (const id of [partOf, change?.of, ratio?.part, ratio?.whole]) if (id && !ids.has(id)) yield id
      if (recovered && !checked.has(recovered.by)) yield recovered.by
    }
    for (const check of checks) for (const id of check.facts) if (!ids.has(id)) yield id
  },

  *'tokens join to the repaired text'({ tokens, repaired }) {
    if (tokens === undefined) return
    if (tokens.map(({ text }) => text).join('') !== repaired.text) yield 'another text'
    for (const { start, end, text } of tokens) if (repaired.text.slice(start, end) !== text) yield text
  },
}

/** What breaks any of them: the name of the invariant, and what. */
export function breaches(record: DocumentRecord): string[] {
  return Object.entries(invariants).flatMap(([name, invariant]) =>
    [...invariant(record)].slice(0, 3).map((breach) => `${name}: ${breach}`),
  )
}

/** Throws where any of them is broken. */
export function checkRecord(record: DocumentRecord): void {
  const broken = breaches(record)
  if (broken.length > 0) throw new Error(broken.join('\n'))
}
