import { decode } from '../document/decode.ts'
import { limitsOf } from '../document/limits.ts'
import { printPath } from '../document/path.ts'
import type { Tree } from '../document/tree.ts'
import { type Issue, issue, KritinfoError } from '../issue/issue.ts'
import { isProfileAlias, profileOf } from '../profile-alias.ts'
import type { Checked } from '../report/checked.ts'
import { type ValidationKit, validate } from '../validate.ts'
import { inFile, nameOf, type Origin } from './message.ts'
import { readInput } from './read-input.ts'
import { contentOf, type Work } from './work.ts'

/** What one document is checked with. */
export interface ValidateSession {
  readonly kit: ValidationKit
  /** Canonicals and short names. */
  readonly profiles: readonly string[]
  /** The document before a change. */
  readonly previous: Tree | undefined
}

/** Reads and checks one document. What cannot be read is a result too; what it throws is a defect of ours. */
export function validateOne(session: ValidateSession, work: Work): Checked {
  let content: Uint8Array | string | undefined
  try {
    content = contentOf(work)
    const { issues, notChecked } = check(readInput(content), session)
    return checkedOf(work.origin, content, { issues, notChecked, readable: true })
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    const { issues } = problem
    return checkedOf(work.origin, content, { issues, notChecked: [], readable: false })
  }
}

interface Found {
  readonly issues: readonly Issue[]
  readonly notChecked: readonly Issue[]
  readonly readable: boolean
}

function check(tree: Tree, { kit, profiles, previous }: ValidateSession): Omit<Found, 'readable'> {
  const before = previous === undefined ? {} : { previous }
  if (profiles.length === 0) return validate(kit, tree, before)
  const named = profiles.map((name) => ({ name, canonical: isProfileAlias(name) ? profileOf(name, tree.root) : name }))
  const canonicals = named.flatMap(({ canonical }) => canonical ?? [])
  const { issues, notChecked } = validate(kit, tree, { ...before, profiles: canonicals })
  const place = { path: printPath(tree.root, []), ...tree.position([]) }
  const without = named.flatMap(({ name, canonical }) =>
    canonical === undefined ? [issue('CLI-010', place, { alias: name })] : [],
  )
  return { issues: [...without, ...issues], notChecked }
}

function checkedOf(origin: Origin, content: Uint8Array | string | undefined, found: Found): Checked {
  const issues = found.issues.map((one) => inFile(one, origin))
  return {
    input: nameOf(origin),
    file: origin.file,
    readable: found.readable,
    issues,
    notChecked: found.notChecked.map((one) => inFile(one, origin)),
    known: 0,
    valid: found.readable && !issues.some(({ severity }) => severity === 'error'),
    line: lineOf(content, origin),
  }
}

/** Lines are cut only when one is asked for. Bytes that are no text have none. */
function lineOf(content: Uint8Array | string | undefined, { line: first = 1 }: Origin): Checked['line'] {
  let lines: readonly string[] | undefined
  return (number) => {
    lines ??= content === undefined ? [] : linesOf(content)
    return lines[number - first]
  }
}

function linesOf(content: Uint8Array | string): readonly string[] {
  try {
    return decode(content, limitsOf()).text.split(/\r\n|\n|\r/)
  } catch (problem) {
    if (problem instanceof KritinfoError) return []
    throw problem
  }
}
