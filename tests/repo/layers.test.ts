/** The layers, read from the imports of the source: nothing reaches up or sideways, and few touch files or print. */
import { describe, expect, test } from 'vitest'
import { importsOf, sourceFiles } from './source.js'

/** Rank of each folder of `src/`; an import goes to a lower rank or stays in its folder. */
const ranks: Readonly<Record<string, number>> = {
  model: 0,
  numerals: 1,
  lm: 1,
  resources: 2,
  quantities: 3,
  readers: 4,
  layout: 4,
  segment: 4,
  repair: 4,
  extract: 4,
  audit: 4,
  writers: 4,
  // Its types alone: it runs in a browser.
  page: 5,
  pipeline: 5,
  dataset: 6,
  learn: 6,
  cli: 7,
  review: 7,
  'index.ts': 7,
}

const touchesFiles = ['resources', 'writers', 'dataset', 'learn', 'cli', 'review']

describe.each(sourceFiles().map((file) => [file.path, file] as const))('%s', (_, file) => {
  test('stands in a known layer and imports only lower ones', () => {
    const rank = ranks[file.layer]
    expect(rank, `no layer is called ${file.layer}`).toBeDefined()
    for (const { target } of importsOf(file)) {
      if (target === undefined || target === file.layer) continue
      // The entries of the package stand on top of everything and are imported by nobody.
      expect(ranks[target], `${file.layer} must not import ${target}`).toBeLessThan(rank!)
    }
  })

  test('touches files and prints only where it may', () => {
    const specifiers = importsOf(file).map(({ specifier }) => specifier)
    if (!touchesFiles.includes(file.layer)) expect(specifiers.join(' ')).not.toMatch(/\bfs\b/)
    if (file.layer !== 'cli') {
      expect(file.code).not.toMatch(/\bconsole\.|process\.std(out|err)|process\.exit/)
    }
  })

  test('reads no clock and rolls no dice', () => {
    expect(file.code).not.toMatch(/Date\.now|new Date\(\)|Math\.random/)
  })
})

test('each third-party package is taken in by one file', () => {
  const users = new Map<string, Set<string>>()
  for (const file of sourceFiles()) {
    for (const { specifier, target, isTypeOnly } of importsOf(file)) {
      if (target !== undefined || isTypeOnly || specifier.startsWith('node:')) continue
      users.set(specifier, (users.get(specifier) ?? new Set()).add(file.path))
    }
  }
  for (const [specifier, files] of users) expect([...files], specifier).toHaveLength(1)
})
