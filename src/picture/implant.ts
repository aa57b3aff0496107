import { childOf, type JsonObject, objectsIn } from '../document/json.ts'
import { conceptOf } from '../form/absence.ts'
import { rowsOfLeft } from '../terminology/code-index.ts'
import { codeOf, type Reader } from './concept.ts'

/** NHN's list of implants, and NHN's extensions, which none but its records have. */
const implantList = 'urn:oid:2.16.578.1.12.4.1.1.7518'
const nhn = 'http://nhn.no/kj/fhir/'

/**
 * Is the device of a DeviceUseStatement in the body? In Norwegian records there are no others; abroad a wheelchair is a device
 * in use too, so that its code has to be one of an implant (`mappings/codes/implants.yaml`). A device without a code may be either,
 * and is told with the implants.
 */
export function isImplant(resource: JsonObject, reader: Reader): boolean {
  const codings = objectsIn(childOf(conceptOf(resource, reader.hub), 'coding'))
  return isNorwegian(resource, reader) || codings.length === 0 || codings.some((one) => isListed(one, reader))
}

function isNorwegian({ extension }: JsonObject, { form }: Reader): boolean {
  const isOwn = form === 'ki' || form === 'kj'
  return isOwn || objectsIn(extension).some(({ url }) => typeof url === 'string' && url.startsWith(nhn))
}

function isListed(coding: JsonObject, { kit, lang }: Reader): boolean {
  const { system, name, code } = codeOf(coding, { kit, lang })
  return system === implantList || rowsOfLeft(kit.compiled.codes('implants'), `${name}|${code}`).length > 0
}
