import { describe, expect, test } from 'vitest'
import { githubReport } from '../../src/report/github.ts'
import { checkedOf, textOf } from './checked.ts'
import { manyDocuments } from './many.ts'

interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly text: string
}

/**
 * Reads a line as a runner does: the command to the first space, properties to the next pair of colons, then data
 * (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs). Undefined for a line of the log.
 */
function commandOf(line: string): Command | undefined {
  const match = /^::(\S+?)(?: (.*?))?::(.*)$/.exec(line)
  if (match === null) return undefined
  const [, name = '', properties = '', text = ''] = match
  const pairs = properties
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  return {
    name,
    properties: Object.fromEntries(pairs.map(([key = '', value = '']) => [key, unescaped(value, true)])),
    text: unescaped(text, false),
  }
}

function unescaped(text: string, isProperty: boolean): string {
  const data = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n')
  return (isProperty ? data.replaceAll('%3A', ':').replaceAll('%2C', ',') : data).replaceAll('%25', '%')
}

const plain = { verbose: false, failOn: 'error' } as const
const linesOf = (text: string) => text.split('\n').filter((one) => one !== '')

describe('annotations of GitHub', () => {
  test('a runner reads the file, the place and the words back, whatever the file is called', () => {
    const file = 'a, b:c::d 100%\n%0A.json'
    const commands = linesOf(textOf(githubReport(plain), checkedOf({ input: file, file }))).map(commandOf)
    expect(commands.map((one) => [one?.name, one?.properties])).toEqual([
      ['warning', { file, line: '1', col: '1', title: 'DOC-006' }],
      ['error', { file, line: '3', col: '13', title: 'KI-006' }],
      ['notice', { title: 'kritinfo' }],
    ])
    expect(commands[1]?.text).toMatch(/male, <female>\. Use one of them\. \(Patient\.gender\)$/)
  })

  test('up to ten of a kind nothing is said of limits', () => {
    expect(textOf(githubReport(plain), ...manyDocuments(2, 5))).not.toContain('GitHub shows')
  })

  test('of more, a plain line says how many are in the log alone', () => {
    const lines = linesOf(textOf(githubReport(plain), ...manyDocuments(5_000, 10)))
    expect(lines).toHaveLength(50_001)
    expect(commandOf(lines[50_000] ?? '')).toBeUndefined()
    expect(lines[50_000]).toMatch(
      /^kritinfo: 25000 errors, 25000 warnings, 0 information; .* so 49980 stand in this log alone/,
    )
  })

  test('information is counted, and listed for who asks for it or fails on it', () => {
    const { issues } = checkedOf()
    const told = checkedOf({ issues: issues.map((one) => ({ ...one, severity: 'information' })), notChecked: [] })
    expect(textOf(githubReport(plain), told)).toBe('kritinfo: 2 information not listed; --verbose lists it.\n')
    for (const asked of [{ ...plain, verbose: true }, { ...plain, failOn: 'information' } as const])
      expect(linesOf(textOf(githubReport(asked), told)).map((line) => commandOf(line)?.name)).toEqual([
        'notice',
        'notice',
      ])
  })
})
