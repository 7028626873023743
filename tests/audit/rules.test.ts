/** Every rule: it is called like its file, and its examples are extracted and audited. */
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/audit/rules/index.js'
import { isFinding } from '../../src/model/check.js'
import { en } from '../../src/writers/messages.en.js'
import { filesUnder } from '../repo/source.js'
import { auditText } from '../support/document.js'

function findingsOf(id: string, text: string): string[] {
  return auditText(text)
    .checks.filter((check) => check.rule === id && isFinding(check))
    .map(({ expression }) => expression)
}

test('the index holds every rule, by the name of its file', () => {
  const files = filesUnder('src/audit/rules').map(({ path }) => path.replace(/^.*\/|\.ts$/g, ''))
  expect(rules.map(({ id }) => id)).toEqual(files.filter((name) => name !== 'index').sort())
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, { examples }) => {
  test('has a name in the messages, and examples of both kinds', () => {
    expect(Object.keys(en)).toContain(`rule.${id}`)
    expect(examples.clean.length).toBeGreaterThan(0)
    expect(examples.faulty.length).toBeGreaterThan(0)
  })

  test.each(examples.clean)('finds nothing in %s', (text) => {
    expect(findingsOf(id, text)).toEqual([])
  })

  test.each(examples.faulty)('finds the fault in %s', (text) => {
    expect(findingsOf(id, text)).not.toEqual([])
  })
})
