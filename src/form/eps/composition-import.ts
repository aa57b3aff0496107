import { isObject, type Json, type JsonObject } from '../../document/json.ts'
import { dropRest } from '../bundle.ts'
import { dropNarrative, type Mapper } from '../mapper.ts'

/** Sections say which entries belong to them, which their types say too; all else of the Composition is the container's. */
export function dropComposition(resource: JsonObject, mapper: Mapper): void {
  mapper.books.claim(resource, 'resourceType')
  if (resource.type !== undefined) mapper.books.claim(resource, 'type')
  dropRest(resource, 'container.composition', mapper.books, ['section', 'text'])
  for (const section of sectionsOf(resource)) {
    if (section.entry !== undefined) mapper.books.claim(section, 'entry')
    if (section.code !== undefined) mapper.books.claim(section, 'code')
    dropRest(section, 'container.composition', mapper.books, ['text', 'emptyReason'])
    dropNarrative(section, mapper)
    if (isObject(section.emptyReason))
      mapper.books.keepOut(emptyRow(section.emptyReason), 'dropped', section.emptyReason)
  }
  dropNarrative(resource, mapper)
}

/** Reasons that say nothing about the patient; that there is none is a statement that no register of critical facts can hold. */
const neutral: ReadonlySet<Json | undefined> = new Set(['unavailable', 'notasked', 'withheld', 'notstarted', 'closed'])

function emptyRow(reason: JsonObject): string {
  const codings = Array.isArray(reason.coding) ? reason.coding.filter(isObject) : []
  return codings.length > 0 && codings.every((one) => neutral.has(one.code))
    ? 'container.composition'
    : 'eps.emptyReason'
}

function sectionsOf(resource: JsonObject): JsonObject[] {
  return Array.isArray(resource.section) ? resource.section.filter(isObject) : []
}
