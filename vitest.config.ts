// Three kinds of tests: rules (no database), doors (a real PostgreSQL), browser (a real Chromium on the running product).

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'rules',
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
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
