import { describe, expect, test } from 'vitest'
import type { Form, Json, JsonObject } from '../../src/index.ts'
import { accountProblem, clone, to } from '../laws/kit.ts'

/**
 * Eight ways in which other converters are known to change the meaning of a record without a word. Each is a record that
 * they turned into something else; here it has to come out right, and say what happened.
 */
const patient: JsonObject = {
  resourceType: 'Patient',
  id: 'p1',
  name: [{ family: 'Prøve', given: ['Kari'] }],
  birthDate: '1980-05-05',
}

function allergy(changes: JsonObject = {}): JsonObject {
  return {
    resourceType: 'AllergyIntolerance',
    id: 'a1',
    clinicalStatus: status('allergyintolerance-clinical', 'active'),
    verificationStatus: status('allergyintolerance-verification', 'confirmed'),
    category: ['food'],
    code: { coding: [{ system: 'http://snomed.info/sct', code: '102263004' }], text: 'Egg' },
    patient: { reference: 'Patient/p1' },
    ...changes,
  }
}

function status(system: string, code: string): JsonObject {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }] }
}

function bundle(...records: JsonObject[]): JsonObject {
  return { resourceType: 'Bundle', type: 'collection', entry: [patient, ...records].map((resource) => ({ resource })) }
}

function there(form: Form, ...records: JsonObject[]) {
  return to(form, bundle(...records))
}

function allergiesOf(root: Json): JsonObject[] {
  const entries = (root as { entry?: { resource: JsonObject }[] }).entry ?? []
  return entries.map((entry) => entry.resource).filter((one) => one.resourceType === 'AllergyIntolerance')
}

function code(concept: Json | undefined): Json | undefined {
  return (concept as { coding: JsonObject[] } | undefined)?.coding[0]?.code
}

const refuted = allergy({
  clinicalStatus: status('allergyintolerance-clinical', 'inactive'),
  verificationStatus: status('allergyintolerance-verification', 'refuted'),
})

describe('a refuted, inactive allergy', () => {
  test.each<Form>(['eps', 'kj'])('stays refuted and inactive in %s', (form) => {
    const [made] = allergiesOf(there(form, refuted).output.root)
    expect([code(made?.clinicalStatus), code(made?.verificationStatus)]).toEqual(['inactive', 'refuted'])
  })

  test('is avkreftet in ki, and refuted again after the way back', () => {
    const ki = there('ki', refuted).output.root
    expect((ki as { registreringer: JsonObject[] }).registreringer[0]?.status).toBe('avkreftet')
    const [made] = allergiesOf(to('r4', ki).output.root)
    expect([code(made?.clinicalStatus), code(made?.verificationStatus)]).toEqual(['inactive', 'refuted'])
  })

  test('is called refuted in the narrative, in both languages', () => {
    const text = JSON.stringify(there('eps', refuted).output.root)
    expect(text).toContain('Avkreftet: ikke en allergi')
    expect(text).toContain('refuted: not an allergy')
  })

  test('may be kept out of a summary on request, and the ledger says so', () => {
    const made = to('eps', bundle(refuted), { refuted: 'omit' })
    expect(allergiesOf(made.output.root)).toEqual([])
    expect(made.ledger.some((entry) => entry.row === 'eps.refuted' && entry.outcome === 'withheld')).toBe(true)
  })
})

