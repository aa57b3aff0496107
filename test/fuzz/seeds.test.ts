import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Kept, replayCase } from './replay.ts'
import { targets } from './targets.ts'
import fc from 'fast-check'
import { checkCase } from './target.ts'

const folder = join(import.meta.dirname, 'seeds')

describe('what fuzzing found, and was mended', () => {
  test.each(readdirSync(folder))('%s', async (name) => {
    const kept = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Kept
    await replayCase(kept)
    expect(kept.reason).not.toBe('')
  })
})

describe('a few cases of each target', () => {
  test.each(targets)('$name', async (target) => {
    await fc.assert(
      fc.asyncProperty(target.cases, (one) => checkCase(target, one).then(() => undefined)),
      { numRuns: target.name === 'command' ? 4 : 20 },
    )
  })
})
