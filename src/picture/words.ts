import { kindNames } from '../form/kind.ts'
import type { Language, LineName, SectionId, Tone, WarningKind } from './picture.ts'

/** The same in Norwegian and in English. */
export type Pair = readonly [nb: string, en: string]

/** The words of a pair in one language. */
export function say([nb, en]: Pair, lang: Language): string {
  return lang === 'nb' ? nb : en
}

/** What a table has under a word of a document, which may be one that every object of JavaScript has. */
export function inTable<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}

/** The words for a code in a table of words; undefined for one that has none there. */
export function wordIn(table: Readonly<Record<string, Pair>>, code: string, lang: Language): string | undefined {
  const pair = inTable(table, code)
  return pair === undefined ? undefined : say(pair, lang)
}

/** Headings, as the pages for citizens group the kinds (https://www.helsenorge.no/sykdom-og-kritisk-info/). */
export const sectionTitles: Readonly<Record<SectionId, Pair>> = {
  reactions: ['Overfølsomhetsreaksjoner', 'Allergies and reactions'],
  anaesthesia: ['Komplikasjoner ved anestesi', 'Complications of anaesthesia'],
  conditions: ['Kritiske medisinske tilstander', 'Critical medical conditions'],
  treatment: ['Pågående behandling', 'Ongoing treatment'],
  implants: ['Implantater og transplantater', 'Implants and transplants'],
  limitation: ['Avgrensning og avklaring av behandling', 'Limitation and clarification of treatment'],
  'procedure-change': ['Endringer i behandlingsrutiner', 'Changes of procedure'],
  infection: ['Smitte', 'Infection'],
  other: ['Uten norsk type', 'Without a Norwegian kind'],
}

/** The section of each kind (list 7650). */
export const sectionOfKind: Readonly<Record<string, SectionId>> = {
  '1': 'reactions',
  '2': 'reactions',
  '3': 'anaesthesia',
  '4': 'anaesthesia',
  '5': 'conditions',
  '6': 'treatment',
  '7': 'implants',
  '8': 'limitation',
  '9': 'procedure-change',
  '10': 'infection',
  '11': 'limitation',
}

/** The name of a kind, as a heading; undefined for a number that is none. */
export function kindName(kind: string | undefined, lang: Language): string | undefined {
  const name = kind === undefined ? undefined : wordIn(kindNames, kind, lang)
  return name === undefined ? undefined : name.charAt(0).toUpperCase() + name.slice(1)
}

export const toneWords: Readonly<Record<Tone, Pair>> = {
  active: ['AKTIV', 'ACTIVE'],
  'not-in-force': ['GJELDER IKKE NÅ', 'NOT IN FORCE'],
  done: ['UTFØRT', 'DONE'],
  resolved: ['OPPHØRT', 'NO LONGER'],
  refuted: ['AVKREFTET', 'REFUTED'],
  'entered-in-error': ['SLETTET', 'ENTERED IN ERROR'],
  unknown: ['STATUS UKJENT', 'STATUS UNKNOWN'],
}

/** Codes of status, certainty, criticality, severity and gender that R4 has, and `presumed`. */
export const codeWords: Readonly<Record<string, Pair>> = {
  active: ['Aktiv', 'Active'],
  inactive: ['Ikke aktiv', 'Inactive'],
  resolved: ['Opphørt', 'Resolved'],
  recurrence: ['Tilbakefall', 'Recurrence'],
  relapse: ['Tilbakefall', 'Relapse'],
  remission: ['Remisjon', 'Remission'],
  confirmed: ['Bekreftet', 'Confirmed'],
  unconfirmed: ['Mistenkt', 'Suspected'],
  presumed: ['Sannsynlig', 'Presumed'],
  provisional: ['Foreløpig', 'Provisional'],
  differential: ['Differensialdiagnose', 'Differential diagnosis'],
  refuted: ['Avkreftet', 'Refuted'],
  'entered-in-error': ['Slettet', 'Entered in error'],
  high: ['Alvorlig', 'High risk'],
  low: ['Mindre alvorlig', 'Low risk'],
  'unable-to-assess': ['Ukjent', 'Unable to assess'],
  medication: ['Legemiddel', 'Medication'],
  food: ['Mat', 'Food'],
  environment: ['Miljø', 'Environment'],
  biologic: ['Biologisk', 'Biologic'],
  'in-progress': ['Pågår', 'In progress'],
  preparation: ['Forberedes', 'In preparation'],
  'not-done': ['Ikke utført', 'Not done'],
  'on-hold': ['På vent', 'On hold'],
  stopped: ['Avbrutt', 'Stopped'],
  completed: ['Fullført', 'Completed'],
  intended: ['Planlagt', 'Intended'],
  draft: ['Utkast', 'Draft'],
  proposed: ['Foreslått', 'Proposed'],
  rejected: ['Avvist', 'Rejected'],
  unknown: ['Ukjent', 'Unknown'],
  mild: ['Mild', 'Mild'],
  moderate: ['Moderat', 'Moderate'],
  severe: ['Alvorlig', 'Severe'],
  allergy: ['Allergi', 'Allergy'],
  intolerance: ['Intoleranse', 'Intolerance'],
  permit: ['Tillates', 'Permitted'],
  deny: ['Nektes', 'Denied'],
  current: ['Gjeldende', 'Current'],
  superseded: ['Erstattet', 'Superseded'],
  female: ['Kvinne', 'Female'],
  male: ['Mann', 'Male'],
  other: ['Annet', 'Other'],
}

