import { getKey, isObject, type JsonObject, type Path, textOf } from '../document/json.ts'
import type { XmlModel } from '../document/xml-model.ts'
import { checkDocument, checkMessage } from './bundle-content.ts'
import { checkBundleLinks } from './bundle-link.ts'
import { checkSearchset } from './bundle-searchset.ts'
import { isAbsolute, literalOf } from './reference-form.ts'
import type { References } from './references.ts'
import type { Report } from './report.ts'

/** What the rules of a Bundle need beside the Bundle. */
export interface BundleSurroundings {
  readonly references: References
  readonly model: XmlModel
}

/**
 * The rules of https://hl7.org/fhir/R4/bundle.html that are no invariants of it (those are bdl-1 to bdl-12): addresses
 * of entries, links, search sets, what holds documents and messages together.
 *
 * Reports BDL-001 to BDL-035. `path` is that of the Bundle, whose own place may be an entry of another.
 */
export function checkBundle(bundle: JsonObject, path: Path, report: Report, surroundings: BundleSurroundings): void {
  const type = getKey(bundle, 'type')
  checkEntries(bundle, path, report, surroundings.model)
  checkBundleLinks(bundle, path, report)
  if (type === 'searchset') checkSearchset(bundle, path, report, surroundings.model)
  if (type === 'document') checkDocument(bundle, path, report, surroundings)
  if (type === 'message') checkMessage(bundle, path, report, surroundings)
}

/** Kinds whose entries can do without an address: what is to be created has none yet (bundle.html#bundle-unique). */
const withoutAddress = new Set(['transaction', 'transaction-response', 'batch', 'batch-response'])

function checkEntries(bundle: JsonObject, path: Path, report: Report, model: XmlModel): void {
  const entries = getKey(bundle, 'entry')
  if (!Array.isArray(entries)) return
  const isOptional = withoutAddress.has(textOf(getKey(bundle, 'type')))
  for (const [index, entry] of entries.entries()) {
    if (!isObject(entry)) continue
    const at = [...path, 'entry', index]
    const fullUrl = getKey(entry, 'fullUrl')
    if (fullUrl === undefined && !isOptional) report(at, 'BDL-001', {})
    if (typeof fullUrl === 'string') checkAddress(entry, fullUrl, [...at, 'fullUrl'], report, model)
  }
}

function checkAddress(entry: JsonObject, fullUrl: string, at: Path, report: Report, model: XmlModel): void {
  if (!isAbsolute(fullUrl)) report(at, 'BDL-002', {})
  const resource = getKey(entry, 'resource')
  if (!isObject(resource)) return
  const type = textOf(getKey(resource, 'resourceType'))
  const id = getKey(resource, 'id')
  const literal = literalOf(fullUrl)
  const isRestful = literal !== undefined && literal.base !== '' && model.isResource(literal.type)
  // A type that is none is said where it stands, and no word of a record is said here.
  const isTyped = model.isResource(type)
  if (isRestful && isTyped && id === undefined) report(at, 'BDL-003', { type })
  else if (isRestful && isTyped && !fullUrl.endsWith(`/${type}/${textOf(id)}`)) report(at, 'BDL-004', { type })
  // A canonical url is an address only where the server that owns it answers.
  const isOwnCanonical = getKey(resource, 'url') === fullUrl && !/^http:\/\/hl7\.org\/fhir\/v[23]\//.test(fullUrl)
  if (isOwnCanonical && !(isRestful && fullUrl.endsWith(`/${textOf(id)}`))) report(at, 'BDL-005', {})
}
