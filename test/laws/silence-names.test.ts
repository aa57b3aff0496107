import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isObject, type Json, type JsonObject, setKey } from '../../src/document/json.ts'
import { type Form, forms } from '../../src/form/detect.ts'
import {
  describe as words,
  type Issue,
  KritinfoError,
  readDocument,
  roundtrip,
  standardToolkit,
  writeJson,
} from '../../src/index.ts'
import { tracer } from '../../src/trace.ts'
import { standardValidation, validate } from '../../src/validate.ts'
import { accountProblem, documents, now, runs, to } from './kit.ts'

/** Law 6, for names: a document decides how its members are called, and one may be called what a value is. */
const mark = 'HEMMELIG'
const name = fc.oneof(
  fc.constantFrom(`${mark} Nordmann`, `Å${mark}`, `${mark}01017512345`, `${mark}.status`, `_${mark} x`, `${mark}\``),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((text) => `${mark} ${text}`),
)
const member = fc.constantFrom<Json>('x', 1, null, [], [{}], { status: 'x' }, { [`${mark} inner`]: [1] })
const plants = fc.array(fc.tuple(fc.nat(), name, member), { minLength: 1, maxLength: 4 })

function objectsOf(value: Json): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsOf)
  return isObject(value) ? [value, ...Object.values(value).flatMap(objectsOf)] : []
}

function planted(document: JsonObject, at: readonly (readonly [number, string, Json])[]): JsonObject {
  const objects = objectsOf(document)
  for (const [index, key, value] of at)
    setKey(objects[index % objects.length] as JsonObject, key, structuredClone(value))
  return document
}

function demandSilence(told: unknown): void {
  expect(JSON.stringify(told)).not.toContain(mark)
}

const toldOf = (issues: readonly Issue[]) => issues.map((one) => [one, words(one), words(one, 'nb')])
const validation = standardValidation()
const kit = standardToolkit()

/** What a refusal says is looked at as well; anything else that is thrown is a defect. */
function looked(act: () => unknown): void {
  try {
    demandSilence(act())
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    demandSilence([problem.message, ...toldOf(problem.issues)])
  }
}

test.each(forms)('a ledger tells apart what it does not name, in a document in %s', (form) => {
  const via = fc.constantFrom<Form>(...forms)
  const property = fc.property(documents({ maxRecords: 2 }), plants, via, (document, at, other) => {
    const written = form === 'ki' ? document : (to(form, document).output.root as JsonObject)
    const { root } = readDocument(writeJson(planted(structuredClone(written), at)))
    looked(() => {
      const made = to(other, root)
      expect(accountProblem(root, made)).toBeUndefined()
      return made.ledger
    })
  })
  fc.assert(property, { numRuns: Math.ceil(runs / 10) })
})

test.each(forms)('no name that is no word is told of a document in %s', (form) => {
  const via = fc.constantFrom<Form>(...forms)
  const property = fc.property(documents({ maxRecords: 2 }), plants, via, (document, at, other) => {
    const made = form === 'ki' ? document : (to(form, document).output.root as JsonObject)
    const input = readDocument(writeJson(planted(structuredClone(made), at)))
    looked(() => {
      const { issues, notChecked } = validate(validation, input, {})
      return toldOf([...issues, ...notChecked])
    })
    looked(() => {
      const { there, back, differences } = roundtrip(kit, input, other, { now })
      return [differences, there.ledger, back.ledger, ...toldOf([...there.issues, ...back.issues])]
    })
    looked(() => {
      const traced = tracer(kit, input, { to: other, now })
      return traced.leavesAt('input').map((leaf) => traced.ofInput(leaf))
    })
  })
  fc.assert(property, { numRuns: Math.ceil(runs / 10) })
})

test('nor of one in XML, well formed or not', () => {
  const element = fc.stringMatching(/^[a-zæøå]{0,5}HEMMELIG[æøå][a-z0-9.]{0,5}$/)
  const shape = fc.constantFrom(
    (own: string) => `<Patient xmlns="http://hl7.org/fhir"><${own} value="1"/></Patient>`,
    (own: string) => `<Patient xmlns="http://hl7.org/fhir"><active ${own}="1" value="true"/></Patient>`,
    (own: string) =>
      `<Patient xmlns="http://hl7.org/fhir" xmlns:x="urn:${own}"><active x:a="1" value="true"/></Patient>`,
    (own: string) => `<Patient xmlns="http://hl7.org/fhir"><${own}></Patient>`,
    (own: string) => `<Patient xmlns="http://hl7.org/fhir"><${own}>`,
    (own: string) => `<${own} xmlns="http://hl7.org/fhir"/>`,
    (own: string) => `<${own}/>`,
    (own: string) => `<kritiskInformasjon xmlns="urn:kritinfo:ki"><${own} ${own}="1">x</${own}></kritiskInformasjon>`,
  )
  const property = fc.property(element, shape, (own, write) => {
    looked(() => {
      const input = readDocument(write(own))
      const { issues, notChecked } = validate(validation, input, {})
      return toldOf([...issues, ...notChecked])
    })
  })
  fc.assert(property, { numRuns: runs })
})
