import { issue, KritinfoError } from '../issue/issue.ts'
import { decode } from './decode.ts'
import { readJson } from './json-read.ts'
import { type Limits, limitsOf } from './limits.ts'
import { shownName } from './name.ts'
import type { Tree } from './tree.ts'
import type { XmlModel } from './xml-model.ts'
import { parseXml, type XmlElement } from './xml-parse.ts'
import { isFhirXml, readFhirXml } from './xml-read.ts'

/** A form with XML of its own, told apart by the namespace of the root element. */
export interface XmlForm {
  readonly namespace: string
  read(root: XmlElement): Tree
}

/** What `read` has to know: FHIR's definitions for XML, bounds other than the standard ones, XML forms beside FHIR's. */
export interface ReadOptions {
  readonly model: XmlModel
  readonly limits?: Partial<Limits>
  readonly xmlForms?: readonly XmlForm[]
}

/**
 * Reads one JSON or XML document; the first significant character decides which it is.
 *
 * Throws a `KritinfoError` whose issues all have line and column: DOC-001 to DOC-022 for the text and its JSON,
 * DOC-030 to DOC-048 for XML. No message holds a value of the document.
 */
export function read(input: Uint8Array | string, options: ReadOptions): Tree {
  const limits = limitsOf(options.limits)
  const { text, issues } = decode(input, limits)
  const tree = readText(text, limits, options)
  return issues.length === 0 ? tree : { ...tree, issues: [...issues, ...tree.issues] }
}

function readText(text: string, limits: Limits, options: ReadOptions): Tree {
  if (text.startsWith('{') || text.startsWith('[')) return readJson(text, limits)
  const first = /\S/.exec(text)
  // A slash can only be the comment before a JSON document; the JSON reader has words for it.
  if (first !== null && '{[/'.includes(first[0])) return readJson(text, limits)
  if (first?.[0] === '<') return readXml(text, limits, options)
  const before = text.slice(0, first?.index ?? 0)
  const line = before.split('\n').length
  throw new KritinfoError(issue('DOC-008', { line, column: before.length - before.lastIndexOf('\n') }))
}

function readXml(text: string, limits: Limits, options: ReadOptions): Tree {
  const root = parseXml(text, limits)
  if (isFhirXml(root)) return readFhirXml(root, options.model, limits)
  const form = options.xmlForms?.find((one) => one.namespace === root.namespace)
  if (form === undefined) throw new KritinfoError(issue('DOC-040', root.position, { element: shownName(root.name) }))
  return form.read(root)
}
