/** What every source file keeps to: it opens by saying what it is for, exports by name, and leaves nothing undone. */
import { describe, expect, test } from 'vitest'
import { filesUnder } from './source.js'

const vague = /(^|\/)(utils?|helpers?|common|manager|service|base[A-Z]\w*|abstract\w*)(\/|\.ts$)/

describe.each(['src', 'scripts', 'tests'])('%s', (folder) => {
  const files = filesUnder(folder)

  test('every file opens with what it is for', () => {
    if (folder === 'tests') return // A test's name says it.
    const without = files.filter(({ text }) => !/^(#!.*\n)?\/\*\*/.test(text)).map(({ path }) => path)
    expect(without).toEqual([])
  })

  test('no default exports, no disabled or lone tests, nothing left to do', () => {
    const marks = new RegExp(
      ['^export default', `\\b(it|test|describe)\\.(only|${'sk'}ip)\\(`, `\\b(TO${'DO'}|FIX${'ME'})\\b`].join(
        '|',
      ),
      'm',
    )
    expect(files.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([])
  })

  test('no file is called by what it is not', () => {
    expect(files.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([])
  })
})
