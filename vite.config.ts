/** Builds the page's front end, `src/page`, into one script and one sheet, which every report holds. */
import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    modulePreload: false,
    // The sheet and the script stand in the page as they were written, but for white space and names.
    target: 'es2023',
    cssTarget: 'esnext',
    cssCodeSplit: false,
    rolldownOptions: {
      input: 'src/page/main.ts',
      output: { format: 'iife', entryFileNames: 'report.js', assetFileNames: 'report[extname]' },
    },
  },
})
