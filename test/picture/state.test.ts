import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { isObject, type Json, type JsonObject, objectsIn } from '../../src/document/json.ts'
import { treeOf } from '../../src/document/tree.ts'
import { refutedUrl } from '../../src/form/import.ts'
import { standardToolkit } from '../../src/toolkit.ts'
import { allergy, drawnRecord } from './draw.ts'

const base = 'http://terminology.hl7.org/CodeSystem/'
const presumedUrl = 'http://nhn.no/kj/fhir/StructureDefinition/KjPresumed'

function status(system: string, code: string | undefined, presumed?: boolean): JsonObject | undefined {
  const extension = presumed === undefined ? {} : { extension: [{ url: presumedUrl, valueBoolean: presumed }] }
  if (code === undefined) return presumed === undefined ? undefined : extension
  const coding = code === 'blank' ? { system: `${base}${system}` } : { system: `${base}${system}`, code }
  return { ...extension, coding: [coding] }
}

function without(resource: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(resource).filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

const codes = ['unconfirmed', 'presumed', 'confirmed', 'refuted', 'entered-in-error', 'blank', 'nonsense', undefined]
const allergies = ['active', 'inactive', 'resolved', 'nonsense', undefined].flatMap((clinical) =>
  codes.flatMap((code) =>
    [true, false, undefined].map((presumed) =>
      without({
        ...allergy(),
        clinicalStatus: status('allergyintolerance-clinical', clinical),
        verificationStatus: status('allergyintolerance-verification', code, presumed),
      }),
    ),
  ),
)
const clinicals = ['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved', 'nonsense', undefined]
const conditions = clinicals.flatMap((clinical) =>
  [...codes, 'provisional', 'differential'].map((code) =>
    without({
      resourceType: 'Condition',
      id: 'c',
      clinicalStatus: status('condition-clinical', clinical),
      verificationStatus: status('condition-ver-status', code),
      code: { text: 'Epilepsi' },
      subject: { reference: 'Patient/p' },
    }),
  ),
)
const plain: Readonly<Record<string, readonly string[]>> = {
  Procedure: [
    'preparation',
    'in-progress',
    'not-done',
    'on-hold',
    'stopped',
    'completed',
    'entered-in-error',
    'unknown',
  ],
  DeviceUseStatement: ['active', 'completed', 'entered-in-error', 'intended', 'stopped', 'on-hold'],
  Flag: ['active', 'inactive', 'entered-in-error'],
  Consent: ['draft', 'proposed', 'active', 'rejected', 'inactive', 'entered-in-error'],
}
const others = Object.entries(plain).flatMap(([resourceType, words]) =>
  [...words, 'nonsense', undefined].flatMap((word) =>
    [true, false, undefined].map((refuted) =>
      without({
        resourceType,
        id: 'o',
        status: word,
        modifierExtension: refuted === undefined ? undefined : [{ url: refutedUrl, valueBoolean: refuted }],
        category: categoryOf(resourceType),
        code: { text: 'Noe' },
        [resourceType === 'Consent' ? 'patient' : 'subject']: { reference: 'Patient/p' },
      }),
    ),
  ),
)

function categoryOf(type: string): Json | undefined {
  const kind = { Procedure: '6', Flag: '9', Consent: '8' }[type]
  if (kind === undefined) return undefined
  const made = { coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7650', code: kind }] }
  return type === 'Procedure' ? made : [made]
}

/** What conversion makes of it in the Norwegian form; undefined if it keeps the record back. */
function converted(resource: JsonObject): JsonObject | undefined {
  const options = { to: 'ki', now: '2026-01-01T00:00:00Z', import: 'all', patient } as const
  const { root } = convert(standardToolkit(), treeOf(resource), options).output
  return objectsIn(isObject(root) ? root.registreringer : undefined)[0]
}
const patient: JsonObject = {
  resourceType: 'Patient',
  identifier: [{ system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '13897220029' }],
  name: [{ family: 'Nordmann' }],
  birthDate: '1972-09-13',
}

const tones: Readonly<Record<string, string>> = { aktiv: 'active', avkreftet: 'refuted', slettet: 'entered-in-error' }
const certainties: Readonly<Record<string, string>> = {
  mistenkt: 'unconfirmed',
  sannsynlig: 'presumed',
  bekreftet: 'confirmed',
}
/** The register has no conditions that are suspected, or have come back and nobody says how surely; others have. */
const suspected: ReadonlySet<string> = new Set(['unconfirmed', 'provisional', 'differential'])

test('every combination of statuses is read as conversion reads it', () => {
  const all = [...allergies, ...conditions, ...others]
  expect(all.length).toBeGreaterThan(250)
  const differing = all.filter((resource) => {
    const made = converted(resource)
    const { tone, certainty, type } = drawnRecord(resource)
    if (made === undefined) {
      const isSuspected = type === 'Condition' && (certainty === undefined || suspected.has(certainty.code ?? ''))
      return tone === 'refuted' || tone === 'entered-in-error' || (tone === 'active' && !isSuspected)
    }
    if (tone !== tones[String(made.status)]) return true
    return typeof made.sannsynlighet === 'string' && certainty?.code !== certainties[made.sannsynlighet]
  })
  expect(differing).toEqual([])
})

test('a status of an older FHIR, in words or with two meanings is unknown, and says so', () => {
  const statuses: readonly Json[] = [
    { text: 'Active' },
    'active',
    { coding: [{ system: 'http://hl7.org/fhir/allergy-clinical-status', code: 'active' }] },
    { coding: ['active', 'resolved'].map((code) => ({ system: `${base}allergyintolerance-clinical`, code })) },
  ]
  for (const clinicalStatus of statuses) {
    const { tone, toneText, warnings } = drawnRecord(allergy({ clinicalStatus }))
    expect([tone, toneText, warnings.map(({ kind }) => kind)]).toEqual(['unknown', 'STATUS UNKNOWN', ['status']])
  }
})

test('a code of another system that says the same hides nothing, and one that nobody here knows makes the status unknown', () => {
  const required = { system: `${base}allergyintolerance-verification`, code: 'refuted' }
  const tone = (other: JsonObject) => drawnRecord(allergy({ verificationStatus: { coding: [other, required] } })).tone
  expect(tone({ system: 'http://snomed.info/sct', code: '410516002' })).toBe('refuted')
  expect(tone({ system: 'http://example.org/local', code: 'X1' })).toBe('unknown')
})

test.each([
  { modifierExtension: [{ url: 'http://example.org/not', valueBoolean: true }] },
  { implicitRules: 'http://example.org/rules' },
  { reaction: [{ modifierExtension: [{ url: 'http://example.org/not', valueBoolean: true }] }] },
])('a modifier that is not understood is not to be relied on: %j', (more) => {
  const { tone, warnings } = drawnRecord(allergy(more as JsonObject))
  expect([tone, warnings[0]?.kind]).toEqual(['unknown', 'modifier'])
  expect(warnings[0]?.text).toContain('Do not rely')
})
