import { isObject, type JsonObject } from '../../document/json.ts'
import { dropRest, type Source } from '../bundle.ts'
import type { HubEntry } from '../hub.ts'
import type { Mapper } from '../mapper.ts'
import { digestIn, digestOf, isOriginal, originalText } from './attachment.ts'
import { isTool } from './tool.ts'

/** An original as it came: its text, and whether the entries beside it are just those that it went out with. */
export interface Original {
  readonly text: string
  readonly isUnchanged: boolean
}

/** Of the attachment, its content counts; what is said about it is said anew. */
export function readOriginal(resource: JsonObject, sources: readonly Source[], mapper: Mapper): Original | undefined {
  const content = Array.isArray(resource.content) ? resource.content.filter(isObject)[0] : undefined
  const file = isObject(content?.attachment) ? content.attachment : {}
  if (file.data !== undefined) mapper.books.claim(file, 'data')
  dropRest(file, 'container.original', mapper.books)
  dropRest(resource, 'container.original', mapper.books, ['content'])
  const text = originalText(resource)
  return text === undefined ? undefined : { text, isUnchanged: digestIn(resource) === digestOf(marked(sources)) }
}

/** The entries that the mark was made of, in the order of the document. */
function marked(sources: readonly Source[]): HubEntry[] {
  const others = sources.filter(
    ({ resource }) => resource.resourceType !== 'Composition' && !isOriginal(resource) && !isTool(resource),
  )
  return others.map(({ resource, fullUrl }) => ({ fullUrl: fullUrl ?? '', resource }))
}
