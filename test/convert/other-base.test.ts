import { describe, expect, test } from 'vitest'
import { type Form, type Json, type JsonObject, roundtrip, treeOf } from '../../src/index.ts'
import { document, recordOf, resourcesOf } from '../form/eps/records.ts'
import { kit, now, to } from '../laws/kit.ts'

type Person = Readonly<Record<string, Json>>

const kari: Person = {
  identifikator: { type: 'fodselsnummer', verdi: '13897220029' },
  navn: { etternavn: 'Prøve', fornavn: ['Kari'] },
  fodselsdato: '1972-09-13',
}
const ola: Person = {
  identifikator: { type: 'fodselsnummer', verdi: '11886920301' },
  navn: { etternavn: 'Prøve', fornavn: ['Ola'] },
  fodselsdato: '1969-08-11',
}

function without({ identifikator: _, ...rest }: Person, changes: Person = {}): Person {
  return { ...rest, ...changes }
}

/** A document of a person, with these records. */
function of(pasient: Person, ...records: JsonObject[]): Json {
  return { ...(document(...records) as JsonObject), pasient: { ...pasient } }
}

const deleted = recordOf('5', { status: 'slettet' })
const codesOf = (made: { issues: readonly { code: string }[] }) => made.issues.map(({ code }) => code)
const forms: readonly Form[] = ['ki', 'kj', 'r4', 'eps']

describe('a base of another patient', () => {
  const pairs = forms.flatMap((from) => forms.flatMap((form) => forms.map((base) => [from, form, base] as const)))
  test.each(pairs.filter(([from, form]) => from !== form))(
    'is refused: %s to %s with a base in %s',
    (from, form, base) => {
      const input = to(from, of(kari, recordOf('6'))).output.root
      const other = to(base, of(ola, recordOf('10'))).output.root
      expect(() => to(form, input, { base: other })).toThrow('CNV-024')
    },
  )

  test('is refused on a trip there and back', () => {
    const input = treeOf(of(kari, recordOf('6')))
    expect(() => roundtrip(kit, input, 'eps', { now, base: of(ola, recordOf('10')) })).toThrow('CNV-024')
  })

  test('is refused too where its records name the patient and no Patient does', () => {
    const base = to('kj', of(ola, recordOf('6'))).output.root as {
      resourceType: string
      entry: { resource: JsonObject }[]
    }
    const procedure = base.entry.map(({ resource }) => resource).find((one) => one.resourceType === 'Procedure')
    const numbered = { ...procedure, subject: { identifier: { value: '11886920301' } } } as JsonObject
    expect(() => to('eps', of(kari, recordOf('6')), { base: numbered })).toThrow('CNV-024')
  })

  test('is refused if it is of several, of whom the patient is one', () => {
    const own = to('r4', of(kari, recordOf('6'))).output.root as { entry: Json[] }
    const other = to('r4', of(ola, recordOf('10'))).output.root as { entry: Json[] }
    const both = { ...own, entry: [...own.entry, ...other.entry] } as unknown as Json
    expect(() => to('r4', of(kari, recordOf('6')), { base: both })).toThrow('CNV-024')
  })

  test('is refused for the birth date where no number can be compared', () => {
    expect(() => to('r4', of(kari, recordOf('6')), { base: of(without(ola), recordOf('10')) })).toThrow('CNV-024')
  })
})

describe('a base that may be of the same patient', () => {
  const there = (pasient: Person) => to('eps', of(pasient, recordOf('6'), deleted), { carry: 'none' }).output.root
  const typesOf = (root: Json) => (root as { registreringer: JsonObject[] }).registreringer.map(({ type }) => type)

  test('is taken without a word if the number is the same, whatever else was changed', () => {
    const changed = { ...kari, navn: { etternavn: 'Nyprøve' }, fodselsdato: '1972-09-14' }
    const back = to('ki', there(changed), { base: of(kari, recordOf('6'), deleted) })
    expect(codesOf(back)).toEqual([])
    expect(typesOf(back.output.root)).toEqual(['pagaendeBehandling', 'kritiskMedisinskTilstand'])
  })

  test('is taken and told of if no number can be compared and it puts something back', () => {
    const back = to('ki', there(kari), { base: of(without(kari), recordOf('6'), deleted) })
    expect(codesOf(back)).toContain('CNV-025')
    expect(typesOf(back.output.root)).toHaveLength(2)
  })

  test('is not told of if it puts nothing back', () => {
    const record = { id: recordOf('6').id ?? '', type: 'pagaendeBehandling', status: 'aktiv' }
    const there = to('eps', of(kari, record), { carry: 'none' }).output.root
    const base = to('ki', there).output.root as JsonObject
    const back = to('ki', there, { base: { ...base, pasient: { ...without(base.pasient as Person) } } })
    expect(codesOf(back)).toEqual([])
  })
})

