import { expect, test } from 'vitest'
import { run } from './run.ts'

test('explain: words in both languages, reason, a bad and a good example, source', async () => {
  const { code, stdout, stderr } = await run(['explain', 'DOC-015'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^DOC-015 {2}error {2}\(FHIR issue type: structure\)\n\n/)
  for (const word of ['Nøkkelen', 'Why: ', 'Wrong:', 'Right:', 'Source: https://www.rfc-editor.org/rfc/rfc8259']) {
    expect(stdout).toContain(word)
  }
})

test('explain takes small letters too', async () => {
  expect(await run(['explain', 'doc-015'])).toEqual(await run(['explain', 'DOC-015']))
})

test('explain without a code lists all, one a line', async () => {
  const { code, stdout } = await run(['explain'])
  const lines = stdout.trimEnd().split('\n')
  expect([code, lines.length > 200]).toEqual([0, true])
  for (const line of lines) expect(line).toMatch(/^[A-Z]{2,3}-\d{3} {2,}(error|warning|information) +\S/)
  expect([...lines].sort()).toEqual(lines)
})
