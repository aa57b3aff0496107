import { describe, expect, test } from 'vitest'
import { exceeds } from '../../src/convert/policy.ts'
import type { Json, JsonObject } from '../../src/index.ts'
import { accountProblem, to } from '../laws/kit.ts'
import { allergy, bring, coded, condition, icd, nth, patient, recordsOf, sct, summary } from './summary.ts'

/** What became of the first entry: the kind that it is proposed as, or the criterion that left it out. */
function fate(...resources: JsonObject[]): string {
  const made = bring('ki', resources)
  const told = made.issues.find(({ path }) => path.includes('entry[2]'))
  const record = recordsOf(made)[0]
  return told === undefined ? String(record?.type) : `${told.code} ${told.params.criterion ?? told.params.statement}`
}

const flagOn = (index: number, members: JsonObject = {}): JsonObject => ({
  resourceType: 'Flag',
  status: 'active',
  code: { text: 'Alert' },
  subject: { reference: patient },
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/flag-detail', valueReference: { reference: nth(index) } },
  ],
  ...members,
})

const oid = 'urn:oid:2.16.840.1.113883.6.96'
const nullFlavor = 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor'
const none = 'CNV-012 no known allergy'
const older = 'no known allergies (an older code)'
const absence = 'CNV-012 what it is about is absent'
const mild = { type: 'intolerance', criticality: 'low' }
const reaction = (code: string, members: JsonObject = {}) => ({ manifestation: [coded(sct, code)], ...members })
const procedure = (members: JsonObject): JsonObject => ({
  resourceType: 'Procedure',
  code: { text: 'Dialysis' },
  subject: { reference: patient },
  performedDateTime: '2020',
  ...members,
})
const device = (code: string, members: JsonObject = {}): JsonObject[] => [
  {
    resourceType: 'DeviceUseStatement',
    status: 'active',
    subject: { reference: patient },
    timingDateTime: '2020',
    device: { reference: nth(1) },
  },
  { resourceType: 'Device', type: coded(sct, code), patient: { reference: patient }, ...members },
]
const drug = (atc: string): JsonObject => ({
  resourceType: 'MedicationStatement',
  status: 'active',
  medicationCodeableConcept: coded('http://www.whocc.no/atc', atc),
  subject: { reference: patient },
  effectiveDateTime: '2020',
})
const consent = (state: string): JsonObject => ({
  resourceType: 'Consent',
  status: state,
  scope: coded('http://terminology.hl7.org/CodeSystem/consentscope', 'adr'),
  category: [coded('http://loinc.org', '59284-0')],
  patient: { reference: patient },
})

