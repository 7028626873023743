/** From names to units: order, patterns, what is left out, lines of JSONL, shards. */

import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identitiesBelow } from '../../src/dataset/disk.js'
import { type PlanOptions, planUnits } from '../../src/dataset/plan.js'
import { readUnit, safePlace, splitUnit } from '../../src/dataset/unit.js'
import type { ProcessingError } from '../../src/model/message.js'
import { readDocuments } from '../../src/readers/read.js'
import { archiveOf } from '../readers/samples/office.js'
import { temporaryFolder } from '../support/folder.js'

/** A folder with sub-folders, files by their paths. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

async function plan(cwd: string, inputs: readonly string[], options: Partial<PlanOptions> = {}) {
  const made = await planUnits({ inputs, cwd, excluded: new Set(), ...options })
  return { ...made, units: [...made.units] }
}
const pathsOf = async (cwd: string, inputs: readonly string[], options: Partial<PlanOptions> = {}) =>
  (await plan(cwd, inputs, options)).units.map(({ path }) => path)

/** Runs as a user who may not read everything, where the tests run as one who may. */
async function withoutRights<T>(run: () => Promise<T>): Promise<T> {
  const isRoot = process.getuid?.() === 0
  if (isRoot) process.seteuid!(65534)
  try {
    return await run()
  } finally {
    if (isRoot) process.seteuid!(0)
  }
}

test.skipIf(process.platform === 'win32')(
  'what may not be read is a unit that fails alone, a folder too',
  async () => {
    const cwd = folderOf({
      'a.txt': '甲',
      'closed/b.txt': '乙',
      'n.zip': 'x',
      'n.jsonl': '{}',
      'z.txt': '丙',
    })
    chmodSync(cwd, 0o755)
    const closed = ['closed', 'n.jsonl', 'n.zip']
    for (const name of closed) chmodSync(join(cwd, name), 0)
    const made = await withoutRights(async () => {
      const { units } = await plan(cwd, ['.'])
      const failures = units.map((unit) => {
        try {
          readUnit(unit, 1024)
          return undefined
        } catch (cause) {
          return (cause as ProcessingError).code
        }
      })
      return units.map(({ path }, at) => [path, failures[at]])
    })
    chmodSync(join(cwd, 'closed'), 0o700)
    expect(made).toEqual([
      ['a.txt', undefined],
      ...closed.map((name) => [name, 'unreadable']),
      ['z.txt', undefined],
    ])
    await expect(withoutRights(() => plan(join(cwd, 'closed'), ['.']))).rejects.toMatchObject({
      code: 'unreadable',
    })
  },
)

describe('files, folders and patterns', () => {
  const files = { 'b.txt': '乙', 'a.txt': '甲', '2019/第一季度.html': '一', '2019/deep/x.pdf': '二' }

  test('inputs keep their order, files of a folder go by their paths', async () => {
    const cwd = folderOf(files)
    expect(await pathsOf(cwd, ['b.txt', 'a.txt'])).toEqual(['b.txt', 'a.txt'])
    expect(await pathsOf(cwd, ['.'])).toEqual(['2019/deep/x.pdf', '2019/第一季度.html', 'a.txt', 'b.txt'])
  })

  test('a pattern finds files below its folder; a file of that very name is a file', async () => {
    const cwd = folderOf({ ...files, '[2019]报告.txt': '三' })
    expect(await pathsOf(cwd, ['**/*.txt'])).toEqual(['[2019]报告.txt', 'a.txt', 'b.txt'])
    expect(await pathsOf(cwd, ['2019/**/*.pdf'])).toEqual(['2019/deep/x.pdf'])
    expect(await pathsOf(cwd, ['[2019]报告.txt'])).toEqual(['[2019]报告.txt'])
  })

  test('one file is one document, whatever leads to it', async () => {
    const cwd = folderOf(files)
    linkSync(join(cwd, 'a.txt'), join(cwd, 'same.txt'))
    expect(await pathsOf(cwd, ['a.txt', '.', '*.txt'])).toEqual([
      'a.txt',
      '2019/deep/x.pdf',
      '2019/第一季度.html',
      'b.txt',
    ])
  })

  test('links are followed, and one that leads back into its folder adds nothing', async () => {
    const cwd = folderOf(files)
    const elsewhere = folderOf({ 'c.txt': '丙' })
    symlinkSync(cwd, join(cwd, '2019', 'loop'))
    symlinkSync(elsewhere, join(cwd, 'linked'))
    const paths = await pathsOf(cwd, ['.'])
    expect(paths).toContain('linked/c.txt')
    expect(paths).toHaveLength(5)
  })

  test('hidden files, outputs and files that are no documents are left out; the last are named', async () => {
    const cwd = folderOf({
      ...files,
      '.hidden.txt': '',
      'out/facts.csv': '',
      'logo.PNG': '',
      'style.css': '',
    })
    const { units, skipped } = await plan(cwd, ['.'], { excluded: identitiesBelow([join(cwd, 'out')]) })
    expect(units).toHaveLength(4)
    expect(skipped).toEqual(['logo.PNG', 'style.css'])
    // What is named itself is always read.
    expect(await pathsOf(cwd, ['logo.PNG'])).toEqual(['logo.PNG'])
  })

  test('pictures of a folder are documents where they are read, but for those of web pages', async () => {
    const cwd = folderOf({
      'scans/1.png': '',
      'scans/2.TIF': '',
      'scans/logo.svg': '',
      'site/index.html': '',
      'site/photo.png': '',
      'site/index_files/chart.png': '',
      'site/archive/2019/1.jpg': '',
    })
    const pathsWith = async (readsPictures: boolean) =>
      (await plan(cwd, ['.'], { readsPictures })).units.map(({ path }) => path)
    expect(await pathsWith(true)).toEqual([
      'scans/1.png',
      'scans/2.TIF',
      'site/archive/2019/1.jpg',
      'site/index.html',
    ])
    expect(await pathsWith(false)).toEqual(['site/index.html'])
  })

  test('places keep the folders apart and never leave the output', async () => {
    const cwd = folderOf({ 'x/2019/a.txt': '', 'y/2019/a.txt': '' })
    const placesOf = async (inputs: readonly string[]) =>
      (await plan(cwd, inputs)).units.map(({ place }) => place)
    expect(await placesOf(['x'])).toEqual(['2019/a'])
    expect(await placesOf(['x', 'y'])).toEqual(['x/2019/a', 'y/2019/a'])
    expect(await placesOf([join(cwd, 'x/2019/a.txt')])).toEqual(['a'])
    expect(safePlace('../..//etc\\..\\passwd')).toBe('etc/passwd')
    expect(safePlace('..')).toBe('document')
  })

  test.each([
    ['gone.txt', 'not-found'],
    ['*.docx', 'no-input-files'],
    ['empty', 'no-input-files'],
  ])('%s: %s', async (input, code) => {
    const cwd = folderOf(files)
    mkdirSync(join(cwd, 'empty'))
    await expect(plan(cwd, [input])).rejects.toMatchObject({ code })
  })
})

