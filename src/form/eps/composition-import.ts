import { isObject, type Json, type JsonObject, objectsIn } from '../../document/json.ts'
import { dropRest } from '../bundle.ts'
import { dropNarrative, type Mapper } from '../mapper.ts'

/**
 * Sections say which entries belong to them, which their types say too; all else of the Composition is the container's. Why
 * a section is empty is told: it is a statement, though no record. In our own summaries it says what the register is.
 */
export function dropComposition(resource: JsonObject, isOurs: boolean, mapper: Mapper): void {
  mapper.books.claim(resource, 'resourceType')
  if (resource.type !== undefined) mapper.books.claim(resource, 'type')
  dropRest(resource, 'container.composition', mapper.books, ['section', 'text'])
  for (const section of sectionsOf(resource)) {
    if (section.entry !== undefined) mapper.books.claim(section, 'entry')
    if (section.code !== undefined) mapper.books.claim(section, 'code')
    dropRest(section, 'container.composition', mapper.books, ['text', 'emptyReason'])
    dropNarrative(section, mapper)
    if (isObject(section.emptyReason)) dropReason(section.emptyReason, isOurs, mapper)
  }
  dropNarrative(resource, mapper)
}

/** Reasons that say nothing about the patient; that there is none is a statement that no register of critical facts can hold. */
const neutral: ReadonlySet<Json | undefined> = new Set(['unavailable', 'notasked', 'withheld', 'notstarted', 'closed'])

function dropReason(reason: JsonObject, isOurs: boolean, mapper: Mapper): void {
  const codings = objectsIn(reason.coding)
  const isNeutral = codings.length > 0 && codings.every((one) => neutral.has(one.code))
  mapper.books.keepOut(isNeutral ? 'container.composition' : 'eps.emptyReason', 'dropped', reason)
  if (isOurs && isNeutral) return
  const { rows } = mapper.codes('empty-reasons')
  const known = rows.find((row) => codings.some((one) => one.code === row.left))
  const key = Object.keys(reason)[0] ?? 'coding'
  mapper.report('IMP-003', reason, key, { statement: known?.note ?? 'for a reason that is not known here' })
}

function sectionsOf(resource: JsonObject): JsonObject[] {
  return objectsIn(resource.section)
}
