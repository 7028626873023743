/** The package, installed in an empty folder without a compiler: every command, both kinds of import, the types. */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
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
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands/index.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { shown as drawn, drawnPdf } from '../readers/samples/pdf.js'
import { root } from '../repo/source.js'
import { refuseStaleBuild } from '../support/built.js'
import { bundle, bundleNames } from './bundles.js'
import { type Installed, installPackage } from './installed.js'

refuseStaleBuild()

const base = mkdtempSync(join(tmpdir(), 'huanyuan-package-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const installed = installPackage(base)
if (typeof installed === 'string') process.stderr.write(`The package is not tested: ${installed}.\n`)

/** Calls of the program that the README shows, in its order. */
const shown = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^npx (huanyuan .*)$/gm)].map(
  ([, call]) => call!,
)

const examples = commands.flatMap((command) => command.examples.map(({ call }) => call))
/** A review, and an API, goes on until it is ended. */
const isReview = (call: string) => call.startsWith('huanyuan serve')
/** A worker needs packages that are installed by those who have a queue. */
const isWorker = (call: string) => call.startsWith('huanyuan worker')
const reviews = examples.filter(isReview)

describe.skipIf(typeof installed === 'string')('the installed package', () => {
  const { folder, run } = installed as Installed

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
    expect(megabytes(join(folder, 'node_modules'), beside)).toBeLessThan(54)
  })

  test('is little to fetch beside the model', () => {
    const models = readdirSync(join(root, 'corpus/language-model')).filter((name) => name.endsWith('.bin'))
    const zipped = models.map(
      (name) => gzipSync(readFileSync(join(root, 'corpus/language-model', name))).length,
    )
    const model = zipped.reduce((sum, size) => sum + size, 0)
    expect((installed as Installed).packed - model).toBeLessThan(15e6)
  })

  test.each(bundleNames)(
    'is bundled into %s, which is told where the data are',
    { timeout: 120_000 },
    async (name) => {
      const program = await bundle(name, folder, base)
      const run = (...data: string[]) =>
        spawnSync(process.execPath, [program, ...data], { cwd: base, encoding: 'utf8' })
      expect(run('app/node_modules/huanyuan')).toMatchObject({
        stderr: '',
        stdout: '全县共有各级各类学校126所。\n',
      })
      expect(run(base).stderr).toContain('dataDir must be the folder of the package')
    },
  )

  test.each([...shown, ...examples].filter((call) => !isReview(call) && !isWorker(call)))('%s', (call) => {
    const { status, out } = run(call)
    const written = / -o (\S+)/.exec(call)?.[1]
    expect(status).toBe(0)
    if (written === undefined) expect(out).not.toBe('')
    else expect(existsSync(join(folder, written))).toBe(true)
  })

  test.each(examples.filter(isWorker))('%s: says what to install', (call) => {
    const { status, err } = run(call)
    expect(status).toBe(2)
    expect(err).toContain('npm install bullmq ioredis')
  })

  test.each(reviews)('%s', { timeout: 60_000 }, async (call) => {
    const review = (installed as Installed).start(call)
    try {
      const printed = await new Promise<string>((resolve, reject) => {
        review.stdout!.on('data', (piece: Buffer) => resolve(piece.toString()))
        review.once('exit', (code) => reject(new Error(`ended with ${code}`)))
      })
      const address = /http:\S+/.exec(printed)![0]
      const exchanged = await fetch(address, { redirect: 'manual' })
      // An API has none.
      const cookie = exchanged.headers.get('set-cookie')?.split(';')[0] ?? ''
      const page = await fetch(new URL('/', address), { headers: { cookie } })
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('<html')
    } finally {
      review.kill('SIGKILL')
    }
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
    ['decide.mjs', '', /咱们|我们/],
    ['folder.mjs', 'samples', /^education-bureau-halfyear\.txt: \d+ facts/m],
    ['dataset.mjs', 'samples documents.sqlite', /^3 documents, 0 failed/m],
  ])('runs the example %s', { timeout: 120_000 }, (name, words, says) => {
    copyFileSync(join(root, 'examples', name), join(folder, name))
    const { status, out } = run(`node ${name} ${words}`)
    expect(out).toMatch(says)
    expect(status).toBe(0)
  })

  test('every example is run', () => {
    expect(readdirSync(join(root, 'examples')).sort()).toEqual(['dataset.mjs', 'decide.mjs', 'folder.mjs'])
  })

  test.each([
    ['node16', 'node16', 'example.mts'],
    ['esnext', 'bundler', 'example.ts'],
    ['node16', 'node16', 'example.cts'],
  ])('its types are understood by module %s with resolution %s', (module, resolution, name) => {
    const code = [
      "import { type DocumentRecord, ProcessingError, processText } from 'huanyuan'",
      "import { recordSchema } from 'huanyuan/schema'",
      "const record: DocumentRecord = processText('')",
      'const failed = (cause: unknown): cause is ProcessingError => cause instanceof ProcessingError',
      'console.log(failed(record))',
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
