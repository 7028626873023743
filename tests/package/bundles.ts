/** A program that uses the library, made into one file by the bundlers that people have. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as esbuild from 'esbuild'
import * as vite from 'vite'
import webpack from 'webpack'

const entry = 'bundled.mjs'

/** Is given the folder of the package, and prints a restored sentence. */
const code = `
  import { loadResources, processText } from 'huanyuan'
  loadResources({ dataDir: process.argv[2] }).then((resources) => {
    const record = processText('全县共有各级各类黉舍126所。', { resources, assume: 'spun' })
    console.log(record.repaired.text)
  })`

const withEsbuild = (format: 'esm' | 'cjs') => (folder: string, out: string) =>
  esbuild.build({
    absWorkingDir: folder,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    platform: 'node',
    format,
    logLevel: 'silent',
  })

function withVite(folder: string, out: string): Promise<unknown> {
  const output = { entryFileNames: 'vite.mjs' }
  return vite.build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(folder, entry),
      outDir: join(out, '..'),
      emptyOutDir: false,
      rolldownOptions: { output },
    },
  })
}

function withWebpack(folder: string, out: string): Promise<void> {
  const settings: webpack.Configuration = {
    mode: 'production',
    target: 'node20',
    context: folder,
    entry: `./${entry}`,
    output: { path: join(out, '..'), filename: 'webpack.cjs' },
    // Code of others is taken as it is.
    optimization: { minimize: false },
  }
  return new Promise((resolve, reject) => {
    webpack(settings, (failure, stats) => {
      if (failure) reject(failure)
      else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')))
      else resolve()
    })
  })
}

/** Each bundler by the file that it makes. */
const bundlers = {
  'esbuild.mjs': withEsbuild('esm'),
  'esbuild.cjs': withEsbuild('cjs'),
  'vite.mjs': withVite,
  'webpack.cjs': withWebpack,
} as const

export const bundleNames = Object.keys(bundlers) as (keyof typeof bundlers)[]

/** Bundles the program that stands in `folder`, beside its `node_modules`, into a folder elsewhere; gives the path. */
export async function bundle(
  name: keyof typeof bundlers,
  folder: string,
  elsewhere: string,
): Promise<string> {
  writeFileSync(join(folder, entry), code)
  const out = join(elsewhere, name)
  await bundlers[name](folder, out)
  return out
}
