import { equal } from '../../document/equal.ts'
import { getKey, isObject, type JsonObject, type Path } from '../../document/json.ts'
import type { Report } from '../report.ts'
import { codesOf } from './kj.ts'

const frozen = ['category', 'code']
const frozenOfConsent = ['category', 'policyRule', 'scope']

/**
 * An update beside the version that it replaces (page update-critical-infomd): kind and code stay (NOR-040), the version
 * named is the newest (NOR-041), and an update does not delete (NOR-042). Not for a document alone: it takes both.
 */
export function checkUpdate(resource: JsonObject, previous: JsonObject, path: Path, report: Report): void {
  const isConsent = getKey(resource, 'resourceType') === 'Consent'
  for (const key of isConsent ? frozenOfConsent : frozen) {
    if (!isSame(resource, previous, key)) report([...path, key], 'NOR-040', { element: key })
  }
  if (versionOf(resource) !== versionOf(previous)) report([...path, 'meta', 'versionId'], 'NOR-041', {})
  const isDeleted =
    codesOf(resource, 'verificationStatus').includes('entered-in-error') ||
    getKey(resource, 'status') === 'entered-in-error'
  if (isDeleted) report(path, 'NOR-042', {})
}

function isSame(resource: JsonObject, previous: JsonObject, key: string): boolean {
  const [now, before] = [getKey(resource, key), getKey(previous, key)]
  return now === undefined || before === undefined ? now === before : equal(now, before)
}

function versionOf(resource: JsonObject): unknown {
  const meta = getKey(resource, 'meta')
  return isObject(meta) ? getKey(meta, 'versionId') : undefined
}
