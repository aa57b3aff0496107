import { kitWith } from '../../src/cli/validation-kit.ts'
import { type Issue, KritinfoError } from '../../src/issue/issue.ts'
import { readDocument } from '../../src/read-document.ts'
import { validate, type ValidationKit } from '../../src/validate.ts'
import { testPackage } from '../mutation/bases.ts'

const kit = await kitWith([testPackage], (line) => {
  throw new Error(line)
})

/** The standard kit with the profiles that only tests use. */
export function testKit(): ValidationKit {
  return kit
}

/** Our errors for a document's text; those of reading, if it cannot be read. */
export function ourErrors(text: string, profiles: readonly string[] = [], using = testKit()): readonly Issue[] {
  try {
    const { issues } = validate(using, readDocument(text), { profiles })
    return issues.filter((one) => one.severity === 'error')
  } catch (problem) {
    if (problem instanceof KritinfoError) return problem.issues
    throw problem
  }
}