describe('what is taken, left and asked about', () => {
  test.each<[string, JsonObject[], string]>([
    ['an allergy without more', [allergy({})], 'annenAllergi'],
    ['a mild intolerance', [allergy(mild)], 'IMP-001 import.allergy.mild'],
    ['a mild intolerance with anaphylaxis', [allergy({ ...mild, reaction: [reaction('39579001')] })], 'annenAllergi'],
    [
      'one with a severe reaction',
      [allergy({ ...mild, reaction: [reaction('1', { severity: 'severe' })] })],
      'annenAllergi',
    ],
    ['one that an alert points to', [allergy(mild), flagOn(0)], 'annenAllergi'],
    ['a resolved allergy', [allergy({}, 'resolved')], 'IMP-002 import.allergy.over'],
    ['a refuted allergy', [allergy({}, 'inactive', 'refuted')], 'annenAllergi'],
    ['no known allergy', [allergy({ code: coded(sct, '716186003') })], 'CNV-012 no known allergy'],
    [
      'no known allergies in a code that IPS removed',
      [allergy({ code: coded('http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips', 'no-known-allergies') })],
      'CNV-012 no known allergies (removed from IPS 2.0)',
    ],
    [
      'no known allergy in two codes',
      [
        allergy({
          code: {
            coding: [
              { system: sct, code: '716186003' },
              { system: 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips', code: 'no-known-allergies' },
            ],
            text: 'Sem alergias conhecidas',
          },
        }),
      ],
      'CNV-012 no known allergy',
    ],
    ['no known allergies in an older code', [allergy({ code: coded(sct, '160244002') })], `CNV-012 ${older}`],
    ['no known allergy by the OID of SNOMED CT', [allergy({ code: coded(oid, '716186003') })], none],
    [
      'no known allergy in an edition of SNOMED CT',
      [allergy({ code: coded(`${sct}/51000202101`, '716186003') })],
      none,
    ],
    ['no known allergy without a system', [allergy({ code: { coding: [{ code: '716186003' }] } })], none],
    [
      'no known allergies by the OID of the code system of IPS',
      [allergy({ code: coded('urn:oid:2.16.840.1.113883.5.1150.1', 'no-known-allergies') })],
      'CNV-012 no known allergies (removed from IPS 2.0)',
    ],
    ['no known allergy in words', [allergy({ code: { text: ' No  known allergy. ' } })], none],
    [
      'no known allergy in the full name of SNOMED CT',
      [allergy({ code: { text: 'No known allergy (situation)' } })],
      none,
    ],
    ['in Norwegian', [allergy({ code: { text: 'Ingen kjent allergi' } })], none],
    ['in letters', [allergy({ code: { text: 'NKDA' } })], 'CNV-012 no known drug allergy'],
    ['in a display', [allergy({ code: { coding: [{ display: 'No known allergy' }] } })], none],
    [
      'beside a reason for absent data',
      [allergy({ code: { ...coded(nullFlavor, 'OTH'), text: 'No known allergy' } })],
      none,
    ],
    [
      'words and a code of which nothing is known',
      [allergy({ code: { ...coded('urn:x', 'NKA'), text: 'No known allergy' } })],
      'CNV-018 no known allergy',
    ],
    [
      'words with a reaction',
      [allergy({ code: { text: 'NKA' }, reaction: [reaction('39579001')] })],
      'CNV-018 no known allergies',
    ],
    [
      'an allergy in words that begin so',
      [allergy({ code: { text: 'No known allergies except figs' } })],
      'annenAllergi',
    ],
    [
      'an allergy that is not known by its code',
      [allergy({ code: { ...coded(nullFlavor, 'OTH'), text: 'Figs' } })],
      'annenAllergi',
    ],
    ['a NullFlavor as code', [allergy({ code: coded(nullFlavor, 'NASK') })], `${absence} (not asked)`],
    [
      'a NullFlavor by its OID',
      [allergy({ code: coded('urn:oid:2.16.840.1.113883.5.1008', 'UNK') })],
      `${absence} (unknown)`,
    ],
    [
      'a code of the United States for not asked',
      [allergy({ code: coded(sct, '1631000175102') })],
      `${absence} (patient not asked (a code of the United States))`,
    ],
    [
      'an expression of SNOMED CT',
      [allergy({ code: coded(sct, '243796009:246090004=91936005,408729009=410516002') })],
      'CNV-026 undefined',
    ],
    [
      'an expression that is left anyway',
      [condition({ code: coded(sct, '38341003:263502005=90734009') })],
      'IMP-001 import.condition',
    ],
    ['a code of another system with a colon', [allergy({ code: coded('urn:x', 'a:b=c') })], 'annenAllergi'],
    [
      'no known allergy beside a substance',
      [
        allergy({
          code: {
            coding: [
              { system: 'http://www.whocc.no/atc', code: 'J01CE02' },
              { system: sct, code: '716186003' },
            ],
          },
        }),
      ],
      'CNV-018 no known allergy',
    ],
    [
      'no known allergy with a reaction',
      [allergy({ code: coded(sct, '716186003'), reaction: [reaction('39579001')] })],
      'CNV-018 no known allergy',
    ],
    [
      'no known allergy, refuted',
      [allergy({ code: coded(sct, '716186003') }, 'inactive', 'refuted')],
      'CNV-018 no known allergy',
    ],
    [
      'no current problems beside a problem',
      [
        condition({
          code: {
            coding: [
              { system: sct, code: '160245001' },
              { system: icd, code: 'D66' },
            ],
          },
        }),
      ],
      'CNV-018 no current problems or disability',
    ],
    [
      'no known medications',
      [{ ...drug(''), medicationCodeableConcept: coded(sct, '787481004') }],
      'CNV-012 no known medications',
    ],
    [
      'a reason for absent data as code',
      [allergy({ code: coded('http://terminology.hl7.org/CodeSystem/data-absent-reason', 'not-asked') })],
      'CNV-012 what it is about is absent (not asked)',
    ],
    [
      'a reason for absent data beside a reaction',
      [
        allergy({
          code: coded('http://terminology.hl7.org/CodeSystem/data-absent-reason', 'unknown'),
          reaction: [reaction('39579001')],
        }),
      ],
      'annenAllergi',
    ],
    ['a problem like others', [condition({ code: coded(sct, '38341003') })], 'IMP-001 import.condition'],
    ['malignant hyperthermia', [condition({ code: coded(sct, '405501007', 'MH') })], 'annetProblemVedAnestesi'],
    ['failed intubation in ICD-10', [condition({ code: coded(icd, 'T88.4', 'Failed') })], 'intubasjonsproblem'],
    ['a subcode of ICD-10-CM', [condition({ code: coded(`${icd}-cm`, 'T88.4XXA', 'Failed') })], 'intubasjonsproblem'],
    ['a transplant', [condition({ code: coded(icd, 'Z94.0') })], 'implantat'],
    [
      'HIV in the codes of MyHealth@EU',
      [condition({ code: coded('urn:oid:1.3.6.1.4.1.12559.11.10.1.3.1.44.2', 'B24') })],
      'smitte',
    ],
    ['haemophilia', [condition({ code: coded(icd, 'D66') })], 'kritiskMedisinskTilstand'],
    [
      'a problem that an alert points to',
      [condition({ code: { text: 'Rare' } }), flagOn(0)],
      'kritiskMedisinskTilstand',
    ],
    [
      'a problem of an alert that is over',
      [condition({ code: { text: 'Rare' } }), flagOn(0, { status: 'inactive' })],
      'IMP-001 import.condition',
    ],
    [
      'a severe problem',
      [condition({ code: { text: 'Rare' }, severity: coded(sct, '24484000') })],
      'kritiskMedisinskTilstand',
    ],
    [
      'a resolved problem that was critical',
      [condition({ code: coded(icd, 'D66') }, 'resolved')],
      'IMP-002 import.condition.over',
    ],
    [
      'a resolved problem like others',
      [condition({ code: coded(icd, 'I10') }, 'resolved')],
      'IMP-001 import.condition',
    ],
    [
      'a critical problem that is not sure',
      [condition({ code: coded(icd, 'D66') }, 'active', 'provisional')],
      'IMP-002 import.condition.unsure',
    ],
    ['a refuted one', [condition({ code: coded(icd, 'D66') }, 'inactive', 'refuted')], 'kritiskMedisinskTilstand'],
    ['a treatment that goes on', [procedure({ status: 'in-progress' })], 'pagaendeBehandling'],
    [
      'a test that goes on',
      [procedure({ status: 'in-progress', code: coded('http://loinc.org', '630-4') })],
      'IMP-001 import.procedure.test',
    ],
    ['a treatment that is over', [procedure({ status: 'completed' })], 'IMP-001 import.procedure'],
    [
      'one that is over and an alert points to',
      [procedure({ status: 'completed' }), flagOn(0)],
      'IMP-002 import.procedure.flagged',
    ],
    ['one that is planned', [procedure({ status: 'preparation' })], 'IMP-002 import.procedure.planned'],
    ['a pacemaker', device('14106009'), 'implantat'],
    ['a pacemaker that was entered in error', device('14106009', { status: 'entered-in-error' }), 'CNV-019 undefined'],
    [
      'a pacemaker with a modifier that nobody knows',
      device('14106009', { modifierExtension: [{ url: 'urn:unknown', valueBoolean: true }] }),
      'CNV-011 undefined',
    ],
    ['a wheelchair', device('58938008'), 'IMP-002 import.device.unknown'],
    ['an alert', [flagOn(9)], 'annenProsedyreendring'],
    ['an alert whose record is taken', [flagOn(1), allergy({})], 'IMP-001 import.flag.covered'],
    ['an alert whose record is left', [flagOn(1), procedure({ status: 'not-done' })], 'annenProsedyreendring'],
    [
      'an alert whose problem was deleted',
      [flagOn(1), condition({ code: coded(icd, 'D66') }, 'active', 'entered-in-error')],
      'IMP-001 import.flag.withdrawn',
    ],
    [
      'an alert whose treatment was deleted',
      [flagOn(1), procedure({ status: 'entered-in-error' })],
      'IMP-001 import.flag.withdrawn',
    ],
    [
      'an alert of two records of which one was deleted',
      [
        flagOn(1, { extension: [...(flagOn(1).extension as JsonObject[]), ...(flagOn(2).extension as JsonObject[])] }),
        condition({}, 'active', 'entered-in-error'),
        procedure({ status: 'not-done' }),
      ],
      'IMP-002 import.flag.doubted',
    ],
    [
      'an alert whose problem is resolved',
      [flagOn(1), condition({ code: coded(icd, 'D66') }, 'resolved')],
      'IMP-002 import.flag.doubted',
    ],
    [
      'an alert whose problem is not sure',
      [flagOn(1), condition({ code: coded(icd, 'D66') }, 'active', 'differential')],
      'IMP-002 import.flag.doubted',
    ],
    ['an alert whose record is not there', [flagOn(9)], 'annenProsedyreendring'],
    ['an alert that points to itself', [flagOn(0)], 'annenProsedyreendring'],
    ["a patient's wish", [consent('active')], 'IMP-002 import.consent'],
    ['one that no longer holds', [consent('inactive')], 'IMP-001 import.consent.over'],
    ['an anticoagulant', [drug('B01AA03')], 'IMP-002 import.medication-statement.critical'],
    ['another drug', [drug('C08CA01')], 'IMP-001 import.medication-statement'],
    ['what nobody thought of', [{ resourceType: 'Goal', subject: { reference: patient } }], 'IMP-001 import.other'],
  ])('%s', (_, resources, expected) => {
    expect(fate(...resources)).toBe(expected)
  })

  test('a contained device counts as well', () => {
    const [use, { ...contained }] = device('14106009', { id: 'pacer', status: 'entered-in-error' }) as [
      JsonObject,
      JsonObject,
    ]
    expect(fate({ ...use, contained: [contained], device: { reference: '#pacer' } })).toBe('CNV-019 undefined')
  })

  test('what contradicts itself is a loss that the exit code tells of', () => {
    const statement = allergy({ code: coded(sct, '716186003') })
    expect(exceeds('safety', bring('ki', [statement]))).toBe(false)
    expect(exceeds('safety', bring('ki', [{ ...statement, reaction: [reaction('39579001')] }]))).toBe(true)
    expect(exceeds('safety', bring('ki', device('14106009', { status: 'entered-in-error' })))).toBe(true)
  })

  test('stands in the ledger under the criterion, dropped or withheld', () => {
    const made = bring('ki', [allergy(mild), condition({ code: coded(icd, 'D66') }, 'resolved')])
    const rows = (entry: number) =>
      new Set(
        made.ledger
          .filter(({ path }) => path.includes(`entry[${entry}].resource`))
          .map(({ row, outcome }) => `${row} ${outcome}`),
      )
    expect(rows(2)).toEqual(new Set(['import.allergy.mild dropped']))
    expect(rows(3)).toEqual(new Set(['import.condition.over withheld']))
    expect(recordsOf(made)).toEqual([])
  })

  test('does not matter to who asks for all', () => {
    const made = bring('ki', [allergy(mild), condition({ code: { text: 'Gout' } }), drug('C08CA01')], { import: 'all' })
    expect(recordsOf(made).map(({ type }) => type)).toEqual(['annenAllergi', 'kritiskMedisinskTilstand'])
    expect(made.issues.map(({ params }) => params.criterion)).toEqual(['import.medication-statement'])
  })

  test("does not matter to Norway's own", () => {
    const number = coded('urn:oid:2.16.578.1.12.4.1.1.7650', '5')
    expect(fate(condition({ code: { text: 'Gout' }, category: [number] }))).toBe('kritiskMedisinskTilstand')
  })
})

test('a problem is proposed as the kind of its code, and the ledger says that this was our reading', () => {
  const mrsa = condition({ code: coded(sct, '432415000', 'MRSA carrier') })
  const made = bring('kj', [mrsa])
  expect(JSON.stringify(made.output.root)).toContain('KjConditionInfection')
  expect(made.ledger).toContainEqual(
    expect.objectContaining({ row: 'import.condition.code', outcome: 'derived', side: 'output' }),
  )
})

test.each([
  ['nilknown', 'nothing is known'],
  ['unavailable', 'it is not available'],
  ['xyz', 'for a reason that is not known here'],
])('an empty section (%s) is told of and becomes no record', (code, statement) => {
  const root = summary() as { entry: { resource: JsonObject }[] }
  const reason = coded('http://terminology.hl7.org/CodeSystem/list-empty-reason', code)
  const composition = root.entry[0]?.resource as JsonObject
  composition.section = [{ title: 'Allergies', code: coded('http://loinc.org', '48765-2'), emptyReason: reason }]
  const made = to('ki', root as unknown as Json)
  expect(accountProblem(root as unknown as Json, made)).toBeUndefined()
  expect(recordsOf(made)).toEqual([])
  expect(made.issues).toMatchObject([{ code: 'IMP-003', params: { statement } }])
  expect(made.issues[0]?.path).toContain('section[0].emptyReason')
})
