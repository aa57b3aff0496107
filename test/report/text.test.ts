import { expect, test } from 'vitest'
import { textReport } from '../../src/report/text.ts'
import { checkedOf, cleanOf, textOf } from './checked.ts'

const plain = { colour: false, verbose: false, quiet: false, showValues: false, failOn: 'error' } as const

test('findings with their lines, a sentence for each document and one for all', () => {
  expect(
    textOf(textReport(plain), checkedOf(), cleanOf()),
  ).toBe(`in/a.json:1:1: warning DOC-006 A byte order mark at the start was ignored. Save the file as UTF-8 without the mark to be rid of this warning.
  1 | {
    | ^
in/a.json:3:13: error KI-006 This is none of the words that are allowed here: male, <female>. Use one of them. (Patient.gender)
  3 | "gender": …
    |           ^
in/a.json: 1 error, 1 warning, 0 information; 1 place not checked
in/b.json: nothing found; 0 places not checked
2 documents, 1 without errors; 1 error, 1 warning, 0 information; 1 place not checked
`)
})

test('verbose lists what was not checked; quiet leaves sentences out; values only when asked for', () => {
  expect(textOf(textReport({ ...plain, verbose: true }), checkedOf())).toContain('in/a.json:1:1: not checked CNV-014 ')
  expect(textOf(textReport({ ...plain, quiet: true }), cleanOf())).toBe('')
  expect(textOf(textReport({ ...plain, showValues: true }), checkedOf())).toContain('  3 | "gender": "kvinne"\n')
})

test('a long line is cut around the place', () => {
  const line = `{${'"a": [1], '.repeat(2000)}"gender": "kvinne"${', "b": []'.repeat(2000)}}`
  const column = line.indexOf('"kvinne"') + 1
  const issues = checkedOf()
    .issues.slice(1)
    .map((one) => ({ ...one, column, line: 1 }))
  const [, shown = '', mark = ''] = textOf(textReport(plain), checkedOf({ issues, line: () => line })).split('\n')
  expect(shown.length).toBeLessThan(110)
  expect(shown.slice(0, mark.indexOf('^') + 1)).toMatch(/"gender": …$/)
})
