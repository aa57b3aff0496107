import type { Codec } from './codec.ts'

const uri = 'urn:ietf:rfc:3986'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * `uuid`: on the left an identifier that is a UUID and names no system, on the right the same as a URI, whose system FHIR
 * names (https://hl7.org/fhir/R4/datatypes.html#Identifier). Any other pair of system and value crosses as it is.
 */
export const uuidCodec: Codec = {
  name: 'uuid',
  forward([system, value]) {
    if (system === undefined && typeof value === 'string' && uuid.test(value)) return [uri, `urn:uuid:${value}`]
    return system === undefined && value === undefined ? undefined : [system, value]
  },
  backward([system, value]) {
    const bare = typeof value === 'string' && value.startsWith('urn:uuid:') ? value.slice('urn:uuid:'.length) : ''
    if (system === uri && uuid.test(bare)) return [undefined, bare]
    return system === undefined && value === undefined ? undefined : [system, value]
  },
}
