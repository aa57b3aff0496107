import { isObject, type Json, type JsonObject, objectsIn, textOf, wordOf } from '../document/json.ts'
import { kindIn, kindOf } from '../form/kind.ts'
import { doubtsOf } from './absence.ts'
import { conceptsIn, type Reader, saidOf, type Speech, wordsOf } from './concept.ts'
import { extensionsOf } from './extension.ts'
import { isImplant } from './implant.ts'
import { linesOf } from './lines.ts'
import { notesOf } from './notes.ts'
import type { ReactionPicture, RecordPicture, Said, SectionId, WarningKind } from './picture.ts'
import { type State, saidOf as codeSaid, stateOf } from './state.ts'
import { titleOf } from './title.ts'
import { unshownIn } from './unshown.ts'
import { inTable, sectionOfKind } from './words.ts'

/** One resource of the hub as people read it. `seen`: what speaks against relying on it, beside what it says itself. */
export function recordPicture(resource: JsonObject, reader: Reader, seen: readonly WarningKind[]): RecordPicture {
  const kind = kindNumber(resource, reader)
  const { id, criticality, severity } = resource
  const gravity = saidOf(severity, reader)
  const warnings = [...seen, ...doubtsOf(resource, reader)]
  return {
    ...(typeof id === 'string' ? { id } : {}),
    type: wordOf(resource.resourceType),
    ...(kind === undefined ? {} : { kind }),
    ...titleOf(resource, kind, reader),
    ...stated(stateOf(resource, reader, warnings), resource, reader),
    ...(typeof criticality === 'string' ? { criticality: codeSaid(criticality, reader.lang) } : {}),
    ...(gravity === undefined ? {} : { severity: gravity }),
    reactions: objectsIn(resource.reaction).map((one) => reactionPicture(one, reader)),
    lines: linesOf({ ...reader, resource, kind }),
    sources: sourcesOf(resource, reader),
    notes: notesOf(resource),
    unshown: unshownIn(resource),
  }
}

/** A `ki` document says of allergies alone how sure they are: that a condition is confirmed is a word that the hub asks for. */
function stated({ certainty, ...state }: State, { resourceType }: JsonObject, { form }: Reader): State {
  const isWord = form === 'ki' && resourceType === 'Condition' && certainty?.code === 'confirmed'
  return certainty === undefined || isWord ? state : { ...state, certainty }
}

/** The section that a resource belongs to. */
export function sectionOf(resource: JsonObject, reader: Reader): SectionId {
  if (resource.resourceType === 'AllergyIntolerance') return 'reactions'
  const kind = kindNumber(resource, reader)
  return (kind === undefined ? undefined : inTable(sectionOfKind, kind)) ?? 'other'
}

/** An allergy states its kind by its category alone: medication is a drug reaction, anything else another allergy. */
function kindNumber(resource: JsonObject, reader: Reader): string | undefined {
  const { resourceType, category } = resource
  if (resourceType === 'DocumentReference') return kindIn(resource.type)
  if (resourceType === 'DeviceUseStatement' && !isImplant(resource, reader)) return undefined
  if (resourceType !== 'AllergyIntolerance') return kindOf(resource)
  if (!Array.isArray(category) || category.length === 0) return undefined
  return category.includes('medication') ? '1' : '2'
}

function reactionPicture(reaction: JsonObject, speech: Speech): ReactionPicture {
  const { severity } = reaction
  const substance = saidOf(reaction.substance, speech)
  const route = saidOf(reaction.exposureRoute, speech)
  const onset = textOf(reaction.onset)
  const description = textOf(reaction.description)
  return {
    manifestations: conceptsIn(reaction.manifestation, speech),
    ...(typeof severity === 'string' ? { severity: codeSaid(severity, speech.lang) } : {}),
    ...(onset === '' ? {} : { onset }),
    ...(substance === undefined ? {} : { substance }),
    ...(route === undefined ? {} : { exposureRoute: route }),
    ...(description === '' ? {} : { description }),
    notes: notesOf(reaction),
  }
}

function sourcesOf(resource: JsonObject, speech: Speech): Said[] {
  return extensionsOf(resource, 'sourceOfInformation', speech.kit).flatMap(({ valueCoding }) =>
    said(valueCoding, speech),
  )
}

function said(coding: Json | undefined, speech: Speech): Said[] {
  const text = isObject(coding) ? wordsOf(coding, speech) : undefined
  if (!isObject(coding) || text === undefined) return []
  return [{ ...(typeof coding.code === 'string' ? { code: coding.code } : {}), text }]
}
