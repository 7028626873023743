/** What `sarif` writes is a log as the standard's own schema asks for, whatever the document is called. */
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { z } from 'zod'
import { sections } from '../../src/writers/contract.js'
import { languages } from '../../src/writers/language.js'
import { toRecord } from '../../src/writers/record.js'
import { writer } from '../../src/writers/sarif.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { auditedExample } from '../support/audited.js'

interface Log {
  readonly runs: {
    tool?: unknown
    readonly results: {
      level: string
      readonly locations: {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string }
          readonly region: { startLine: number }
        }
      }[]
    }[]
  }[]
}

// Relative references are no URLs, which the reader of schemas would have them be; they are looked at by themselves.
const withoutReferences = JSON.parse(
  JSON.stringify(schema, (key, value) => (key === 'format' && value === 'uri-reference' ? undefined : value)),
)
const asked = z.fromJSONSchema(withoutReferences)

const record = toRecord(auditedExample(), { tokens: true })
const named = (path: string | null): DocumentRecord => ({ ...record, origin: { ...record.origin, path } })
const logOf = (given: DocumentRecord, language: (typeof languages)[number] = 'en'): Log =>
  JSON.parse(writer.write(given, { language, colour: false, width: 80, sections })) as Log

test.each(['example.txt', '档案/第 1 季度#终稿.docx', '..\\reports\\a%.txt', null])(
  'a document called %s',
  (path) => {
    for (const language of languages) {
      const log = logOf(named(path), language)
      expect(asked.safeParse(log)).toMatchObject({ success: true })
      expect(log.runs[0]!.results.length).toBeGreaterThan(1)
      for (const { locations } of log.runs[0]!.results) {
        const { uri } = locations[0]!.physicalLocation.artifactLocation
        expect(uri).toMatch(/^(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$/)
      }
    }
  },
)

test.each<[string, (log: Log) => void]>([
  ['a level that there is not', (log) => (log.runs[0]!.results[0]!.level = 'bad')],
  [
    'a line before the first',
    (log) => (log.runs[0]!.results[0]!.locations[0]!.physicalLocation.region.startLine = 0),
  ],
  ['a run without its tool', (log) => delete log.runs[0]!.tool],
])('the schema refuses %s', (_, damage) => {
  const log = logOf(record)
  damage(log)
  expect(asked.safeParse(log).success).toBe(false)
})
