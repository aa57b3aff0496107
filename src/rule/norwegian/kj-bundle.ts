import { getKey, isObject, type JsonObject, type Path } from '../../document/json.ts'
import type { Report } from '../report.ts'
import { codesOf, kjProfileOf } from './kj.ts'

/** NOR-030: a patient has one active limitation of treatment, of the old kind or the new (page kjconsentbehandlingsavklaringmd). */
export function checkConsentsOf(bundle: JsonObject, path: Path, report: Report): void {
  const entries = getKey(bundle, 'entry')
  const kinds = new Map<string, unknown>()
  for (const [index, entry] of (Array.isArray(entries) ? entries : []).entries()) {
    const resource = isObject(entry) ? getKey(entry, 'resource') : undefined
    if (!isObject(resource) || getKey(resource, 'resourceType') !== 'Consent' || kjProfileOf(resource) === undefined)
      continue
    if (getKey(resource, 'status') !== 'active') continue
    const patient = JSON.stringify(getKey(resource, 'patient') ?? null)
    const [kind] = codesOf(resource, 'category')
    if (kinds.has(patient) && kinds.get(patient) !== kind) report([...path, 'entry', index, 'resource'], 'NOR-030', {})
    kinds.set(patient, kind)
  }
}
