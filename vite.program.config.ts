/**
 * Bundles program and library into few files that they share, `dist/program`: to find and link each module of its own
 * takes longer than most commands work. Of what `tsc` writes the package has the types alone. Files stand as deep as those
 * of `src/resources`, which find the data by where they are.
 */
import { defineConfig } from 'vite'

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
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