describe('a record entered in error', () => {
  const { clinicalStatus: _, ...rest } = allergy({
    verificationStatus: status('allergyintolerance-verification', 'entered-in-error'),
    code: { text: 'Latexhanske' },
  })

  test('never enters a summary: no entry, no narrative, no attachment', () => {
    const made = there('eps', rest as JsonObject)
    expect(allergiesOf(made.output.root)).toEqual([])
    const text = JSON.stringify(made.output.root)
    expect(text).not.toContain('Latexhanske')
    expect(text).not.toContain('entered-in-error')
    for (const data of text.matchAll(/"data":"([^"]*)"/g))
      expect(Buffer.from(data[1] as string, 'base64').toString()).not.toContain('Latexhanske')
  })

  test('is cut out of the original that rides along for the sake of another record', () => {
    const other = allergy({
      id: 'a2',
      extension: [{ url: 'https://example.org/fhir/StructureDefinition/unknown', valueString: 'kept' }],
    })
    const text = JSON.stringify(there('eps', rest as JsonObject, other).output.root)
    const originals = [...text.matchAll(/"data":"([^"]*)"/g)].map((match) =>
      Buffer.from(match[1] as string, 'base64').toString(),
    )
    expect(originals).toHaveLength(1)
    expect(originals[0]).toContain('kept')
    expect(originals[0]).not.toContain('Latexhanske')
  })

  test('stands in the ledger, leaf by leaf, as withheld', () => {
    const made = there('eps', rest as JsonObject)
    const paths = made.ledger.filter((entry) => entry.outcome === 'withheld').map((entry) => entry.path)
    expect(paths).toContain('Bundle.entry[1].resource.code.text')
    expect(paths).toContain('Bundle.entry[1].resource.verificationStatus.coding[0].code')
  })

  test('is slettet in ki', () => {
    expect(there('ki', rest as JsonObject).output.root).toMatchObject({ registreringer: [{ status: 'slettet' }] })
  })
})

describe('an unconfirmed allergy', () => {
  const unconfirmed = allergy({ verificationStatus: status('allergyintolerance-verification', 'unconfirmed') })

  test.each<Form>(['eps', 'kj'])('stays unconfirmed in %s', (form) => {
    expect(code(allergiesOf(there(form, unconfirmed).output.root)[0]?.verificationStatus)).toBe('unconfirmed')
  })

  test('is mistenkt in ki, and one of which nothing was said has no certainty there', () => {
    expect(there('ki', unconfirmed).output.root).toMatchObject({
      registreringer: [{ status: 'aktiv', sannsynlighet: 'mistenkt' }],
    })
    const { verificationStatus: _, ...silent } = allergy()
    const [record] = (there('ki', silent as JsonObject).output.root as { registreringer: JsonObject[] }).registreringer
    expect(record).not.toHaveProperty('sannsynlighet')
  })
})

describe('criticality, note, local text and unknown extensions', () => {
  const rich = allergy({
    criticality: 'high',
    note: [{ text: 'Tåler bakverk.' }],
    code: { text: 'Hønseegg fra nabogården' },
    extension: [{ url: 'https://example.org/fhir/StructureDefinition/unknown', valueString: 'kept' }],
  })

  test.each<Form>(['ki', 'kj', 'eps'])('survive the way to %s and back', (form) => {
    const made = to('r4', there(form, rich).output.root)
    expect(allergiesOf(made.output.root)[0]).toMatchObject({
      criticality: 'high',
      note: [{ text: 'Tåler bakverk.' }],
      code: { text: 'Hønseegg fra nabogården' },
      extension: [{ url: 'https://example.org/fhir/StructureDefinition/unknown', valueString: 'kept' }],
    })
  })

  test('criticality is never copied to the severity of a reaction', () => {
    expect(JSON.stringify(there('eps', rich).output.root)).not.toContain('severity')
  })
})

test('an onset of 2018-06 keeps its precision, in every form', () => {
  const partial = allergy({ onsetDateTime: '2018-06' })
  for (const form of ['ki', 'kj', 'eps'] as const) {
    const made = there(form, partial)
    expect(allergiesOf(to('r4', made.output.root).output.root)[0]?.onsetDateTime).toBe('2018-06')
    expect(JSON.stringify(made.output.root)).not.toContain('2018-06-')
  }
})

test('the output is the same, byte for byte, on a second run', () => {
  for (const form of ['ki', 'kj', 'eps'] as const) {
    const input = bundle(refuted, allergy({ id: 'a2' }))
    expect(JSON.stringify(to(form, clone(input)).output.root)).toBe(JSON.stringify(to(form, input).output.root))
  }
})

