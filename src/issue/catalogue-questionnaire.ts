import type { CatalogueEntry } from './catalogue.ts'

const response = 'https://hl7.org/fhir/R4/questionnaireresponse.html'
const link = 'https://hl7.org/fhir/R4/questionnaireresponse.html#link'
const form = 'https://hl7.org/fhir/R4/questionnaire-definitions.html'

/** What is wrong with the structure of a response to a questionnaire. */
export const questionnaireEntries = {
  'QRS-001': {
    severity: 'information',
    fhir: 'informational',
    en: 'The response names no questionnaire, so its answers are held against none. Name it in questionnaire if there is one.',
    nb: 'Svaret nevner ikke noe spørreskjema, så det holdes ikke mot noe. Nevn skjemaet i questionnaire hvis det finnes.',
    cite: response,
  },
  'QRS-002': {
    severity: 'information',
    fhir: 'not-found',
    en: 'The questionnaire is not at hand, so the answers were not held against it. Load a package that has it.',
    nb: 'Spørreskjemaet er ikke for hånden, så svarene ble ikke holdt mot det. Last en pakke som har det.',
    cite: response,
  },
  'QRS-003': {
    severity: 'warning',
    fhir: 'business-rule',
    en: 'The questionnaire is {status}: it should not be answered. Answer a version that is active.',
    nb: 'Spørreskjemaet har status {status}: det bør ikke besvares. Besvar en versjon som er active.',
    cite: `${form}#Questionnaire.status`,
  },
  'QRS-004': {
    severity: 'warning',
    fhir: 'business-rule',
    en: 'The response was authored outside the period in which the questionnaire is in use. Check the date, or answer the version of that time.',
    nb: 'Svaret er gitt utenfor tiden da spørreskjemaet er i bruk. Kontroller datoen, eller besvar versjonen fra den tiden.',
    cite: `${form}#Questionnaire.effectivePeriod`,
  },
  'QRS-005': {
    severity: 'error',
    fhir: 'not-found',
    en: 'The questionnaire has no item with this linkId. Take the linkId from the version of the questionnaire that is named.',
    nb: 'Spørreskjemaet har ikke noe element med denne linkId-en. Ta linkId fra den versjonen av skjemaet som er nevnt.',
    cite: link,
  },
  'QRS-006': {
    severity: 'error',
    fhir: 'structure',
    en: 'Item {linkId} stands elsewhere in the questionnaire. Put it into the group or answer that it belongs to.',
    nb: 'Elementet {linkId} står et annet sted i spørreskjemaet. Sett det i gruppen eller svaret det hører til.',
    cite: link,
  },
  'QRS-007': {
    severity: 'error',
    fhir: 'structure',
    en: 'Item {linkId} comes after items that it precedes in the questionnaire. Keep the order of the questionnaire.',
    nb: 'Elementet {linkId} kommer etter elementer som det står foran i spørreskjemaet. Behold rekkefølgen i skjemaet.',
    cite: link,
  },
  'QRS-008': {
    severity: 'error',
    fhir: 'invalid',
    en: 'Item {linkId} stands more than once, and does not repeat. Leave one.',
    nb: 'Elementet {linkId} står mer enn én gang, og kan ikke gjentas. La ett stå.',
    cite: `${form}#Questionnaire.item.repeats`,
  },
  'QRS-009': {
    severity: 'error',
    fhir: 'invalid',
    en: 'Question {linkId} has several answers, and takes one. Leave one.',
    nb: 'Spørsmålet {linkId} har flere svar, og tar bare ett. La ett stå.',
    cite: `${form}#Questionnaire.item.repeats`,
  },
  'QRS-010': {
    severity: 'error',
    fhir: 'required',
    en: 'Item {linkId} is required, and is not answered. Answer it, or mark the response as in-progress.',
    nb: 'Elementet {linkId} er påkrevd, og er ikke besvart. Besvar det, eller sett svaret til in-progress.',
    cite: `${form}#Questionnaire.item.required`,
  },
  'QRS-011': {
    severity: 'warning',
    fhir: 'incomplete',
    en: 'Item {linkId} has to be answered, or answered more often, before the response is completed.',
    nb: 'Elementet {linkId} må besvares, eller besvares flere ganger, før svaret er fullført.',
    cite: `${form}#Questionnaire.item.required`,
  },
  'QRS-012': {
    severity: 'error',
    fhir: 'invalid',
    en: 'Item {linkId} is answered fewer times than the {limit} that it asks for. Add what is missing.',
    nb: 'Elementet {linkId} er besvart færre enn de {limit} gangene det ber om. Legg til det som mangler.',
    cite: 'https://hl7.org/fhir/R4/extension-questionnaire-minoccurs.html',
  },
  'QRS-013': {
    severity: 'error',
    fhir: 'invalid',
    en: 'Item {linkId} is answered more times than the {limit} that it allows. Take out what is too much.',
    nb: 'Elementet {linkId} er besvart flere enn de {limit} gangene det tillater. Ta ut det som er for mye.',
    cite: 'https://hl7.org/fhir/R4/extension-questionnaire-maxoccurs.html',
  },
  'QRS-014': {
    severity: 'error',
    fhir: 'invalid',
    en: 'Item {linkId} is answered, and by the other answers it is not to be asked. Take it out, or correct the answers that it depends on.',
    nb: 'Elementet {linkId} er besvart, men skal etter de andre svarene ikke stilles. Ta det ut, eller rett svarene det avhenger av.',
    cite: `${form}#Questionnaire.item.enableWhen`,
  },
  'QRS-015': {
    severity: 'error',
    fhir: 'structure',
    en: 'Item {linkId} has the type {type}, which takes no answers. Take them out, or answer the questions within it.',
    nb: 'Elementet {linkId} har typen {type}, som ikke tar svar. Ta dem ut, eller besvar spørsmålene i det.',
    cite: 'https://hl7.org/fhir/R4/valueset-item-type.html',
  },
  'QRS-016': {
    severity: 'error',
    fhir: 'structure',
    en: 'Item {linkId} has the type {type}, and items directly within it. Put those below a question into its answer (answer.item); a display has none.',
    nb: 'Elementet {linkId} har typen {type}, og elementer rett under seg. Sett dem som hører til et spørsmål i svaret (answer.item); en display har ingen.',
    cite: response,
  },
  'QRS-017': {
    severity: 'error',
    fhir: 'invalid',
    en: 'The text of item {linkId} is not that of the questionnaire. Repeat it as it stands there, or leave it out.',
    nb: 'Teksten til elementet {linkId} er ikke den i spørreskjemaet. Gjenta den slik den står der, eller utelat den.',
    cite: 'https://hl7.org/fhir/R4/questionnaireresponse-definitions.html#QuestionnaireResponse.item.text',
  },
  'QRS-040': {
    severity: 'information',
    fhir: 'informational',
    en: 'Whether item {linkId} is to be asked depends on a condition that cannot be evaluated here, so it was not checked.',
    nb: 'Om elementet {linkId} skal stilles, avhenger av et vilkår som ikke kan regnes ut her, så det ble ikke kontrollert.',
    cite: `${form}#Questionnaire.item.enableWhen`,
  },
} as const satisfies Record<string, CatalogueEntry>
