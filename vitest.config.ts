// Four kinds of tests: rules (no database), doors (a real PostgreSQL), faults (the product killed), browser (a real Chromium).

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'rules',
          setupFiles: ['tests/chance.setup.ts'],
          include: ['src/**/*.test.{ts,tsx}', 'tests/{house,documents}.test.ts'],
          exclude: ['**/*.door.test.ts'],
        },
      },
      {
        test: {
          name: 'doors',
          include: ['src/**/*.door.test.ts', 'tests/*.door.test.ts'],
          globalSetup: ['tests/postgres.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/*.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/product.setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
