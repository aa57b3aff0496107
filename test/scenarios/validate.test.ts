import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { penicillin, penicillinText, run, workplace } from './run.ts'

const place = workplace()
const summary = resolve('examples/penicillin-anaphylaxis/eps.json')

/** A record of an invented person with one mistake that the type itself forbids. */
const wrong = `{
  "resourceType": "Patient",
  "name": [{ "family": "Hemmelig", "given": ["Navn"] }],
  "gender": "kvinne",
  "birthDate": "1972-02-30"
}
`
const right = wrong.replace('kvinne', 'female').replace('02-30', '02-28')

interface Item {
  readonly input: string
  readonly valid: boolean
  readonly issues: readonly { readonly code: string; readonly path: string; readonly line?: number }[]
  readonly notChecked: readonly { readonly code: string }[]
}

function linesOf(text: string): Item[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Item)
}

function validate(...args: string[]) {
  return run(['validate', ...args], { cwd: place.folder })
}

describe('findings', () => {
  test('text: place, severity, code, words, path; the line without its values; exit code 1', async () => {
    place.write('wrong.json', wrong)
    const { code, stdout, stderr } = await validate('wrong.json')
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toMatch(
      /^wrong\.json:4:13: error BND-001 [^\n]+ \(Patient\.gender\)\n {2}4 \| "gender": …,\n {4}\| {11}\^\n/m,
    )
    expect(stdout).toMatch(/^wrong\.json:5:16: error FMT-004 /m)
    expect(stdout).toMatch(/^wrong\.json: 2 errors, \d+ warnings?, \d+ information; 0 places not checked\n$/m)
  })

  test('no value is shown, in any format, unless it is asked for', async () => {
    place.write('wrong.json', wrong)
    for (const format of [
      'text',
      'json',
      'ndjson',
      'outcome',
      'sarif',
      'junit',
      'codequality',
      'github',
      'html',
      'summary',
    ]) {
      const { stdout } = await validate('wrong.json', '-f', format, '--verbose')
      expect(stdout, format).not.toMatch(/Hemmelig|kvinne|1972/)
    }
    expect((await validate('wrong.json', '--show-values')).stdout).toContain('  4 | "gender": "kvinne",\n')
  })

  test('a document without errors: exit code 0, and never that it is valid without what was not checked', async () => {
    place.write('right.json', right)
    const { code, stdout } = await validate('right.json')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/; 0 places not checked\n$/)])
    const profile = ['https://hospital.invalid/StructureDefinition/x']
    place.write('open.json', JSON.stringify({ ...JSON.parse(right), meta: { profile } }))
    expect((await validate('open.json')).stdout).toMatch(/: 0 errors, [^\n]*; 1 place not checked\n$/)
    expect((await validate('open.json', '--verbose')).stdout).toMatch(/: not checked PRF-001 /)
  })

  test('--fail-on', async () => {
    place.write('right.json', right)
    expect((await validate('right.json', '--fail-on', 'warning')).code).toBe(1)
    expect((await validate('right.json', '--fail-on', 'error')).code).toBe(0)
  })

  test('a ki document is held against its schema', async () => {
    const bad = place.write('bad.ki.json', penicillinText.replace('"aktiv"', '"active"'))
    const [item] = linesOf((await validate(bad, '-f', 'ndjson')).stdout)
    expect(item).toMatchObject({
      valid: false,
      issues: [{ code: 'KI-006', path: 'kritiskInformasjon.registreringer[0].status' }],
    })
    expect(await validate(penicillin)).toMatchObject({ code: 0 })
  })

  test('XML as JSON', async () => {
    place.write('wrong.xml', '<Patient xmlns="http://hl7.org/fhir">\n  <gender value="kvinne"/>\n</Patient>\n')
    const [item] = linesOf((await validate('wrong.xml', '-f', 'ndjson')).stdout)
    expect(item).toMatchObject({
      valid: false,
      issues: expect.arrayContaining([expect.objectContaining({ code: 'BND-001', line: 2 })]),
    })
  })

  test('the same call gives the same bytes', async () => {
    const args = [resolve('examples'), '-f', 'ndjson']
    expect(await validate(...args)).toEqual(await validate(...args))
  })
})

