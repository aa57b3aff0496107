import type { CoverageState } from '../../../inspect/coverage.ts'
import type { Words } from '../../language.ts'
import type { ElementGroup } from './groups.ts'
import type { Fate, RowCounts } from './matrix.ts'

interface OverviewWords {
  readonly title: string
  readonly about: string
  readonly forms: string
  readonly formNames: Readonly<Record<string, string>>
  readonly formTexts: Readonly<Record<string, string>>
  readonly tables: string
  readonly rows: string
  readonly matrix: string
  readonly matrixAbout: string
  readonly way: string
  readonly kind: string
  readonly patient: string
  readonly groups: Readonly<Record<ElementGroup, string>>
  readonly groupMembers: Readonly<Record<ElementGroup, string>>
  readonly fates: Readonly<Record<Fate, string>>
  readonly weakest: string
  readonly flips: string
  readonly canFlip: (count: number) => string
  readonly counts: Readonly<Record<keyof RowCounts, string>>
  readonly none: string
  readonly row: string
  readonly relation: string
  readonly safety: string
  readonly close: string
  readonly elements: string
  readonly elementsAbout: string
  readonly edge: string
  readonly form: string
  readonly states: Readonly<Record<CoverageState, string>>
  readonly counting: string
  readonly notCounted: string
}

/** The words of the first page. */
export const overviewWords: Words<OverviewWords> = {
  nb: {
    title: 'Kritisk informasjon mellom Norge og Europa',
    about:
      'Hver regel for oversettelsen står som en rad i en tabell, med begrunnelse, kilde og hva en feil kunne føre til. Her ser du dem alle under ett.',
    forms: 'De fire formene',
    formNames: {
      ki: 'Kritisk informasjon',
      kj: 'Norsk helsenetts API',
      r4: 'FHIR R4',
      // The word is too long for its box on a tablet: it may break here.
      eps: 'Europeisk pasient\u00adoppsummering',
    },
    formTexts: {
      ki: 'Den norske informasjonsmodellen: ett dokument per pasient, med registerets egne ord.',
      kj: 'FHIR-ressursene i kjernejournalens API for kritisk informasjon.',
      r4: 'Rene FHIR-ressurser etter HL7 Europes profiler. Alle oversettelser går gjennom dem.',
      eps: 'Et FHIR-dokument som helsepersonell i hele Europa kan lese.',
    },
    tables: 'tabeller',
    rows: 'rader',
    matrix: 'Hva som skjer med hver slags opplysning',
    matrixAbout:
      'Tallet er hvor mange rader som gjelder. Tegnet og fargen viser den svakeste av dem. Velg en celle for å se radene.',
    way: 'Vei',
    kind: 'Type',
    patient: 'Pasienten',
    groups: {
      what: 'Hva det gjelder',
      state: 'Status og sannsynlighet',
      gravity: 'Alvorlighet',
      findings: 'Reaksjon og funn',
      dates: 'Tid',
      people: 'Personer og kilde',
      text: 'Merknader',
      record: 'Registreringen selv',
    },
    groupMembers: {
      what: 'koder, kategorier, utstyr; pasientens identitet',
      state: 'om det gjelder, og hvor sikkert det er',
      gravity: 'mulig fare',
      findings: 'reaksjoner, graderinger',
      dates: 'når det skjedde, ble registrert og gjelder til',
      people: 'hvem som registrerte, og hvem som sa det',
      text: 'fritekst',
      record: 'id, versjon, profil og det som ellers følger med',
    },
    fates: { same: 'likeverdig', less: 'endret eller snevrere', kept: 'bæres ved siden av', lost: 'går ikke over' },
    weakest: 'svakeste',
    flips: 'rader der en feil kan snu en mening',
    canFlip: (count) => `${count} kan snu en mening`,
    counts: {
      rows: 'rader',
      mapped: 'går over',
      carried: 'bæres med',
      dropped: 'utelates',
      assumed: 'hviler på antakelser',
      flips: 'kan snu en mening',
      accepted: 'godkjent av fagfolk',
    },
    none: 'ingen rader',
    row: 'Rad',
    relation: 'Forhold',
    safety: 'Kan snu',
    close: 'Lukk',
    elements: 'Elementene i hver form',
    elementsAbout: 'Hva som blir av hvert element i profilene, også dem ingen rad nevner.',
    edge: 'Mellom',
    form: 'Form',
    states: {
      mapped: 'går over',
      container: 'dokumentets ramme',
      carried: 'bæres med',
      dropped: 'utelates',
      unmapped: 'ikke nevnt',
    },
    counting: 'Teller elementene …',
    notCounted: 'Elementene kunne ikke telles: en fil av nettstedet mangler.',
  },
  en: {
    title: 'Critical information between Norway and Europe',
    about:
      'Each rule of the translation is a row of a table, with its reason, its source, and what a mistake in it could lead to. This is all of them at a glance.',
    forms: 'The four forms',
    formNames: {
      ki: 'Critical information',
      kj: 'Norsk helsenett’s API',
      r4: 'FHIR R4',
      eps: 'European Patient Summary',
    },
    formTexts: {
      ki: 'The Norwegian information model: one document per patient, in the register’s own terms.',
      kj: 'The FHIR resources of the Critical Health Information API of the national summary record.',
      r4: 'Plain FHIR resources by HL7 Europe’s profiles. Every translation goes through them.',
      eps: 'A FHIR document that health professionals all over Europe can read.',
    },
    tables: 'tables',
    rows: 'rows',
    matrix: 'What becomes of each sort of information',
    matrixAbout:
      'The number is how many rows there are. The sign and the colour show the weakest of them. Choose a cell to see the rows.',
    way: 'Way',
    kind: 'Kind',
    patient: 'The patient',
    groups: {
      what: 'What it is about',
      state: 'Status and certainty',
      gravity: 'Criticality',
      findings: 'Reaction and findings',
      dates: 'Time',
      people: 'People and source',
      text: 'Notes',
      record: 'The record itself',
    },
    groupMembers: {
      what: 'codes, categories, devices; the patient’s identity',
      state: 'whether it holds, and how sure it is',
      gravity: 'potential for harm',
      findings: 'reactions, gradings',
      dates: 'when it happened, was recorded, and holds until',
      people: 'who recorded it, and who said so',
      text: 'free text',
      record: 'id, version, profile, and what else comes along',
    },
    fates: { same: 'equivalent', less: 'changed or narrower', kept: 'carried beside', lost: 'does not cross' },
    weakest: 'weakest',
    flips: 'rows in which a mistake could flip a meaning',
    canFlip: (count) => `${count} could flip a meaning`,
    counts: {
      rows: 'rows',
      mapped: 'cross',
      carried: 'carried',
      dropped: 'dropped',
      assumed: 'rest on assumptions',
      flips: 'could flip a meaning',
      accepted: 'accepted by experts',
    },
    none: 'no rows',
    row: 'Row',
    relation: 'Relation',
    safety: 'Safety',
    close: 'Close',
    elements: 'The elements of each form',
    elementsAbout: 'What becomes of each element of the profiles, those that no row names included.',
    edge: 'Between',
    form: 'Form',
    states: {
      mapped: 'mapped',
      container: 'frame of the document',
      carried: 'carried',
      dropped: 'dropped',
      unmapped: 'not named',
    },
    counting: 'Counting the elements …',
    notCounted: 'The elements could not be counted: a file of the site is missing.',
  },
}
