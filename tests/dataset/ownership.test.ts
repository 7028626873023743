/** What a build may replace: what a finished build made and nobody changed since. All else is refused, and stays. */
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { inlineThreads, Stopped } from '../../measure/fuzz/inline-threads.js'
import { buildOptions } from '../../measure/fuzz/inputs.js'
import { differences, readTree } from '../../measure/fuzz/tree.js'
import { buildInTree } from '../../measure/fuzz/trees.js'
import { buildDataset } from '../../src/dataset/build.js'
import { loadResources, type Resources } from '../../src/pipeline/resources.js'
import { temporaryFolder } from '../support/folder.js'

let resources: Resources
beforeAll(async () => {
  resources = await loadResources()
}, 60_000)

const report = '全市共有学校98所。\n'

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** Builds; `words` are inputs, OUT and formats as on the command line. Gives the code of the error. */
async function build(
  cwd: string,
  inputs: string,
  out: string,
  formats: string,
  how: { force?: boolean; resume?: boolean; stopAt?: number } = {},
): Promise<string> {
  const { stopAt, ...flags } = how
  const options = buildOptions(cwd, inputs.split(' '), out, formats === '' ? [] : formats.split(','), flags)
  try {
    await buildDataset(options, inlineThreads(resources, stopAt))
    return 'built'
  } catch (cause) {
    return cause instanceof Stopped ? 'stopped' : ((cause as { code?: string }).code ?? String(cause))
  }
}

describe('without a manifest nothing is ours', () => {
  test.each([
    ['the folder of the input', 'text/a.txt', '.', 'text', 'output-is-input'],
    ['a folder of that name', 'in.txt', '.', 'text', 'output-foreign'],
    ['the input itself', 'corpus.jsonl', 'corpus.jsonl', '', 'output-is-input'],
    ['the input by a link', 'link.jsonl', 'corpus.jsonl', '', 'output-is-input'],
    ['the input by its second name', 'second.jsonl', 'corpus.jsonl', '', 'output-is-input'],
    ['a link to another file', 'in.txt', 'link.jsonl', '', 'output-foreign'],
    ['a link to nothing', 'in.txt', 'dangling.jsonl', '', 'output-foreign'],
    ['a file beside the output', 'in.txt', 'new.jsonl', '', 'output-foreign'],
    ['a folder .build', 'in.txt', 'swift', '', 'work-foreign'],
    ['a file .build', 'in.txt', 'odd', '', 'work-foreign'],
    ['a link .build', 'in.txt', 'linked', '', 'work-foreign'],
  ])('%s', async (_, input, out, formats, code) => {
    const cwd = folderOf({
      'text/a.txt': report,
      'text/deep/b.txt': report,
      'in.txt': report,
      'corpus.jsonl': `${JSON.stringify({ text: report })}\n`,
      'new.messages.jsonl': 'mine',
      'swift/.build/debug/a.o': 'mine',
      'odd/.build': 'mine',
    })
    symlinkSync('corpus.jsonl', join(cwd, 'link.jsonl'))
    symlinkSync('nowhere', join(cwd, 'dangling.jsonl'))
    linkSync(join(cwd, 'corpus.jsonl'), join(cwd, 'second.jsonl'))
    mkdirSync(join(cwd, 'linked'))
    symlinkSync('../swift/.build', join(cwd, 'linked/.build'))
    const before = readTree(cwd)
    for (const how of [{ force: true }, {}, { resume: true }]) {
      expect(await build(cwd, input, out, formats, how)).toBe(code)
      expect(differences(before, readTree(cwd))).toEqual([])
    }
  })
})