describe('inputs', () => {
  test('folders, patterns and NDJSON; lines are those of the file', async () => {
    place.write('many/a.json', right)
    const one = (text: string) => JSON.stringify(JSON.parse(text))
    place.write('many/b.ndjson', `${one(right)}\n\n${one(wrong)}\n`)
    for (const input of ['many', 'many/*']) {
      const { code, stdout } = await validate(input, '-f', 'ndjson')
      const items = linesOf(stdout)
      expect(items.map((item) => [item.input, item.valid])).toEqual([
        ['many/a.json', true],
        ['many/b.ndjson:1', true],
        ['many/b.ndjson:3', false],
      ])
      expect(items[2]?.issues.every(({ line }) => line === 3)).toBe(true)
      expect(code).toBe(1)
    }
  })

  test('standard input, a document or one on each line', async () => {
    const { code, stdout } = await run(['validate', '-', '-f', 'ndjson'], { stdin: wrong })
    expect([code, linesOf(stdout)]).toEqual([1, [expect.objectContaining({ input: '<stdin>', valid: false })]])
    const one = JSON.stringify(JSON.parse(right))
    const two = await run(['validate', '-', '-f', 'ndjson'], { stdin: `${one}\n${one}\n` })
    expect(linesOf(two.stdout).map(({ input }) => input)).toEqual(['<stdin>:1', '<stdin>:2'])
  })

  test('what cannot be read is a result and exit code 3, and does not stop the others', async () => {
    place.write('right.json', right)
    place.write('cut.json', '{ "resourceType": ')
    const { code, stdout, stderr } = await validate('cut.json', 'nowhere.json', 'right.json', '-f', 'ndjson')
    expect([code, stderr]).toEqual([3, ''])
    expect(linesOf(stdout)).toEqual([
      { input: 'cut.json', valid: false, issues: [expect.objectContaining({ code: 'DOC-010' })], notChecked: [] },
      { input: 'nowhere.json', valid: false, issues: [expect.objectContaining({ code: 'CLI-003' })], notChecked: [] },
      expect.objectContaining({ input: 'right.json', valid: true }),
    ])
  })

  test('a pattern that nothing matches: exit code 5', async () => {
    const { code, stderr } = await validate('none/*.json')
    expect([code, stderr]).toEqual([5, expect.stringMatching(/^none\/\*\.json: error CLI-002 [^\n]*\n$/)])
  })
})

describe('profiles', () => {
  test('by short name: that of the resource type of the document', async () => {
    place.write('right.json', right)
    const [item] = linesOf((await validate('right.json', '--profile', 'ips', '-f', 'ndjson')).stdout)
    expect(item?.issues.filter(({ code }) => code === 'CLI-010')).toEqual([])
    const { stdout } = await validate('right.json', '--profile', 'eps', '-f', 'json')
    expect(stdout).toContain('http://hl7.eu/fhir/eps/StructureDefinition/patient-eu-eps')
    expect((await validate(summary, '--profile', 'eps', '--profile', 'ips')).code).toBe(0)
  })

  test('a short name that has no profile for the document is said so', async () => {
    place.write(
      'appointment.json',
      '{ "resourceType": "Appointment", "status": "booked", "participant": [{ "actor": { "display": "x" }, "status": "accepted" }] }',
    )
    const { stdout } = await validate('appointment.json', '--profile', 'eps')
    expect(stdout).toMatch(/^appointment\.json:1:1: warning CLI-010 The profiles called eps /m)
    expect(stdout).toMatch(/; 1 place not checked/)
  })

  test('by canonical; one that is not at hand is not taken for met', async () => {
    place.write('right.json', right)
    const unknown = 'https://hospital.invalid/StructureDefinition/x'
    const [item] = linesOf((await validate('right.json', '--profile', unknown, '-f', 'ndjson')).stdout)
    expect(JSON.stringify([item?.issues, item?.notChecked])).toContain(unknown)
  })

  test('--package: a profile of the user takes part', async () => {
    place.write('right.json', right)
    const canonical = 'https://hospital.invalid/StructureDefinition/named'
    place.write('mine/package.json', JSON.stringify({ name: 'mine', version: '1.0.0', fhirVersions: ['4.0.1'] }))
    place.write(
      'mine/StructureDefinition-named.json',
      JSON.stringify({
        resourceType: 'StructureDefinition',
        url: canonical,
        name: 'Named',
        status: 'active',
        kind: 'resource',
        abstract: false,
        type: 'Patient',
        baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient',
        derivation: 'constraint',
        differential: { element: [{ id: 'Patient.telecom', path: 'Patient.telecom', min: 1 }] },
      }),
    )
    const args = ['right.json', '--profile', canonical, '--package', 'mine', '-f', 'ndjson']
    const [item] = linesOf((await validate(...args)).stdout)
    expect(item).toMatchObject({
      valid: false,
      issues: expect.arrayContaining([expect.objectContaining({ code: 'CRD-001', profile: canonical })]),
    })
    const broken = await validate('right.json', '--package', 'nowhere')
    expect([broken.stdout, broken.stderr]).toEqual([
      '',
      expect.stringMatching(/^nowhere: error [A-Z]{3}-\d{3} [^\n]*\n$/),
    ])
  })
})

