import { expect, test } from 'vitest'
import { conformanceIndex, openPackage } from '../../../src/definition/package.ts'
import type { Json, JsonObject } from '../../../src/document/json.ts'
import { treeOf } from '../../../src/document/tree.ts'
import { standardValidation, type ValidationKit, validate, validationOf } from '../../../src/validate.ts'

const url = 'https://example.com/Questionnaire/a'
const url2 = 'https://example.com/Questionnaire/b'
const enableWhen = {
  url: 'http://phr.kanta.fi/StructureDefinition/fiphr-ext-questionnaire-enablewhen',
  valueString: `item.where(linkId = 'a').answer.value.ofType(boolean)`,
}
const questions = [
  { linkId: 'a', type: 'boolean', required: true },
  { linkId: 'b', type: 'boolean', required: true, extension: [enableWhen] },
]
const questionnaire: JsonObject = {
  resourceType: 'Questionnaire',
  url,
  version: '1.0.0',
  status: 'active',
  item: questions,
}
const other: JsonObject = { ...questionnaire, url: url2, version: '2.0.0', item: [] }

/** The standard kit with the questionnaires of a package. */
function kit(): ValidationKit {
  const files = new Map<string, Json>([questionnaire, other].map((one, at) => [`${at}.json`, one]))
  const { others } = openPackage(files)
  const index = conformanceIndex(others)
  const { definitions, terminology } = standardValidation()
  return validationOf(definitions, terminology, { resource: (canonical) => index.find(canonical)?.resource })
}

function told(members: JsonObject, given: ValidationKit = kit()): string[] {
  const response = { resourceType: 'QuestionnaireResponse', status: 'completed', ...members }
  const { issues, notChecked } = validate(given, treeOf(response))
  return [...issues, ...notChecked]
    .filter(({ code }) => code.startsWith('QRS'))
    .map(({ code, path }) => `${code} ${path}`)
}

test('a response that names no questionnaire, or one that is not at hand', () => {
  expect(told({})).toEqual(['QRS-001 QuestionnaireResponse'])
  expect(told({ questionnaire: 'urn:x' })).toEqual(['QRS-002 QuestionnaireResponse.questionnaire'])
  expect(told({ questionnaire: url }, standardValidation())).toEqual(['QRS-002 QuestionnaireResponse.questionnaire'])
  expect(told({ questionnaire: `${url}|2.0.0` })).toEqual(['QRS-002 QuestionnaireResponse.questionnaire'])
})

test('the questionnaire of a package, with its expressions', () => {
  const given = (value: boolean) => ({ item: [{ linkId: 'a', answer: [{ valueBoolean: value }] }] })
  expect(told({ questionnaire: url })).toEqual(['QRS-010 QuestionnaireResponse'])
  expect(told({ questionnaire: `${url}|1.0.0`, ...given(false) })).toEqual([])
  expect(told({ questionnaire: url, ...given(true) })).toEqual(['QRS-010 QuestionnaireResponse'])
  expect(told({ questionnaire: url2, ...given(true) })).toEqual(['QRS-005 QuestionnaireResponse.item[0].linkId'])
})

test('a questionnaire that the response contains, without its expressions', () => {
  const members = { contained: [{ ...questionnaire, id: 'q' }], questionnaire: '#q' }
  expect(told(members)).toEqual(['QRS-010 QuestionnaireResponse', 'QRS-040 QuestionnaireResponse'])
  expect(told({ questionnaire: '#q' })).toEqual(['QRS-002 QuestionnaireResponse.questionnaire'])
})

test('a response in a Bundle', () => {
  const resource = { resourceType: 'QuestionnaireResponse', status: 'completed', questionnaire: url }
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ fullUrl: 'urn:x', resource }] }
  const { issues } = validate(kit(), treeOf(bundle))
  expect(issues.filter(({ code }) => code === 'QRS-010').map(({ path }) => path)).toEqual(['Bundle.entry[0].resource'])
})