describe('a number without a system', () => {
  const patientOf = (root: Json) =>
    resourcesOf(root).find(({ resourceType }) => resourceType === 'Patient') as JsonObject
  function numbered(value: string): Json {
    const root = to('r4', of(kari, recordOf('6'))).output.root
    for (const one of resourcesOf(root)) if (one.resourceType === 'Procedure') one.subject = { identifier: { value } }
    return root
  }

  test("of another person is not taken for the patient's", () => {
    expect(() => to('ki', numbered('11886920301'))).toThrow('CNV-005')
    expect(() => to('ki', numbered('11886920301'), { patient: patientOf(to('r4', of(kari)).output.root) })).toThrow(
      'CNV-00',
    )
  })

  test('is the patient’s if it is one of the patient’s, or of a kind that the patient has none of', () => {
    for (const value of ['13897220029', '53897220029', 'L-17']) expect(() => to('ki', numbered(value))).not.toThrow()
  })

  test('of another person is held against --patient', () => {
    const record = resourcesOf(numbered('11886920301')).find(
      ({ resourceType }) => resourceType === 'Procedure',
    ) as JsonObject
    const patient = patientOf(to('r4', of(kari)).output.root)
    expect(() => to('eps', record, { patient })).toThrow('CNV-004')
  })
})

describe('a record of the base that did not come back from the trip', () => {
  const person: JsonObject = {
    resourceType: 'Patient',
    id: 'p',
    identifier: [{ system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '13897220029' }],
  }
  const bundle = (...records: JsonObject[]): Json => ({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [person, ...records].map((resource) => ({ fullUrl: `urn:uuid:${String(resource.id)}`, resource })),
  })
  /** NHN's records hold no Condition that was never confirmed, nor one that is over. */
  function condition(clinical: string, verification: string): JsonObject {
    const [made] = resourcesOf(to('kj', of(kari, recordOf('5'))).output.root).filter(
      ({ resourceType }) => resourceType === 'Condition',
    )
    return {
      ...made,
      subject: { reference: 'urn:uuid:p' },
      clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/condition-clinical', clinical),
      verificationStatus: coded('http://terminology.hl7.org/CodeSystem/condition-ver-status', verification),
    }
  }
  const coded = (system: string, code: string): JsonObject => ({ coding: [{ system, code }] })
  const base = bundle(condition('active', 'unconfirmed'))
  const { meta: _, ...edited } = condition('resolved', 'confirmed')
  const statesOf = (root: Json) =>
    resourcesOf(root).flatMap(({ clinicalStatus }) => (clinicalStatus === undefined ? [] : [clinicalStatus]))

  test('is there if the input says nothing of it', () => {
    const back = to('kj', bundle(), { from: 'r4', base })
    expect(statesOf(back.output.root)).toEqual([condition('active', 'unconfirmed').clinicalStatus])
  })

  test('does not stand as it was if the input says something else of it', () => {
    const back = to('kj', bundle(edited), { from: 'r4', base })
    expect(codesOf(back)).toContain('CNV-010')
    expect(statesOf(back.output.root)).toEqual([])
  })

  test('does not stand as it was where the base is that record alone', () => {
    const [only] = resourcesOf(base).filter(({ resourceType }) => resourceType === 'Condition')
    const back = to('kj', bundle(edited), {
      from: 'r4',
      base: { ...only, subject: { identifier: { value: '13897220029' } } } as Json,
    })
    expect(JSON.stringify(back.output.root)).not.toContain('unconfirmed')
  })
})

test('a base that is one resource alone takes the changes of its record', () => {
  const refuted = recordOf('5', { status: 'avkreftet' })
  const alone = resourcesOf(to('kj', of(kari, recordOf('5'))).output.root).find(
    ({ resourceType }) => resourceType === 'Condition',
  ) as JsonObject
  const base = { ...alone, subject: { identifier: { value: '13897220029' } } }
  const back = to('kj', of(kari, refuted), { base })
  const made = resourcesOf(back.output.root).filter(({ resourceType }) => resourceType === 'Condition')
  expect(made).toMatchObject([{ verificationStatus: { coding: [{ code: 'refuted' }] } }])
  expect(JSON.stringify(back.output.root)).not.toContain('confirmed')
})
