import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Form, type Json, type JsonObject, readDocument } from '../../src/index.ts'
import { accountProblem, clone, to } from '../laws/kit.ts'

/**
 * What other converters do to allergies they would do to treatments, implants, changes of procedure and limitations of
 * treatment: the same eight traps, for the five kinds.
 */
const patient = { resourceType: 'Patient', id: 'p1', name: [{ family: 'Prøve' }], birthDate: '1950' }
const subject = { reference: 'Patient/p1' }
const kind = (code: string) => ({ coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7650', code }] })
const foreign = { url: 'https://example.org/fhir/StructureDefinition/unknown', valueString: 'kept' }
const noted = { url: 'http://hl7.org/fhir/StructureDefinition/note', valueAnnotation: { text: 'Ring først.' } }
const note = [{ text: 'Ring først.' }]

interface Case {
  readonly record: JsonObject
  /** Section of a summary that the record stands in. */
  readonly section: string
}

const cases: Readonly<Record<string, Case>> = {
  Procedure: {
    record: {
      resourceType: 'Procedure',
      id: 'a',
      extension: [foreign],
      status: 'in-progress',
      category: kind('6'),
      code: { text: 'Warfarin' },
      subject,
      performedDateTime: '2018-06',
      note,
    },
    section: '47519-4',
  },
  DeviceUseStatement: {
    record: {
      resourceType: 'DeviceUseStatement',
      id: 'a',
      extension: [foreign],
      status: 'active',
      subject,
      timingPeriod: { start: '2018-06' },
      device: { reference: 'Device/d1' },
      note,
    },
    section: '46264-8',
  },
  Flag: {
    record: {
      resourceType: 'Flag',
      id: 'a',
      extension: [noted, foreign],
      status: 'active',
      category: [kind('9')],
      code: { text: 'Warfarin' },
      subject,
      period: { end: '2018-06' },
    },
    section: '104605-1',
  },
  Consent: {
    record: {
      resourceType: 'Consent',
      id: 'a',
      extension: [noted, foreign],
      status: 'active',
      scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'adr' }] },
      category: [kind('8')],
      patient: subject,
      dateTime: '2018-06',
      policyRule: { coding: [{ code: '1' }] },
    },
    section: '42348-3',
  },
}
const device = { resourceType: 'Device', id: 'd1', type: { text: 'Warfarinpumpe' } }
const names = Object.keys(cases)

function bundle(name: string, changes: JsonObject = {}): JsonObject {
  const record = { ...(cases[name] as Case).record, ...changes }
  const parts = [patient, ...(name === 'DeviceUseStatement' ? [device] : []), record]
  return { resourceType: 'Bundle', type: 'collection', entry: parts.map((resource) => ({ resource })) }
}

const there = (form: Form, name: string, changes: JsonObject = {}) => to(form, bundle(name, changes))

function resourcesOf(root: Json): JsonObject[] {
  return ((root as { entry?: { resource: JsonObject }[] }).entry ?? []).map(({ resource }) => resource)
}

/** All text of a document, its attachments unpacked. */
function unpacked(root: Json): string {
  const text = JSON.stringify(root)
  const attached = [...text.matchAll(/"data":"([^"]*)"/g)].map(([, data]) =>
    Buffer.from(data ?? '', 'base64').toString(),
  )
  return [text, ...attached].join('\n')
}

const modifier = { modifierExtension: [{ url: 'urn:kritinfo:StructureDefinition:avkreftet', valueBoolean: true }] }

describe.each(names)('%s', (name) => {
  test('that is refuted is in no summary: no entry, no alert, no narrative, no attachment', () => {
    const made = there('eps', name, { ...modifier, status: name === 'Procedure' ? 'unknown' : 'inactive' })
    expect(unpacked(made.output.root)).not.toContain('Ring først')
    expect(resourcesOf(made.output.root).filter((one) => one.resourceType === 'Flag')).toEqual([])
    expect(made.ledger.some(({ outcome, path }) => outcome === 'withheld' && path.endsWith('.status'))).toBe(true)
  })

  test('that was entered in error is in no summary either, and slettet in ki', () => {
    const made = there('eps', name, { status: 'entered-in-error' })
    expect(unpacked(made.output.root)).not.toMatch(/Ring først|entered-in-error/)
    expect(there('ki', name, { status: 'entered-in-error' }).output.root).toMatchObject({
      registreringer: [{ status: 'slettet' }],
    })
  })

  test.each<Form>(['ki', 'kj', 'eps'])('keeps note, words, and unknown extensions on the way over %s', (form) => {
    const back = resourcesOf(to('r4', there(form, name).output.root).output.root)
    const record = back.find((one) => one.resourceType === name)
    const text = JSON.stringify(back)
    expect(JSON.stringify(record)).toContain('Ring først.')
    expect(record?.extension).toContainEqual(foreign)
    if (name !== 'Consent') expect(text).toContain('Warfarin')
  })

  test.each<Form>(['ki', 'kj', 'eps'])('keeps the month that was stated, and no day, in %s', (form) => {
    const made = there(form, name)
    expect(unpacked(made.output.root)).toContain('2018-06')
    expect(unpacked(made.output.root)).not.toContain('2018-06-')
    expect(unpacked(to('r4', made.output.root).output.root)).not.toContain('2018-06-')
  })

  test.each<Form>(['ki', 'kj', 'eps'])(
    'is written to %s byte for byte the same twice, every leaf accounted for',
    (form) => {
      const made = there(form, name)
      expect(JSON.stringify(to(form, clone(bundle(name))).output.root)).toBe(JSON.stringify(made.output.root))
      expect(accountProblem(bundle(name), made)).toBeUndefined()
    },
  )

  test('stands in its section, and every other section says why it is empty', () => {
    const [composition] = resourcesOf(there('eps', name).output.root) as [{ section: JsonObject[] }]
    for (const section of composition.section) {
      const code = (section.code as { coding: { code: string }[] }).coding[0]?.code
      if (code === cases[name]?.section) expect(section.entry).toBeDefined()
      expect((section.entry === undefined) !== (section.emptyReason === undefined)).toBe(true)
    }
    expect(JSON.stringify(composition)).not.toMatch(/nilknown|no-known/)
  })

  test('with a modifier that nobody here knows is kept back', () => {
    const changes = { modifierExtension: [{ url: 'https://example.org/fhir/not', valueBoolean: true }] }
    for (const form of ['ki', 'kj', 'eps'] as const) {
      const made = there(form, name, changes)
      expect(unpacked(made.output.root)).not.toContain('Ring først')
      expect(made.issues.map(({ code }) => code)).toContain('CNV-011')
    }
  })
})

test('what a whole register holds of refuted and deleted records stays out of its summary, attachments unpacked', () => {
  const { root } = readDocument(readFileSync('examples/whole-register/eps.json'))
  const text = unpacked(root)
  const hidden = [
    'Registrert på feil pasient',
    'Høydose steroider',
    'Hjerteklaff, mekanisk',
    'Erstattet av behandlingsavklaring',
    'Ønsker ikke blodprodukter',
    'Trenger tolk',
  ]
  for (const secret of hidden) expect(text).not.toContain(secret)
  expect(text).toContain('Venteliste for transplantasjon')
})
