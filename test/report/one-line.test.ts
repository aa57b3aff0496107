import { expect, test } from 'vitest'
import { messageOf } from '../../src/cli/message.ts'
import { issue } from '../../src/issue/issue.ts'
import { oneLine } from '../../src/report/one-line.ts'
import { summaryReport } from '../../src/report/summary.ts'
import { textReport } from '../../src/report/text.ts'
import { checkedOf, textOf } from './checked.ts'

/** A name that would turn what stands behind it, hide a character and end the line. */
const name = 'a\u202egnp\u200b.json\u001b[2J\nb'
const unsafe = /(?!\n)[\p{Cc}\p{Cf}]/u

test('white space, control characters and characters of format become a space', () => {
  expect(oneLine(` ${name}\u2028 `)).toBe('a gnp .json [2J b')
})

test('joiners stay', () => {
  expect(oneLine('می\u200cخواهم')).toBe('می\u200cخواهم')
})

test.each([
  ['a message', messageOf(issue('DOC-007', { line: 1, column: 1 }), { file: name })],
  [
    'the text report',
    textOf(
      textReport({ colour: false, verbose: true, quiet: false, showValues: false, failOn: 'error' }),
      checkedOf({ input: name, file: name }),
    ),
  ],
  ['the summary', textOf(summaryReport(), checkedOf({ input: name, file: name }))],
])('%s has a name of a file in one line, and nothing that turns it', (_what, text) => {
  expect(text).toContain('a gnp .json [2J b')
  expect(text).not.toMatch(unsafe)
})
