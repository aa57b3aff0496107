import { describe, expect, test } from 'vitest'
import { runShell, scriptFor } from './script.ts'

const file = scriptFor('zsh')

/** What stands on the screen when a line and then a tab was typed: zsh completes on a terminal only, so it is given one. */
function typed(line: string): string {
  const program = `
    zmodload zsh/zpty
    zpty terminal zsh -f -i
    zpty -w terminal "PS1= COLUMNS=200 LISTMAX=0; autoload -U compinit; compinit -D -u; source '$1'; print READ''Y"
    zpty -r terminal output '*READY*'
    zpty -w -n terminal "$2"$'\\t'
    sleep 1
    while zpty -r -t terminal output; do print -rn -- "$output"; done
    zpty -d terminal`
  const { stdout, stderr } = runShell('zsh', ['-f', '-c', program, 'zsh', file, line])
  expect(stderr).toBe('')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's colours and movements are such characters
  return stdout.replace(/\x1b(?:\[[\d;?]*[A-Za-z]|[=>])/g, '')
}

describe('in zsh', () => {
  test('the script is one', () => {
    expect(runShell('zsh', ['-n', file])).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test('it is known for the program', () => {
    const call = `autoload -U compinit; compinit -D -u; source "$1"; print $_comps[kritinfo]`
    expect(runShell('zsh', ['-f', '-c', call, 'zsh', file]).stdout).toBe('_kritinfo\n')
  })

  test.each<readonly [line: string, screen: RegExp]>([
    ['kritinfo con', /kritinfo convert /],
    ['kritinfo mapping sh', /kritinfo mapping show /],
    ['kritinfo mapping render --form', /kritinfo mapping render --format=/],
    ['kritinfo convert --to ', /eps +ki +kj +r4/],
    ['kritinfo validate -f ou', /kritinfo validate -f outcome/],
    ['kritinfo completion z', /kritinfo completion zsh/],
    ['kritinfo convert package.js', /kritinfo convert package\.json/],
    ['kritinfo ', /validate +-- Check documents against their profiles, and tell/],
  ])('%s', (line, screen) => {
    expect(typed(line)).toMatch(screen)
  })
})
