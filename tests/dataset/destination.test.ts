/** Where a dataset goes: what a name of an output may be. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { destinationOf } from '../../src/dataset/destination.js'
import { temporaryFolder } from '../support/folder.js'

describe('the name of an output', () => {
  const folder = () => {
    const cwd = temporaryFolder({})
    mkdirSync(join(cwd, 'facts.v2'))
    return cwd
  }

  test.each(['facts.parket', 'out/reports.sqlit', './a.b.pdf'])('%s has an ending of no format', (out) => {
    const cwd = folder()
    expect(() => destinationOf(out, [], cwd)).toThrow(expect.objectContaining({ code: 'unknown-output' }))
    expect(() => destinationOf(out, ['csv'], cwd)).toThrow(
      expect.objectContaining({ code: 'unknown-output' }),
    )
  })

  test.each(['facts.v2', 'new.d/', 'out', 'v1.2', '.out', 'out/..'])('%s is a folder', (out) => {
    expect(destinationOf(out, [], folder()).outputs.map(({ name }) => name)).toEqual(['records.jsonl'])
  })

  test('reports.sqlite is a file of the format that has the ending', () => {
    expect(destinationOf('reports.sqlite', [], folder()).outputs.map(({ name }) => name)).toEqual([
      'reports.sqlite',
    ])
  })
})
