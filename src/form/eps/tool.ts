import type { JsonObject } from '../../document/json.ts'
import { uuid5 } from '../../document/uuid.ts'
import type { HubEntry } from '../hub.ts'
import { label, narrative } from './xhtml.ts'

const system = 'urn:kritinfo:tool'

/** The software as author of the document: a summary says that a machine made it, and which version of which tables. */
export function toolDevice(version: string, mappings: string): HubEntry {
  const id = uuid5(`Device/kritinfo/${version}/${mappings}`)
  const resource: JsonObject = {
    resourceType: 'Device',
    id,
    text: narrative(
      `<p>${label(`Programvaren kritinfo, versjon ${version}`, `the software kritinfo, version ${version}, mappings ${mappings}`)}</p>`,
    ),
    identifier: [{ system, value: `kritinfo-${version}-${mappings}` }],
    deviceName: [{ name: 'kritinfo', type: 'manufacturer-name' }],
    type: { text: 'Conversion software' },
    version: [{ value: version }],
  }
  return { fullUrl: `urn:uuid:${id}`, resource }
}

export function isTool(resource: JsonObject): boolean {
  const first = Array.isArray(resource.identifier) ? (resource.identifier[0] as JsonObject | undefined) : undefined
  return resource.resourceType === 'Device' && first?.system === system
}
