import type { Conversion } from '../convert.ts'
import { isObject } from '../document/json.ts'
import type { Tree } from '../document/tree.ts'
import { sfmNamespace } from '../form/dialect/sfm-xml-shape.ts'
import { validateKi } from '../form/ki/validate.ts'
import type { Issue } from '../issue/issue.ts'

/**
 * What makes the output of a conversion invalid: a summary by the profile of the European Patient Summary, a `ki` document
 * by its schema, other resources by their types and the profiles that they name. A document that was of the form asked
 * for already is its own output, and its errors have their places in the input. `faults` are codes of errors
 * that the dialect asked for has by its own definition.
 */
export async function outputErrors(
  { output, to }: Conversion,
  input: Tree,
  faults: readonly string[],
): Promise<readonly Issue[]> {
  const { root } = output
  const tree: Tree = root === input.root ? { ...output, position: (path) => input.position(path) } : output
  // An export of SFM is no FHIR; what its schema asks for is seen to where it is made, and its writer refuses the rest.
  if (isObject(root) && root.xmlns === sfmNamespace) return []
  const issues = to === 'ki' ? validateKi(tree) : await profileIssues(tree, to)
  return issues.filter(({ severity, code }) => severity === 'error' && !faults.includes(code))
}

/** Definitions and terminology are large, so they are loaded with the first output that has profiles, and stay. */
async function profileIssues(tree: Tree, to: Conversion['to']): Promise<readonly Issue[]> {
  const [{ standardValidation, validate }, { profileOf }] = await Promise.all([
    import('../validate.ts'),
    import('../profile-alias.ts'),
  ])
  const profile = to === 'eps' ? profileOf('eps', tree.root) : undefined
  return validate(standardValidation(), tree, { errorsOnly: true, profiles: profile === undefined ? [] : [profile] })
    .issues
}
