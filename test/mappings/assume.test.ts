import { describe, expect, test } from 'vitest'
import { convert, type Form, type Json, KritinfoError, overlayToolkit, treeOf } from '../../src/index.ts'
import type { SourceFile } from '../../src/mapping/source.ts'
import { now } from '../laws/kit.ts'

const address = 'http://example.org/fhir/StructureDefinition/KjOppdatertAv'
const ours = 'http://nhn.no/kj/fhir/StructureDefinition/KjUpdater'
const assume = (text: string): SourceFile => ({ name: 'assume.yaml', text: `assume:\n${text}`, only: 'assume' })
const updater = assume(`  A-updater-url: "${address}"\n`)

const document = {
  format: 'kritisk-informasjon',
  versjon: '1.0',
  pasient: { navn: { etternavn: 'Prøve' }, fodselsdato: '1970-01-01' },
  registreringer: [
    {
      id: 'a1',
      type: 'legemiddelreaksjon',
      status: 'aktiv',
      sannsynlighet: 'bekreftet',
      endret: { tidspunkt: '2024-05-06', av: { hprNummer: '9144889' } },
      agens: { tekst: 'Penicillin' },
    },
  ],
}

async function problems(files: readonly SourceFile[]) {
  try {
    await overlayToolkit(files)
  } catch (problem) {
    if (problem instanceof KritinfoError)
      return problem.issues.map(({ code, path, line, column }) => [code, path, line, column])
    throw problem
  }
  return []
}

describe('the value of an assumption', () => {
  test('changes wherever it is referred to, on every edge and there and back', async () => {
    const kit = await overlayToolkit([updater])
    const run = (root: Json, to: Form, from?: Form) =>
      convert(kit, treeOf(root), { to, now, ...(from === undefined ? {} : { from }) }).output.root
    for (const to of ['kj', 'r4'] as const) {
      const out = JSON.stringify(run(document, to))
      expect([out.includes(address), out.includes(ours)]).toEqual([true, false])
    }
    for (const to of ['kj', 'r4', 'eps'] as const) expect(run(run(document, to), 'ki', to)).toEqual(document)
    const summary = run(document, 'eps')
    expect(JSON.stringify(run(summary, 'r4', 'eps'))).not.toContain(ours)
  })

  test('is named by the version', async () => {
    expect((await overlayToolkit([updater])).mappings.version).toMatch(/\+assume$/)
    const codes: SourceFile = { name: 'c.yaml', text: 'codes: c\nrows: []\n', only: 'codes' }
    expect((await overlayToolkit([updater, codes])).mappings.version).toMatch(/\+assume\.codes$/)
    const mine = { name: 'mappings.yaml', text: 'mappings: hospital-2\n' }
    expect((await overlayToolkit([mine, codes])).mappings.version).toMatch(/\+hospital-2\.codes$/)
  })

  test.each([
    ['an assumption that is not there', '  A-nothing: "http://example.org"\n', 'MAP-017', 2],
    ['one that is no address', '  A-evidence: "http://example.org"\n', 'MAP-031', 2],
    ['a code for an address', '  A-updater-url: updater\n', 'MAP-032', 2],
    ['a list', '  A-updater-url: [a]\n', 'MAP-002', 2],
    ['one good, one bad', `  A-updater-url: "${address}"\n  A-nothing: x\n`, 'MAP-017', 3],
  ])('%s is refused at its place', async (_, text, code, line) => {
    expect(await problems([assume(text)])).toContainEqual([code, 'assume.yaml', line, expect.any(Number)])
  })

  test('that nothing refers to is refused', async () => {
    const drop = {
      name: 'slices.yaml',
      text: `slices:\n  - id: extension:updater\n    match: { url: "${ours}" }\n    cite: https://example.org\n`,
    }
    const codes = { name: 'codes.yaml', text: 'codes: nhn-extensions\nextends: true\nrows: []\ndrop: [updater]\n' }
    expect(await problems([drop, codes, updater])).toEqual([['MAP-034', 'assume.yaml', 2, 18]])
  })
})

describe('a code table by itself', () => {
  const only = (text: string): SourceFile => ({ name: 'mine.yaml', text, only: 'codes' })

  test('is laid over ours, or added', async () => {
    const kit = await overlayToolkit([
      only('codes: 7497-snomed\nextends: true\nrightSystem: http://example.org/sct\nrows: []\n'),
      only('codes: mine\nrows: []\n'),
    ])
    expect(kit.compiled.codes('7497-snomed').rightSystem).toBe('http://example.org/sct')
    expect(kit.compiled.codes('7497-snomed').rows.length).toBeGreaterThan(3)
    expect(kit.compiled.codes('mine').rows).toEqual([])
  })

  test('is nothing else', async () => {
    expect(await problems([only('mappings: "2"\n')])).toEqual([['MAP-030', 'mine.yaml', 1, 1]])
  })

  test('drops what is there only', async () => {
    expect(await problems([only('codes: 7497-snomed\nextends: true\nrows: []\ndrop: ["1", "99"]\n')])).toEqual([
      ['MAP-015', 'mine.yaml', 4, 13],
    ])
  })
})

test('an overlay may switch displays and includes, and leaves them alone otherwise', async () => {
  const table = (more: string) => ({
    name: 't.yaml',
    text: `table: ki-r4/condition\nextends: true\nleft: { root: registrering }\nright: { root: Condition }\nrows: []\n${more}`,
  })
  const after = async (more: string) =>
    (await overlayToolkit([table(more)])).mappings.tables.find((one) => one.id === 'ki-r4/condition')
  expect(await after('')).toMatchObject({ displays: true, include: ['ki-r4/condition-common'] })
  expect(await after('displays: false\ninclude: []\n')).toMatchObject({ displays: false, include: [] })
})
