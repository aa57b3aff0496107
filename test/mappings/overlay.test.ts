import { describe, expect, test } from 'vitest'
import {
  convert,
  type Form,
  type Json,
  KritinfoError,
  overlayToolkit,
  standardToolkit,
  type Toolkit,
  treeOf,
} from '../../src/index.ts'
import { now } from '../laws/kit.ts'

/** One row changed in a user's folder changes both directions, without a build. */
const record = {
  id: 'a1',
  type: 'annenAllergi',
  status: 'aktiv',
  agens: { koder: [{ system: '7514', kode: '15', visning: 'Annen viktig allergi' }] },
}
const document = {
  format: 'kritisk-informasjon',
  versjon: '1.0',
  pasient: { adresse: { poststed: 'Tromsø' } },
  registreringer: [record],
}

function run(kit: Toolkit, root: Json, to: Form): Json {
  return convert(kit, treeOf(root), { to, now }).output.root
}

describe('a code row', () => {
  const text = `codes: 7514-snomed
extends: true
rows:
  - { left: "15", leftDisplay: Annen viktig allergi, right: "419199007", rightDisplay: Allergy to substance, cite: "https://example.org/our-decision" }
`

  test('adds a translation on the way out and takes it back on the way in', async () => {
    const kit = await overlayToolkit([{ name: 'codes.yaml', text }])
    const out = run(kit, document, 'r4')
    expect(JSON.stringify(out)).toContain('419199007')
    expect(JSON.stringify(run(standardToolkit(), document, 'r4'))).not.toContain('419199007')
    expect(run(kit, out, 'ki')).toMatchObject({ registreringer: [{ agens: { koder: [{ kode: '15' }] } }] })
    expect(JSON.stringify(run(kit, out, 'ki'))).not.toContain('419199007')
    expect(JSON.stringify(run(standardToolkit(), out, 'ki'))).toContain('419199007')
  })
})

describe('a path row', () => {
  const text = `table: ki-r4/pasient
extends: true
left: { root: pasient }
right: { root: Patient }
rows:
  - id: patient.address.city
    left: [pasient.adresse.poststed]
    right: [Patient.address.district]
    relation: related-to
    via: same
    note: our regional index keeps post towns as districts
    cite: https://example.org/our-decision
`

  test('moves the element in both directions', async () => {
    const kit = await overlayToolkit([{ name: 'patient.yaml', text }])
    const out = run(kit, document, 'r4')
    expect(out).toMatchObject({ entry: [{ resource: { address: [{ district: 'Tromsø' }] } }, {}] })
    expect(run(kit, out, 'ki')).toMatchObject({ pasient: { adresse: { poststed: 'Tromsø' } } })
  })
})

describe('a status case', () => {
  const status = (code: string) => ({
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code }],
  })
  const confirmed = {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }],
  }
  const condition = {
    resourceType: 'Condition',
    id: 'c1',
    clinicalStatus: status('remission'),
    verificationStatus: confirmed,
    category: [{ coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7650', code: '5' }] }],
    code: { text: 'Porfyri' },
  }
  const text = `table: ki-r4/condition-common
extends: true
left: { root: registrering }
right: { root: Condition }
rows:
  - id: condition.status
    left: [registrering.status]
    right: ["Condition.clinicalStatus.coding:conditionClinical.code", "Condition.verificationStatus.coding:conditionVerification.code"]
    relation: equivalent
    required: true
    cases:
      - { left: [aktiv], right: [remission, confirmed] }
      - { left: [avkreftet], right: [inactive, refuted] }
      - { left: [slettet], right: [absent, entered-in-error] }
    note: a condition in remission is still warned of here
    cite: https://example.org/our-decision
    safety: status
`

  test('takes in what was kept back, and writes it the same way', async () => {
    expect(run(standardToolkit(), condition, 'ki')).toMatchObject({ registreringer: [] })
    const kit = await overlayToolkit([{ name: 'status.yaml', text }])
    const taken = run(kit, condition, 'ki')
    expect(taken).toMatchObject({ registreringer: [{ status: 'aktiv' }] })
    expect(JSON.stringify(run(kit, taken, 'r4'))).toContain('remission')
  })
})

describe('a broken overlay is refused with file and line', () => {
  const row = (lines: string) =>
    `table: ki-r4/pasient\nextends: true\nleft: { root: pasient }\nright: { root: Patient }\nrows:\n${lines}`
  const good = {
    id: 'x',
    left: '[pasient.kjonn]',
    right: '[Patient.gender]',
    relation: 'equivalent',
    via: 'same',
    note: 'n',
    cite: 'https://example.org',
  }
  const yaml = (changes: Record<string, string | undefined>) =>
    row(
      Object.entries({ ...good, ...changes })
        .filter(([, value]) => value !== undefined)
        .map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}`)
        .join('\n'),
    )
  const broken: [string, string, string, number][] = [
    ['YAML that is none', 'table: [', 'MAP-001', 1],
    ['a file of no kind', 'tabel: x\n', 'MAP-006', 1],
    ['a missing citation', yaml({ cite: undefined }), 'MAP-003', 6],
    ['an unknown relation', yaml({ relation: 'equal' }), 'MAP-004', 9],
    ['a misspelt key', yaml({ saftey: 'status' }), 'MAP-005', 13],
    ['an element that FHIR has not', yaml({ right: '[Patient.gendre]' }), 'MAP-011', 8],
    ['an element of another resource', yaml({ right: '[Condition.code]' }), 'MAP-011', 8],
    ['an unknown codec', yaml({ via: 'magic(x)' }), 'MAP-016', 10],
    ['an expression for a codec', yaml({ via: 'name.given.first()' }), 'MAP-012', 10],
    ['a code table that is not there', yaml({ via: 'code(nowhere)' }), 'MAP-017', 10],
    ['the wrong number of arguments', yaml({ via: 'given(x)' }), 'MAP-018', 10],
    ['an assumption that nobody stated', yaml({ assumes: '[A-nothing]' }), 'MAP-017', 13],
    ['a row without codec', yaml({ via: undefined }), 'MAP-009', 6],
    ['cases of the wrong width', yaml({ via: undefined, cases: '[{ left: [a, b], right: [c] }]' }), 'MAP-010', 12],
    [
      'two cases for one target',
      yaml({ via: undefined, cases: '[{ left: [a], right: [c] }, { left: [b], right: [c] }]' }),
      'MAP-019',
      12,
    ],
    ['a table that does not exist', yaml({}).replace('ki-r4/pasient', 'ki-r4/nobody'), 'MAP-013', 1],
    ['a table that exists, without extends', yaml({}).replace('extends: true\n', ''), 'MAP-014', 1],
    ['a drop of what is not there', `${yaml({})}\ndrop: [nothing.here]`, 'MAP-015', 13],
    ['a row of an id that another table has', yaml({ id: 'allergy.note' }), 'MAP-007', 6],
  ]

  test.each(broken)('%s', async (_, text, code, line) => {
    const problem = await overlayToolkit([{ name: 'mine.yaml', text }]).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(problem).toBeInstanceOf(KritinfoError)
    const issues = (problem as KritinfoError).issues.filter((one) => one.path === 'mine.yaml')
    expect(issues.map((one) => [one.code, one.line])).toContainEqual([code, line])
  })
})
