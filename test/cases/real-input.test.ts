import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  fhirModel,
  type Form,
  type Json,
  type JsonObject,
  KritinfoError,
  read,
  treeOf,
  validateKi,
} from '../../src/index.ts'
import { standardValidation, validate } from '../../src/validate.ts'
import { accountProblem, to } from '../laws/kit.ts'

/** Real input that nobody here wrote. It stands beside the repository and is not part of it. */
const cases = '../shared/cases'
const summaries = readdirSync(join(cases, 'eps'))
  .map((name) => join(cases, 'eps', name))
  .concat(join(cases, 'probed/complete-eps.json'))

function rootOf(file: string): Json {
  return read(readFileSync(file), { model: fhirModel() }).root
}

describe.each(summaries)('%s', (file) => {
  test.each<Form>(['ki', 'kj', 'r4', 'eps'])('converts to %s with complete accounting', (form) => {
    const root = rootOf(file)
    const made = to(form, root)
    expect(accountProblem(root, made)).toBeUndefined()
    if (form === 'ki') expect(validateKi(treeOf(made.output.root))).toEqual([])
  })

  test.each<Form>(['ki', 'kj'])('comes back whole through %s with itself as base', (form) => {
    const root = rootOf(file)
    const patient =
      (root as { entry: { resource: JsonObject }[] }).entry.find((entry) => entry.resource.resourceType === 'Patient')
        ?.resource ?? null
    expect(to('eps', to(form, root).output.root, { from: form, base: root, patient }).output.root).toEqual(root)
  })
})

/** Codes of errors by type and stated profiles. */
function errorsOf(root: Json): string[] {
  const { issues } = validate(standardValidation(), treeOf(root))
  return [...new Set(issues.filter(({ severity }) => severity === 'error').map(({ code }) => code))].sort()
}

/** Law 3, for input that is not valid itself: what is wrong in an output was wrong before. */
describe.each(summaries)('%s', (file) => {
  test.each<Form>(['ki', 'kj', 'r4'])('gets no error of our making on the way to %s', (form) => {
    const root = rootOf(file)
    const own = errorsOf(root)
    expect(errorsOf(to(form, root).output.root).filter((code) => !own.includes(code))).toEqual([])
  })
})

const published = readdirSync(join(cases, 'kj'))

describe("NHN's and HL7 Norway's published records", () => {
  test.each(published.filter((name) => /^complete-hl7no-demo-at/.test(name)))(
    '%s converts with complete accounting',
    (name) => {
      const root = rootOf(join(cases, 'kj', name))
      for (const form of ['ki', 'kj', 'r4'] as const) {
        const made = to(form, root)
        expect(accountProblem(root, made)).toBeUndefined()
        expect(errorsOf(made.output.root)).toEqual([])
      }
      expect(to('ki', root).output.root).toMatchObject({
        registreringer: [{ status: 'aktiv', sannsynlighet: 'bekreftet', alvorlighetsgrad: 'alvorlig' }],
      })
    },
  )

  test.each(published.filter((name) => name.startsWith('truncated-')))(
    '%s, which stops short, is refused at the place where it stops',
    (name) => {
      let problem: unknown
      try {
        rootOf(join(cases, 'kj', name))
      } catch (error) {
        problem = error
      }
      expect(problem).toBeInstanceOf(KritinfoError)
      expect((problem as KritinfoError).issues[0]?.line).toBeGreaterThan(0)
    },
  )

  test.each(['truncated-a-legacy-POST-KjAllergyIntolerance.json.txt', 'truncated-f-PUT-KjAllergyIntolerance.json.txt'])(
    '%s, closed where it stops, crosses',
    (name) => {
      const root = completed(readFileSync(join(cases, 'kj', name), 'utf8'))
      const made = to('ki', root)
      expect(accountProblem(root, made)).toBeUndefined()
      if (name.startsWith('truncated-a')) {
        expect(made.output.root).toMatchObject({
          registreringer: [
            {
              type: 'legemiddelreaksjon',
              status: 'aktiv',
              sannsynlighet: 'sannsynlig',
              alvorlighetsgrad: 'alvorlig',
              kilder: [{ kode: '1' }],
            },
          ],
        })
      }
    },
  )
})

/** Cuts back to the last whole value and closes what is open. */
function completed(text: string): Json {
  const open: string[] = []
  let end = 0
  let closers = ''
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index] as string
    if (inString) {
      if (character === '\\') index++
      else if (character === '"') inString = false
      continue
    }
    if (character === '"') inString = true
    else if (character === '{') open.push('}')
    else if (character === '[') open.push(']')
    else if (character === '}' || character === ']') {
      open.pop()
      end = index + 1
      closers = [...open].reverse().join('')
    }
  }
  const root = JSON.parse(text.slice(0, end) + closers) as JsonObject
  if (root.resourceType === 'AllergyIntolerance' && root.clinicalStatus === undefined) {
    const status = (system: string, code: string) => ({
      coding: [{ system: `http://terminology.hl7.org/CodeSystem/allergyintolerance-${system}`, code }],
    })
    return {
      ...root,
      clinicalStatus: status('clinical', 'active'),
      verificationStatus: status('verification', 'confirmed'),
    }
  }
  return root
}
