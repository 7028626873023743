/** The package, installed in an empty folder without a compiler: every command, both kinds of import, the types. */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands/index.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { shown as drawn, drawnPdf } from '../readers/samples/pdf.js'
import { root } from '../repo/source.js'
import { refuseStaleBuild } from '../support/built.js'
import { installPackage } from './installed.js'

refuseStaleBuild()

const base = mkdtempSync(join(tmpdir(), 'huanyuan-package-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const installed = installPackage(base)
if (typeof installed === 'string') process.stderr.write(`The package is not tested: ${installed}.\n`)

/** Calls of the program that the README shows, in its order. */
const shown = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^npx (huanyuan .*)$/gm)].map(
  ([, call]) => call!,
)

/** A review goes on until it is ended, and is tested in `tests/review` and `tests/browser`. */
const examples = commands
  .filter(({ name }) => name !== 'serve')
  .flatMap((command) => command.examples.map(({ call }) => call))

describe.skipIf(typeof installed === 'string')('the installed package', () => {
  const { folder, run } = installed as Exclude<typeof installed, string>

  // What two reviewers would have left in the folder.
  for (const name of ['wang', 'li']) writeFileSync(join(folder, `decisions.${name}.jsonl`), '')

  /** Megabytes of a folder without some of those below it. */
  function megabytes(path: string, without: readonly string[]): number {
    const sizes = readdirSync(path, { withFileTypes: true }).map((entry) => {
      const below = join(path, entry.name)
      if (without.some((name) => below.endsWith(name))) return 0
      return entry.isDirectory() ? megabytes(below, without) : statSync(below).size / 1e6
    })
    return sizes.reduce((sum, size) => sum + size, 0)
  }

  test('takes little room beside the model, the tables and the segmenters', () => {
    const beside = ['corpus/language-model', 'dist/tables.bin', 'node_modules/nodejieba', 'jieba-wasm']
    expect(megabytes(join(folder, 'node_modules'), beside)).toBeLessThan(60)
  })

  test.each([...shown, ...examples])('%s', (call) => {
    const { status, out } = run(call)
    const written = / -o (\S+)/.exec(call)?.[1]
    expect(status).toBe(0)
    if (written === undefined) expect(out).not.toBe('')
    else expect(existsSync(join(folder, written))).toBe(true)
  })

  /** The record of a sample with its words. */
  function segmented(): DocumentRecord {
    return JSON.parse(run('huanyuan segment -f json samples/finance-budget.txt').out) as DocumentRecord
  }

  test('cuts words as WebAssembly where nodejieba was not built, or is not there, and by nodejieba where it was', () => {
    const unbuilt = segmented()
    const modules = join(folder, 'node_modules')
    cpSync(join(root, 'node_modules/nodejieba'), join(modules, 'nodejieba'), { recursive: true })
    const built = segmented()
    rmSync(join(modules, 'nodejieba'), { recursive: true })
    const absent = segmented()
    expect(unbuilt.segmenter).toMatch(/^jieba-wasm \d/)
    expect(absent).toEqual(unbuilt)
    expect(built.segmenter).toMatch(/^nodejieba \d/)
    expect(built.corrections).toEqual(unbuilt.corrections)
    const joined = (record: DocumentRecord) => record.tokens?.map(({ text }) => text).join('')
    expect(joined(built)).toBe(built.repaired.text)
    expect(joined(unbuilt)).toBe(unbuilt.repaired.text)
  })

  test('reads a PDF, with neither a canvas nor the rest of pdfjs', () => {
    writeFileSync(join(folder, 'drawn.pdf'), drawnPdf([[drawn(84, 680, '全县共有学校126所。')]]))
    expect(run('huanyuan repair -f text drawn.pdf')).toEqual({
      status: 0,
      out: '全县共有学校126所。\n',
      err: '',
    })
  })

  const example = `
    const record = huanyuan.processText('全县共有各级各类黉舍126所。', { resources: await huanyuan.loadResources(), assume: 'spun' })
    console.log(record.repaired.text)`

  test.each([
    ['example.mjs', `import * as huanyuan from 'huanyuan'\n${example}`],
    ['example.cjs', `const huanyuan = require('huanyuan');\n(async () => {${example}\n})()`],
  ])('is taken in by %s', (name, code) => {
    writeFileSync(join(folder, name), code)
    expect(run(`node ${name}`)).toEqual({ status: 0, out: '全县共有各级各类学校126所。\n', err: '' })
  })

  test.each([
    ['node16', 'node16', 'example.mts'],
    ['esnext', 'bundler', 'example.ts'],
  ])('its types are understood by module %s with resolution %s', (module, resolution, name) => {
    const code = [
      "import { type DocumentRecord, loadResources, processText } from 'huanyuan'",
      "import { recordSchema } from 'huanyuan/schema'",
      'const resources = await loadResources()',
      "const record: DocumentRecord = processText('', { resources })",
      '// @ts-expect-error: there are types, and they know what there is not.',
      'record.nothing',
      'console.log(record.facts[0]?.value?.length, recordSchema.safeParse(record).success)',
    ].join('\n')
    writeFileSync(join(folder, name), code)
    const settings = ['--noEmit', '--strict', '--target', 'es2023', '--types', 'node', '--typeRoots']
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/typescript/bin/tsc'),
        ...settings,
        join(root, 'node_modules/@types'),
        '--module',
        module,
        '--moduleResolution',
        resolution,
        name,
      ],
      { cwd: folder, encoding: 'utf8' },
    )
    expect([stdout, status]).toEqual(['', 0])
  })
})