describe('an empty register', () => {
  const sections = (root: Json) =>
    (root as { entry: { resource: { section: JsonObject[] } }[] }).entry[0]?.resource.section ?? []

  test('gives a summary whose empty sections say that nothing is available, never that there is nothing', () => {
    const made = there('eps').output.root
    expect(sections(made)).toHaveLength(5)
    for (const section of sections(made))
      expect(section).toMatchObject({ emptyReason: { coding: [{ code: 'unavailable' }] } })
    const text = JSON.stringify(made)
    for (const forbidden of ['nilknown', '716186003', '160245001', 'no-known']) expect(text).not.toContain(forbidden)
  })

  test('says withheld where a reservation or restriction is known', () => {
    const register = {
      format: 'kritisk-informasjon',
      versjon: '1.0',
      pasient: { navn: { etternavn: 'Prøve' }, fodselsdato: '1980' },
      registreringer: [],
    }
    for (const innsyn of [{ reservasjon: true }, { sperring: true }]) {
      const made = to('eps', { ...register, innsyn }).output.root
      for (const section of sections(made).filter((one) => one.entry === undefined))
        expect(section).toMatchObject({ emptyReason: { coding: [{ code: 'withheld' }] } })
    }
  })
})

test('"no known allergy" of another sender never becomes an allergy', () => {
  const none = allergy({
    code: { coding: [{ system: 'http://snomed.info/sct', code: '716186003', display: 'No known allergy' }] },
  })
  const made = there('ki', none)
  expect(made.output.root).toMatchObject({ registreringer: [] })
  expect(made.issues.map((one) => one.code)).toContain('CNV-012')
})

test('"none" of a section is not taken over, and the ledger says that a statement of absence was left behind', () => {
  const made = there('eps').output.root as { entry: { resource: { section: JsonObject[] } }[] }
  const section = made.entry[0]?.resource.section[0] as JsonObject
  section.emptyReason = {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code: 'nilknown' }],
  }
  const { ledger } = to('ki', made as unknown as Json)
  expect(ledger).toContainEqual(
    expect.objectContaining({ row: 'eps.emptyReason', safety: 'negation', recoverable: false }),
  )
})

test('a modifier extension that nobody here knows keeps its record back', () => {
  const modified = allergy({ modifierExtension: [{ url: 'https://example.org/fhir/not', valueBoolean: true }] })
  for (const form of ['ki', 'kj', 'eps'] as const) {
    const made = there(form, modified)
    expect(JSON.stringify(made.output.root)).not.toContain('102263004')
    expect(made.issues.map((one) => one.code)).toContain('CNV-011')
  }
})

test('a resolved allergy has no place in the register and is kept back, not refuted', () => {
  const made = there('ki', allergy({ clinicalStatus: status('allergyintolerance-clinical', 'resolved') }))
  expect(made.output.root).toMatchObject({ registreringer: [] })
  expect(made.issues.map((one) => one.code)).toEqual(['IMP-002'])
})

test('a reaction to an excipient does not blame the drug in the brand', () => {
  const excipient = allergy({
    category: ['medication'],
    code: {
      extension: [{ url: 'http://nhn.no/kj/fhir/StructureDefinition/KjInactiveIngredient', valueBoolean: true }],
      coding: [
        {
          system: 'http://nhn.no/kj/fhir/CodeSystem/DrugTradeName',
          code: 'ID_1',
          display: 'Fiktamol',
          userSelected: true,
        },
        { system: 'http://www.whocc.no/atc', code: 'N02BE01', display: 'Paracetamol' },
      ],
    },
  })
  const made = to('eps', bundle(excipient), { carry: 'none' })
  expect(JSON.stringify(made.output.root)).not.toContain('N02BE01')
  expect(allergiesOf(made.output.root)[0]).toMatchObject({ code: { text: 'Hjelpestoff i Fiktamol (excipient)' } })
  expect(made.ledger).toContainEqual(
    expect.objectContaining({
      path: 'Bundle.entry[1].resource.code.coding[1].code',
      safety: 'agent',
      recoverable: false,
    }),
  )
  expect(to('ki', made.output.root).output.root).toMatchObject({ registreringer: [{ agens: { hjelpestoff: true } }] })
})

test('what a row leaves out of an extension list takes nothing else with it', () => {
  const coded = (extension: JsonObject[]) =>
    allergy({ code: { coding: [{ system: 'http://snomed.info/sct', code: '102263004', extension }] } })
  const info = { url: 'http://nhn.no/kj/fhir/StructureDefinition/CodeInfoText', valueString: 'read only' }
  const other = { url: 'https://example.org/fhir/StructureDefinition/unknown', valueString: 'kept' }
  const made = to(
    'r4',
    { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: coded([info, other]) }] },
    { from: 'kj' },
  )
  expect(JSON.stringify(made.output.root)).toContain('kept')
  expect(JSON.stringify(made.output.root)).not.toContain('read only')
  expect(made.ledger.filter((entry) => entry.row === 'kj.coding.info')).toHaveLength(2)
})

