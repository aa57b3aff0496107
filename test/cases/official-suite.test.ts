import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { isObject, type Json } from '../../src/document/json.ts'
import { KritinfoError } from '../../src/issue/issue.ts'
import { readDocument } from '../../src/read-document.ts'
import { openPackage, packagedValidation, standardValidation, type ValidationKit } from '../../src/validate.ts'
import { ourErrors } from '../oracle/ours.ts'
import { expectAgreement, reasonsIn } from './official.ts'

interface Step {
  readonly id: string
  readonly file: string
  readonly profiles: readonly string[]
  readonly profileFile?: string
  readonly supporting: readonly string[]
  readonly errors: number
  readonly expected: readonly { readonly severity: string; readonly code: string; readonly expression: string }[]
}

const folder = '../shared/cases/fhir-test-cases'
const steps = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as readonly Step[]

test('the verdict on the steps of the official suite is the published one', () => {
  const judged = steps.map((step) => {
    const text = readFileSync(join(folder, step.file), 'utf8')
    const errors = step.expected.filter((one) => one.severity === 'error' || one.severity === 'fatal')
    const said = errors.map((one) => `${one.code} at ${one.expression}`)
    return { name: step.id, errors: step.errors, said, ours: codes(step, text) }
  })
  expectAgreement(judged, reasonsIn('test/cases/official-suite.yaml'))
})

/** Our errors; those of the step's profiles where these cannot be used. */
function codes(step: Step, text: string): string[] {
  const own = step.profileFile === undefined ? [] : [step.profileFile]
  const resources = [...own, ...step.supporting].map((file) => [file, resourceIn(file)] as const)
  const named = resources.filter(([file]) => file === step.profileFile).flatMap(([, one]) => canonicalOf(one))
  try {
    const kit = kitWith(new Map(resources.filter(([, one]) => isDefinition(one))))
    return ourErrors(text, [...step.profiles, ...named], kit).map((one) => one.code)
  } catch (problem) {
    if (problem instanceof KritinfoError) return problem.issues.map((one) => one.code)
    throw problem
  }
}

const used = ['StructureDefinition', 'ValueSet', 'CodeSystem', 'Questionnaire']

function isDefinition(resource: Json): boolean {
  return isObject(resource) && used.includes(String(resource.resourceType))
}

function resourceIn(file: string): Json {
  return readDocument(readFileSync(join(folder, file))).root
}

function canonicalOf(resource: Json): string[] {
  return isObject(resource) && typeof resource.url === 'string' ? [resource.url] : []
}

function kitWith(content: ReadonlyMap<string, Json>): ValidationKit {
  return content.size === 0 ? standardValidation() : packagedValidation([openPackage(content)], { leaveOut: () => {} })
}
