import { getKey, isObject, type JsonObject, type Path, textOf } from '../document/json.ts'
import { isAbsolute } from './reference-form.ts'
import type { Report } from './report.ts'

const paging: ReadonlySet<unknown> = new Set(['first', 'previous', 'next', 'last'])
const paged: ReadonlySet<unknown> = new Set(['searchset', 'history'])

/**
 * `Bundle.link` (https://hl7.org/fhir/R4/bundle-definitions.html#Bundle.link): pages belong to search sets and histories,
 * and no page, nor `self`, is named twice. A document may name its style sheet (https://hl7.org/fhir/R4/documents.html#css).
 */
export function checkBundleLinks(bundle: JsonObject, path: Path, report: Report): void {
  const links = getKey(bundle, 'link')
  if (!Array.isArray(links)) return
  const isPaged = paged.has(getKey(bundle, 'type'))
  const seen = new Set<unknown>()
  for (const [index, link] of links.entries()) {
    const relation = isObject(link) ? getKey(link, 'relation') : undefined
    if (!isObject(link) || typeof relation !== 'string') continue
    const at = [...path, 'link', index]
    if (paging.has(relation) && !isPaged) report([...at, 'relation'], 'BDL-010', { relation })
    if (seen.has(relation) && (relation === 'self' || (isPaged && paging.has(relation)))) {
      report([...at, 'relation'], 'BDL-011', { relation })
    }
    seen.add(relation)
    if (relation === 'stylesheet' && getKey(bundle, 'type') === 'document') checkStyleSheet(bundle, link, at, report)
  }
}

/** FHIR's own, or one that the document holds; another is fetched from where the author says. */
function checkStyleSheet(bundle: JsonObject, link: JsonObject, at: Path, report: Report): void {
  const url = getKey(link, 'url')
  if (typeof url !== 'string' || url === 'https://hl7.org/fhir/fhir.css') return
  if (isAbsolute(url)) report([...at, 'url'], 'BDL-012', {})
  else if (!holds(bundle, url)) report([...at, 'url'], 'BDL-013', {})
}

function holds(bundle: JsonObject, name: string): boolean {
  const entries = getKey(bundle, 'entry')
  return (
    Array.isArray(entries) && entries.some((entry) => isObject(entry) && nameOf(getKey(entry, 'resource')) === name)
  )
}

function nameOf(resource: unknown): string | undefined {
  if (!isObject(resource as JsonObject)) return undefined
  const { resourceType, id } = resource as JsonObject
  return `${textOf(resourceType)}/${textOf(id)}`
}
