import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The tests read the built command line and the shipped tables, never the network.
    // These limits end what hangs, tests and hooks alike; a machine that is busy with other work does not reach them.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    pool: 'forks',
    maxWorkers: 2,
    // Failures that pdfjs never looks at; src/readers/stray-rejections.ts lets them pass.
    onUnhandledError: (error) => error.name !== 'XRefEntryException',
  },
})
