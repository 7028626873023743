/** Who may import whom, as `.dependency-cruiser.js` says it, and what no import shows: printing, clock, chance. */
import type { ICruiseResult, IDependency } from 'dependency-cruiser'
import { cruise } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { beforeAll, expect, test } from 'vitest'
import { sourceFiles } from './source.js'

let cruised: ICruiseResult

beforeAll(async () => {
  const options = await extractDepcruiseOptions('./.dependency-cruiser.js')
  cruised = (await cruise(['src'], options)).output as ICruiseResult
}, 120_000)

function isTaken({ dependencyTypes }: IDependency): boolean {
  return dependencyTypes.includes('npm') && !dependencyTypes.some((type) => /^type-/.test(type))
}

/** Files of `src` whose code matches. */
function filesWith(pattern: RegExp): string[] {
  return sourceFiles()
    .filter(({ code }) => pattern.test(code))
    .map(({ path }) => path)
}

test('every file of src is seen', () => {
  const seen = cruised.modules.map(({ source }) => source)
  expect(
    sourceFiles()
      .map(({ path }) => path)
      .filter((path) => !seen.includes(path)),
  ).toEqual([])
})

test('imports go down, in no circle, and touch files only where they may', () => {
  const violations = cruised.summary.violations.map(({ rule, from, to, cycle }) =>
    cycle === undefined
      ? `${rule.name}: ${from} imports ${to}`
      : `${rule.name}: ${[from, ...cycle.map(({ name }) => name)].join(' → ')}`,
  )
  expect(violations).toEqual([])
})

test('each third-party package is taken in by one file', () => {
  const takers = new Map<string, Set<string>>()
  for (const { source, dependencies } of cruised.modules) {
    for (const dependency of dependencies.filter(isTaken)) {
      const [, name] = /^((?:@[^/]+\/)?[^/]+)/.exec(dependency.module)!
      takers.set(name!, (takers.get(name!) ?? new Set()).add(source))
    }
  }
  expect(takers.size).toBeGreaterThan(10)
  expect([...takers].filter(([, files]) => files.size > 1)).toEqual([])
})

test('only cli prints and ends the program', () => {
  const printers = filesWith(/\bconsole\.|process\.std(out|err)|process\.exit/)
  expect(printers.filter((path) => !path.startsWith('src/cli/'))).toEqual([])
})

test('no list is spread into the arguments of a call, which overflows the stack where it is long', () => {
  const own = filesWith(/\.(?:push|unshift)\([^(){}[\]]*\.\.\.(?!\()|Math\.(?:min|max)\(\s*\.\.\./)
  expect(own.filter((path) => !path.startsWith('src/page/'))).toEqual([])
})

test('no file reads a clock or rolls dice, but for the one that says when a decision was made', () => {
  expect(filesWith(/Date\.now|new Date\(\)|Math\.random/)).toEqual(['src/cli/clock.ts'])
})
