import { decode } from '../document/decode.ts'
import { limitsOf } from '../document/limits.ts'
import { printPath } from '../document/path.ts'
import type { Tree } from '../document/tree.ts'
import { type Issue, issue, KritinfoError } from '../issue/issue.ts'
import { isProfileAlias, profileOf } from '../profile-alias.ts'
import { validate } from '../validate.ts'
import type { PlainChecked } from './checked-plain.ts'
import { inFile, nameOf, type Origin } from './message.ts'
import type { Load } from './stream/batch.ts'
import { worksOf } from './stream/works-of.ts'
import type { ValidateSession } from './validate-session.ts'
import { contentOf, treeOf, type Work } from './work.ts'

/** Checks the documents of a batch. */
export function checkLoad(session: ValidateSession, load: Load): PlainChecked[] {
  return [...worksOf(load)].map((work) => validateOne(session, work))
}

/** Reads and checks one document. What cannot be read is a result too; what it throws is a defect of ours. */
function validateOne(session: ValidateSession, work: Work): PlainChecked {
  let content: Uint8Array | undefined
  const resultOf = (found: Found) =>
    checkedOf(work.origin, found, session.hasLines && content !== undefined ? linesOf(content) : [])
  try {
    content = contentOf(work)
    return resultOf({ ...check(treeOf({ ...work, content }), session), readable: true })
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    return resultOf({ issues: problem.issues, notChecked: [], readable: false })
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
  // A document without an error was all the same not held against what was asked for.
  return { issues: [...without, ...issues], notChecked: [...without, ...notChecked] }
}

function checkedOf(origin: Origin, found: Found, text: readonly string[]): PlainChecked {
  const issues = found.issues.map((one) => inFile(one, origin))
  return {
    input: nameOf(origin),
    file: origin.file,
    readable: found.readable,
    issues,
    notChecked: found.notChecked.map((one) => inFile(one, origin)),
    valid: found.readable && !issues.some(({ severity }) => severity === 'error'),
    lines: linesWith(issues, text, origin.line ?? 1),
  }
}

function linesWith(issues: readonly Issue[], text: readonly string[], first: number): ReadonlyMap<number, string> {
  const shown = new Map<number, string>()
  for (const { line } of issues) {
    const content = line === undefined ? undefined : text[line - first]
    if (line !== undefined && content !== undefined) shown.set(line, content)
  }
  return shown
}

/** Bytes that are no text have no lines. */
function linesOf(content: Uint8Array): readonly string[] {
  try {
    return decode(content, limitsOf()).text.split(/\r\n|\n|\r/)
  } catch (problem) {
    if (problem instanceof KritinfoError) return []
    throw problem
  }
}
