import { convert } from '../../../convert.ts'
import type { Tree } from '../../../document/tree.ts'
import { treeOf } from '../../../document/tree.ts'
import { isObject } from '../../../document/json.ts'
import { sfmNamespace } from '../../../form/dialect/sfm-xml-shape.ts'
import type { Form } from '../../../form/detect.ts'
import type { Issue } from '../../../issue/issue.ts'
import { profileOf } from '../../../profile-alias.ts'
import type { Toolkit } from '../../../toolkit.ts'
import { standardValidation, validate } from '../../../validate.ts'
import type { Content, RecordOptions, Side } from './plain.ts'
import { convertOptions, readRecord } from './reading.ts'

/** So many findings of a document are listed; the others are counted. */
const most = 1000

/** What validating found in one document. */
export interface Findings {
  /** The first of them, errors before all others. */
  readonly issues: readonly Issue[]
  readonly count: number
  readonly errors: number
  /** What could not be told with what is at hand. */
  readonly notChecked: number
}

/** Everything that a check needs; it stands for itself, so that another engine than the one that shows the record can do it. */
export interface CheckOrder {
  readonly side: Side
  readonly content: Content
  readonly options: RecordOptions
}

/**
 * Validates the record, or what it is converted to, as the command line does: a summary by the profile of the European Patient
 * Summary too, other resources by their types and the profiles that they name, a `ki` document by its schema.
 *
 * @throws KritinfoError as reading and converting do.
 */
export function checkRecord(kit: Toolkit, { side, content, options }: CheckOrder): Findings {
  const { tree, form } = readRecord(content)
  if (side === 'input') return found(tree, form)
  const { output, to } = convert(kit, tree, convertOptions(options))
  return found(treeOf(output.root), to)
}

function found(tree: Tree, form: Form): Findings {
  const { root } = tree
  // An export of SFM is no FHIR; what its schema asks for is seen to where it is made.
  if (isObject(root) && root.xmlns === sfmNamespace) return { issues: [], count: 0, errors: 0, notChecked: 0 }
  const profile = form === 'eps' ? profileOf('eps', root) : undefined
  const { issues, notChecked } = validate(standardValidation(), tree, {
    profiles: profile === undefined ? [] : [profile],
  })
  const errors = issues.filter(({ severity }) => severity === 'error')
  const others = issues.filter(({ severity }) => severity !== 'error')
  return {
    issues: [...errors, ...others].slice(0, most),
    count: issues.length,
    errors: errors.length,
    notChecked: notChecked.length,
  }
}
