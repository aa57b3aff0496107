import type { CatalogueEntry } from './catalogue.ts'

/** What reading a report of `--report` has to say (`kritinfo report`). */
export const reportEntries = {
  'RPT-001': {
    severity: 'error',
    fhir: 'invalid',
    en: 'This is no report of kritinfo convert --report <file>, nor of roundtrip. Give one, as JSON or NDJSON.',
    nb: 'Dette er ingen rapport fra kritinfo convert --report <fil>, heller ikke fra roundtrip. Gi en slik, som JSON eller NDJSON.',
  },
  'RPT-002': {
    severity: 'error',
    fhir: 'structure',
    en: 'This is damaged: {member} is missing or not what a report has there. Write the report anew, or take the line out.',
    nb: 'Dette er skadet: {member} mangler eller er ikke det en rapport har der. Skriv rapporten på nytt, eller ta linjen ut.',
  },
  'RPT-003': {
    severity: 'error',
    fhir: 'too-long',
    en: 'The line is longer than {limit} bytes, more than is read of a report. Take it out, or see what made it so long.',
    nb: 'Linjen er lengre enn {limit} byte, mer enn det leses av en rapport. Ta den ut, eller se hva som gjorde den så lang.',
  },
  'RPT-004': {
    severity: 'information',
    fhir: 'not-found',
    en: 'No document of these reports is as asked, so the exit code is 5. Ask for less; kritinfo report summary tells what there is.',
    nb: 'Ingen dokumenter i disse rapportene er som spurt etter, så avslutningskoden er 5. Spør etter mindre; kritinfo report summary forteller hva som finnes.',
  },
} as const satisfies Record<string, CatalogueEntry>
