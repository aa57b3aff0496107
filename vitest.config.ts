import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'product',
          setupFiles: ['test/seed.ts'],
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['cases', 'oracle', 'spark', 'ci-examples', 'shells', 'browser'].map((name) => `test/${name}/**`),
          testTimeout: 300_000,
        },
      },
      {
        // Laws 1 to 6 on ten times as many documents as `npm test` takes.
        test: {
          name: 'laws',
          setupFiles: ['test/seed.ts'],
          include: ['test/laws/{closure-*,round-trip-*,determinism,no-invention,silence,shape,foreign}.test.ts'],
          env: { KRITINFO_RUNS: process.env.KRITINFO_RUNS ?? '50000' },
          testTimeout: 3_600_000,
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
        // The examples of `examples/ci`, asked of the tools that read them; needs Python, git and a network.
        test: {
          name: 'ci-examples',
          setupFiles: ['test/seed.ts'],
          globalSetup: ['test/ci-examples/tools.ts'],
          include: ['test/ci-examples/**/*.test.ts'],
          testTimeout: 300_000,
        },
      },
      {
        // Completion, asked of zsh and fish, which not everybody has.
        test: {
          name: 'shells',
          setupFiles: ['test/seed.ts'],
          include: ['test/shells/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        // The pages in Chromium, which not everybody has; one file at a time, because some measure.
        test: {
          name: 'browser',
          setupFiles: ['test/seed.ts'],
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        // No test, but made with the same parts: the pictures that the READMEs show.
        test: {
          name: 'screenshots',
          include: ['test/browser/screenshots/take.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
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
      {
        test: {
          name: 'spark',
          include: ['test/spark/**/*.test.ts'],
        },
      },
    ],
  },
})
