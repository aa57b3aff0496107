import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { now, penicillin, penicillinText, run, workplace } from './run.ts'

const place = workplace()

interface KiText {
  registreringer: [{ agens: { koder: unknown; hjelpestoff?: boolean }; kommentar?: string }]
}

/** A `ki` document that its schema allows and NHN does not: a reaction to an excipient of no brand. */
function withoutBrand(): string {
  const document = JSON.parse(penicillinText) as KiText
  document.registreringer[0].agens = { koder: [{ system: 'ATC', kode: 'J01CE02' }], hjelpestoff: true }
  document.registreringer[0].kommentar = 'HEMMELIG'
  return JSON.stringify(document)
}

const bad = place.write('bad.json', withoutBrand())
const eps = 'http://hl7.eu/fhir/eps/StructureDefinition/bundle-eu-eps'

interface Report {
  readonly items: readonly { readonly input: string; readonly issues: readonly Record<string, unknown>[] }[]
}
const reportIn = (name: string) => JSON.parse(place.read(name)) as Report

describe('convert writes nothing that is not valid', () => {
  test('an error of the output: one line for it, one that says that nothing was written, exit code 1', async () => {
    const { code, stdout, stderr } = await run(['convert', bad, '--to', 'kj', '--now', now])
    expect([code, stdout]).toEqual([1, ''])
    const lines = stderr.trimEnd().split('\n')
    expect(lines.filter((line) => line.includes(': error '))).toEqual([
      expect.stringMatching(/bad\.json: error NOR-022 .* \(Bundle\.entry\[\d\]\.resource\.code\)$/),
      expect.stringMatching(/bad\.json: error CLI-012 The kj document .*\(errors: 1.*not written.*--no-validate\.$/),
    ])
    expect(stderr).not.toContain('HEMMELIG')
  })

  test('-o: no file is made; --report tells of the errors, and of no value', async () => {
    const files = ['-o', place.path('refused.json'), '--report', place.path('refused-report.json')]
    expect((await run(['convert', bad, '--to', 'kj', ...files])).code).toBe(1)
    expect(existsSync(place.path('refused.json'))).toBe(false)
    const [item] = reportIn('refused-report.json').items
    expect(item?.issues).toEqual([
      { code: 'NOR-022', severity: 'error', path: expect.stringMatching(/resource\.code$/) },
      { code: 'CLI-012', severity: 'error', path: '' },
    ])
    expect(place.read('refused-report.json')).not.toContain('HEMMELIG')
  })

  test('--no-validate writes it all the same, in every form', async () => {
    for (const to of ['kj', 'r4', 'eps', 'ki']) {
      const { code, stdout, problems } = await run(['convert', bad, '--to', to, '--no-validate'])
      expect([code, problems, stdout === '']).toEqual([0, [], false])
    }
  })

  test('what the other forms allow is written', async () => {
    for (const to of ['r4', 'eps', 'ki']) expect((await run(['convert', bad, '--to', to])).code).toBe(0)
  })

  test('warnings and information are for validate to tell', async () => {
    const { stderr, code } = await run(['convert', 'examples/mrsa-infection/ki.json', '--to', 'kj'])
    expect([code, stderr.trimEnd().split('\n').length]).toEqual([0, 1])
  })

  test('a summary is held against the profile of the European Patient Summary, and the line names it', async () => {
    const international = 'node_modules/hl7.fhir.uv.ips/example/Bundle-bundle-minimal.json'
    const { code, problems } = await run(['convert', international, '--to', 'eps'])
    expect(code).toBe(1)
    expect(problems.join('\n')).toContain(`[${eps}]`)
    expect(problems.at(-1)).toMatch(/CLI-012 The eps document/)
  })

  test('a document that is of the form already is checked too, and told at its place', async () => {
    const record = '{\n  "resourceType": "Patient",\n  "gender": "mann"\n}'
    const file = place.write('passed.json', record)
    const { code, stdout, problems } = await run(['convert', file, '--from', 'r4', '--to', 'r4'])
    expect([code, stdout]).toEqual([1, ''])
    expect(problems[0]).toMatch(/passed\.json:3:\d+: error BND-001 /)
    expect((await run(['convert', file, '--from', 'r4', '--to', 'r4', '--no-validate'])).code).toBe(0)
  })

  test('an invalid ki document is refused when it is read, as ever', async () => {
    const blank = penicillinText.replace(/"kommentar": "[^"]*"/, '"kommentar": "  "')
    const { code, problems } = await run(['convert', '-', '--to', 'eps'], { stdin: blank })
    expect([code, problems]).toEqual([3, [expect.stringMatching(/^<stdin>:\d+:\d+: error KI-008 /)]])
  })
})

describe('several documents: the others go on', () => {
  test('a folder', async () => {
    place.write('several/a.json', penicillinText)
    place.write('several/b.json', withoutBrand())
    place.write('several/c.json', penicillinText)
    const { code, problems } = await run(['convert', 'several', '--to', 'kj', '-o', 'made'], { cwd: place.folder })
    expect([code, problems.length]).toEqual([1, 2])
    expect(['a', 'b', 'c'].map((name) => existsSync(place.path(`made/${name}.kj.json`)))).toEqual([true, false, true])
  })

  test.each(['1', '3'])('NDJSON with %s workers', async (jobs) => {
    const one = JSON.stringify(JSON.parse(penicillinText))
    const file = place.write(`lines-${jobs}.ndjson`, `${one}\n${withoutBrand()}\n${one}\n`)
    const report = place.path(`lines-${jobs}.json`)
    const args = ['convert', file, '--to', 'kj', '--format', 'ndjson', '--jobs', jobs, '--report', report, '--now', now]
    const { code, stdout, problems } = await run(args)
    const alone = await run(['convert', penicillin, '--to', 'kj', '--format', 'ndjson', '--now', now])
    expect([code, stdout]).toEqual([1, alone.stdout + alone.stdout])
    expect(problems).toEqual([
      expect.stringMatching(/ndjson:2: error NOR-022 /),
      expect.stringMatching(/ndjson:2: error CLI-012 /),
    ])
    expect(reportIn(`lines-${jobs}.json`).items.map(({ issues }) => issues.length)).toEqual([0, 2, 0])
  })

  test('what cannot be read is graver than what is not valid', async () => {
    const { code } = await run(['convert', bad, 'nowhere.json', '--to', 'kj', '-o', place.path('both')])
    expect(code).toBe(3)
  })
})
