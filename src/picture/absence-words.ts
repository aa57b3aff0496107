import type { AbsenceKind } from './picture.ts'
import type { Pair } from './words.ts'

/** What each way of saying that there is nothing says, where the document has no words of its own for it. */
export const absenceWords: Readonly<Record<AbsenceKind, Pair>> = {
  'none-known': ['Det er opplyst at det ikke er noe kjent', 'It is stated that nothing is known'],
  'no-information': [
    'Opplysninger er ikke tilgjengelige; det sier ikke at det ikke finnes noe',
    'Information is not available; this does not say that there is none',
  ],
  'not-asked': ['Ingen har spurt', 'Nobody asked'],
  withheld: ['Opplysninger er holdt tilbake', 'Information is withheld'],
  'not-started': ['Ingen har begynt å samle opplysninger', 'Nobody has begun to collect information'],
  closed: ['Listen er lukket', 'The list is closed'],
  'other-reason': ['Tom av en grunn som ikke er kjent her', 'Empty for a reason that is not known here'],
  'subject-absent': ['Hva det gjelder, er ikke oppgitt', 'What it is about is absent'],
  'narrative-only': [
    'Bare fritekst, som ikke vises her: les dokumentet selv',
    'Free text only, which is not shown here: read the document itself',
  ],
  empty: ['Tom seksjon uten begrunnelse: den sier ingenting', 'Empty section without a reason: it says nothing'],
  missing: ['Seksjonen mangler i dokumentet', 'The section is missing from the document'],
  'nothing-recorded': [
    'Ingenting registrert; det sier ikke at det ikke finnes noe',
    'Nothing recorded; this does not say that there is none',
  ],
}

/** Said of a section whose reasons do not go together. */
export const contradicting: Pair = [
  'Tom, og grunnene motsier hverandre',
  'Empty, and the reasons contradict each other',
]

/** Reasons of sections without entries (https://hl7.org/fhir/R4/valueset-list-empty-reason.html). */
export const emptyReasons: Readonly<Record<string, AbsenceKind>> = {
  nilknown: 'none-known',
  notasked: 'not-asked',
  withheld: 'withheld',
  unavailable: 'no-information',
  notstarted: 'not-started',
  closed: 'closed',
}

/** Reasons for absent data in other lists, by FHIR's own words for them. */
export const otherReasons: Readonly<Record<string, string>> = {
  UNK: 'unknown',
  ASKU: 'asked-unknown',
  NAV: 'temp-unknown',
  NASK: 'not-asked',
  MSK: 'masked',
  NA: 'not-applicable',
  '1631000175102': 'not-asked',
}

/** Statements that there is nothing, by their code alone: no two systems use one for different things. */
export const statements: Readonly<Record<string, Pair>> = {
  '716186003': ['Ingen kjent allergi', 'No known allergy'],
  '409137002': ['Ingen kjent legemiddelallergi', 'No known drug allergy'],
  '429625007': ['Ingen kjent matallergi', 'No known food allergy'],
  '428607008': ['Ingen kjent miljøallergi', 'No known environmental allergy'],
  '1003774007': ['Ingen kjent lateksallergi', 'No known latex allergy'],
  '428197003': ['Ingen kjent insektallergi', 'No known insect allergy'],
  '716220001': ['Ingen kjent dyreallergi', 'No known animal allergy'],
  '716184000': ['Ingen kjent lateksallergi', 'No known latex allergy'],
  '160244002': ['Ingen kjente allergier', 'No known allergies'],
  '160245001': ['Ingen aktuelle problemer eller funksjonsnedsettelser', 'No current problems or disability'],
  '787481004': ['Ingen kjente legemidler', 'No known medications'],
  '787480003': ['Ingen kjente prosedyrer', 'No known procedures'],
  '787482006': ['Ingen kjente vaksiner', 'No known immunizations'],
  '787483001': ['Ingen kjent bruk av medisinsk utstyr', 'No known device use'],
  '443508001': ['Ingen kliniske funn tidligere', 'No history of clinical finding'],
  '373572006': ['Klinisk funn foreligger ikke', 'Clinical finding absent'],
  '1287211007': ['Ingen opplysninger tilgjengelig', 'No information available'],
  'no-allergy-info': ['Ingen opplysninger om allergier', 'No information about allergies'],
  'no-known-allergies': ['Ingen kjente allergier', 'No known allergies'],
  'no-known-medication-allergies': ['Ingen kjente legemiddelallergier', 'No known medication allergies'],
  'no-known-environmental-allergies': ['Ingen kjente miljøallergier', 'No known environmental allergies'],
  'no-known-food-allergies': ['Ingen kjente matallergier', 'No known food allergies'],
  'no-problem-info': ['Ingen opplysninger om problemer', 'No information about problems'],
  'no-known-problems': ['Ingen kjente problemer', 'No known problems'],
  'no-medication-info': ['Ingen opplysninger om legemidler', 'No information about medications'],
  'no-known-medications': ['Ingen kjente legemidler', 'No known medications'],
  'no-procedure-info': ['Ingen opplysninger om prosedyrer', 'No information about past procedures'],
  'no-known-procedures': ['Ingen kjente prosedyrer', 'No known procedures'],
  'no-device-info': ['Ingen opplysninger om medisinsk utstyr', 'No information about devices'],
  'no-known-devices': ['Ingen kjent bruk av medisinsk utstyr', 'No known devices in use'],
  'no-immunization-info': ['Ingen opplysninger om vaksiner', 'No information about immunizations'],
  'no-known-immunizations': ['Ingen kjente vaksiner', 'No known immunizations'],
}

/** Of these statements the ones that say that there is no information, and not that there is nothing. */
export function isNoInformation(code: string): boolean {
  return code === '1287211007' || code.endsWith('-info')
}
