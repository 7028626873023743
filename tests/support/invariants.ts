/** What must be true of every record, whatever the document. */
import { expect } from 'vitest'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { recordSchema } from '../../src/writers/schema.js'

/** The figures of a text, in their order. */
function figuresOf(text: string): string {
  return text.replace(/[^0-9０-９]/g, '')
}

/** The source with the applied corrections made. */
function applyCorrections({ source, corrections }: DocumentRecord): string {
  let text = ''
  let position = 0
  for (const { start, end, replacement, status } of corrections) {
    if (status !== 'applied') continue
    text += source.text.slice(position, start) + replacement
    position = end
  }
  return text + source.text.slice(position)
}

/** Figures that are neither in a fact nor listed as none. */
function unaccounted({ source, facts, coverage }: DocumentRecord): string[] {
  const accounted = new Uint8Array(source.text.length)
  for (const { start, end } of [...facts, ...coverage.ignored]) accounted.fill(1, start, end)
  return [...source.text.matchAll(/[0-9０-９]+/g)]
    .filter(({ index, 0: figure }) => accounted.subarray(index, index + figure.length).includes(0))
    .map(({ index, 0: figure }) => `${figure} at ${index}`)
}

/** Schema, every figure accounted for, true slices, disjoint corrections, figures untouched, tokens that join, ids that lead somewhere. */
export function checkRecord(record: DocumentRecord): void {
  // A schema that strips what it does not know gives the record back: nothing in it is unlisted.
  expect(recordSchema.parse(record)).toEqual(record)
  const { source, repaired, corrections, facts, checks, coverage, tokens } = record
  let previousEnd = 0
  for (const { start, end, actual } of corrections) {
    expect(source.text.slice(start, end)).toBe(actual)
    expect(start).toBeGreaterThanOrEqual(previousEnd)
    previousEnd = end
  }
  expect(applyCorrections(record)).toBe(repaired.text)
  expect(figuresOf(repaired.text)).toBe(figuresOf(source.text))
  for (const { start, end, text } of [...facts, ...coverage.ignored]) {
    expect(source.text.slice(start, end)).toBe(text)
  }
  for (const { kind, start, end, detail } of record.damage) {
    if (kind === 'mask') expect(detail).toContain(source.text.slice(start, end))
  }
  let blockEnd = 0
  for (const { start, end } of record.blocks) {
    expect(start).toBeGreaterThanOrEqual(blockEnd)
    expect(end).toBeGreaterThanOrEqual(start)
    blockEnd = end
  }
  expect(blockEnd).toBeLessThanOrEqual(source.text.length)
  const ids = new Set(facts.map(({ id }) => id))
  expect(ids.size).toBe(facts.length)
  for (const { partOf, change, ratio, recovered } of facts) {
    for (const id of [partOf, change?.of, ratio?.part, ratio?.whole]) if (id) expect(ids).toContain(id)
    if (recovered) expect(checks.map(({ id }) => id)).toContain(recovered.by)
  }
  for (const check of checks) for (const id of check.facts) expect(ids).toContain(id)
  if (record.stages === undefined) expect(unaccounted(record)).toEqual([])
  expect(coverage.numbersSeen).toBe(coverage.facts + coverage.ignored.length)
  if (tokens === undefined) return
  expect(tokens.map(({ text }) => text).join('')).toBe(repaired.text)
  for (const { start, end, text } of tokens) expect(repaired.text.slice(start, end)).toBe(text)
}
