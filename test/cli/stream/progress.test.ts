import { expect, test } from 'vitest'
import { barSizeOf } from '../../../src/cli/stream/progress.ts'

test('the bar leaves room for what stands beside it, or there is none', () => {
  expect([0, 20, 69, 70, 80, 100, 200].map(barSizeOf)).toEqual([0, 0, 0, 10, 20, 40, 40])
})
