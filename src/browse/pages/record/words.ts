import type { Words } from '../../language.ts'
import type { LeafState } from '../../engine/record/leaf-diff.ts'
import type { Side } from '../../engine/record/plain.ts'
import type { PatientOf } from './given.ts'

interface RecordWords {
  readonly title: string
  readonly about: string
  readonly example: string
  readonly noExample: string
  readonly form: string
  readonly file: string
  readonly paste: string
  readonly pasted: string
  readonly pasteLabel: string
  readonly convert: string
  readonly drop: string
  readonly tooLong: string
  readonly firstLine: string
  readonly to: string
  readonly turn: string
  readonly options: string
  readonly carry: string
  readonly refuted: string
  readonly alerts: string
  readonly import: string
  readonly dialect: string
  readonly now: string
  readonly patient: string
  readonly patientOf: Readonly<Record<PatientOf, string>>
  readonly patientProblem: string
  readonly standard: string
  readonly phases: Readonly<Record<'reading' | 'converting', string>>
  readonly checking: string
  readonly stop: string
  readonly stopped: string
  readonly defect: string
  readonly problems: (count: number) => string
  readonly leaves: (total: number, claimed: number, ledger: number) => string
  readonly tooMuch: string
  readonly issues: string
  readonly more: (count: number) => string
  readonly sides: Readonly<Record<Side, string>>
  readonly shownSide: string
  readonly show: string
  readonly json: string
  readonly narrative: string
  readonly picture: string
  readonly lines: (count: number) => string
  readonly keys: string
  readonly look: string
  readonly noLeaf: string
  readonly value: string
  readonly rows: string
  readonly hop: (hop: number) => string
  readonly counterparts: (count: number) => string
  readonly noCounterpart: string
  readonly next: string
  readonly release: string
  readonly below: string
  readonly ledger: string
  readonly ledgerEmpty: string
  readonly other: string
  readonly place: string
  readonly outcome: string
  readonly row: string
  readonly why: string
  readonly showMore: string
  readonly findings: string
  readonly noFindings: string
  readonly notChecked: (count: number) => string
  readonly waiting: string
  readonly trip: string
  readonly tripAbout: (from: string, to: string) => string
  readonly withBase: string
  readonly withSame: string
  readonly identical: string
  readonly states: Readonly<Record<LeafState, string>>
  readonly state: string
  readonly before: string
  readonly after: string
  readonly noNarrative: string
  readonly badNarrative: string
  readonly noPicture: string
  readonly empty: string
}

