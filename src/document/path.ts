import { issue, KritinfoError } from '../issue/issue.ts'
import { getKey, isObject, type Json, type Path } from './json.ts'
import { hidden, isPlainName } from './name.ts'

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/

/**
 * Prints a place as FHIRPath would name it (https://hl7.org/fhirpath/#path-selection), with two differences that
 * make it exact: keys are those of the JSON (`_birthDate`, `valueQuantity`), and every array member has its index.
 * `Bundle.entry[3].resource.note[0].text`. A key that is no plain name may be a patient's value, and is not shown (law 6):
 * `Patient.…`. So what is printed is for people; programs keep the path.
 */
export function printPath(root: Json, path: Path): string {
  return path.reduce<string>((text, step) => text + printStep(step), firstWord(root))
}

/** `kritisk-informasjon` is the `format` of a `ki` document; the word is the type's name in our schema. */
function firstWord(root: Json): string {
  if (!isObject(root)) return '$'
  const type = getKey(root, 'resourceType')
  if (typeof type === 'string' && identifier.test(type) && isPlainName(type)) return type
  return getKey(root, 'format') === 'kritisk-informasjon' ? 'kritiskInformasjon' : '$'
}

function printStep(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`
  if (!isPlainName(step)) return `.${hidden}`
  return identifier.test(step) ? `.${step}` : `.\`${step}\``
}

const step = /\[(0|[1-9]\d*)\]|\.([A-Za-z_][A-Za-z0-9_]*|…)|\.`((?:[^`\\]|\\[\\`]|\\u[0-9a-f]{4})*)`/y

/**
 * The inverse of `printPath`, without the first word; `…` stays what it is. Any key may be written between backticks, as
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

function unescapeKey(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (_, code: string | undefined, unit: string) =>
    code === undefined ? unit : String.fromCharCode(Number.parseInt(code, 16)),
  )
}
