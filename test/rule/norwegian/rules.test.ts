import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isObject, type Json, type JsonObject } from '../../../src/document/json.ts'
import { catalogue } from '../../../src/issue/catalogue.ts'
import { checkCode } from '../../../src/rule/norwegian/code.ts'
import { checkIdentifier } from '../../../src/rule/norwegian/identifier.ts'
import { checkUpdate } from '../../../src/rule/norwegian/kj-update.ts'
import { checkKj, kjRules } from '../../../src/rule/norwegian/rules.ts'
import { stories } from '../../stories.ts'
import { placesOf } from '../codes.ts'

const profiles = 'http://nhn.no/kj/fhir/StructureDefinition/'
const systems = 'http://nhn.no/kj/fhir/CodeSystem/'
const register = 'urn:oid:2.16.578.1.12.4.1.'

function check(resource: JsonObject): string[] {
  return placesOf((report) => checkKj(resource, undefined, [], report))
}

function kj(profile: string, more: JsonObject): JsonObject {
  const resourceType = /^Kj(AllergyIntolerance|Condition|Consent|Flag|Procedure)/.exec(profile)?.[1] ?? ''
  return { resourceType, meta: { profile: [profiles + profile] }, ...more }
}

const concept = (...codes: string[]): JsonObject => ({ coding: codes.map((code) => ({ code })) })
const coding = (system: string, code: string): JsonObject => ({ coding: [{ system, code }] })

describe('numbers', () => {
  const rows: readonly (readonly [system: string, value: string, ...codes: string[]])[] = [
    [`${register}4.1`, '13097248022'],
    [`${register}4.1`, '10086055555', 'NOR-003 identifier.0.value'],
    [`${register}4.1`, '123', 'NOR-001 identifier.0.value'],
    [`${register}4.1`, '13137248022', 'NOR-002 identifier.0.value'],
    [`${register}4.1`, '53097248016', 'NOR-004 identifier.0.system'],
    [`${register}4.2`, '13097248022', 'NOR-004 identifier.0.system'],
    [`${register}4.2`, '53097248016'],
    ['http://hl7.no/fhir/NamingSystem/FNR', '13097248023', 'NOR-003 identifier.0.value'],
    [`${register}4.3`, '02013299987', 'NOR-003 identifier.0.value'],
    [`${register}4.4`, '222200063'],
    [`${register}4.4`, '2222000631', 'NOR-001 identifier.0.value'],
    [`${register}4.5`, '201017238203'],
    [`${register}4.5`, '2010172382', 'NOR-001 identifier.0.value'],
    [`${register}4.101`, '100100223'],
    [`${register}4.101`, '100100224', 'NOR-003 identifier.0.value'],
    ['http://data.brreg.no/begrep/28155', '100100224', 'NOR-003 identifier.0.value'],
    [`${register}2.101`, '100100223', 'NOR-006 identifier.0.system'],
    [`${register}4.102`, '4211234'],
    [`${register}4.102`, 'x', 'NOR-001 identifier.0.value'],
    [`${register}4.107`, '1001'],
    [`${register}4.107`, '1000', 'NOR-001 identifier.0.value'],
    [`${register}2`, '8095225'],
    [`${register}2`, '8095225-1', 'NOR-001 identifier.0.value'],
    ['2.16.578.1.12.4.1.4.1', '13097248022', 'NOR-005 identifier.0.system'],
    ['https://example.org/ids', '10086055555'],
  ]
  for (const [system, value, ...found] of rows) {
    test(`${system} ${value}`, () => {
      expect(placesOf((report) => checkIdentifier(system, value, ['identifier', 0], report))).toEqual(found)
    })
  }
})

describe('codes', () => {
  const guid = '35BFDFE2-90EF-48C5-A171-DDCC86D45076'
  const rows: readonly (readonly [system: string, code: string, good: boolean])[] = [
    [`${systems}ATC`, 'J01CE02', true],
    [`${systems}ATC`, 'J01CE', true],
    [`${systems}ATC`, 'J01C', true],
    [`${systems}ATC`, 'V08', true],
    [`${systems}ATC`, 'J01', false],
    [`${systems}ATC`, 'j01ce02', false],
    ['http://www.whocc.no/atc', 'J01', true],
    ['http://www.whocc.no/atc', 'J', true],
    ['http://www.whocc.no/atc', 'J0', false],
    [`${systems}DrugTradeName`, `ID_${guid}`, true],
    [`${systems}DrugTradeName`, guid, false],
    [`${systems}ActiveSubstance`, `ID_${guid.toLowerCase()}`, false],
    [`${register}1.7110`, 'E27.1', true],
    [`${register}1.7110`, 'E271', true],
    [`${register}1.7110`, 'E27', true],
    [`${register}1.7110`, '27.1', false],
    ['http://example.org/cs', '27.1', true],
  ]
  for (const [system, code, good] of rows) {
    test(`${system} ${code}`, () => {
      const found = placesOf((report) => checkCode(system, code, ['code', 'coding', 0], report))
      expect(found).toEqual(good ? [] : ['NOR-010 code.coding.0.code'])
    })
  }
})

