import { decodeBase64 } from '../../document/base64.ts'
import { isObject, type JsonObject } from '../../document/json.ts'
import { dropRest, type Source } from '../bundle.ts'
import type { HubEntry } from '../hub.ts'
import type { Mapper } from '../mapper.ts'
import { digestOf, digestOfData, isOriginal, markOn } from './attachment.ts'
import { isTool } from './tool.ts'

/** An original as it came. */
export interface Original {
  /** What it is attached to, and the attachment. */
  readonly holder: JsonObject
  readonly file: JsonObject
  /** Undefined if it is not the one that its mark was set on. */
  readonly text: string | undefined
  /** The patient and the entries beside it are just those that it went out with. */
  readonly isUnchanged: boolean
  /** The patient is. */
  readonly isPatientUnchanged: boolean
}

/** Of the attachment, its content counts; what is said about it is said anew. */
export function readOriginal(resource: JsonObject, sources: readonly Source[], mapper: Mapper): Original {
  const content = Array.isArray(resource.content) ? resource.content.filter(isObject)[0] : undefined
  const file = isObject(content?.attachment) ? content.attachment : {}
  if (file.data !== undefined) mapper.books.claim(file, 'data')
  dropRest(file, 'container.original', mapper.books)
  dropRest(resource, 'container.original', mapper.books, ['content'])
  const mark = markOn(resource)
  const isOne = sources.filter((source) => isOriginal(source.resource)).length === 1
  const { data } = file
  const isWhole = isOne && typeof data === 'string' && mark?.data === digestOfData(data)
  const isPatientUnchanged = mark?.patient === digestOf(marked(sources, true))
  return {
    holder: resource,
    file,
    text: isWhole ? decodeBase64(data) : undefined,
    isUnchanged: isPatientUnchanged && mark.others === digestOf(marked(sources, false)),
    isPatientUnchanged,
  }
}

/** The entries that the mark was made of, in the order of the document: the patient, or the others. */
function marked(sources: readonly Source[], isPatient: boolean): HubEntry[] {
  const others = sources.filter(
    ({ resource }) =>
      (resource.resourceType === 'Patient') === isPatient &&
      resource.resourceType !== 'Composition' &&
      !isOriginal(resource) &&
      !isTool(resource),
  )
  return others.map(({ resource, fullUrl }) => ({ fullUrl: fullUrl ?? '', resource }))
}