describe('lines of JSONL', () => {
  const lines = Array.from({ length: 4000 }, (_, index) =>
    JSON.stringify({ text: `第${index}行`.repeat(40) }),
  )

  test('a large file is cut behind line ends, and its lines keep their numbers', async () => {
    const cwd = folderOf({ 'a.jsonl': lines.join('\n') })
    const { units } = await plan(cwd, ['a.jsonl'])
    expect(units.length).toBeGreaterThan(4)
    const pieces = units.map((unit) => Buffer.from(readUnit(unit, 1e9)).toString('utf8'))
    expect(pieces.join('')).toBe(lines.join('\n'))
    for (const [index, { range }] of units.entries()) {
      expect(pieces[index]!.split('\n')[0]).toBe(lines[range!.firstLine - 1])
    }
  })

  test('UTF-16 stays whole, for its line feeds are no bytes', async () => {
    const cwd = temporaryFolder({ 'a.jsonl': Buffer.from(`\uFEFF${lines.join('\n')}`, 'utf16le') })
    const { units } = await plan(cwd, ['a.jsonl'])
    expect(units).toHaveLength(1)
    expect(units[0]!.range).toBeUndefined()
  })

  test('halves of a unit are its lines, down to one', async () => {
    const texts = fc.array(fc.string({ maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, '')))
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (someLines, ends) => {
        const text = someLines.join('\n') + (ends ? '\n' : '')
        fc.pre(text !== '')
        const cwd = folderOf({ 'a.jsonl': text })
        const [unit] = (await plan(cwd, ['a.jsonl'])).units
        const halves = splitUnit(unit!)
        const pieces = (halves ?? [unit!]).map((half) => Buffer.from(readUnit(half, 1e9)).toString('utf8'))
        expect(pieces.join('')).toBe(readFileSync(join(cwd, 'a.jsonl'), 'utf8'))
        if (halves === undefined) {
          expect(text.replace(/\n$/, '')).not.toContain('\n')
          return
        }
        expect(halves[1].range!.firstLine - halves[0].range!.firstLine).toBe(
          pieces[0]!.split('\n').length - 1,
        )
      }),
      { numRuns: 40 },
    )
  })
})

describe('archives', () => {
  const entries = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`${index}.txt`, randomBytes(40_000).toString('hex')]),
  )

  test('a large one is cut by its entries, each once', async () => {
    const cwd = temporaryFolder({ 'a.zip': archiveOf({ '__MACOSX/x': '', ...entries }) })
    const { units } = await plan(cwd, ['a.zip'])
    expect(units.length).toBeGreaterThan(3)
    const names: (string | null)[] = []
    for (const unit of units) {
      const bytes = readUnit(unit, 1e9)
      for await (const { origin } of readDocuments(bytes, { path: 'a.zip', entries: unit.entries! })) {
        names.push(origin.entry)
      }
    }
    expect(names).toEqual(Object.keys(entries))
    const halves = splitUnit(units[0]!)!
    expect([halves[0].entries!.start, halves[1].entries!.end]).toEqual([0, units[0]!.entries!.end])
    expect(halves[0].entries!.end).toBe(halves[1].entries!.start)
  })

  test('a Word file of that name is one document', async () => {
    const cwd = temporaryFolder({ 'a.zip': archiveOf({ 'word/document.xml': '<a/>', ...entries }) })
    expect((await plan(cwd, ['a.zip'])).units.map((unit) => unit.entries)).toEqual([undefined])
  })
})

test('shards are disjoint and together everything', async () => {
  const cwd = folderOf(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${index}.txt`, ''])))
  const all = await pathsOf(cwd, ['.'])
  const shards = await Promise.all([1, 2, 3].map((index) => plan(cwd, ['.'], { shard: { index, count: 3 } })))
  expect(shards.flatMap(({ units }) => units.map(({ path }) => path)).sort()).toEqual(all)
  expect(shards.map(({ units }) => units.length)).toEqual([4, 3, 3])
  for (const { units } of shards)
    expect(units.map(({ number }) => number)).toEqual(units.map((_, index) => index))
})
