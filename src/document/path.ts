import { issue, KritinfoError } from '../issue/issue.ts'
import { childOf, getKey, isObject, type Json, type JsonObject, type Path } from './json.ts'
import { hidden, isPlainName } from './name.ts'

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/

/**
 * Prints a place as FHIRPath would name it (https://hl7.org/fhirpath/#path-selection), with two differences that
 * make it exact: keys are those of the JSON (`_birthDate`, `valueQuantity`), and every array member has its index.
 * `Bundle.entry[3].resource.note[0].text`. A key that is no plain name may be a patient's value, and is not shown (law 6):
 * `Patient.…` is the first such key of the object, `Patient.…2` the second. `resolvePath` finds it again.
 */
export function printPath(root: Json, path: Path): string {
  return path.reduce<string>((text, step, depth) => text + printStep(step, root, path, depth), firstWord(root))
}

/** `kritisk-informasjon` is the `format` of a `ki` document; the word is the type's name in our schema. */
function firstWord(root: Json): string {
  if (!isObject(root)) return '$'
  const type = getKey(root, 'resourceType')
  if (typeof type === 'string' && identifier.test(type) && isPlainName(type)) return type
  return getKey(root, 'format') === 'kritisk-informasjon' ? 'kritiskInformasjon' : '$'
}

function printStep(step: string | number, root: Json, path: Path, depth: number): string {
  if (typeof step === 'number') return `[${step}]`
  if (!isPlainName(step)) {
    const rank = hiddenKeys(path.slice(0, depth).reduce<Json | undefined>(childOf, root))?.ranks.get(step) ?? 1
    return `.${hidden}${rank === 1 ? '' : rank}`
  }
  return identifier.test(step) ? `.${step}` : `.\`${step}\``
}

interface Hidden {
  readonly names: readonly string[]
  /** Where each stands among them, counted from 1. */
  readonly ranks: ReadonlyMap<string, number>
}

const known = new WeakMap<JsonObject, Hidden>()

/**
 * The keys of an object that are not shown. They are looked for once, since a document may have a great many: places are
 * printed of documents that nobody changes any more.
 */
function hiddenKeys(container: Json | undefined): Hidden | undefined {
  if (!isObject(container)) return undefined
  let found = known.get(container)
  if (found === undefined) {
    const names = Object.keys(container).filter((name) => !isPlainName(name))
    found = { names, ranks: new Map(names.map((name, index) => [name, index + 1])) }
    known.set(container, found)
  }
  return found
}

const step = /\[(0|[1-9]\d*)\]|\.([A-Za-z_][A-Za-z0-9_]*|…\d*)|\.`((?:[^`\\]|\\[\\`]|\\u[0-9a-f]{4})*)`/y

/**
 * The steps of a place, without the first word; `…` stays what it is. Any key may be written between backticks, as
 * FHIRPath delimits identifiers. Throws DOC-060 for a text that is no path.
 */
export function parsePath(text: string): Path {
  const path: (string | number)[] = []
  step.lastIndex = /^(\$|[A-Za-z_][A-Za-z0-9_]*)/.exec(text)?.[0].length ?? 0
  if (step.lastIndex === 0) throw new KritinfoError(issue('DOC-060', { line: 1, column: 1 }))
  while (step.lastIndex < text.length) {
    const at = step.lastIndex
    const match = step.exec(text)
    if (match === null) throw new KritinfoError(issue('DOC-060', { line: 1, column: at + 1 }))
    path.push(match[1] === undefined ? (match[2] ?? unescapeKey(match[3] ?? '')) : Number(match[1]))
  }
  return path
}

/**
 * The inverse of `printPath`: the place that a text names in a document, with the keys that `…` stands for. A step that is not
 * there stays as it is written. Throws DOC-060 for a text that is no path.
 */
export function resolvePath(root: Json, text: string): Path {
  let value: Json | undefined = root
  return parsePath(text).map((step) => {
    const key = typeof step === 'string' && step.startsWith(hidden) ? (hiddenKey(value, step) ?? step) : step
    value = childOf(value, key)
    return key
  })
}

function hiddenKey(container: Json | undefined, step: string): string | undefined {
  return hiddenKeys(container)?.names[Number(step.slice(hidden.length) || 1) - 1]
}

function unescapeKey(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (_, code: string | undefined, unit: string) =>
    code === undefined ? unit : String.fromCharCode(Number.parseInt(code, 16)),
  )
}
