import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inOrder } from '../../../src/cli/stream/in-order.ts'

async function* numbers(count: number, taken: number[]): AsyncGenerator<number> {
  for (let index = 0; index < count; index++) {
    taken.push(index)
    yield index
  }
}

test('results come in the order of the things, whichever is done first', async () => {
  const results: number[] = []
  const slowAtFirst = async (index: number) => {
    await setTimeout((20 - index) % 5)
    return index
  }
  for await (const one of inOrder(numbers(20, []), slowAtFirst, 3)) results.push(one)
  expect(results).toEqual([...Array(20).keys()])
})

test('no more is taken than a slow reader leaves room for', async () => {
  const taken: number[] = []
  let read = 0
  for await (const _ of inOrder(numbers(50, taken), async (index) => index, 2)) {
    read++
    expect(taken.length - read).toBeLessThanOrEqual(6)
    await setTimeout(0)
  }
  expect(read).toBe(50)
})

test('what goes wrong is told in its turn', async () => {
  const results: number[] = []
  const failing = async (index: number) => {
    if (index === 3) throw new Error('no')
    return index
  }
  const all = async () => {
    for await (const one of inOrder(numbers(10, []), failing, 2)) results.push(one)
  }
  await expect(all()).rejects.toThrow('no')
  expect(results).toEqual([0, 1, 2])
})
