/** Builds the front end of the review, `src/page/review`, into one script and one sheet, which `huanyuan serve` answers. */
import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: 'dist/review-page',
    emptyOutDir: true,
    modulePreload: false,
    target: 'es2023',
    cssTarget: 'esnext',
    cssCodeSplit: false,
    rolldownOptions: {
      input: 'src/page/review/main.ts',
      output: { format: 'iife', entryFileNames: 'review.js', assetFileNames: 'review[extname]' },
    },
  },
})
