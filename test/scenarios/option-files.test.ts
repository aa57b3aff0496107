import { expect, test } from 'vitest'
import { penicillin, run, workplace } from './run.ts'

const place = workplace()
place.write('damaged.json', '{')
place.write('empty.zip', '')
place.write('damaged.yaml', 'a: [')

const convert = ['convert', penicillin, '--to', 'kj']
const validate = ['validate', penicillin]

test.each([
  [convert, '--patient', 'nowhere.json', /^nowhere\.json: error CLI-003 /],
  [convert, '--patient', 'damaged.json', /^damaged\.json:1:1?\d?: error DOC-010 /],
  [convert, '--base', 'nowhere.json', /^nowhere\.json: error CLI-003 /],
  [convert, '--codes', 'nowhere.yaml', /^nowhere\.yaml: error CLI-003 /],
  [convert, '--assume', 'nowhere.yaml', /^nowhere\.yaml: error CLI-003 /],
  [convert, '--mappings', 'nowhere', /^nowhere: error CLI-007 /],
  [convert, '--config', 'nowhere.json', /^nowhere\.json: error CLI-003 /],
  [validate, '--baseline', 'nowhere.json', /^nowhere\.json: error CLI-003 /],
  [validate, '--previous', 'nowhere.json', /^nowhere\.json: error CLI-003 /],
  [validate, '--previous', 'damaged.json', /^damaged\.json:1:1?\d?: error DOC-010 /],
  [validate, '--package', 'nowhere', /^nowhere: error CLI-003 /],
  [validate, '--package', 'empty.zip', /^empty\.zip: error PKG-020 The archive cannot be unpacked: it is empty\. /],
  [validate, '--package', 'damaged.yaml', /: error PKG-020 The archive cannot be unpacked: it is neither gzip nor zip/],
] as const)(
  'what an option names and cannot be used is a wrong call: %s %s %s',
  async (call, option, file, message) => {
    for (const jobs of ['1', '2']) {
      const { code, stdout, stderr } = await run([...call, option, file, '--jobs', jobs], { cwd: place.folder })
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)])
      expect(stderr.trimEnd().split('\n').length).toBe(1)
    }
  },
)

test('a config with a wrong number of workers is told with its place', async () => {
  place.write('own.json', '{\n  "validate": { "jobs": 0 }\n}')
  const { code, stderr } = await run([...validate, '--config', 'own.json'], { cwd: place.folder })
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^own\.json:2:\d+: error CFG-002 .*whole number from 1 to 64/),
  ])
})

test('a search of reports that finds nothing says so', async () => {
  await run([...convert, '--report', 'report.json'], { cwd: place.folder })
  const args = ['report', 'filter', 'report.json', '--not-written']
  const { code, stderr } = await run(args, { cwd: place.folder })
  expect([code, stderr]).toEqual([5, expect.stringMatching(/^kritinfo: information RPT-004 [^\n]*\n$/)])
})
