/** What `npm pack` would ship: all that run-time needs, and nothing that is only ours. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tablePaths } from '../../scripts/tables.js'
import { readSamples } from '../../src/resources/samples.js'
import { refuseStaleBuild } from '../support/built.js'
import { root, sourceFiles } from './source.js'

refuseStaleBuild()

interface Packed {
  readonly files: readonly { readonly path: string; readonly mode: number }[]
}

const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
  cwd: root,
  encoding: 'utf8',
})
const packed = (JSON.parse(stdout) as [Packed])[0]
const paths = packed.files.map(({ path }) => path)

test('ships the program, the library with its types, the schema, and every table and model', () => {
  const built = sourceFiles().flatMap(({ path }) => {
    if (path.endsWith('.d.ts') || path.startsWith('src/page/')) return []
    const base = path.replace(/^src/, 'dist').replace(/\.ts$/, '')
    return [`${base}.d.ts`]
  })
  const models = readdirSync(join(root, 'corpus/language-model')).map(
    (name) => `corpus/language-model/${name}`,
  )
  const needed = [
    ...built,
    ...tablePaths(),
    ...models,
    'dist/page/report.js',
    'dist/page/report.css',
    'dist/review-page/review.js',
    'dist/review-page/review.css',
    'dist/program/entry.js',
    'dist/program/index.js',
    'dist/program/schema.js',
    'dist/program/child.js',
    'dist/program/watcher.js',
    'dist/program/worker.js',
    'dist/program/heartbeat.js',
    'dist/tables.bin',
    'dist/pdfjs/LICENSE',
    'dist/pdfjs/legacy/build/pdf.min.mjs',
    'dist/pdfjs/legacy/build/pdf.worker.min.mjs',
    'bin/package.json',
    'bin/start.js',
    'bin/huanyuan.js',
    'schema/record.schema.json',
    'LICENSE',
  ]
  expect(needed.filter((path) => !paths.includes(path))).toEqual([])
})

test('ships no source, test, script or measurement, and of the reports only the samples', () => {
  const ours = paths.filter((path) =>
    /^(src|tests|scripts|measure|corpus\/reports|corpus\/annotated|\.ci)\//.test(path),
  )
  const samples = readSamples().map(({ name }) => `corpus/reports/${name.replace('.txt', '/damaged.txt')}`)
  expect(ours.sort()).toEqual(samples)
})
