import { isObject, type Json, type JsonObject } from '../../document/json.ts'
import { dropRest } from '../bundle.ts'
import { refuseModifier } from '../import.ts'
import { dropNarrative, keepBack, type Mapper, nowhere } from '../mapper.ts'
import { attachmentOf, describe, titleOf } from './directive.ts'
import { claimIdentifier } from './identity.ts'

/**
 * The Consent that the document of an advance directive holds, as a record of the hub. Status, patient and authors are those of
 * the document: it is what a receiver sees and may correct. Undefined if the record is kept back.
 */
export function readDirective(document: JsonObject, consent: JsonObject, mapper: Mapper): JsonObject | undefined {
  if (refuseModifier(document, mapper)) return undefined
  if (!isCurrent(document) && !isError(document)) {
    mapper.report('EPS-004', document, 'resourceType')
    return void mapper.books.keepOut('eps.directive.status', 'withheld', document)
  }
  const attachment = attachmentOf(document) as JsonObject
  mapper.books.claim(attachment, 'data')
  standFor(consent, attachment, mapper)
  tellChanges(document, consent, mapper)
  restate(document, consent, mapper)
  const made: JsonObject = { resourceType: 'Consent' }
  mapper.books.claim(document, 'resourceType')
  mapper.books.link('eps.directive', document, 'resourceType', made, 'resourceType')
  for (const key of ['resourceType', 'text']) mapper.books.claim(consent, key)
  claimIdentifier(consent, mapper.books)
  const row = mapper.map('r4-eps/consent', 'backward', consent, made, nowhere)
  if (row !== undefined) return void keepBack(document, row, 'r4', mapper)
  dropNarrative(document, mapper)
  dropRest(attachment, 'container.directive', mapper.books)
  dropRest(document, 'container.directive', mapper.books, ['content', 'text'])
  return made
}

/** Both the reference to the document and the document itself have a status, and either may take it back. */
function isError({ status, docStatus }: JsonObject): boolean {
  return status === 'entered-in-error' || docStatus === 'entered-in-error'
}

/** A preliminary document is not in force yet (https://hl7.org/fhir/R4/valueset-composition-status.html). */
function isCurrent({ status, docStatus }: JsonObject): boolean {
  return status === 'current' && (docStatus === undefined || docStatus === 'final' || docStatus === 'amended')
}

/** Whatever happens to a part of the Consent happens to the one leaf that holds it. */
function standFor(value: Json, attachment: JsonObject, mapper: Mapper): void {
  if (!Array.isArray(value) && !isObject(value)) return
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    mapper.books.alias(value, key, attachment, 'data')
    mapper.books.link('eps.directive', attachment, 'data', value, key)
    standFor((value as JsonObject)[key] as Json, attachment, mapper)
  }
}

/** The words about the document are made of the Consent; other words were written by somebody, and are not lost unseen. */
function tellChanges(document: JsonObject, consent: JsonObject, mapper: Mapper): void {
  const { type, description } = document
  const changed = [
    ...(isObject(type) && type.text !== titleOf(consent) ? ['type'] : []),
    ...(description !== undefined && description !== describe(consent) ? ['description'] : []),
  ]
  if (changed.length === 0) return
  const elements = changed.map((key) => `DocumentReference.${key}`).join(', ')
  mapper.report('EPS-002', document, 'resourceType', { elements })
  for (const key of changed) mapper.books.remark('eps.directive.changed', 'dropped', document, key)
}

function restate(document: JsonObject, consent: JsonObject, mapper: Mapper): void {
  const said = document.docStatus === 'entered-in-error' ? 'docStatus' : 'status'
  for (const key of ['status', 'docStatus']) if (document[key] !== undefined) mapper.books.claim(document, key)
  if (isError(document)) {
    consent.status = 'entered-in-error'
    mapper.books.link('eps.directive', document, said, consent, 'status')
  }
  const { subject, author } = document
  if (isObject(subject)) {
    mapper.books.claim(document, 'subject')
    dropRest(subject, 'container.directive', mapper.books, ['reference'])
    consent.patient = referTo(consent.patient, subject, mapper)
  }
  const { performer } = consent
  if (!Array.isArray(author) || !Array.isArray(performer) || author.length !== performer.length) return
  mapper.books.claim(document, 'author')
  for (const one of author.filter(isObject)) dropRest(one, 'container.directive', mapper.books, ['reference'])
  consent.performer = performer.map((one, index) => referTo(one, author[index] as Json, mapper))
}

/** The reference as it was, with the address that the document has for it. */
function referTo(stated: Json | undefined, reference: Json, mapper: Mapper): JsonObject {
  const made: JsonObject = isObject(stated) ? stated : {}
  if (!isObject(reference) || typeof reference.reference !== 'string') return made
  made.reference = reference.reference
  mapper.books.link('eps.directive', reference, 'reference', made, 'reference')
  return made
}
