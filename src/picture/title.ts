import { isObject, type Json, type JsonObject, objectsIn, textOf } from '../document/json.ts'
import { conceptOf } from '../form/absence.ts'
import { conceptText, mainCoding } from '../form/eps/narrative-words.ts'
import type { Hub } from '../form/hub.ts'
import { kindIn, kindSystem } from '../form/kind.ts'
import { harmlessIn, isExcipient } from '../mapping/agent.ts'
import { codeOf, saidOf, type Speech, wordsOf } from './concept.ts'
import type { Code } from './picture.ts'
import { excipientOf, kindName, say, someDrug, unnamed } from './words.ts'

/** What a record is called, the coding that this is of, and all codings that say the same. */
export interface Title {
  readonly title: string
  readonly code?: Code
  readonly codes: readonly Code[]
}

/**
 * What a record is about. A reaction to an excipient never names the drug that the excipient was in as what it is about, in words or
 * by code. Problems with anaesthesia repeat the number of their kind as their code, which nobody reads: they begin with its name.
 */
export function titleOf(resource: JsonObject, kind: string | undefined, hub: Hub, speech: Speech): Title {
  const concept = subjectOf(resource, hub)
  const codings = namedBy(concept)
  const code = mainCoding({ coding: codings })
  return {
    title: textFor(resource, concept, kind, speech),
    ...(code === undefined ? {} : { code: codeOf(code, speech) }),
    codes: codings.map((one) => codeOf(one, speech)),
  }
}

function namedBy(concept: Json | undefined): JsonObject[] {
  if (!isObject(concept)) return []
  const codings = isExcipient(concept) ? harmlessIn(concept) : objectsIn(concept.coding)
  return codings.filter(({ system }) => system !== kindSystem)
}

/** A document of the section for advance directives is named by its type, a device by what its use says of it. */
function subjectOf(resource: JsonObject, hub: Hub): Json | undefined {
  const { resourceType, device } = resource
  if (resourceType === 'Consent') return undefined
  if (resourceType === 'DocumentReference') return resource.type
  const found = conceptOf(resource, hub)
  if (found !== undefined || resourceType !== 'DeviceUseStatement' || !isObject(device)) return found
  return typeof device.display === 'string' ? { text: device.display } : undefined
}

function textFor(resource: JsonObject, concept: Json | undefined, kind: string | undefined, speech: Speech): string {
  const { lang } = speech
  const name = kindName(kind, lang)
  if (isObject(concept) && isExcipient(concept)) return excipientText(concept, speech)
  const own = ownText(resource, concept, speech)
  if (own === undefined) return name ?? consentText(resource, speech) ?? say(unnamed, lang)
  return kind === '3' || kind === '4' ? `${name}: ${own}` : own
}

function excipientText(concept: JsonObject, speech: Speech): string {
  const brand = mainCoding({ coding: harmlessIn(concept) })
  const named = textOf(concept.text).trim() || textOf(brand?.display).trim() || say(someDrug, speech.lang)
  return `${say(excipientOf, speech.lang)} ${named}`
}

/** An allergy's text names the agent by itself; elsewhere a text adds to the code (spesifisering). */
function ownText(resource: JsonObject, concept: Json | undefined, speech: Speech): string | undefined {
  if (!isObject(concept)) return undefined
  const named = { ...concept, coding: namedBy(concept) }
  const text = textOf(concept.text).trim()
  if (text === '') return wordsOf(mainCoding(named), speech)
  return resource.resourceType === 'AllergyIntolerance' ? conceptText(named)?.trim() : saidOf(named, speech)?.text
}

/** A Consent without a kind is told by its category, or by what it is about. */
function consentText({ resourceType, category, scope }: JsonObject, speech: Speech): string | undefined {
  if (resourceType !== 'Consent') return undefined
  const [first] = objectsIn(category).filter((one) => kindIn(one) === undefined)
  return saidOf(first, speech)?.text ?? saidOf(scope, speech)?.text
}
