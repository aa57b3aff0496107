import { describe, expect, test } from 'vitest'
import { runShell, scriptFor } from './script.ts'

const file = scriptFor('fish')

/** What fish offers behind a line, without the descriptions. */
function offered(line: string): string[] {
  const { status, stdout, stderr } = runShell('fish', [
    '--no-config',
    '-c',
    'source $argv[1]; complete -C $argv[2]',
    file,
    line,
  ])
  expect([status, stderr]).toEqual([0, ''])
  return stdout.split('\n').flatMap((one) => one.split('\t')[0] || [])
}

describe('in fish', () => {
  test('the script is one', () => {
    expect(runShell('fish', ['--no-execute', file])).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test.each<readonly [line: string, offer: readonly string[]]>([
    ['kritinfo con', ['convert']],
    ['kritinfo mapping sh', ['show']],
    ['kritinfo mapping render --fo', ['--format']],
    ['kritinfo convert --to ', ['eps', 'ki', 'kj', 'r4']],
    ['kritinfo convert --to=e', ['--to=eps']],
    ['kritinfo convert --no-', ['--no-config', '--no-validate']],
    ['kritinfo validate -f ou', ['outcome']],
    ['kritinfo completion ', ['bash', 'fish', 'zsh']],
    ['kritinfo convert --now ', []],
    ['kritinfo convert package.js', ['package.json']],
    ['kritinfo convert --patient package.js', ['package.json']],
  ])('%s', (line, offer) => {
    expect(offered(line)).toEqual(offer)
  })
})
