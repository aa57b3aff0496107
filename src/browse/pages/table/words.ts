import type { Words } from '../../language.ts'
import type { OtherPage } from './where.ts'

interface TableWords {
  readonly title: string
  readonly about: string
  readonly tables: string
  readonly allTables: string
  readonly choose: string
  readonly filter: string
  readonly search: string
  readonly safety: string
  readonly relation: string
  readonly review: string
  readonly all: string
  readonly flip: string
  readonly reset: string
  readonly left: string
  readonly right: string
  readonly how: string
  readonly rows: string
  readonly of: string
  readonly in: string
  readonly noRow: string
  readonly nothing: string
  readonly alsoReads: string
  readonly carrier: string
  readonly required: string
  readonly cases: string
  readonly used: string
  readonly ledger: string
  readonly remark: string
  readonly exercised: string
  readonly notExercised: string
  readonly worst: string
  readonly crossed: string
  readonly includes: string
  readonly includedBy: string
  readonly codeTables: string
  readonly loading: string
  readonly notLoaded: string
  readonly noTable: string
  readonly noName: string
  readonly meant: string
  readonly elsewhere: string
  readonly counts: {
    readonly flip: string
    readonly noMap: string
    readonly assumed: string
    readonly accepted: string
  }
  readonly dialectsOf: string
  readonly group: string
  readonly other: Readonly<Record<OtherPage, string>>
  readonly otherAbout: Readonly<Record<OtherPage, string>>
  readonly decision: Readonly<Record<'take' | 'leave' | 'ask', string>>
  readonly when: string
  readonly always: string
  readonly reason: string
  readonly step: string
  readonly does: string
  readonly writes: string
  readonly dialect: string
  readonly plain: string
  readonly marks: string
  readonly bound: string
  readonly slice: string
  readonly match: string
  readonly containers: string
}

