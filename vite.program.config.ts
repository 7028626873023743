/**
 * Bundles program and library into few files that they share, `dist/program`: to find and link each module of its own
 * takes longer than most commands work. Of what `tsc` writes the package has the types alone. Files stand as deep as those
 * of `src/resources`, which find the data by where they are.
 */
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/** What is loaded alone, and asks for parts of the pipeline alone. */
const alone = {
  first: 'src/cli/entry.ts',
  schema: 'src/writers/schema.ts',
  lock: 'src/dataset/heartbeat.ts',
  reading: 'src/pipeline/reading/child.ts',
  program: 'src/cli/main.ts',
}
const pipeline = 'src/pipeline/library.ts'

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

const loaded = new Map<string, ReadonlySet<string>>()

/** A module and all that it imports at once, by path. */
function loadedBy(path: string, graph: ModuleGraph): ReadonlySet<string> {
  const known = loaded.get(path)
  if (known !== undefined) return known
  const modules = new Set([resolve(path)])
  for (const id of modules)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) modules.add(imported)
  loaded.set(path, modules)
  return modules
}

/**
 * The file that a module of the pipeline stands in: one for all that the same ones load, for it takes long to find and
 * open a file. Of other modules the bundler makes files by itself.
 */
function fileOf(id: string, graph: ModuleGraph): string | null {
  if (!loadedBy(pipeline, graph).has(id)) return null
  const loaders = Object.entries(alone).filter(([, path]) => loadedBy(path, graph).has(id))
  return ['pipeline', ...loaders.map(([name]) => name)].join('-')
}

export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: 'dist/program',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      // A reader that loads a module late shares it with others that do not.
      checks: { ineffectiveDynamicImport: false },
      // Threads and processes are started by the names of their files.
      input: {
        entry: 'src/cli/entry.ts',
        index: 'src/index.ts',
        schema: 'src/writers/schema.ts',
        worker: 'src/dataset/worker.ts',
        heartbeat: 'src/dataset/heartbeat.ts',
        child: 'src/pipeline/reading/child.ts',
        watcher: 'src/pipeline/reading/watcher.ts',
      },
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        codeSplitting: {
          // What a group imports, all who load the group load.
          includeDependenciesRecursively: false,
          groups: [{ name: fileOf, debugName: 'together' }],
        },
      },
    },
  },
})
