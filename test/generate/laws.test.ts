import { describe, expect, test } from 'vitest'
import { generator } from '../../src/generate.ts'
import { canonical, convert, type Form, type Json, readDocument, standardToolkit } from '../../src/index.ts'
import { standardValidation, validate } from '../../src/validate.ts'
import { accountProblem, without } from '../laws/kit.ts'

/** The laws on the mixture that is generated. The drawn documents of test/laws go further from what registers hold. */
const kit = standardToolkit()
const validation = standardValidation()
const options = { now: '2026-01-01T00:00:00Z' } as const
const count = Number(process.env.KRITINFO_RUNS ?? 300)

function errorsIn(text: string): string[] {
  return validate(validation, readDocument(text), {})
    .issues.filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`)
}

function to(form: Form, text: string): { root: Json; text: string; problem: string | undefined; came: Json } {
  const input = readDocument(text)
  const conversion = convert(kit, input, { ...options, to: form })
  const { root } = conversion.output
  const problem = accountProblem(input.root, conversion)
  return { root, text: JSON.stringify(root), problem, came: without(input.root, conversion) }
}

describe.each(['kj', 'r4', 'eps'] as const)('generated documents of the form %s', (form) => {
  const make = generator({ form, seed: 11 })
  const ki = generator({ form: 'ki', seed: 11 })

  test('have no error by their types and profiles', () => {
    for (let index = 0; index < count; index++) expect(errorsIn(make(index).text), `document ${index}`).toEqual([])
  })

  test('are what the ki document of the same number becomes, which comes back from them', () => {
    for (let index = 0; index < count / 3; index++) {
      const there = to(form, ki(index).text)
      expect(there.problem).toBeUndefined()
      expect(make(index).text).toBe(there.text)
      const back = to('ki', there.text)
      expect(back.problem).toBeUndefined()
      expect(canonical(back.root)).toEqual(canonical(there.came))
    }
  })
})

test('NHN resources come back from a summary', () => {
  const make = generator({ form: 'kj', seed: 12 })
  for (let index = 0; index < count / 3; index++) {
    const there = to('eps', make(index).text)
    const back = to('kj', there.text)
    expect([there.problem, back.problem]).toEqual([undefined, undefined])
    expect(resourcesOf(back.root)).toEqual(resourcesOf(there.came))
  }
})

/** Records of which every leaf is gone leave a bare type name at most. */
function resourcesOf(root: Json): Json[] {
  const { resources } = canonical(root) as { resources: Json[] }
  return resources.filter((one) => Object.keys(one as object).length > 0)
}