describe('status', () => {
  const presumed = { coding: [{ system: 'x' }], extension: [{ url: `${profiles}KjPresumed`, valueBoolean: true }] }
  const rows: readonly (readonly [
    clinical: string,
    certainty: string | JsonObject,
    allergy: string[],
    condition: string[],
  ])[] = [
    ['active', 'confirmed', [], []],
    ['active', 'unconfirmed', [], ['NOR-020 ']],
    ['active', presumed, [], ['NOR-020 ']],
    ['active', { coding: [{ system: 'x' }] }, ['NOR-021 verificationStatus'], ['NOR-021 verificationStatus']],
    [
      'active',
      { ...presumed, coding: [{ code: 'confirmed' }] },
      ['NOR-021 verificationStatus'],
      ['NOR-021 verificationStatus'],
    ],
    ['inactive', 'refuted', [], []],
    ['active', 'refuted', ['NOR-020 '], ['NOR-020 ']],
    ['inactive', 'confirmed', ['NOR-020 '], ['NOR-020 ']],
    ['inactive', 'entered-in-error', [], []],
  ]
  for (const [clinical, certainty, allergy, condition] of rows) {
    test(`${clinical} ${JSON.stringify(certainty)}`, () => {
      const verificationStatus = typeof certainty === 'string' ? concept(certainty) : certainty
      const status = { clinicalStatus: concept(clinical), verificationStatus }
      expect(check(kj('KjAllergyIntolerance', status))).toEqual(allergy)
      expect(check(kj('KjConditionCriticalMedicalCondition', status))).toEqual(condition)
    })
  }

  test('a resource that claims no profile of NHN may say what it likes', () => {
    const status = { clinicalStatus: concept('active'), verificationStatus: concept('refuted') }
    expect(check({ resourceType: 'AllergyIntolerance', ...status })).toEqual([])
  })
})

describe('contents', () => {
  const excipient = { extension: [{ url: `${profiles}kjinactiveingredient`, valueBoolean: true }] }
  const brand = coding(`${systems}DrugTradeName`, 'ID_35BFDFE2-90EF-48C5-A171-DDCC86D45076')
  const consent = (kind: string, rule: string, scope: string): JsonObject =>
    kj('KjConsent', { category: [concept(kind)], policyRule: concept(rule), scope: concept(scope) })
  const note = (length: number): JsonObject => ({ note: [{ text: 'x'.repeat(length) }] })
  const reason = (length: number): JsonObject =>
    kj('KjConsentBehandlingsavklaring', {
      extension: [{ url: `${profiles}behandlingsavklaring-hlr-minus-reason`, valueString: 'x'.repeat(length) }],
    })
  const several = (chosen: number): JsonObject => ({
    code: {
      coding: [0, 1].map((index) => ({ code: String(index), ...(index < chosen ? { userSelected: true } : {}) })),
    },
  })
  const anaesthesia = (kind: string, code: string): JsonObject =>
    kj('KjConditionComplicationsOfAnesthesia', { category: [concept(kind)], code: concept(code) })
  const diagnosis = (code: string): JsonObject =>
    kj('KjConditionCriticalMedicalCondition', { code: coding(`${register}1.7110`, code) })
  const rows: readonly (readonly [why: string, resource: JsonObject, ...found: string[]])[] = [
    ['excipient with brand', kj('KjAllergyIntolerance', { code: { ...brand, ...excipient } })],
    [
      'excipient alone',
      kj('KjAllergyIntolerance', { code: { ...coding(`${systems}ATC`, 'J01C'), ...excipient } }),
      'NOR-022 code',
    ],
    ['anaesthesia', anaesthesia('3', '3')],
    ['anaesthesia, other code', anaesthesia('3', '4'), 'NOR-023 code'],
    ['infection', kj('KjConditionInfection', { code: concept('x') })],
    ['infection with text', kj('KjConditionInfection', { code: { text: 'x' } }), 'NOR-024 code.text'],
    ['diagnosis', diagnosis('E27.1')],
    ['diagnosis of chapter XXI', diagnosis('Z88.0'), 'NOR-025 code'],
    ['diagnosis of chapter XX', diagnosis('Y40.0'), 'NOR-025 code'],
    ['diagnosis of chapter XXII', diagnosis('U07.1')],
    ['two codings, one chosen', kj('KjAllergyIntolerance', several(1))],
    ['two codings, none chosen', kj('KjAllergyIntolerance', several(0)), 'NOR-026 code.coding'],
    ['two codings, both chosen', kj('KjAllergyIntolerance', several(2)), 'NOR-026 code.coding'],
    ['consent 8', consent('8', '1', 'adr')],
    ['consent 8, wrong rule', consent('8', '2', 'adr'), 'NOR-027 policyRule'],
    ['consent 11', consent('11', '2', 'treatment')],
    ['consent 11, wrong scope', consent('11', '2', 'adr'), 'NOR-027 scope'],
    ['note of 500', kj('KjConditionInfection', note(500))],
    ['note of 501', kj('KjConditionInfection', note(501)), 'NOR-028 note.0.text'],
    ['note of 501 where no limit is stated', kj('KjAllergyIntolerance', note(501)), 'NOR-029 note.0.text'],
    ['reason of 80', reason(80)],
    ['reason of 81', reason(81), 'NOR-028 extension.0'],
  ]
  for (const [why, resource, ...found] of rows) test(why, () => expect(check(resource)).toEqual(found))

  test('one active limitation of treatment a patient', () => {
    const entry = (kind: string, status: string, reference: string) => ({
      resource: kj('KjConsent', { status, category: [concept(kind)], patient: { reference } }),
    })
    const bundle = (...entries: JsonObject[]): JsonObject => ({ resourceType: 'Bundle', entry: entries })
    expect(check(bundle(entry('8', 'active', 'a'), entry('11', 'active', 'a')))).toEqual(['NOR-030 entry.1.resource'])
    expect(check(bundle(entry('8', 'inactive', 'a'), entry('11', 'active', 'a')))).toEqual([])
    expect(check(bundle(entry('8', 'active', 'a'), entry('11', 'active', 'b')))).toEqual([])
  })
})

