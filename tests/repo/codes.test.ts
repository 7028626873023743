/** Every code that the source can put into a message or a failure has a sentence in both languages. */
import { expect, test } from 'vitest'
import { en } from '../../src/writers/messages.en.js'
import { sourceFiles } from './source.js'

const patterns = [
  /new ProcessingError\(\s*'([a-z-]+)'/g,
  /level: '(?:warning|error)',\s*code: '([a-z-]+)'/g,
  /code: '([a-z-]+)',\s*level: '(?:warning|error)'/g,
]

test('no message and no failure is left without a sentence', () => {
  const codes = sourceFiles().flatMap(({ code }) =>
    patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1]!)),
  )
  expect(codes.length).toBeGreaterThan(5)
  expect([...new Set(codes)].filter((code) => !(`message.${code}` in en))).toEqual([])
})
