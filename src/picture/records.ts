import { type JsonObject, objectsIn } from '../document/json.ts'
import { isClinical } from '../form/patient.ts'
import { absencePicture } from './absence.ts'
import type { Arrival } from './arrival.ts'
import type { Reader, Speech } from './concept.ts'
import type { AbsenceEntry, RecordPicture, SectionId, WarningKind } from './picture.ts'
import { recordPicture, sectionOf } from './record.ts'
import { type Resource, typeOf } from './source.ts'

/** One entry that is shown: where it stands, and what it is. */
export interface Shown {
  readonly section: SectionId
  /** The address in the hub; undefined for what never came there. */
  readonly address: string | undefined
  readonly resource: JsonObject
  readonly record?: RecordPicture
  readonly absence?: AbsenceEntry
}

/** Every record of a document, and every entry that states that there is none, in the order of the document. */
export function shownOf({ hub, form, keptBack }: Arrival, sources: readonly Resource[], speech: Speech): Shown[] {
  const reader: Reader = { ...speech, hub, form }
  const taken = hub.entries.flatMap(({ fullUrl, resource }) => shownAs(resource, fullUrl, reader, []))
  const others = keptBack.map((resource): Shown => {
    const record = recordPicture(resource, reader, ['kept-back'])
    return { section: sectionOf(resource, reader), address: undefined, resource, record }
  })
  const inside = containedIn(sources).flatMap((resource) => shownAs(resource, undefined, reader, ['contained']))
  return [...taken, ...others, ...inside]
}

function shownAs(
  resource: JsonObject,
  address: string | undefined,
  reader: Reader,
  seen: readonly WarningKind[],
): Shown[] {
  const section = sectionOf(resource, reader)
  const absence = absencePicture(resource, reader, seen)
  if (absence !== undefined) return [{ section, address, resource, absence }]
  return isClinical(resource) ? [{ section, address, resource, record: recordPicture(resource, reader, seen) }] : []
}

/** A summary may hold its records within its Composition, where conversion does not look for any. */
function containedIn(sources: readonly Resource[]): JsonObject[] {
  return sources.flatMap((one) => (typeOf(one) === 'Composition' ? objectsIn(one.resource.contained) : []))
}