/** The words around the tables; what tables say of themselves is English. */
export const tableWords: Words<TableWords> = {
  nb: {
    title: 'Oversettelsestabeller',
    about: 'Hver rad er ett utsagn og gjelder begge veier. Venstre side er kilden i relasjonens ord.',
    tables: 'Tabeller',
    allTables: 'Alle tabeller',
    choose: 'Tabell',
    filter: 'Avgrens radene',
    search: 'Søk i id, element, kode og merknad',
    safety: 'Kan snu meningen i',
    relation: 'Relasjon',
    review: 'Gjennomgang',
    all: 'alle',
    flip: 'Bare rader der en feil kan snu en mening',
    reset: 'Vis alle',
    left: 'Venstre',
    right: 'Høyre',
    how: 'Hvordan og hvorfor',
    rows: 'rader',
    of: 'av',
    in: 'i',
    noRow: 'Ingen rad passer. Ta bort et ord eller et valg.',
    nothing: 'ingenting',
    alsoReads: 'Ser også på',
    carrier: 'Resten',
    required: 'Uten et tilfelle som passer, holdes hele oppføringen tilbake.',
    cases: 'tilfeller; det første som passer, gjelder',
    used: 'Brukes',
    ledger: 'Regnskapet sier',
    remark: 'Merknad',
    exercised: 'ganger i eksemplene',
    notExercised: 'Ingen eksempelhistorie bruker raden.',
    worst: 'Verste utfall',
    crossed: 'alt kom over',
    includes: 'Radene i disse tabellene gjelder også her',
    includedBy: 'Radene her gjelder også i',
    codeTables: 'Kodetabeller',
    loading: 'Henter hva profilene krever …',
    notLoaded: 'Hva profilene krever, kunne ikke hentes. Last siden på nytt.',
    noTable: 'Det finnes ingen tabell med dette navnet.',
    noName: 'Ingenting her har dette navnet.',
    meant: 'Mente du',
    elsewhere: 'Også funnet utenfor tabellene',
    counts: {
      flip: 'kan snu en mening',
      noMap: 'går ikke over',
      assumed: 'hviler på antakelser',
      accepted: 'godkjent',
    },
    dialectsOf: 'Dialekter',
    group: 'Annet',
    other: {
      criteria: 'Kriterier for import',
      dialects: 'Dialekter',
      slices: 'Utsnitt (slices) og beholdere',
      steps: 'Trinn i koden',
    },
    otherAbout: {
      criteria:
        'Hva i en oppsummering fra utlandet som foreslås som kritisk informasjon. Leses ovenfra; det første kriteriet der alle vilkår holder, avgjør.',
      dialects:
        'Andre måter å skrive det samme på: hva de kjennes igjen på, adresser som byttes, og hva oppføringene må holde seg til.',
      slices:
        'Hvilket ledd av en liste rader mener når de nevner et utsnitt (slice), og elementer som koden rundt oppføringene skriver.',
      steps:
        'Det koden rundt tabellene gjør. Trinnene har navn, så regnskap og sporing kan vise til dem som til rader.',
    },
    decision: { take: 'foreslås', leave: 'blir der det er', ask: 'et menneske må avgjøre' },
    when: 'Vilkår',
    always: 'alltid',
    reason: 'Hvorfor',
    step: 'Trinn',
    does: 'Hva det gjør',
    writes: 'Elementer',
    dialect: 'I dialekten',
    plain: 'Vanlig form',
    marks: 'Kjennes på',
    bound: 'Krav',
    slice: 'Utsnitt (slice)',
    match: 'Leddet der',
    containers: 'Elementer som koden skriver',
  },
  en: {
    title: 'Mapping tables',
    about: 'Each row is one statement and serves both directions. In the words of relations, left is the source.',
    tables: 'Tables',
    allTables: 'All tables',
    choose: 'Table',
    filter: 'Narrow the rows',
    search: 'Search ids, elements, codes and notes',
    safety: 'Meaning that could flip',
    relation: 'Relation',
    review: 'Review',
    all: 'all',
    flip: 'Only rows in which a mistake could flip a meaning',
    reset: 'Show all',
    left: 'Left',
    right: 'Right',
    how: 'How and why',
    rows: 'rows',
    of: 'of',
    in: 'in',
    noRow: 'No row fits. Take away a word or a choice.',
    nothing: 'nothing',
    alsoReads: 'Also looks at',
    carrier: 'Remainder',
    required: 'Without a fitting case the whole record is kept back.',
    cases: 'cases; the first that fits is used',
    used: 'Used',
    ledger: 'The ledger says',
    remark: 'Note',
    exercised: 'times in the examples',
    notExercised: 'No example story exercises this row.',
    worst: 'Worst outcome',
    crossed: 'all crossed',
    includes: 'The rows of these tables hold here too',
    includedBy: 'The rows here hold also in',
    codeTables: 'Code tables',
    loading: 'Getting what the profiles ask for …',
    notLoaded: 'What the profiles ask for could not be loaded. Load the page again.',
    noTable: 'There is no table of this name.',
    noName: 'Nothing here has this name.',
    meant: 'Did you mean',
    elsewhere: 'Found outside the tables too',
    counts: { flip: 'could flip', noMap: 'no map', assumed: 'rest on assumptions', accepted: 'accepted' },
    dialectsOf: 'Dialects',
    group: 'Other',
    other: {
      criteria: 'Criteria of imports',
      dialects: 'Dialects',
      slices: 'Slices and containers',
      steps: 'Steps of the code',
    },
    otherAbout: {
      criteria:
        'What of another country’s summary is proposed as critical information. Read from the top; the first criterion whose conditions all hold decides.',
      dialects:
        'Other ways of writing the same: what tells them, addresses that are exchanged, and what their records must keep to.',
      slices:
        'Which member of a list rows mean where they name a slice, and the elements that the code around the records writes.',
      steps:
        'What the code around the tables does. Steps have names, so that ledgers and traces can speak of them as of rows.',
    },
    decision: { take: 'proposed', leave: 'stays where it is', ask: 'a person must tell' },
    when: 'Conditions',
    always: 'always',
    reason: 'Why',
    step: 'Step',
    does: 'What it does',
    writes: 'Elements',
    dialect: 'In the dialect',
    plain: 'Plain form',
    marks: 'Known by',
    bound: 'Must be',
    slice: 'Slice',
    match: 'The member where',
    containers: 'Elements that the code writes',
  },
}
