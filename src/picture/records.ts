import type { JsonObject } from '../document/json.ts'
import { isClinical } from '../form/patient.ts'
import { absencePicture } from './absence.ts'
import type { Arrival } from './arrival.ts'
import type { Speech } from './concept.ts'
import type { AbsenceEntry, RecordPicture, SectionId } from './picture.ts'
import { recordPicture, sectionOf } from './record.ts'

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
export function shownOf({ hub, keptBack }: Arrival, speech: Speech): Shown[] {
  const taken = hub.entries.flatMap(({ fullUrl, resource }): Shown[] => {
    const section = sectionOf(resource)
    const absence = absencePicture(resource, hub, speech)
    if (absence !== undefined) return [{ section, address: fullUrl, resource, absence }]
    if (!isClinical(resource)) return []
    return [{ section, address: fullUrl, resource, record: recordPicture(resource, hub, speech, false) }]
  })
  const others = keptBack.map((resource): Shown => {
    const record = recordPicture(resource, hub, speech, true)
    return { section: sectionOf(resource), address: undefined, resource, record }
  })
  return [...taken, ...others]
}
