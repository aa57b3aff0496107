import { isObject, type Json, type JsonObject, objectsIn, textOf } from '../document/json.ts'
import { conceptOf } from '../form/absence.ts'
import { conceptText, mainCoding } from '../form/eps/narrative-words.ts'
import { kindIn, kindSystem } from '../form/kind.ts'
import { harmlessIn, isExcipient } from '../mapping/agent.ts'
import { saysNothing, statementText } from './absence.ts'
import { codeOf, type Reader, saidOf, type Speech, wordsOf } from './concept.ts'
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
export function titleOf(resource: JsonObject, kind: string | undefined, reader: Reader): Title {
  const concept = subjectOf(resource, reader)
  const codings = namedBy(concept)
  const code = mainCoding({ coding: naming(codings, reader) })
  return {
    title: textFor(resource, concept, kind, reader),
    ...(code === undefined ? {} : { code: codeOf(code, reader) }),
    codes: codings.map((one) => codeOf(one, reader)),
  }
}

/** Of the codings those that name something, if any does: what is beside "no known allergy" must not be lost behind it. */
function naming(codings: readonly JsonObject[], reader: Reader): JsonObject[] {
  const named = codings.filter((one) => !saysNothing(one, reader))
  return named.length === 0 ? [...codings] : named
}

function namedBy(concept: Json | undefined): JsonObject[] {
  if (!isObject(concept)) return []
  const codings = isExcipient(concept) ? harmlessIn(concept) : objectsIn(concept.coding)
  return codings.filter(({ system }) => system !== kindSystem)
}

/** A document of the section for advance directives is named by its type, a device by what its use says of it. */
function subjectOf(resource: JsonObject, { hub }: Reader): Json | undefined {
  const { resourceType, device } = resource
  if (resourceType === 'Consent') return undefined
  if (resourceType === 'DocumentReference') return resource.type
  const found = conceptOf(resource, hub)
  if (found !== undefined || resourceType !== 'DeviceUseStatement' || !isObject(device)) return found
  return typeof device.display === 'string' ? { text: device.display } : undefined
}

function textFor(resource: JsonObject, concept: Json | undefined, kind: string | undefined, reader: Reader): string {
  const { lang } = reader
  const name = kindName(kind, lang)
  if (isObject(concept) && isExcipient(concept)) return excipientText(concept, reader)
  const own = ownText(resource, concept, reader)
  if (own === undefined) return name ?? consentText(resource, reader) ?? say(unnamed, lang)
  return kind === '3' || kind === '4' ? `${name}: ${own}` : own
}

function excipientText(concept: JsonObject, speech: Speech): string {
  const brand = mainCoding({ coding: harmlessIn(concept) })
  const named = textOf(concept.text).trim() || textOf(brand?.display).trim() || say(someDrug, speech.lang)
  return `${say(excipientOf, speech.lang)} ${named}`
}

/** An allergy's text names the agent by itself; elsewhere a text adds to the code (spesifisering). */
function ownText(resource: JsonObject, concept: Json | undefined, reader: Reader): string | undefined {
  if (!isObject(concept)) return undefined
  const named = { ...concept, coding: naming(namedBy(concept), reader) }
  const text = textOf(concept.text).trim()
  const main = mainCoding(named)
  if (main !== undefined && saysNothing(main, reader))
    return [statementText(main, reader), text].filter(Boolean).join(': ')
  if (text === '') return wordsOf(main, reader)
  return resource.resourceType === 'AllergyIntolerance' ? conceptText(named)?.trim() : saidOf(named, reader)?.text
}

/** A Consent without a kind is told by its category, or by what it is about. */
function consentText({ resourceType, category, scope }: JsonObject, speech: Speech): string | undefined {
  if (resourceType !== 'Consent') return undefined
  const [first] = objectsIn(category).filter((one) => kindIn(one) === undefined)
  return saidOf(first, speech)?.text ?? saidOf(scope, speech)?.text
}
