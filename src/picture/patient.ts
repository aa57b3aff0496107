import { isObject, type Json, type JsonObject, objectsIn, textOf } from '../document/json.ts'
import type { Hub } from '../form/hub.ts'
import { patientOf } from '../form/patient.ts'
import { issue, KritinfoError } from '../issue/issue.ts'
import { humanName } from './actor.ts'
import type { Speech } from './concept.ts'
import { extensionValue } from './extension.ts'
import type { PatientNumber, PatientPicture, Said } from './picture.ts'
import { saidOf } from './state.ts'
import { reasonText } from './time.ts'
import { type Pair, inTable, say, wordIn } from './words.ts'

/** Who the document is about, and what they have chosen. */
export interface Person {
  readonly patient?: PatientPicture
  readonly privacy: readonly Said[]
}

/** @throws KritinfoError (CNV-005) for more than one patient: which record is whose could not be told from the picture. */
export function personOf(hub: Hub, speech: Speech, isShown: boolean): Person {
  const found = patientOf(hub, (code) => {
    throw new KritinfoError(issue(code))
  })?.resource
  if (found === undefined) return { privacy: [] }
  const patient = isShown ? shown(found, speech) : { isHidden: true, identifiers: [] }
  return { patient, privacy: privacyOf(found, speech) }
}

function shown(patient: JsonObject, speech: Speech): PatientPicture {
  const name = humanName(nameOf(patient))
  const { birthDate, gender } = patient
  const born = typeof birthDate === 'string' ? birthDate : reasonText(patient._birthDate, speech.lang)
  return {
    isHidden: false,
    ...(name === '' ? {} : { name }),
    ...(born === undefined ? {} : { birthDate: born }),
    ...(typeof gender === 'string' ? { gender: saidOf(gender, speech.lang) } : {}),
    identifiers: objectsIn(patient.identifier).map((one) => identifierOf(one, speech)),
  }
}

/** The name that the patient goes by: the official one, and one of old only where there is no other. */
function nameOf(patient: JsonObject): JsonObject | undefined {
  const names = objectsIn(patient.name).filter((one) => humanName(one) !== '')
  return names.sort((one, other) => rankOf(one) - rankOf(other))[0]
}

/** Uses of names (https://hl7.org/fhir/R4/valueset-name-use.html), best first. */
const ranks: readonly string[] = ['official', 'usual', '', 'temp', 'nickname', 'anonymous', 'maiden', 'old']

function rankOf({ use }: JsonObject): number {
  const rank = ranks.indexOf(textOf(use))
  return rank < 0 ? ranks.indexOf('') : rank
}

function identifierOf({ system, value, use }: JsonObject, { kit, lang }: Speech): PatientNumber {
  const rows = kit.mappings.codes.find(({ id }) => id === 'identifikatorer')?.rows ?? []
  const name = inTable(numberNames, rows.find(({ right }) => right === system)?.left ?? '')
  const word = wordIn(numberUses, textOf(use), lang)
  return {
    ...(typeof system === 'string' ? { system } : {}),
    ...(name === undefined ? {} : { name }),
    code: textOf(value),
    ...(word === undefined ? {} : { use: { code: textOf(use), text: word } }),
  }
}

/** What a number is used for where that is not the usual (https://hl7.org/fhir/R4/valueset-identifier-use.html). */
const numberUses: Readonly<Record<string, Pair>> = {
  old: ['ikke lenger gyldig', 'no longer valid'],
  temp: ['midlertidig', 'temporary'],
  secondary: ['sekundært', 'secondary'],
}

/** Norwegian identity numbers have no other names. */
const numberNames: Readonly<Record<string, string>> = {
  fodselsnummer: 'fødselsnummer',
  dNummer: 'D-nummer',
  fellesHjelpenummer: 'felles hjelpenummer',
  dufNummer: 'DUF-nummer',
}

const choices: Readonly<Record<string, Pair>> = {
  reservation: [
    'Pasienten har reservert seg: opplysninger kan mangle',
    'The patient has opted out of the register: information may be missing',
  ],
  restriction: [
    'Opplysninger er sperret etter pasientens valg: de kan mangle her',
    "Information is blocked by the patient's choice: it may be missing here",
  ],
}

function privacyOf(patient: Json, { kit, lang }: Speech): Said[] {
  if (!isObject(patient)) return []
  return Object.entries(choices)
    .filter(([slice]) => extensionValue(patient, slice, 'valueBoolean', kit) === true)
    .map(([code, pair]) => ({ code, text: say(pair, lang) }))
}
