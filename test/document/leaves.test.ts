import { expect, test } from 'vitest'
import { Decimal, type Json } from '../../src/document/json.ts'
import { countLeaves, walkLeaves } from '../../src/document/leaves.ts'

test('leaves are visited in document order, with the container that holds them', () => {
  const tree = { a: [1, { b: null }, []], c: new Decimal('1.0'), d: {}, e: false }
  const seen: unknown[] = []
  walkLeaves(tree, (container, key, value) =>
    seen.push([key, value, (container as Record<string | number, Json>)[key] === value]),
  )
  expect(seen).toEqual([
    [0, 1, true],
    ['b', null, true],
    ['c', new Decimal('1.0'), true],
    ['e', false, true],
  ])
  expect(countLeaves(tree)).toBe(4)
})

test('depth does not matter', () => {
  let tree: Json = ['leaf']
  for (let level = 0; level < 100_000; level++) tree = [tree]
  expect(countLeaves(tree)).toBe(1)
})
