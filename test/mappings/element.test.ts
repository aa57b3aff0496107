import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fhirModel } from '../../src/index.ts'
import { kiLists, resolveElement } from '../../src/mapping/element.ts'
import { elementModel } from '../../src/mapping/lay-over.ts'

interface Schema {
  readonly type?: string
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly $defs?: Readonly<Record<string, Schema>>
}

const schema = JSON.parse(readFileSync('profiles/kritinfo.ki/ki.schema.json', 'utf8')) as Schema

function isArray({ type, $ref }: Schema): boolean {
  return type === 'array' || schema.$defs?.[$ref?.replace('#/$defs/', '') ?? '']?.type === 'array'
}

/** Every property of the schema that is an array, by name. */
function listsOf(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return found
  for (const [name, property] of Object.entries((node as Schema).properties ?? {}))
    if (isArray(property)) found.add(name)
  for (const inner of Object.values(node)) listsOf(inner, found)
  return found
}

test('the lists of the ki form are those of its schema', () => {
  expect([...kiLists].sort()).toEqual([...listsOf(schema)].sort())
})

describe('resolveElement', () => {
  const model = elementModel(fhirModel())
  const keys = (id: string, root: string) => {
    const path = resolveElement(id, root, model)
    return typeof path === 'string'
      ? path
      : path.steps.map(
          (step) => `${step.key}${step.many ? '[]' : ''}${step.slice === undefined ? '' : `:${step.slice}`}`,
        )
  }

  test.each([
    ['AllergyIntolerance.note.text', 'AllergyIntolerance', ['note[]', 'text']],
    ['AllergyIntolerance', 'AllergyIntolerance', []],
    ['AllergyIntolerance.reaction.manifestation', 'AllergyIntolerance.reaction', ['manifestation[]']],
    ['Condition.extension:updater.value[x]:valueReference', 'Condition', ['extension[]:updater', 'valueReference']],
    [
      'Condition.onset[x]:onsetDateTime.extension:dataAbsentReason.value[x]:valueCode',
      'Condition',
      ['_onsetDateTime', 'extension[]:dataAbsentReason', 'valueCode'],
    ],
    ['Patient.name._given', 'Patient', ['name[]', '_given[]']],
    ['Patient.birthDate.extension:x', 'Patient', ['_birthDate', 'extension[]:x']],
  ])('%s', (id, root, expected) => {
    expect(keys(id, root)).toEqual(expected)
  })

  test.each([
    ['Patient.nam', 'Patient', 'Patient has no element "nam" (name?)'],
    ['AllergyIntolerance.onset.code', 'AllergyIntolerance', 'has no element "onset"'],
    ['AllergyIntolerance.reaction.manifestion', 'AllergyIntolerance', '"manifestion" (manifestation?)'],
    ['Condition.code', 'Patient', 'does not begin with "Patient"'],
    ['Patients.name', 'Patient', 'does not begin with "Patient"'],
    ['Condition.onset[x]:valueString', 'Condition', 'is not a type of "onset[x]"'],
  ])('%s is refused', (id, root, problem) => {
    expect(keys(id, root)).toContain(problem)
  })
})
