import { getKey, isObject, type Json, type JsonObject, type Path } from '../document/json.ts'
import type { BundleSurroundings } from './bundle.ts'
import { checkCoherence } from './bundle-coherence.ts'
import { BundleEntries, type Entry } from './bundle-entries.ts'
import type { Report } from './report.ts'

/**
 * A document (https://hl7.org/fhir/R4/documents.html#content): what the Composition, its first entry, refers to is in it,
 * and so is all that belongs to it.
 */
export function checkDocument(bundle: JsonObject, path: Path, report: Report, surroundings: BundleSurroundings): void {
  const entries = new BundleEntries(bundle, path).entries
  const [first] = entries
  if (first?.index !== 0) report([...path, 'entry'], 'BDL-006', {})
  if (first === undefined) return
  if (getKey(first.resource, 'resourceType') === 'Composition') {
    for (const [at, reference] of ofComposition(first)) mustResolve(at, reference, first, report, surroundings)
  }
  checkCoherence(bundle, path, entries, { report, isMessage: false, ...surroundings })
}

/** A message (https://hl7.org/fhir/R4/messaging.html): what the MessageHeader, its first entry, is about is in it. */
export function checkMessage(bundle: JsonObject, path: Path, report: Report, surroundings: BundleSurroundings): void {
  const entries = new BundleEntries(bundle, path).entries
  const [first] = entries
  if (first?.index !== 0) report([...path, 'entry'], 'BDL-006', {})
  if (first?.index !== 0) return
  if (getKey(first.resource, 'resourceType') === 'MessageHeader') {
    for (const [at, focus] of listOf(first.resource, 'focus', first.path))
      mustResolve(at, focus, first, report, surroundings)
  }
  checkCoherence(bundle, path, entries, { report, isMessage: true, ...surroundings })
}

/** A value with its place. */
type Placed = readonly [Path, Json]

/** The elements of a Composition whose targets https://hl7.org/fhir/R4/documents.html#content puts into the document. */
function ofComposition({ resource, path }: Entry): readonly Placed[] {
  return [
    ...['subject', 'author', 'encounter', 'custodian'].flatMap((key) => listOf(resource, key, path)),
    ...listOf(resource, 'attester', path).flatMap(([at, attester]) => listOf(attester, 'party', at)),
    ...listOf(resource, 'event', path).flatMap(([at, event]) => listOf(event, 'detail', at)),
    ...ofSections(resource, path),
  ]
}

function ofSections(holder: Json, path: Path): readonly Placed[] {
  return listOf(holder, 'section', path).flatMap(([at, section]) => [
    ...['author', 'focus', 'entry'].flatMap((key) => listOf(section, key, at)),
    ...ofSections(section, at),
  ])
}

/** The members of an element, one or many, each with its place. */
function listOf(holder: Json, key: string, path: Path): readonly Placed[] {
  const value = isObject(holder) ? getKey(holder, key) : undefined
  if (value === undefined) return []
  if (!Array.isArray(value)) return [[[...path, key], value]]
  return value.map((member, index) => [[...path, key, index], member])
}

/** A reference that stays within its resource, or is none, asks nothing of the Bundle. */
function mustResolve(
  at: Path,
  value: Json,
  { resource }: Entry,
  report: Report,
  { references }: BundleSurroundings,
): void {
  const reference = isObject(value) ? getKey(value, 'reference') : undefined
  if (typeof reference !== 'string' || reference === '' || reference.startsWith('#')) return
  const { length } = references.matches(reference, resource)
  if (length > 1) report(at, 'BDL-032', { count: length })
  else if (length === 0 && references.namesakes(reference, resource).length > 0) report(at, 'BDL-031', {})
  else if (length === 0) report(at, 'BDL-030', {})
}
