import { expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { allergy, concept, drawn, drawnRecord } from './draw.ts'

const peanut = { system: 'urn:oid:2.16.578.1.12.4.1.1.7514', code: '10', display: 'Peanøtt' }
const brand = { system: 'http://nhn.no/kj/fhir/CodeSystem/DrugTradeName', code: 'ID_1', display: 'Fiktamol' }
const atc = { system: 'http://www.whocc.no/atc', code: 'N02BE01', display: 'Paracetamol' }

test('a code that the tables are sure of has its words in the language', () => {
  const code = { coding: [peanut] }
  expect(drawnRecord(allergy({ code }), 'en').title).toBe('Peanut')
  expect(drawnRecord(allergy({ code }), 'nb').title).toBe('Peanøtt')
  const foreign = { coding: [{ system: 'http://snomed.info/sct', code: '762952008', display: 'Amendoim' }] }
  expect(drawnRecord(allergy({ code: foreign }), 'nb').title).toBe('Peanøtt')
})

test('a row that the tables are not sure of translates nothing', () => {
  const code = { coding: [{ ...peanut, code: '4', display: 'Skalldyr' }] }
  expect(drawnRecord(allergy({ code }), 'en').title).toBe('Skalldyr')
})

test('a code without words is called as its own list calls it, if the tables have it', () => {
  const reaction = [{ manifestation: [concept('urn:oid:2.16.578.1.12.4.1.1.7497', '9')] }]
  const [first] = drawnRecord(allergy({ reaction })).reactions
  expect(first?.manifestations).toEqual([{ code: '9', text: 'Angioødem/alvorlig generalisert urticaria' }])
})

test('a translation that the coding brings along is taken in its language', () => {
  const url = 'http://hl7.org/fhir/StructureDefinition/translation'
  const extension = [
    { url: 'lang', valueCode: 'en-GB' },
    { url: 'content', valueString: 'Penicillins' },
  ]
  const coding = [{ ...atc, display: 'Penicilliner', _display: { extension: [{ url, extension }] } }]
  expect(drawnRecord(allergy({ code: { coding } }), 'en').title).toBe('Penicillins')
  expect(drawnRecord(allergy({ code: { coding } }), 'nb').title).toBe('Penicilliner')
})

test('without words a code stands with its system, and what the author wrote comes first', () => {
  const bare = { coding: [{ system: 'http://example.org/x', code: 'Q1' }] }
  expect(drawnRecord(allergy({ code: bare })).title).toBe('http://example.org/x Q1')
  expect(drawnRecord(allergy({ code: { coding: [{ system: atc.system, code: atc.code }] } })).title).toBe('ATC N02BE01')
  expect(drawnRecord(allergy({ code: { coding: [peanut], text: 'Jordnøtter' } })).title).toBe('Jordnøtter')
})

test('an excipient blames no drug, in words or by code', () => {
  const extension = [{ url: 'http://nhn.no/kj/fhir/StructureDefinition/KjInactiveIngredient', valueBoolean: true }]
  const { title, code, codes } = drawnRecord(allergy({ code: { extension, coding: [atc, brand] } }))
  expect([title, code?.code, codes.length]).toEqual(['Excipient in Fiktamol', 'ID_1', 1])
  expect(drawnRecord(allergy({ code: { extension, coding: [atc] } }), 'nb').title).toBe('Hjelpestoff i legemidlet')
})

test('what specifies a code stands after it; problems with anaesthesia begin with their kind', () => {
  const kind = (number: string) => concept('urn:oid:2.16.578.1.12.4.1.1.7650', number)
  const condition = (code: JsonObject, number: string): JsonObject => ({
    resourceType: 'Condition',
    category: [kind(number)],
    code,
    subject: { reference: 'Patient/p' },
  })
  const { coding } = { coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7518', code: '3', display: 'Transplantat' }] }
  expect(drawnRecord(condition({ coding, text: 'Nyre' }, '7')).title).toBe('Transplantat: Nyre')
  expect(drawnRecord(condition({ ...kind('3'), text: 'Stiv nakke' }, '3'), 'nb').title).toBe(
    'Intubasjonsproblem: Stiv nakke',
  )
  expect(drawnRecord(condition(kind('4'), '4'), 'en').title).toBe('Other problem with anaesthesia')
})

test('who it is about is shown, or hidden where that is asked for; two patients are an error', () => {
  const patient = {
    resourceType: 'Patient',
    id: 'p',
    name: [{ given: ['Kari'], family: 'Nordmann' }],
    birthDate: '1970',
  }
  const bundle = (...resources: JsonObject[]): JsonObject => ({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  })
  const document = bundle(patient, allergy())
  expect(drawn(document).patient).toMatchObject({ isHidden: false, name: 'Kari Nordmann', birthDate: '1970' })
  expect(drawn(document, 'nb', { patient: false }).patient).toEqual({ isHidden: true, identifiers: [] })
  expect(JSON.stringify(drawn(document, 'nb', { patient: false }))).not.toContain('Nordmann')
  const others = [{ ...patient, id: 'q' }, allergy({ id: 'b', patient: { reference: 'Patient/q' } })]
  expect(() => drawn(bundle(patient, allergy(), ...others))).toThrow(/CNV-005/)
})

test('members that every object of JavaScript has are members like any other', () => {
  const hostile = JSON.parse('{"__proto__":{"tone":"active"},"constructor":1,"toString":2}') as JsonObject
  const record = drawnRecord({ ...allergy(), ...hostile, criticality: 'constructor', clinicalStatus: hostile })
  expect([record.tone, record.criticality?.text]).toEqual(['unknown', 'constructor'])
})
