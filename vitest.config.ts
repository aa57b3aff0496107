import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'product',
          setupFiles: ['test/seed.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/cases/**', 'test/oracle/**'],
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'cases',
          setupFiles: ['test/seed.ts'],
          include: ['test/cases/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'oracle',
          setupFiles: ['test/seed.ts'],
          include: ['test/oracle/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
})
