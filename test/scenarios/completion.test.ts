import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { run, workplace } from './run.ts'

const place = workplace()
const { stdout: script } = await run(['completion', 'bash'])
const file = place.write('kritinfo.bash', script)

/** What bash would offer behind these words; the last is the one that is being typed. */
function offered(...words: readonly string[]): string[] {
  const call = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _kritinfo; printf '%s\\n' "\${COMPREPLY[@]}"`
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', call, file, ...words], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  return stdout.split('\n').filter((line) => line !== '')
}

describe('in bash', () => {
  test('the script is one', () => {
    expect(spawnSync('bash', ['-n', file], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  })

  test.each<readonly [words: string, offer: string]>([
    ['kritinfo con', 'convert'],
    ['kritinfo --', '--help'],
    ['kritinfo mapping sh', 'show'],
    ['kritinfo mapping render --fo', '--format'],
    ['kritinfo mapping render --format x', 'xlsx'],
    ['kritinfo convert --to ', 'ki kj r4 eps'],
    ['kritinfo convert --to = e', 'eps'],
    ['kritinfo convert a.json --carry n', 'none'],
    ['kritinfo convert --no-', '--no-validate --no-config'],
    ['kritinfo validate -f text -f ou', 'outcome'],
    ['kritinfo validate --profile eu', 'eu-core'],
    ['kritinfo completion ', 'bash zsh fish'],
    ['kritinfo convert --now ', ''],
    ['kritinfo convert --patient ', ''],
    ['kritinfo convert a', ''],
    ['kritinfo convert -- --', ''],
  ])('%s', (words, offer) => {
    expect(offered(...words.split(' ')).join(' ')).toBe(offer)
  })

  test('files are left to bash where files are wanted, and nowhere else', () => {
    const call = `source "$0"; compopt() { echo "$@"; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _kritinfo`
    const asked = (...words: string[]) =>
      spawnSync('bash', ['--norc', '-c', call, file, ...words], { encoding: 'utf8' }).stdout
    expect(asked('kritinfo', 'convert', '--patient', '')).toBe('')
    expect(asked('kritinfo', 'validate', '')).toBe('')
    expect(asked('kritinfo', 'convert', '--now', '')).toBe('+o default\n')
    expect(asked('kritinfo', 'convert', '--to', '')).toBe('+o default\n')
    expect(asked('kritinfo', '')).toBe('+o default\n')
  })
})

test.each(['bash', 'zsh', 'fish'])('the script for %s is the same each time, and plain text', async (shell) => {
  const [one, other] = await Promise.all([run(['completion', shell]), run(['completion', shell])])
  expect([one.code, one.stderr]).toEqual([0, ''])
  expect(one.stdout).toBe(other.stdout)
  expect(one.stdout).toMatch(/^[\x20-\x7e\n]*\n$/)
})

test('a shell that is not known is a wrong call', async () => {
  const { code, stderr } = await run(['completion', 'tcsh'])
  expect(code).toBe(2)
  expect(stderr).toMatch(/^kritinfo: error CLI-001 .*Given: "tcsh", Choices: "bash", "zsh", "fish"/)
})