describe('records never change owner', () => {
  const refused =
    (...entries: JsonObject[]) =>
    () =>
      to('ki', { resourceType: 'Bundle', type: 'collection', entry: entries.map((resource) => ({ resource })) })

  test('two patients in one bundle are refused', () => {
    expect(refused(patient, { ...patient, id: 'p2' }, allergy())).toThrow('CNV-005')
  })

  test('records of two patients are refused, by address or by number', () => {
    expect(refused(allergy(), allergy({ id: 'a2', patient: { reference: 'Patient/p2' } }))).toThrow('CNV-005')
    const of = (value: string) =>
      allergy({ id: `a${value}`, patient: { identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value } } })
    expect(refused(of('1'), of('2'))).toThrow('CNV-005')
  })

  test('a record that refers to somebody else than the patient beside it is refused', () => {
    expect(refused(patient, allergy({ patient: { reference: 'Patient/somebody-else' } }))).toThrow('CNV-005')
  })

  test('a patient given apart must not contradict the records', () => {
    const known = { ...patient, identifier: [{ system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '1' }] }
    const other = { ...patient, identifier: [{ system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '2' }] }
    expect(() =>
      to(
        'eps',
        { resourceType: 'Bundle', type: 'collection', entry: [{ resource: known }, { resource: allergy() }] },
        { patient: other },
      ),
    ).toThrow('CNV-004')
  })
})

test('a summary without demographics is refused, and says what is missing', () => {
  expect(() => to('eps', allergy())).toThrow(/CNV-003.*name and birthDate/)
  expect(to('eps', allergy(), { patient }).leaves.total).toBeGreaterThan(0)
})

describe('translations of codes', () => {
  const record = (agens: JsonObject, reaksjoner: JsonObject[] = []) => ({
    format: 'kritisk-informasjon',
    versjon: '1.0',
    pasient: {},
    registreringer: [
      {
        id: 'a1',
        type: 'annenAllergi',
        status: 'aktiv',
        agens,
        reaksjoner: reaksjoner.length === 0 ? [{ tekst: 'utslett' }] : reaksjoner,
      },
    ],
  })

  test('a code without a sure translation goes as it is, and the ledger says that it was not translated', () => {
    const made = to('eps', {
      ...record({ tekst: 'x' }, [{ kode: '5' }]),
      pasient: { navn: { etternavn: 'Prøve' }, fodselsdato: '1980' },
    })
    expect(made.ledger).toContainEqual(
      expect.objectContaining({ row: 'reaction.translation', outcome: 'narrowed', side: 'output' }),
    )
    expect(allergiesOf(made.output.root)[0]?.reaction).toEqual([
      { manifestation: [{ coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7497', code: '5' }] }] },
    ])
  })

  test('a stated code that looks like a translation is not lost unseen', () => {
    const stated = record({
      koder: [
        { system: '7514', kode: '10' },
        { system: 'SNOMED CT', kode: '762952008', visning: 'Peanut' },
      ],
    })
    const { ledger } = to('r4', stated)
    expect(ledger).toContainEqual(
      expect.objectContaining({ path: 'kritiskInformasjon.registreringer[0].agens.koder[1].kode', outcome: 'derived' }),
    )
  })
})

test('a key named __proto__ is a key like any other: it pollutes nothing and is accounted for', () => {
  const text = JSON.stringify(bundle(allergy())).replaceAll(
    '"resourceType":"AllergyIntolerance"',
    '"__proto__":{"polluted":true},"resourceType":"AllergyIntolerance"',
  )
  for (const form of ['ki', 'kj', 'r4', 'eps'] as const) {
    const root = JSON.parse(text) as Json
    const made = to(form, root)
    expect(accountProblem(root, made)).toBeUndefined()
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    const isKept = JSON.stringify(made.output.root).includes('polluted')
    expect(isKept || made.ledger.some((entry) => entry.path.includes('polluted'))).toBe(true)
  }
})