describe('updates', () => {
  const base = kj('KjAllergyIntolerance', { category: ['medication'], code: concept('x') })
  const old = { ...base, meta: { profile: [`${profiles}KjAllergyIntolerance`], versionId: '1' } }
  const update = (more: JsonObject) => placesOf((report) => checkUpdate({ ...old, ...more }, old, [], report))

  test('what may change, and what may not', () => {
    expect(update({ note: [{ text: 'x' }] })).toEqual([])
    expect(update({ code: concept('y') })).toEqual(['NOR-040 code'])
    expect(update({ category: ['food'] })).toEqual(['NOR-040 category'])
    expect(update({ meta: { versionId: '2' } })).toEqual(['NOR-041 meta.versionId'])
    expect(update({ verificationStatus: concept('entered-in-error') })).toEqual(['NOR-042 '])
  })

  test('of a Consent the rule and the scope are frozen too', () => {
    const consent = { resourceType: 'Consent', category: [concept('8')], scope: concept('adr') }
    const changed = { ...consent, scope: concept('treatment') }
    expect(placesOf((report) => checkUpdate(changed, consent, [], report))).toEqual(['NOR-040 scope'])
  })
})

/** A story of an infection that has a name in text only, which NHN has asked not to get since February 2025. */
const trueFindings = ['examples/mrsa-infection/kj.json: NOR-024 code.text']

test('the examples give no alarm but the true one', () => {
  const found: string[] = []
  const each = (value: Json, name: string): void => {
    if (Array.isArray(value)) for (const one of value) each(one, name)
    if (!isObject(value)) return
    if (typeof value.resourceType === 'string') for (const line of check(value)) found.push(`${name}: ${line}`)
    for (const { resource } of (Array.isArray(value.entry) ? value.entry : []) as { resource: JsonObject }[]) {
      each(resource, name)
    }
  }
  for (const story of stories) {
    for (const form of ['kj', 'r4', 'eps']) {
      const path = `examples/${story}/${form}.json`
      each(JSON.parse(readFileSync(path, 'utf8')) as Json, path)
    }
  }
  expect(found).toEqual(trueFindings)
})

test('the rules are listed in the order of their codes, and each code has a page to cite', () => {
  const codes = kjRules.flatMap((rule) => rule.codes)
  expect([...codes].sort()).toEqual(codes)
  for (const code of codes) expect(catalogue[code].cite).toMatch(/^https:/)
})
