import { isObject, type Json, type JsonObject, objectsIn, textOf } from '../document/json.ts'
import type { Hub } from '../form/hub.ts'
import { patientOf } from '../form/patient.ts'
import { issue, KritinfoError } from '../issue/issue.ts'
import { humanName } from './actor.ts'
import type { Speech } from './concept.ts'
import { extensionValue } from './extension.ts'
import type { Code, PatientPicture, Said } from './picture.ts'
import { saidOf } from './state.ts'
import { reasonText } from './time.ts'
import { type Pair, say } from './words.ts'

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
  const name = humanName(objectsIn(patient.name)[0])
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

function identifierOf({ system, value }: JsonObject, { kit }: Speech): Code {
  const rows = kit.mappings.codes.find(({ id }) => id === 'identifikatorer')?.rows ?? []
  const name = numberNames[rows.find(({ right }) => right === system)?.left ?? '']
  return {
    ...(typeof system === 'string' ? { system } : {}),
    ...(name === undefined ? {} : { name }),
    code: textOf(value),
  }
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
