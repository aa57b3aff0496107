import { describe, expect, test } from 'vitest'
import { generator, kindNames } from '../../src/generate.ts'
import { defects, defectsOf, plant } from '../../src/generate/defects.ts'
import { Random } from '../../src/generate/random.ts'
import { type Form, forms, type Issue, KritinfoError, readDocument, validateKi } from '../../src/index.ts'
import { standardValidation, validate } from '../../src/validate.ts'

const validation = standardValidation()

/** What `kritinfo validate` finds, and the exit code that it ends with. */
function verdict(text: string, form: Form): { codes: Set<string>; exit: number } {
  try {
    const tree = readDocument(new TextEncoder().encode(text))
    const issues: readonly Issue[] = form === 'ki' ? validateKi(tree) : validate(validation, tree, {}).issues
    const isWrong = issues.some(({ severity }) => severity === 'error')
    return { codes: new Set(issues.map(({ code }) => code)), exit: isWrong ? 1 : 0 }
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    return { codes: new Set(problem.issues.map(({ code }) => code)), exit: 3 }
  }
}

/** As many documents of each kind, so that each defect finds a place. */
function documentsOf(form: Form): string[] {
  return kindNames.flatMap((kind) => {
    const make = generator({ form, seed: 21, kinds: [kind] })
    return Array.from({ length: form === 'ki' ? 60 : 12 }, (_, index) => make(index).text)
  })
}

test('there are some dozens of defects, each with a name of its own in each form', () => {
  expect(defects.length).toBeGreaterThan(40)
  for (const form of forms) {
    const names = defectsOf(form).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(25)
  }
})

describe.each(forms)('defects of the form %s', (form: Form) => {
  const documents = documentsOf(form)

  test.each(defectsOf(form))('$name is found by validate, wherever it finds a place', (defect) => {
    const made = documents.flatMap((text, index) => plant(defect, text, form, new Random(1, index)) ?? [])
    expect(made.length).toBeGreaterThan(3)
    const step = Math.ceil(made.length / 15)
    for (const { text, planted } of made.filter((_, index) => index % step === 0)) {
      const { codes, exit } = verdict(text, form)
      expect([...codes]).toEqual(expect.arrayContaining([...planted.codes]))
      expect(exit).toBe(planted.exit)
      expect(text).not.toContain('\n')
    }
  })
})

test('a document that is cut off is told to be so wherever it is cut', () => {
  for (const form of ['ki', 'kj'] as const) {
    const { text } = generator({ form, seed: 22 })(3)
    for (let end = 2; end < text.length; end++) expect(verdict(text.slice(0, end), form).codes).toContain('DOC-010')
  }
})