describe('--baseline', () => {
  test('what an earlier report lists is left out and not counted, by place and not by line', async () => {
    place.write('known.json', wrong)
    for (const format of ['json', 'ndjson']) {
      place.write('known.json', wrong)
      await validate('known.json', '-f', format, '-o', 'baseline.txt')
      place.write('known.json', `\n${wrong}`)
      const { code, stdout } = await validate('known.json', '--baseline', 'baseline.txt')
      expect([code, stdout]).toEqual([
        0,
        expect.stringMatching(/^known\.json: nothing found; 0 places not checked; \d+ left out by the baseline\n$/),
      ])
      place.write('known.json', wrong.replace('"name"', '"nmae"'))
      expect((await validate('known.json', '--baseline', 'baseline.txt')).stdout).toMatch(/STR-001/)
    }
  })

  test('a document stays what it is: not valid', async () => {
    place.write('known.json', wrong)
    await validate('known.json', '-f', 'json', '-o', 'baseline.json')
    const [item] = linesOf((await validate('known.json', '--baseline', 'baseline.json', '-f', 'ndjson')).stdout)
    expect(item).toMatchObject({ valid: false, issues: [] })
  })

  test('a file that is no report', async () => {
    place.write('known.json', wrong)
    for (const text of [wrong, '[]', 'text', '{"issues": []}']) {
      place.write('none.json', text)
      const { code, stdout, stderr } = await validate('known.json', '--baseline', 'none.json')
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(/^none\.json: error CLI-011 [^\n]*\n$/)])
    }
  })
})

test('the lines of an open pipe come as documents are read', async () => {
  place.write('right.json', right)
  const text = readFileSync(place.path('right.json'), 'utf8')
  place.write('stream.ndjson', `${JSON.stringify(JSON.parse(text))}\n`.repeat(200))
  const { code, stdout } = await validate('stream.ndjson', '-f', 'ndjson')
  expect([code, linesOf(stdout).length]).toEqual([0, 200])
})

test('a list of documents is no document, which is told at its place', async () => {
  place.write('list.json', `[${right}]`)
  const { stdout } = await validate('list.json')
  expect(stdout).toMatch(/^list\.json:1:1: error STR-010 /)
})

test('--previous: what is frozen has changed', async () => {
  const record = (code: string) =>
    JSON.stringify({
      resourceType: 'Condition',
      id: '1',
      meta: { versionId: '2', profile: ['http://nhn.no/kj/fhir/StructureDefinition/KjConditionInfection'] },
      code: { coding: [{ system: 'https://example.org/codes', code }] },
    })
  place.write('before.json', record('a'))
  place.write('same.json', record('a'))
  place.write('other.json', record('b'))
  const frozen = async (file: string) => {
    const [item] = linesOf((await validate(file, '--previous', 'before.json', '-f', 'ndjson')).stdout)
    return [JSON.stringify(item).includes('NOR-040'), item?.notChecked.map(({ code }) => code)]
  }
  expect([await frozen('same.json'), await frozen('other.json')]).toEqual([
    [false, []],
    [true, []],
  ])
  place.write('unlike.json', record('b').replace('"id":"1"', '"id":"2"'))
  place.write('unclaimed.json', record('b').replace('nhn.no/kj', 'example.org'))
  for (const file of ['unlike.json', 'unclaimed.json', penicillin])
    expect([file, await frozen(file)]).toEqual([file, [false, expect.arrayContaining(['NOR-043'])]])
})
