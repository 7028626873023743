/** Every writer on the same record, in both languages; each writer's own promise below. */
import { describe, expect, test } from 'vitest'
import { processText } from '../../src/pipeline/library.js'
import type { Section, WriteContext } from '../../src/writers/contract.js'
import { sections } from '../../src/writers/contract.js'
import { writersFor } from '../../src/writers/formats.js'
import { writers } from '../../src/writers/index.js'
import { languages } from '../../src/writers/language.js'
import { toRecord } from '../../src/writers/record.js'
import { renderReport } from '../../src/writers/render.js'
import { auditedExample } from '../support/audited.js'

const record = toRecord(auditedExample(), { tokens: true })
const context: WriteContext = { language: 'en', colour: false, width: 80, sections }
const textWriters = writers.filter((writer) => writer.isFile !== true)
const writerOf = (id: string) => textWriters.find((writer) => writer.id === id)!
/** What a writer says of a command that it serves. */
const shownBy = (id: string): readonly Section[] =>
  writers.find((writer) => writer.id === id)!.serves?.(sections) === false ? ['findings'] : sections
const write = (id: string, changes: Partial<WriteContext> = {}) =>
  writerOf(id).write(record, { ...context, sections: shownBy(id), ...changes })

describe.each(textWriters.map(({ id }) => id))('%s', (id) => {
  test.each(languages)('writes something in %s without escapes or holes', (language) => {
    // The page carries a script of its own.
    const text = write(id, { language }).replaceAll(/<(style|script).*?<\/\1>/gs, '')
    expect(text).not.toBe('')
    expect(text).not.toContain('\u001b')
    expect(text).not.toMatch(/undefined|\[object|\{[a-zA-Z]+\}/)
  })

  test('says the same twice', () => {
    expect(write(id)).toBe(write(id))
  })
})

test('formats and endings are distinct', () => {
  expect(new Set(writers.map(({ id }) => id)).size).toBe(writers.length)
  const extensions = writers.map(({ id, extension }) => extension(shownBy(id)))
  expect(new Set(extensions).size).toBe(writers.length)
})

test('json round-trips: one record over lines, several as a list with a line each', () => {
  expect(JSON.parse(write('json'))).toEqual(record)
  expect(write('json').split('\n').length).toBeGreaterThan(10)
  const joined = writerOf('json').join!(context)
  const list = joined.add(record) + joined.add(record) + joined.end()
  expect(JSON.parse(list)).toEqual([record, record])
  expect(list.trimEnd().split('\n')).toHaveLength(4)
  expect(writerOf('json').join!(context).end()).toBe('[]\n')
  expect(JSON.parse(write('jsonl'))).toEqual(record)
  expect(write('jsonl').trimEnd()).not.toContain('\n')
})

test.each([
  [['facts'], 'csv html json jsonl report'],
  [['repairs'], 'csv diff html json jsonl markdown report sarif text'],
  [['words'], 'csv html json jsonl report text'],
  [['findings'], 'csv html json jsonl report sarif'],
  [['repairs', 'facts', 'findings'], 'diff html json jsonl markdown report sarif text xlsx'],
] as const)('what a command shows of %s has the formats %s', (shown, ids) => {
  expect(
    writersFor(shown)
      .map(({ id }) => id)
      .join(' '),
  ).toBe(ids)
})

test('text of words has a blank between them and keeps lines', () => {
  const text = write('text', { sections: ['words'] })
  expect(text.replaceAll(' ', '').trimEnd()).toBe(record.repaired.text.replaceAll(/[^\S\n]/g, '').trimEnd())
  expect(text).toMatch(/^一、 教导情形\n/)
})

test('text is the repaired text, code unit for code unit', () => {
  expect(write('text')).toBe(record.repaired.text)
})

test('diff shows a sentence before and after, and what is only suggested', () => {
  const lines = write('diff').split('\n')
  expect(lines).toContain('-20xx年,全县共有[-黉舍-]2016所。')
  expect(lines).toContain('+20xx年,全县共有{+学校+}2016所。')
  expect(lines.some((line) => /^\? p1 \d+:\d+ 教导 → 教育 0\.60$/.test(line))).toBe(true)
})

describe('report', () => {
  test('marks repairs, lists facts and explains findings', () => {
    const text = write('report')
    expect(text).toContain('[黉舍→学校]')
    expect(text).toContain('[教导→?教育]')
    expect(text).toMatch(/学校数 +2016 所 +20xx年/)
    expect(text).toContain('2000 + 15 = 2016')
    expect(text).toContain('computed 2015')
  })

  test('shows only the sections that are asked for', () => {
    const text = write('report', { sections: ['findings'] })
    expect(text).not.toContain('黉舍')
    expect(text).toContain('2000 + 15 = 2016')
  })

  test('uses colour where it may', () => {
    expect(write('report', { colour: true })).toContain('\u001b[')
  })
})

test('the report shows figures in the digits that were printed', () => {
  const text = '人均住房面积44.60平方米，安置就业2,016人，支出约3万2千元。'
  const shown = renderReport(processText(text, { assume: 'clean' }))
  expect(shown).toContain('44.60 平方米')
  expect(shown).toContain('2,016 人')
  expect(shown).not.toContain('words')
})

test('a language that there is not is told', () => {
  expect(() => renderReport(processText('今天下雨。'), 'fr' as never)).toThrow(
    /language must be one of en, zh, not fr/,
  )
})