describe('of an earlier build', () => {
  const formats = 'jsonl,text'
  const earlier = async () => {
    const cwd = folderOf({ 'in/a.txt': report, 'in/x/b.txt': report, 'new/c.txt': '甲县有耕地3万亩。\n' })
    expect(await build(cwd, 'in', 'out', formats)).toBe('built')
    return cwd
  }

  test('what is as it was is replaced with --force only, and what is not made again goes', async () => {
    const cwd = await earlier()
    const before = readTree(cwd)
    expect(await build(cwd, 'new', 'out', formats)).toBe('output-exists')
    expect(differences(before, readTree(cwd))).toEqual([])
    expect(await build(cwd, 'new', 'out', formats, { force: true })).toBe('built')
    expect(await build(cwd, 'new', 'fresh', formats)).toBe('built')
    const [out, fresh] = [readTree(join(cwd, 'out')), readTree(join(cwd, 'fresh'))]
    expect(differences(fresh, out).filter((each) => !each.startsWith('timings.json'))).toEqual([])
  })

  test('files that the user put into a folder of texts stay', async () => {
    const cwd = await earlier()
    writeFileSync(join(cwd, 'out/text/x/notes.txt'), '我的')
    expect(await build(cwd, 'new', 'out', formats, { force: true })).toBe('built')
    expect([...readTree(join(cwd, 'out/text')).keys()]).toEqual(['c.txt', 'x', 'x/notes.txt'])
  })

  test.each([
    ['a changed file', (out: string) => appendFileSync(join(out, 'records.jsonl'), '\n')],
    ['a changed text', (out: string) => appendFileSync(join(out, 'text/a.txt'), '我的')],
    ['a changed companion', (out: string) => writeFileSync(join(out, 'messages.jsonl'), '{"mine":1}\n')],
    [
      'a changed manifest',
      (out: string) => {
        const path = join(out, 'manifest.json')
        writeFileSync(path, readFileSync(path, 'utf8').replace('"text"', '"mine"'))
      },
    ],
    ['changed timings', (out: string) => writeFileSync(join(out, 'timings.json'), '{}')],
    ['a changed list of files', (out: string) => writeFileSync(join(out, 'files.jsonl'), '')],
    ['a manifest that is gone', (out: string) => rmSync(join(out, 'manifest.json'))],
    [
      'a file that is a link now',
      (out: string) => {
        renameSync(join(out, 'records.jsonl'), join(out, 'kept.jsonl'))
        symlinkSync('kept.jsonl', join(out, 'records.jsonl'))
      },
    ],
    [
      'a folder that is a link now',
      (out: string) => {
        renameSync(join(out, 'text'), join(out, 'kept'))
        symlinkSync('kept', join(out, 'text'))
      },
    ],
    [
      'a folder where a file was',
      (out: string) => {
        rmSync(join(out, 'records.jsonl'))
        mkdirSync(join(out, 'records.jsonl'))
      },
    ],
  ])('%s is kept', async (_, change) => {
    const cwd = await earlier()
    change(join(cwd, 'out'))
    const before = readTree(cwd)
    expect(await build(cwd, 'in', 'out', formats, { force: true })).toBe('output-foreign')
    expect(differences(before, readTree(cwd))).toEqual([])
  })

  test('its records are an input that is not overwritten, and no input of a folder', async () => {
    const cwd = await earlier()
    expect(await build(cwd, 'out/records.jsonl', 'out', 'jsonl', { force: true })).toBe('output-is-input')
    expect(await build(cwd, 'out/text', 'out', 'text', { force: true })).toBe('output-is-input')
    symlinkSync('out', join(cwd, 'in/loop'))
    symlinkSync('../out', join(cwd, 'in/again'))
    expect(await build(cwd, 'in', 'out', formats, { force: true })).toBe('built')
    expect(readFileSync(join(cwd, 'out/records.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(2)
  })

  test('what comes in the way while a build is stopped is kept, and so is what was done', async () => {
    const cwd = folderOf({ 'in/a.txt': report })
    expect(await build(cwd, 'in', 'out', formats, { stopAt: 1 })).toBe('stopped')
    writeFileSync(join(cwd, 'out/records.jsonl'), '我的')
    expect(await build(cwd, 'in', 'out', formats, { resume: true })).toBe('output-foreign')
    expect(readFileSync(join(cwd, 'out/records.jsonl'), 'utf8')).toBe('我的')
    rmSync(join(cwd, 'out/records.jsonl'))
    expect(await build(cwd, 'in', 'out', formats, { resume: true })).toBe('built')
  })

  test('files of others in the folder of a stopped build stay', async () => {
    const cwd = folderOf({ 'in/a.txt': report })
    expect(await build(cwd, 'in', 'out', formats, { stopAt: 1 })).toBe('stopped')
    writeFileSync(join(cwd, 'out/.build/notes.txt'), '我的')
    expect(await build(cwd, 'in', 'out', formats, { force: true })).toBe('built')
    expect([...readTree(join(cwd, 'out/.build')).keys()]).toEqual(['notes.txt'])
  })
})

test.each([1, 2, 3])(
  'random trees, seed %i: what no build made is the same before and after',
  async (seed) => {
    const { counts, faults } = await buildInTree(resources, 80, 16, seed)
    expect(faults).toEqual([])
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(16)
    expect(counts.built).toBeGreaterThan(0)
  },
  240_000,
)
