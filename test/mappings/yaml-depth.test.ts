import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { KritinfoError } from '../../src/issue/issue.ts'
import { tooDeepIn } from '../../src/mapping/yaml-depth.ts'
import { overlayToolkit } from '../../src/toolkit.ts'

const deep: readonly (readonly [string, string])[] = [
  ['lists', '['.repeat(200_000)],
  ['mappings', '{a: '.repeat(50_000)],
  ['lists in a line', '- '.repeat(100_000)],
  ['keys in a line', '? '.repeat(100_000)],
  ['columns', Array.from({ length: 600 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
]

describe('tables that nest too deep', () => {
  test.each(deep)('%s are refused with their place, in time', async (_name, text) => {
    const start = performance.now()
    const found = await overlayToolkit([{ name: 'a.yaml', text: `table: a/b\nrows: ${text}` }]).catch(
      (problem) => problem,
    )
    expect(found).toBeInstanceOf(KritinfoError)
    const [first] = (found as KritinfoError).issues
    expect([first?.code, first?.params.problem, first?.path]).toEqual(['MAP-001', 'nested too deep', 'a.yaml'])
    expect(first?.line).toBeGreaterThanOrEqual(2)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

test('no table of ours does', () => {
  const names = readdirSync('mappings', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
  expect(names.filter((name) => tooDeepIn(readFileSync(join('mappings', name), 'utf8')) !== undefined)).toEqual([])
})
