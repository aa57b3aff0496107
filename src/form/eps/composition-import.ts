import { isObject, type Json, type JsonObject, objectsIn, textOf } from '../../document/json.ts'
import { contained } from '../actor.ts'
import { dropRest } from '../bundle.ts'
import { dropNarrative, type Mapper } from '../mapper.ts'

/** A Composition and the document that it stands in. */
export interface Framed {
  readonly resource: JsonObject
  /** This software wrote the document. */
  readonly isOurs: boolean
  /** Is there a resource in the document that this reference means? */
  isThere(reference: string): boolean
}

/**
 * Sections say which entries belong to them, which their types say too; all else of the Composition is the container's. Why
 * a section is empty is told: it is a statement, though no record. In our own summaries it says what the register is. Told
 * is too what a section says and no entry of the document does.
 */
export function dropComposition(framed: Framed, mapper: Mapper): void {
  const { resource } = framed
  mapper.books.claim(resource, 'resourceType')
  if (resource.type !== undefined) mapper.books.claim(resource, 'type')
  dropRest(resource, 'container.composition', mapper.books, ['section', 'text'])
  for (const section of objectsIn(resource.section)) dropSection(section, framed, mapper)
  dropNarrative(resource, mapper)
}

/** Summaries have no sections within sections, other documents do. */
function dropSection(section: JsonObject, framed: Framed, mapper: Mapper): void {
  const { books } = mapper
  if (section.code !== undefined) books.claim(section, 'code')
  dropRest(section, 'container.composition', books, ['text', 'entry', 'emptyReason', 'section'])
  const hasEntries = takeEntries(section, framed, mapper)
  if (!hasEntries && section.emptyReason === undefined && hasWords(section.text)) {
    mapper.report('IMP-006', section.text, 'div', { section: nameOf(section) })
    books.keepOut('eps.section', 'dropped', section.text)
  } else dropNarrative(section, mapper)
  if (isObject(section.emptyReason)) dropReason(section.emptyReason, framed.isOurs, mapper)
  for (const inner of objectsIn(section.section)) dropSection(inner, framed, mapper)
}

/** Entries that lead to a resource of the document are records of their own, wherever they stand; is there one? */
function takeEntries(section: JsonObject, { resource, isThere }: Framed, mapper: Mapper): boolean {
  const { books } = mapper
  let found = false
  for (const [index, entry] of (Array.isArray(section.entry) ? section.entry : []).entries()) {
    const reference = isObject(entry) ? textOf(entry.reference) : ''
    if (reference !== '' && isThere(reference)) {
      books.claim(section.entry as Json[], index)
      found = true
      continue
    }
    books.remark('eps.section', 'dropped', section.entry as Json[], index)
    const part = reference.startsWith('#') ? contained(resource, reference.slice(1)) : undefined
    if (part !== undefined) books.keepOut('eps.section', 'dropped', part)
    mapper.report('IMP-007', isObject(entry) ? entry : (section.entry as Json[]), 'reference', {
      section: nameOf(section),
      target: part === undefined ? 'is not in the document' : 'is contained in the Composition',
    })
  }
  return found
}

/** Does a narrative hold anything beside markup? A picture counts. */
function hasWords(text: Json | undefined): text is JsonObject {
  const div = isObject(text) ? textOf(text.div) : ''
  return /<img\b/i.test(div) || /\S/.test(div.replaceAll(/<[^<>]*>|&nbsp;|&#160;/g, ''))
}

/** A section by its LOINC code; title and text are the document's words, and a code of others may be anything. */
function nameOf(section: JsonObject): string {
  const codings = isObject(section.code) ? objectsIn(section.code.coding) : []
  const loinc = codings.find((one) => one.system === 'http://loinc.org' && /^\d{1,6}-\d$/.test(textOf(one.code)))
  return textOf(loinc?.code) || 'without a LOINC code'
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
