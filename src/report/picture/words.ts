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
  reaction: ['Reaksjon', 'Reaction'],
  source: ['Kilde', 'Source'],
  note: ['Kommentar', 'Note'],
  code: ['Kode', 'Code'],
  nothing: ['Ingenting registrert om', 'Nothing recorded about'],
  nothingMeans: ['Det sier ikke at det ikke finnes noe.', 'This does not say that there is none.'],
  unshown: ['Ikke vist', 'Not shown'],
  sections: ['Seksjoner i sammendraget', 'Sections of the summary'],
  entries: ['oppføringer', 'entries'],
  entry: ['oppføring', 'entry'],
  goneEntries: ['oppføringer som ikke er i dokumentet', 'entries that are not in the document'],
  goneEntry: ['oppføring som ikke er i dokumentet', 'entry that is not in the document'],
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
