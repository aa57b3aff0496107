import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'product', include: ['test/**/*.test.ts'], exclude: ['test/cases/**'], testTimeout: 60_000 } },
      { test: { name: 'cases', include: ['test/cases/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
})
