import { getKey, isObject, type Json, type JsonObject, type Path, textOf } from '../document/json.ts'
import type { XmlModel } from '../document/xml-model.ts'
import type { Report } from './report.ts'

/**
 * Search sets (https://hl7.org/fhir/R4/http.html#search, https://hl7.org/fhir/R4/bundle.html#searchset): each entry has a
 * resource with an id, says why it is there, and is of a type that was searched for or is included.
 */
export function checkSearchset(bundle: JsonObject, path: Path, report: Report, model: XmlModel): void {
  const self = selfOf(bundle)
  if (self === undefined) report(path, 'BDL-014', {})
  const types = typesOf(self ?? '', model)
  const entries = getKey(bundle, 'entry')
  for (const [index, entry] of (Array.isArray(entries) ? entries : []).entries()) {
    if (isObject(entry)) checkEntry(entry, [...path, 'entry', index], types, report, model)
  }
}

function checkEntry(entry: JsonObject, at: Path, types: ReadonlySet<string>, report: Report, model: XmlModel): void {
  const resource = getKey(entry, 'resource')
  const search = getKey(entry, 'search')
  const mode = isObject(search) ? getKey(search, 'mode') : undefined
  if (mode === undefined) report(at, 'BDL-015', {})
  if (!isObject(resource)) {
    report(at, 'BDL-016', {})
    return
  }
  const here = [...at, 'resource']
  const type = textOf(getKey(resource, 'resourceType'))
  const isOutcome = type === 'OperationOutcome'
  // A type that is none is said where it stands, and no word of a record is said here.
  const isTyped = model.isResource(type)
  if (mode === 'outcome' && !isOutcome && isTyped) report(here, 'BDL-018', { type })
  if (getKey(resource, 'id') === undefined && needsId(mode, isOutcome)) {
    report(here, mode === undefined ? 'BDL-019' : 'BDL-017', {})
  }
  if (mode === 'match' && types.size > 0 && !types.has(type) && isTyped) report(here, 'BDL-020', { type })
}

function needsId(mode: Json | undefined, isOutcome: boolean): boolean {
  return mode === 'match' || mode === 'include' || (mode === undefined && !isOutcome)
}

function selfOf(bundle: JsonObject): string | undefined {
  const links = getKey(bundle, 'link')
  const self = (Array.isArray(links) ? links : []).find((link) => isObject(link) && getKey(link, 'relation') === 'self')
  const url = isObject(self) ? getKey(self, 'url') : undefined
  return self === undefined ? undefined : textOf(url)
}

/** The types that were searched for: the end of the path, or the parameter `_type`. Empty if it does not tell. */
function typesOf(self: string, model: XmlModel): ReadonlySet<string> {
  const [address = '', query = ''] = self.split('?')
  const last = address.split('/').at(-1) ?? ''
  if (model.isResource(last)) return new Set([last])
  const wanted = query.split('&').filter((parameter) => parameter.startsWith('_type='))
  return new Set(wanted.flatMap((parameter) => parameter.slice(6).split(',')))
}
