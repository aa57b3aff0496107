import { isObject, type Json, type JsonObject, wordOf } from '../../document/json.ts'
import type { Hub } from '../hub.ts'
import { kindIn } from '../kind.ts'
import {
  ageText,
  conceptsText,
  conceptText,
  headingText,
  kindText,
  type Line,
  lines,
  timeText,
  word,
} from './narrative-words.ts'
import { codeOf } from './state.ts'
import { extensionValue } from './narrative-dates.ts'
import { escapeText, label } from './xhtml.ts'

/** What a narrative is made from: the entry, the record it was made of, and what both lead to. */
export interface Told {
  readonly made: JsonObject
  readonly source: JsonObject
  readonly hub: Hub
  /** The document's timestamp: dates to warn until are held against it. */
  readonly now: string
}

/** The concept that a record is about: the device of an implant stands in a resource of its own. */
export function conceptOf({ made, source, hub }: Told): Json | undefined {
  if (made.resourceType !== 'DeviceUseStatement') return made.code
  const reference = isObject(source.device) ? source.device : undefined
  const device = typeof reference?.reference === 'string' ? hub.find(reference.reference)?.resource : undefined
  return device?.type ?? (typeof reference?.display === 'string' ? { text: reference.display } : undefined)
}

/** Lines that only this kind of record has; what could turn the meaning comes first. */
export function ownLines(told: Told): Line[] {
  return (byType[wordOf(told.made.resourceType)] ?? conditionLines)(told)
}

const byType: Readonly<Record<string, (told: Told) => Line[]>> = {
  AllergyIntolerance: allergyLines,
  Procedure: procedureLines,
  DeviceUseStatement: deviceLines,
  Flag: flagLines,
  Consent: consentLines,
}

function allergyLines({ made }: Told): Line[] {
  const category = Array.isArray(made.category) ? made.category.map(word).join(', ') : undefined
  return lines([
    [status, word(codeOf(made.clinicalStatus))],
    [label('Sannsynlighet', 'certainty'), certainty(made)],
    [label('Alvorlighetsgrad', 'criticality'), word(made.criticality)],
    [label('Kategori', 'category'), category],
    [label('Reaksjon', 'reaction'), conceptsText(made.reaction, 'manifestation')],
    [label('Tidspunkt', 'onset'), timeText(made, 'onset')],
  ])
}

const status = label('Status', 'status')
const kind = label('Type', 'kind')

function conditionLines({ made }: Told): Line[] {
  return lines([
    [status, word(codeOf(made.clinicalStatus))],
    [label('Sikkerhet', 'certainty'), certainty(made)],
    [kind, kindText(kindIn(made.category))],
    [label('Funn', 'evidence'), conceptsText(made.evidence, 'code')],
    [label('Tidspunkt', 'onset'), timeText(made, 'onset')],
  ])
}

function procedureLines({ made }: Told): Line[] {
  const begun = made.status === 'in-progress' ? label('Startet', 'started') : label('Tidspunkt', 'performed')
  return lines([
    [status, word(made.status)],
    [kind, kindText(kindIn(made.category))],
    [begun, timeText(made, 'performed')],
  ])
}

/** The age at implantation has no element abroad and is told here. */
function deviceLines({ made, source }: Told): Line[] {
  const age = extensionValue(source, 'KjImplanted', 'valueAge')
  return lines([
    [status, made.status === 'active' ? label('I bruk', 'in use') : word(made.status)],
    [label('Implantert', 'implanted'), isObject(age) ? ageText(age) : timeText(made, 'timing')],
  ])
}

function flagLines({ made }: Told): Line[] {
  return lines([
    [status, word(made.status)],
    [kind, kindText(kindIn(made.category))],
  ])
}

/** Reason and goal are what a reader abroad has to know; they have no element of their own there. */
function consentLines({ made, source }: Told): Line[] {
  const provision = isObject(made.provision) ? conceptsText([made.provision], 'code') : undefined
  const text = (name: string) => {
    const value = extensionValue(source, name, 'valueString')
    return typeof value === 'string' ? escapeText(value) : undefined
  }
  return lines([
    [status, made.status === 'active' ? label('Gjelder', 'in force') : word(made.status)],
    [label('Behandlingsmål', 'goal of treatment'), text('behandlingsavklaring-treatment-goal')],
    [label('Begrunnelse for HLR-minus', 'reason for no resuscitation'), text('behandlingsavklaring-hlr-minus-reason')],
    [label('Varighet', 'duration'), provision],
  ])
}

function certainty(resource: JsonObject): string | undefined {
  const verification = resource.verificationStatus
  const text = isObject(verification) ? verification.text : undefined
  return typeof text === 'string' ? escapeText(text) : word(codeOf(verification))
}

/** A record's heading: what it is about, else its kind. */
export function titleOf(told: Told): string {
  const own = ownTitle(told)
  const number = told.made.resourceType === 'DeviceUseStatement' ? '7' : kindIn(told.made.category)
  // Problems with anaesthesia repeat the number of their kind as their code: nobody reads a number.
  if (own !== undefined && own !== '' && own !== number) return escapeText(own)
  return kindText(number) ?? label('Uten navn', 'unnamed')
}

/** An allergy's text names the agent by itself, above all that of an excipient, which must not blame the drug in its code. */
function ownTitle(told: Told): string | undefined {
  if (told.made.resourceType === 'Consent') return undefined
  const concept = conceptOf(told)
  return told.made.resourceType === 'AllergyIntolerance' ? conceptText(concept)?.trim() : headingText(concept)
}