export const lineLabels: Readonly<Record<LineName, Pair>> = {
  kind: ['Type', 'Kind'],
  mechanism: ['Mekanisme', 'Mechanism'],
  category: ['Kategori', 'Category'],
  'status-reason': ['Grunn til statusen', 'Reason for the status'],
  indication: ['Grunn', 'Indication'],
  'body-site': ['Kroppssted', 'Body site'],
  stage: ['Stadium', 'Stage'],
  evidence: ['Funn', 'Evidence'],
  onset: ['Tidspunkt', 'Onset'],
  'last-occurrence': ['Sist', 'Last occurrence'],
  performed: ['Tidspunkt', 'Performed'],
  implanted: ['Implantert', 'Implanted'],
  'in-use': ['I bruk', 'In use'],
  abatement: ['Opphørt', 'Ended'],
  outcome: ['Resultat', 'Outcome'],
  goal: ['Behandlingsmål', 'Goal of treatment'],
  reason: ['Begrunnelse for HLR-minus', 'Reason for no resuscitation'],
  provision: ['Bestemmelse', 'Provision'],
  verified: ['Bekreftet med pasienten eller pårørende', 'Verified with the patient or family'],
  duration: ['Varighet', 'Duration'],
  from: ['Gyldig fra', 'Holds from'],
  until: ['Varsles til', 'Warn until'],
  recorded: ['Registrert', 'Recorded'],
  updated: ['Endret', 'Changed'],
  asserted: ['Opplyst av', 'Asserted by'],
}

/** Status, certainty and gravity, as the `ki` model names them; how grave a condition is has a name of its own. */
export const factLabels = {
  status: ['Status', 'Status'],
  certainty: ['Sannsynlighet', 'Certainty'],
  criticality: ['Alvorlighetsgrad', 'Criticality'],
  severity: ['Alvorlighet (tilstand)', 'Severity'],
} as const satisfies Record<string, Pair>

export const answers = { yes: ['ja', 'yes'], no: ['nei', 'no'] } as const satisfies Record<string, Pair>

export const holdsUntil: Pair = ['Gyldig til', 'Holds until']

export const warningWords: Readonly<Record<WarningKind, Pair>> = {
  modifier: [
    'Ikke stol på denne: den har en modifikator som ikke er forstått, og som kan snu meningen.',
    'Do not rely on this: it has a modifier that is not understood and may turn the meaning round.',
  ],
  contradiction: [
    'Motsier seg selv: en kode sier at det ikke er noe, eller ingen opplysninger; resten sier hva det gjelder.',
    'It contradicts itself: a code says that there is nothing, or no information; the rest says what it is about.',
  ],
  expression: [
    'Koden er et uttrykk i SNOMED CT som ikke er forstått, og som kan snu meningen.',
    'Its code is an expression of SNOMED CT that is not understood and may turn the meaning round.',
  ],
  status: [
    'Statusen eller sikkerheten er sagt på en måte som ikke kan leses.',
    'Its status or certainty is said in a way that cannot be read.',
  ],
  device: [
    'Utstyret som den viser til, er slettet eller ikke i bruk etter sin egen status.',
    'The device that it refers to was deleted or is out of use by its own status.',
  ],
  'kept-back': [
    'Slik den er skrevet, blir den holdt tilbake ved konvertering.',
    'As it is written, a conversion keeps it back.',
  ],
  unsure: ['Ikke bekreftet: det kan finnes noe likevel.', 'Not confirmed: there may be something all the same.'],
  contained: [
    'Ligger inne i en annen ressurs, der konvertering ikke leser den.',
    'It lies within another resource, where a conversion does not read it.',
  ],
}

export const unnamed: Pair = ['Uten navn', 'Unnamed']

/** How names of excipients are told; the drug itself is not to blame. */
export const excipientOf: Pair = ['Hjelpestoff i', 'Excipient in']
export const someDrug: Pair = ['legemidlet', 'the medicine']
