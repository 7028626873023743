/** Both languages say the same things: the same keys, with the same places to fill in. */
import { describe, expect, test } from 'vitest'
import { en as cliEnglish } from '../../src/cli/messages.en.js'
import { zh as cliChinese } from '../../src/cli/messages.zh.js'
import { fill, sayCode } from '../../src/writers/language.js'
import { en } from '../../src/writers/messages.en.js'
import { zh } from '../../src/writers/messages.zh.js'

type Table = Readonly<Record<string, string>>

function placesOf(template: string): string[] {
  return [...new Set(template.match(/\{[a-zA-Z]+\}/g) ?? [])].sort()
}

describe.each<[string, Table, Table]>([
  ['records', en, zh],
  ['the command line', cliEnglish, cliChinese],
])('messages of %s', (_, english, chinese) => {
  test('have the same keys in the same order', () => {
    expect(Object.keys(chinese)).toEqual(Object.keys(english))
  })

  test('have the same places to fill in', () => {
    const places = (table: Table) => Object.keys(english).map((key) => [key, placesOf(table[key]!)])
    expect(places(chinese)).toEqual(places(english))
  })
})

test('fills places, and leaves one without a parameter visible', () => {
  expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}')
})

test('shows an unknown code with its parameters', () => {
  expect(sayCode('en', 'message', 'never-heard-of', { page: 3 })).toBe('never-heard-of page=3')
})
