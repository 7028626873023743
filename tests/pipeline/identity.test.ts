/** What a build depends on is what it hashes: files that are read are listed, each counts, and no other does. */
import type { PathLike } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { resourceFiles, resourceHashes } from '../../src/pipeline/identity.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { hashFiles } from '../../src/resources/identity.js'
import { foldText, scriptFiles, traditionalWriting } from '../../src/resources/script.js'
import { corpusPath } from '../../src/resources/tsv.js'

/** What was opened or looked at, and a path at which one byte more is read than stands there, once each time it is open. */
const disk = vi.hoisted(() => ({ seen: new Set<string>(), touched: '', open: -1 }))

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>()
  return {
    ...fs,
    accessSync(path: PathLike, mode?: number) {
      disk.seen.add(String(path))
      fs.accessSync(path, mode)
    },
    openSync(path: PathLike, flags: string) {
      disk.seen.add(String(path))
      const file = fs.openSync(path, flags)
      if (path === disk.touched) disk.open = file
      return file
    },
    readSync(file: number, bytes: Uint8Array, from = 0, length = bytes.length, at: number | null = null) {
      const count = fs.readSync(file, bytes, from, length, at)
      if (count > 0 || file !== disk.open) return count
      disk.open = -1
      bytes[0] = 0x0a
      return 1
    },
    readFileSync(path: PathLike, options?: BufferEncoding) {
      disk.seen.add(String(path))
      const content = fs.readFileSync(path, options)
      if (path !== disk.touched) return content
      return typeof content === 'string' ? `${content}\n` : Buffer.concat([content, Buffer.from('\n')])
    },
  }
})

/** Works with a file as if a byte had been put at its end. */
function touching<T>(path: string, work: () => T): T {
  disk.touched = path
  try {
    return work()
  } finally {
    disk.touched = ''
  }
}

const files = resourceFiles()

describe('the files that are listed', () => {
  let read: string[]
  beforeAll(async () => {
    disk.seen.clear()
    const { segmenter, candidates, disguises, naming } = await loadResources()
    // All are loaded when they are first asked for.
    segmenter.tag('学校')
    candidates.general!()
    disguises.knowledge()
    naming()
    disguises.isWord('学校')
    read = [...disk.seen]
  })

  test('are those that are read', () => {
    const manifest = createRequire(import.meta.url).resolve('nodejieba/package.json')
    const listed = Object.values(files).flat()
    expect(new Set(read)).toEqual(
      new Set(listed.filter((path) => path !== manifest && !scriptFiles().includes(path))),
    )
  })

  test('are, of the repair, both language models, the counts with their registers, and the parameters', () => {
    const namesOf = (kind: string) => files[kind]!.map((path) => basename(path)).sort()
    expect(namesOf('language-model')).toEqual(['general.bin', 'reports.bin'])
    expect(namesOf('words')).toEqual(['counts.tsv', 'registers.tsv'])
    expect(namesOf('parameters')).toEqual(['forest.json', 'parameters.json'])
  })

  test('hold the correspondence of scripts that is loaded', () => {
    expect(foldText('學校教師團體')).toBe('学校教师团体')
    expect(traditionalWriting('學校教師團體')!('学生')).toBe('學生')
    expect(Object.keys(createRequire(import.meta.url).cache)).toEqual(
      expect.arrayContaining([...scriptFiles()]),
    )
  })
})

describe('the hash', () => {
  test.each(Object.entries(files))('of %s changes with each of its files', (_, paths) => {
    const before = hashFiles(paths)
    const after = paths.map((path) => touching(path, () => hashFiles(paths)))
    expect(after.filter((hash) => hash === before)).toEqual([])
    expect(new Set(after).size).toBe(paths.length)
  })

  test('of one kind alone changes', () => {
    const before = resourceHashes([])
    const after = touching(corpusPath('cues', 'parts.tsv'), () => resourceHashes([]))
    expect(Object.keys(before).filter((kind) => before[kind] !== after[kind])).toEqual(['cues'])
  })

  test.each([
    corpusPath('cues', 'README.md'),
    corpusPath('words', 'README.md'),
    corpusPath('language-model', 'reports.json'),
    corpusPath('units', 'peer-exceptions.tsv'),
  ])('does not change with %s, which no stage reads', (path) => {
    expect(touching(path, () => resourceHashes([]))).toEqual(resourceHashes([]))
  })

  test("of the user's tables is one more, and tells their order", () => {
    const [first = '', second = ''] = files.cues!
    expect(resourceHashes([])).not.toHaveProperty('tables')
    expect(resourceHashes([first, second]).tables).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(resourceHashes([first, second]).tables).not.toBe(resourceHashes([second, first]).tables)
  })

  test('a table that is missing is told by its path', () => {
    const path = join(corpusPath(), 'no-such-table.tsv')
    expect(() => resourceHashes([path])).toThrow(
      expect.objectContaining({ code: 'unreadable-table', parameters: { path, reason: 'ENOENT' } }),
    )
  })
})
