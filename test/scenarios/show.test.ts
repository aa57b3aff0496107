import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { stories } from '../stories.ts'
import { penicillin, penicillinText, refuted, run, workplace } from './run.ts'

const work = workplace()
const rule = `\n${'─'.repeat(80)}\n\n`
const files = stories.map((story) => `examples/${story}/ki.json`)

/** After a change that is meant, `npx vitest run --project product test/scenarios/show.test.ts --update` writes them anew. */
test.each(['nb', 'en'])('the stories in %s, one picture after another', async (lang) => {
  const { code, stdout, stderr } = await run(['show', ...files, '--lang', lang])
  expect([code, stderr]).toEqual([0, ''])
  const pictures = stdout.split(rule)
  expect(pictures).toHaveLength(stories.length)
  for (const [index, story] of stories.entries())
    await expect(pictures[index]).toMatchFileSnapshot(`../golden/show/${story}.${lang}.txt`)
})

test('a summary: its sections, and what else it holds', async () => {
  const { code, stdout } = await run(['show', 'examples/whole-register/eps.json'])
  expect(code).toBe(0)
  await expect(stdout).toMatchFileSnapshot('../golden/show/whole-register.eps.en.txt')
})

test('all forms and syntaxes, standard input, packed, and one document a line', async () => {
  const lines = ['penicillin-anaphylaxis', 'peanut-allergy'].map((story) =>
    JSON.stringify(JSON.parse(readFileSync(`examples/${story}/kj.json`, 'utf8'))),
  )
  const two = work.write('two.ndjson', `${lines.join('\n')}\n`)
  const packed = work.write('one.json.gz', gzipSync(penicillinText))
  const xml = await run(['convert', penicillin, '--to', 'r4', '--format', 'xml', '-q'])
  const names = [two, packed, work.write('one.xml', xml.stdout)]
  const { code, stdout, stderr } = await run(['show', '-', ...names], { stdin: penicillinText })
  expect([code, stderr]).toEqual([0, ''])
  const heads = stdout.split(rule).map((one) => one.split('\n').slice(0, 2).join(' '))
  expect(heads).toEqual([
    '<stdin> Form: ki',
    expect.stringMatching(/two\.ndjson:1 Form: kj/),
    expect.stringMatching(/two\.ndjson:2 Form: kj/),
    expect.stringMatching(/one\.json\.gz Form: ki/),
    expect.stringMatching(/one\.xml Form: r4/),
  ])
})

test('what cannot be read is told, and the others are shown', async () => {
  const broken = work.write('broken.json', '{"resourceType": ')
  const { code, stdout, stderr } = await run(['show', broken, penicillin])
  expect([code, stdout.split(rule).length]).toEqual([3, 1])
  expect(stdout).toContain('[ACTIVE]')
  expect(stderr).toMatch(/^\S+broken\.json:1:\d+: error DOC-\d+ .*\n$/)
})

test('a document that is none of the forms, or of two patients, is one clear error with its place', async () => {
  const patients = ['1', '2'].map((id) => ({ resource: { resourceType: 'Patient', id } }))
  const two = work.write('two.json', JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: patients }))
  const other = work.write('other.json', '{"a": 1}')
  const shown = await Promise.all([two, other].map((file) => run(['show', file])))
  expect(shown.map(({ code, stdout }) => [code, stdout])).toEqual([
    [3, ''],
    [3, ''],
  ])
  expect(shown.map(({ stderr }) => stderr.match(/:\d+:\d+: error [A-Z]+-\d+/)?.[0])).toEqual([
    ':1:1: error CNV-005',
    ':1:1: error CNV-001',
  ])
})

test('-f json: pictures and problems, for programs', async () => {
  const broken = work.write('bad.json', '[')
  const { code, stdout } = await run(['show', penicillin, broken, '-f', 'json', '--lang', 'nb'])
  const { tool, items } = JSON.parse(stdout) as { tool: object; items: { input: string; picture?: { form: string } }[] }
  expect(code).toBe(3)
  expect(tool).toMatchObject({ name: 'kritinfo' })
  expect(items).toMatchObject([
    { input: penicillin, picture: { form: 'ki', lang: 'nb', patient: { name: 'Åse Ås Nordmann' } } },
    { input: broken, issues: [{ severity: 'error' }] },
  ])
  expect(JSON.parse((await run(['show', broken, '-f', 'json'])).stdout)).toMatchObject({ items: [{}] })
})

test('--no-patient hides who it is about', async () => {
  for (const format of ['text', 'json']) {
    const { code, stdout } = await run(['show', penicillin, '--no-patient', '-f', format])
    expect(code).toBe(0)
    for (const value of ['Nordmann', '13897220029', '1972-09-13']) expect(stdout).not.toContain(value)
  }
})

test('colours only where they are wanted; the words stand in either case', async () => {
  const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: '1' }
  const coloured = await run(['show', refuted], { env })
  const plain = await run(['show', refuted], { env: { ...env, NO_COLOR: '1' } })
  expect(coloured.stdout).toContain('\u001b[9m')
  expect(plain.stdout).not.toContain('\u001b')
  for (const { stdout } of [coloured, plain]) expect(stdout).toContain('[REFUTED]')
})

test('a wrong call', async () => {
  expect((await run(['show'])).code).toBe(2)
  expect((await run(['show', penicillin, '--lang', 'sv'])).stderr).toContain('CLI-001')
  const none = await run(['show', 'examples/*.none'])
  expect([none.code, none.stdout]).toEqual([5, ''])
})
