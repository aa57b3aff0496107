import { isObject, type Json, type JsonObject, objectsIn, textOf, wordOf } from '../document/json.ts'
import { notesOf } from '../form/eps/narrative.ts'
import type { Hub } from '../form/hub.ts'
import { kindIn, kindOf } from '../form/kind.ts'
import { conceptsIn, saidOf, type Speech, wordsOf } from './concept.ts'
import { extensionsOf } from './extension.ts'
import { linesOf } from './lines.ts'
import type { ReactionPicture, RecordPicture, Said, SectionId } from './picture.ts'
import { saidOf as codeSaid, stateOf } from './state.ts'
import { titleOf } from './title.ts'
import { sectionOfKind } from './words.ts'

/** One resource of the hub as people read it. `isKeptBack`: conversion would not take it, as it is in no state that its form knows. */
export function recordPicture(resource: JsonObject, hub: Hub, speech: Speech, isKeptBack: boolean): RecordPicture {
  const kind = kindNumber(resource)
  const { id, criticality, severity } = resource
  const gravity = saidOf(severity, speech)
  return {
    ...(typeof id === 'string' ? { id } : {}),
    type: wordOf(resource.resourceType),
    ...(kind === undefined ? {} : { kind }),
    ...titleOf(resource, kind, hub, speech),
    ...stateOf(resource, speech.kit, speech.lang, isKeptBack),
    ...(typeof criticality === 'string' ? { criticality: codeSaid(criticality, speech.lang) } : {}),
    ...(gravity === undefined ? {} : { severity: gravity }),
    reactions: objectsIn(resource.reaction).map((one) => reactionPicture(one, speech)),
    lines: linesOf({ ...speech, resource, kind, hub }),
    sources: sourcesOf(resource, speech),
    notes: notesOf(resource)
      .map((one) => textOf(isObject(one) ? one.text : undefined))
      .filter((one) => one !== ''),
  }
}

/** The section that a resource belongs to. */
export function sectionOf(resource: JsonObject): SectionId {
  if (resource.resourceType === 'AllergyIntolerance') return 'reactions'
  const kind = kindNumber(resource)
  return (kind === undefined ? undefined : sectionOfKind[kind]) ?? 'other'
}

/** An allergy states its kind by its category alone: medication is a drug reaction, anything else another allergy. */
function kindNumber(resource: JsonObject): string | undefined {
  const { resourceType, category } = resource
  if (resourceType === 'DocumentReference') return kindIn(resource.type)
  if (resourceType !== 'AllergyIntolerance') return kindOf(resource)
  if (!Array.isArray(category) || category.length === 0) return undefined
  return category.includes('medication') ? '1' : '2'
}

function reactionPicture(reaction: JsonObject, speech: Speech): ReactionPicture {
  const { severity } = reaction
  const substance = saidOf(reaction.substance, speech)
  const onset = textOf(reaction.onset)
  const description = textOf(reaction.description)
  return {
    manifestations: conceptsIn(reaction.manifestation, speech),
    ...(typeof severity === 'string' ? { severity: codeSaid(severity, speech.lang) } : {}),
    ...(onset === '' ? {} : { onset }),
    ...(substance === undefined ? {} : { substance }),
    ...(description === '' ? {} : { description }),
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
