/** The tables of cues: each kind is explained, a word stands once, and both stages find the same words. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isSorted, parseTable } from '../../scripts/tables.js'
import { loadClaims } from '../../src/resources/claims.js'
import { type CueKind, cueKinds, loadCues } from '../../src/resources/cues.js'
import { loadIndicators } from '../../src/resources/indicators.js'
import { corpusPath } from '../../src/resources/tsv.js'

const cues = loadCues()
const folder = corpusPath('cues')
const explained = [
  ...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/^\| `([a-z-]+)` \| [^|]+ \| ([^|]+) \|$/gm),
].map(([, kind = '', example = '']) => ({ kind, example }))

/** Loads one table of the given rows. */
function loadRows(...rows: string[]) {
  const path = join(mkdtempSync(join(tmpdir(), 'cues-')), 'own.tsv')
  writeFileSync(path, ['kind\tword\tstandard\tnotIn', ...rows, ''].join('\n'))
  return loadCues([path])
}

test('the README explains every kind, and no other', () => {
  expect(explained.map(({ kind }) => kind).sort()).toEqual([...cueKinds])
})

test.each(explained)('the example of $kind holds a word of it', ({ kind, example }) => {
  expect(cues[kind as CueKind].says(example)).toBe(true)
})

test('tables are sorted, short ones too; a kind stands in one table', () => {
  const owners = new Map<string, Set<string>>()
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.tsv'))) {
    const { rows } = parseTable(readFileSync(join(folder, name), 'utf8'))
    expect(isSorted(rows), name).toBe(true)
    for (const row of rows) {
      const kind = row.split('\t')[0]!
      owners.set(kind, (owners.get(kind) ?? new Set()).add(name))
    }
  }
  expect([...owners].filter(([, names]) => names.size > 1)).toEqual([])
})

test('extraction and audit are handed the same words', () => {
  const { says } = loadClaims(cues)
  const table = loadIndicators([], cues)
  for (const word of ['攀升', '走高', '增长']) {
    expect(says('increase', word)).toBe(true)
    expect(table.cues.increase.end.get(word)?.word).toBe(word)
  }
})

describe('a search in a text', () => {
  test.each<[CueKind, string, boolean]>([
    ['whole', '公共厕所12座', false],
    ['whole', '公共厕所共12座', true],
    ['decrease', '减灾中心', false],
    ['decrease', '减少', true],
    ['decrease', '至少5所', false],
    ['increase', '许多学校', false],
    ['increase', '多5所', true],
    ['dimension', '分产业看', true],
    ['dimension', '从，看', false],
    ['rate', '汇率', false],
    ['rate', '合格率', true],
  ])('%s in %s: %s', (kind, text, expected) => {
    expect(cues[kind].says(text)).toBe(expected)
  })

  test('a kind without words is said nowhere', () => {
    expect(loadRows('increase\t增').decrease.says('增减')).toBe(false)
  })
})

describe('a table is refused, with its line,', () => {
  test.each([
    ['of an unknown kind', ['increase\t增', 'growth\t增长'], { line: 3, reason: 'unknown kind growth' }],
    ['without a word', ['increase\t'], { line: 2, reason: 'the word must not be empty' }],
    ['with a word twice', ['increase\t增', 'increase\t增\t增加'], { line: 3, reason: /already/ }],
    ['with a longer word that holds no cue', ['decrease\t减\t\t加法'], { line: 2, reason: /holds no 减/ }],
  ])('%s', (_, rows, { line, reason }) => {
    expect(() => loadRows(...rows)).toThrow(
      expect.objectContaining({
        code: 'bad-table',
        parameters: expect.objectContaining({ line, reason: expect.stringMatching(reason) }),
      }),
    )
  })
})

test('a word with a gap is for whole texts only', () => {
  const { dimension } = loadRows('dimension\t按…分')
  expect(dimension.says('按产业分')).toBe(true)
  expect(dimension.start.get('按…分')).toBeUndefined()
})
