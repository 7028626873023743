import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The tests read the built command line and the shipped tables, never the network.
    testTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