/** What the record page says. */
export const recordWords: Words<RecordWords> = {
  nb: {
    title: 'Dokument',
    about: 'Et dokument på begge sider: hver verdi er knyttet til sine motstykker og til raden som bestemte.',
    example: 'Eksempel',
    noExample: 'velg',
    form: 'Form',
    file: 'Fil',
    paste: 'Lim inn',
    pasted: 'innlimt',
    pasteLabel: 'Dokument som JSON eller XML',
    convert: 'Oversett',
    drop: 'Lim inn et dokument, eller slipp en fil her.',
    tooLong: 'Filen er for lang til å vises her; den leses likevel i sin helhet.',
    firstLine: 'Filen har et dokument på hver linje; det første vises.',
    to: 'Til',
    turn: 'Snu retningen',
    options: 'Valg',
    carry: 'Det som ikke får plass',
    refuted: 'Avkreftede',
    alerts: 'Varsler',
    import: 'Fra utlandet',
    dialect: 'Dialekt',
    now: 'Tidspunkt',
    patient: 'Pasient (FHIR Patient eller ki)',
    patientOf: {
      story: 'Pasienten er den i eksemplets ki-dokument.',
      turned: 'Pasienten er den i dokumentet før det ble snudd.',
    },
    patientProblem: 'Pasienten kan ikke leses:',
    standard: 'standard',
    phases: { reading: 'Leser …', converting: 'Oversetter …' },
    checking: 'Kontrollerer …',
    stop: 'Stopp',
    stopped: 'Stoppet.',
    defect: 'kritinfo har en feil. Ingenting er oversatt.',
    problems: (count) =>
      count === 1 ? 'Dokumentet kan ikke oversettes' : `Dokumentet kan ikke oversettes: ${count} feil`,
    leaves: (total, claimed, ledger) => `${total} verdier: ${claimed} ført over, ${ledger} i regnskapet`,
    tooMuch: 'Noe som kan snu en mening, er tapt: kommandolinjen ender med avslutningskode 4.',
    issues: 'Meldinger',
    more: (count) => `og ${count} til`,
    sides: { input: 'Kilde', output: 'Resultat' },
    shownSide: 'Vis',
    show: 'Vis som',
    json: 'JSON',
    narrative: 'Tekst',
    picture: 'Oversikt over innholdet',
    lines: (count) => `${count} linjer`,
    keys: 'Piltaster flytter, Enter fester, N neste motstykke, C går dit, Esc slipper.',
    look: 'Pek på en verdi, eller gå til den med tastaturet, for å se motstykkene og raden.',
    noLeaf: 'Denne linjen har ingen verdi.',
    value: 'Verdi',
    rows: 'Rader',
    hop: (hop) => `steg ${hop}`,
    counterparts: (count) => (count === 1 ? '1 motstykke' : `${count} motstykker`),
    noCounterpart: 'Ingen motstykke',
    next: 'Neste',
    release: 'Slipp',
    below: 'Regnskap, funn og rundtur',
    ledger: 'Regnskap',
    ledgerEmpty: 'Alle verdier er ført over.',
    other: 'kan ikke snu en mening',
    place: 'Sted',
    outcome: 'Utfall',
    row: 'Rad',
    why: 'Hvorfor',
    showMore: 'Vis flere',
    findings: 'Funn',
    noFindings: 'Ingen funn.',
    notChecked: (count) => `${count} kunne ikke kontrolleres med det som er for hånden.`,
    waiting: 'Kontrollen er ikke ferdig.',
    trip: 'Rundtur',
    tripAbout: (from, to) => `Fra ${from} til ${to} og tilbake, verdi for verdi.`,
    withBase: 'Med originalen for hånden (base)',
    withSame: 'Vis også det som er likt',
    identical: 'Dokumentet kom tilbake slik det dro.',
    states: { same: 'lik', changed: 'endret', missing: 'mangler', added: 'ny' },
    state: 'Tilstand',
    before: 'Før',
    after: 'Etter',
    noNarrative: 'Her er ingen tekst for mennesker.',
    badNarrative: 'Denne teksten er ikke velformet og vises ikke.',
    noPicture: 'Det finnes ingen oversikt over dette innholdet.',
    empty: 'Velg et eksempel, lim inn et dokument eller velg en fil.',
  },
  en: {
    title: 'Record',
    about: 'A record on both sides: each value is tied to its counterparts and to the row that decided.',
    example: 'Example',
    noExample: 'choose',
    form: 'Form',
    file: 'File',
    paste: 'Paste',
    pasted: 'pasted',
    pasteLabel: 'Record as JSON or XML',
    convert: 'Convert',
    drop: 'Paste a record, or drop a file here.',
    tooLong: 'The file is too long to be shown here; all of it is read.',
    firstLine: 'The file has a record on each line; the first is shown.',
    to: 'To',
    turn: 'Turn round',
    options: 'Options',
    carry: 'What has no place',
    refuted: 'Refuted',
    alerts: 'Alerts',
    import: 'From abroad',
    dialect: 'Dialect',
    now: 'Time',
    patient: 'Patient (FHIR Patient or ki)',
    patientOf: {
      story: 'The patient is that of the example’s ki document.',
      turned: 'The patient is that of the record before it was turned.',
    },
    patientProblem: 'The patient cannot be read:',
    standard: 'standard',
    phases: { reading: 'Reading …', converting: 'Converting …' },
    checking: 'Checking …',
    stop: 'Stop',
    stopped: 'Stopped.',
    defect: 'kritinfo has a defect. Nothing was converted.',
    problems: (count) =>
      count === 1 ? 'The record cannot be converted' : `The record cannot be converted: ${count} errors`,
    leaves: (total, claimed, ledger) => `${total} values: ${claimed} crossed, ${ledger} in the ledger`,
    tooMuch: 'Something that could flip a meaning is lost: the command line ends with exit code 4.',
    issues: 'Messages',
    more: (count) => `and ${count} more`,
    sides: { input: 'Source', output: 'Target' },
    shownSide: 'Show',
    show: 'Show as',
    json: 'JSON',
    narrative: 'Narrative',
    picture: 'Picture',
    lines: (count) => `${count} lines`,
    keys: 'Arrow keys move, Enter pins, N next counterpart, C goes there, Esc lets go.',
    look: 'Point at a value, or go to it by keyboard, to see its counterparts and the row.',
    noLeaf: 'There is no value on this line.',
    value: 'Value',
    rows: 'Rows',
    hop: (hop) => `step ${hop}`,
    counterparts: (count) => (count === 1 ? '1 counterpart' : `${count} counterparts`),
    noCounterpart: 'No counterpart',
    next: 'Next',
    release: 'Let go',
    below: 'Ledger, findings and round trip',
    ledger: 'Ledger',
    ledgerEmpty: 'Every value has crossed.',
    other: 'cannot flip a meaning',
    place: 'Place',
    outcome: 'Outcome',
    row: 'Row',
    why: 'Why',
    showMore: 'Show more',
    findings: 'Findings',
    noFindings: 'No findings.',
    notChecked: (count) => `${count} could not be checked with what is at hand.`,
    waiting: 'The check is not done yet.',
    trip: 'Round trip',
    tripAbout: (from, to) => `From ${from} to ${to} and back, value by value.`,
    withBase: 'With the original at hand (base)',
    withSame: 'Show what is the same too',
    identical: 'The record came back as it went.',
    states: { same: 'same', changed: 'changed', missing: 'missing', added: 'added' },
    state: 'State',
    before: 'Before',
    after: 'After',
    noNarrative: 'There is no text for people here.',
    badNarrative: 'This text is not well formed and is not shown.',
    noPicture: 'There is no picture of this.',
    empty: 'Choose an example, paste a record or choose a file.',
  },
}
