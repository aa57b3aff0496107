import type { Language } from '../../picture/picture.ts'
import type { Pair } from '../../picture/words.ts'
import { say } from '../../picture/words.ts'

const labels = {
  patient: ['Pasient', 'Patient'],
  hidden: ['(skjult)', '(hidden)'],
  notSaid: ['ikke oppgitt i dokumentet', 'not stated in the document'],
  born: ['født', 'born'],
  form: ['Form', 'Form'],
  summary: ['Sammendrag', 'Summary'],
  status: ['Status', 'Status'],
  certainty: ['Sikkerhet', 'Certainty'],
  criticality: ['Alvorlighetsgrad', 'Criticality'],
  severity: ['Alvor', 'Severity'],
  reaction: ['Reaksjon', 'Reaction'],
  source: ['Kilde', 'Source'],
  note: ['Kommentar', 'Note'],
  code: ['Kode', 'Code'],
  nothing: ['Ingenting registrert om', 'Nothing recorded about'],
  nothingMeans: ['Det sier ikke at det ikke finnes noe.', 'This does not say that there is none.'],
  sections: ['Seksjoner i sammendraget', 'Sections of the summary'],
  entries: ['oppføringer', 'entries'],
  entry: ['oppføring', 'entry'],
  others: ['Ikke vist her', 'Not shown here'],
  otherEntries: ['andre oppføringer', 'other entries'],
  otherEntry: ['annen oppføring', 'other entry'],
  remarks: ['Merknader fra lesingen', 'Remarks of reading'],
  warning: ['OBS', 'CAUTION'],
  noRecords: [
    'Dokumentet har ingen oppføringer med kritisk informasjon.',
    'The document has no records of critical information.',
  ],
} as const satisfies Record<string, Pair>

export type Label = keyof typeof labels

/** A word of the picture in the terminal. */
export function labelOf(label: Label, lang: Language): string {
  return say(labels[label], lang)
}
