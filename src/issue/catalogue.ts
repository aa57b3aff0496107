/**
 * Every code that this software can report. Codes are stable: a code is never given a new meaning.
 *
 * DOC: reading a document · KI: the `ki` form · MAP: mapping tables · CNV: converting · CLI: the command line.
 * `fhir` is the code of https://hl7.org/fhir/R4/valueset-issue-type.html for an OperationOutcome.
 */
import { cliEntries } from './catalogue-cli.ts'
import { convertEntries } from './catalogue-convert.ts'
import { mappingEntries } from './catalogue-mapping.ts'

/** error: the document cannot be used · warning: somebody should look · information: good to know. */
export type Severity = 'error' | 'warning' | 'information'

/** What a code means: how grave it is, which FHIR issue type it is, and its words with blanks for parameters. */
export interface CatalogueEntry {
  readonly severity: Severity
  readonly fhir: string
  readonly en: string
  readonly nb: string
  readonly cite?: string
}

const entries = {
  'DOC-001': {
    severity: 'error',
    fhir: 'structure',
    en: 'The JSON is not well formed: a character stands here that JSON does not allow at this place. Correct it; nothing was converted.',
    nb: 'JSON-en er ikke velformet: her står et tegn som JSON ikke tillater på dette stedet. Rett det; ingenting ble konvertert.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259',
  },
  'DOC-002': {
    severity: 'error',
    fhir: 'structure',
    en: 'The input is empty. Check that the right file was given and that it was written completely.',
    nb: 'Inndataene er tomme. Sjekk at riktig fil ble oppgitt, og at den ble skrevet ferdig.',
  },
  'DOC-003': {
    severity: 'error',
    fhir: 'structure',
    en: 'The input is binary and not text. Give a JSON or XML document; unpack a compressed file first.',
    nb: 'Inndataene er binære og ikke tekst. Oppgi et JSON- eller XML-dokument; pakk ut en komprimert fil først.',
  },
  'DOC-004': {
    severity: 'error',
    fhir: 'structure',
    en: 'The input is UTF-16 or UTF-32. FHIR is exchanged as UTF-8 only: convert the file to UTF-8.',
    nb: 'Inndataene er UTF-16 eller UTF-32. FHIR utveksles bare som UTF-8: gjør filen om til UTF-8.',
    cite: 'https://hl7.org/fhir/R4/json.html',
  },
  'DOC-005': {
    severity: 'error',
    fhir: 'structure',
    en: 'The bytes from here on are not UTF-8. Save the file as UTF-8; it may be Latin-1 or damaged.',
    nb: 'Bytene herfra og utover er ikke UTF-8. Lagre filen som UTF-8; den kan være Latin-1 eller skadet.',
    cite: 'https://hl7.org/fhir/R4/json.html',
  },
  'DOC-006': {
    severity: 'warning',
    fhir: 'informational',
    en: 'A byte order mark at the start was ignored. Save the file as UTF-8 without the mark to be rid of this warning.',
    nb: 'Et byterekkefølgemerke i starten ble oversett. Lagre filen som UTF-8 uten merket for å slippe denne advarselen.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259#section-8.1',
  },
  'DOC-007': {
    severity: 'error',
    fhir: 'too-long',
    en: 'The input is larger than {limit} bytes and was not read. Split it, or raise the limit.',
    nb: 'Inndataene er større enn {limit} byte og ble ikke lest. Del dem opp, eller hev grensen.',
  },
  'DOC-008': {
    severity: 'error',
    fhir: 'structure',
    en: 'The input is neither JSON (which begins with a brace or bracket) nor XML (which begins with <). Check that the right file was given.',
    nb: 'Inndataene er verken JSON (som begynner med en klamme) eller XML (som begynner med <). Sjekk at riktig fil ble oppgitt.',
  },
  'DOC-009': {
    severity: 'error',
    fhir: 'structure',
    en: 'Something follows the end of the JSON document. Remove it.',
    nb: 'Noe følger etter slutten på JSON-dokumentet. Fjern det.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259',
  },
  'DOC-010': {
    severity: 'error',
    fhir: 'incomplete',
    en: 'The text ends before the value that begins at line {line}, column {column} is closed. The file is truncated: get it again.',
    nb: 'Teksten slutter før verdien som begynner på linje {line}, kolonne {column}, er avsluttet. Filen er avkuttet: hent den på nytt.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259',
  },
  'DOC-011': {
    severity: 'error',
    fhir: 'structure',
    en: 'A second JSON document begins here. Give one document a file, or NDJSON with one document a line.',
    nb: 'Her begynner et JSON-dokument til. Bruk ett dokument per fil, eller NDJSON med ett dokument per linje.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259',
  },
  'DOC-012': {
    severity: 'error',
    fhir: 'structure',
    en: 'A comma follows the last member. Remove it: JSON allows none before a closing brace or bracket.',
    nb: 'Det står et komma etter det siste leddet. Fjern det: JSON tillater ikke komma foran en sluttklamme.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259#section-4',
  },
  'DOC-013': {
    severity: 'error',
    fhir: 'structure',
    en: 'A comment stands here. Remove it: JSON has no comments.',
    nb: 'Her står en kommentar. Fjern den: JSON har ikke kommentarer.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259',
  },
  'DOC-014': {
    severity: 'error',
    fhir: 'structure',
    en: 'Single quotes are used here. Use double quotes: JSON knows no others.',
    nb: 'Her brukes enkle anførselstegn. Bruk doble: JSON kjenner ingen andre.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259#section-7',
  },
  'DOC-015': {
    severity: 'error',
    fhir: 'structure',
    en: 'The key "{key}" stands twice in one object, so one of its values would be lost. Remove or rename one.',
    nb: 'Nøkkelen «{key}» står to ganger i ett objekt, så en av verdiene ville gå tapt. Fjern eller endre navn på en av dem.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259#section-4',
  },
  'DOC-016': {
    severity: 'error',
    fhir: 'too-long',
    en: 'The document is nested deeper than {limit} levels and was not read. Check how it was made.',
    nb: 'Dokumentet er nøstet dypere enn {limit} nivåer og ble ikke lest. Sjekk hvordan det ble laget.',
  },
  'DOC-017': {
    severity: 'error',
    fhir: 'too-long',
    en: 'A string here is longer than {limit} characters. Shorten it, or carry it as an attachment.',
    nb: 'En streng her er lengre enn {limit} tegn. Forkort den, eller send den som vedlegg.',
    cite: 'https://hl7.org/fhir/R4/datatypes.html#string',
  },
  'DOC-018': {
    severity: 'error',
    fhir: 'structure',
    en: 'The name of a member is expected here, in double quotes. Write it, or add the missing quotes.',
    nb: 'Her ventes navnet på et ledd, i doble anførselstegn. Skriv det, eller sett inn anførselstegnene som mangler.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259#section-4',
  },
  'DOC-019': {
    severity: 'error',
    fhir: 'structure',
    en: 'A comma or the closing brace or bracket is missing here. Insert it.',
    nb: 'Her mangler et komma eller en sluttklamme. Sett det inn.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259#section-4',
  },
  'DOC-020': {
    severity: 'error',
    fhir: 'structure',
    en: 'This is not a number as JSON writes numbers: no leading zero or plus, a digit on both sides of the point, no NaN or Infinity. Rewrite it.',
    nb: 'Dette er ikke et tall slik JSON skriver tall: ingen innledende null eller pluss, siffer på begge sider av punktumet, ikke NaN eller Infinity. Skriv det om.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259#section-6',
  },
  'DOC-021': {
    severity: 'error',
    fhir: 'structure',
    en: 'The string holds a control character or a backslash that JSON does not know. Escape it.',
    nb: 'Strengen har et kontrolltegn eller en omvendt skråstrek som JSON ikke kjenner. Beskytt tegnet.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259#section-7',
  },
  'DOC-022': {
    severity: 'error',
    fhir: 'structure',
    en: 'A word stands here that is not true, false or null. If it is text, put it in double quotes.',
    nb: 'Her står et ord som ikke er true, false eller null. Er det tekst, sett det i doble anførselstegn.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259#section-3',
  },
  'DOC-030': {
    severity: 'error',
    fhir: 'structure',
    en: 'The XML is not well formed here. Correct it; nothing was converted.',
    nb: 'XML-en er ikke velformet her. Rett den; ingenting ble konvertert.',
    cite: 'https://www.w3.org/TR/xml/',
  },
  'DOC-031': {
    severity: 'error',
    fhir: 'security',
    en: 'A document type declaration stands here. Remove it: FHIR does not allow any, since it can make a reader fetch or expand things.',
    nb: 'Her står en dokumenttypedeklarasjon. Fjern den: FHIR tillater ingen, fordi den kan få en leser til å hente eller utvide ting.',
    cite: 'https://hl7.org/fhir/R4/xml.html',
  },
  'DOC-032': {
    severity: 'error',
    fhir: 'structure',
    en: 'An entity reference here is unknown to XML. Write the character itself or its number, such as &#160; for &nbsp;.',
    nb: 'En entitetsreferanse her er ukjent for XML. Skriv tegnet selv eller nummeret, som &#160; for &nbsp;.',
    cite: 'https://hl7.org/fhir/R4/xml.html',
  },
  'DOC-033': {
    severity: 'error',
    fhir: 'structure',
    en: 'A processing instruction stands here. Remove it: FHIR documents have none.',
    nb: 'Her står en behandlingsinstruksjon. Fjern den: FHIR-dokumenter har ingen.',
    cite: 'https://hl7.org/fhir/R4/xml.html',
  },
  'DOC-034': {
    severity: 'error',
    fhir: 'structure',
    en: 'The XML declaration names another encoding than UTF-8. Save the file as UTF-8 and say so, or leave the encoding out.',
    nb: 'XML-deklarasjonen oppgir en annen koding enn UTF-8. Lagre filen som UTF-8 og oppgi det, eller utelat kodingen.',
    cite: 'https://hl7.org/fhir/R4/xml.html',
  },
  'DOC-035': {
    severity: 'error',
    fhir: 'incomplete',
    en: 'The text ends before the element {element} that begins at line {line}, column {column} is closed. The file is truncated: get it again.',
    nb: 'Teksten slutter før elementet {element} som begynner på linje {line}, kolonne {column}, er avsluttet. Filen er avkuttet: hent den på nytt.',
    cite: 'https://www.w3.org/TR/xml/',
  },
  'DOC-036': {
    severity: 'error',
    fhir: 'structure',
    en: 'Something stands outside the root element, or there are two of them. Give one document a file.',
    nb: 'Noe står utenfor rotelementet, eller det er to av dem. Bruk ett dokument per fil.',
    cite: 'https://www.w3.org/TR/xml/',
  },
  'DOC-037': {
    severity: 'error',
    fhir: 'structure',
    en: 'This end tag does not close the element that is open, {element}. Correct the nesting.',
    nb: 'Denne sluttmerkingen avslutter ikke elementet som er åpent, {element}. Rett nøstingen.',
    cite: 'https://www.w3.org/TR/xml/',
  },
  'DOC-038': {
    severity: 'error',
    fhir: 'structure',
    en: 'A namespace prefix is used here that nothing declares. Declare it, or remove it.',
    nb: 'Her brukes et navneromsprefiks som ikke er deklarert. Deklarer det, eller fjern det.',
    cite: 'https://www.w3.org/TR/xml-names/',
  },
  'DOC-039': {
    severity: 'error',
    fhir: 'structure',
    en: 'An attribute stands twice on this element. Remove one.',
    nb: 'Et attributt står to ganger på dette elementet. Fjern det ene.',
    cite: 'https://www.w3.org/TR/xml/',
  },
  'DOC-040': {
    severity: 'error',
    fhir: 'not-supported',
    en: 'The root element {element} is in a namespace that is not known here. FHIR needs xmlns="http://hl7.org/fhir".',
    nb: 'Rotelementet {element} er i et navnerom som ikke er kjent her. FHIR trenger xmlns="http://hl7.org/fhir".',
    cite: 'https://hl7.org/fhir/R4/xml.html',
  },
  'DOC-041': {
    severity: 'error',
    fhir: 'structure',
    en: 'The element {element} is not defined at this place. Correct its name or move it.',
    nb: 'Elementet {element} er ikke definert på dette stedet. Rett navnet eller flytt det.',
    cite: 'https://hl7.org/fhir/R4/xml.html',
  },
  'DOC-042': {
    severity: 'error',
    fhir: 'structure',
    en: 'The attribute {attribute} is not defined on this element. Remove it, or correct its name.',
    nb: 'Attributtet {attribute} er ikke definert på dette elementet. Fjern det, eller rett navnet.',
    cite: 'https://hl7.org/fhir/R4/xml.html',
  },
  'DOC-043': {
    severity: 'error',
    fhir: 'structure',
    en: 'The element {element} is not in the namespace http://hl7.org/fhir. Correct its xmlns.',
    nb: 'Elementet {element} er ikke i navnerommet http://hl7.org/fhir. Rett xmlns.',
    cite: 'https://hl7.org/fhir/R4/xml.html',
  },
  'DOC-044': {
    severity: 'error',
    fhir: 'structure',
    en: 'The element {element} holds text beside its elements. Put values into value attributes.',
    nb: 'Elementet {element} har tekst ved siden av elementene. Legg verdier i value-attributter.',
    cite: 'https://hl7.org/fhir/R4/xml.html',
  },
  'DOC-045': {
    severity: 'error',
    fhir: 'structure',
    en: 'The element {element} stands here again although it may stand only once. Remove one; it cannot be told which is meant.',
    nb: 'Elementet {element} står her igjen selv om det bare kan stå én gang. Fjern det ene; det er ikke mulig å vite hvilket som er ment.',
    cite: 'https://hl7.org/fhir/R4/xml.html',
  },
  'DOC-046': {
    severity: 'error',
    fhir: 'structure',
    en: 'The element {element} must hold exactly one resource and nothing else.',
    nb: 'Elementet {element} skal inneholde nøyaktig én ressurs og ikke noe annet.',
    cite: 'https://hl7.org/fhir/R4/xml.html',
  },
  'DOC-047': {
    severity: 'error',
    fhir: 'not-supported',
    en: '{element} is not a resource type of FHIR R4. Correct the name, or convert the resource to R4 first.',
    nb: '{element} er ikke en ressurstype i FHIR R4. Rett navnet, eller gjør ressursen om til R4 først.',
    cite: 'https://hl7.org/fhir/R4/resourcelist.html',
  },
  'DOC-048': {
    severity: 'error',
    fhir: 'structure',
    en: 'The narrative div is not in the namespace http://www.w3.org/1999/xhtml. Add xmlns to it.',
    nb: 'Narrativets div er ikke i navnerommet http://www.w3.org/1999/xhtml. Legg til xmlns.',
    cite: 'https://hl7.org/fhir/R4/narrative.html',
  },
  'DOC-049': {
    severity: 'error',
    fhir: 'structure',
    en: 'The element {element} is empty. Give it a value or an extension, or remove it.',
    nb: 'Elementet {element} er tomt. Gi det en verdi eller en utvidelse, eller fjern det.',
    cite: 'https://hl7.org/fhir/R4/xml.html',
  },
  'DOC-050': {
    severity: 'error',
    fhir: 'structure',
    en: 'XML cannot be written: resourceType is missing here or is not a resource type of FHIR R4.',
    nb: 'XML kan ikke skrives: resourceType mangler her eller er ikke en ressurstype i FHIR R4.',
    cite: 'https://hl7.org/fhir/R4/json.html',
  },
  'DOC-051': {
    severity: 'error',
    fhir: 'structure',
    en: 'XML cannot be written: this key is not defined by FHIR R4 at this place. Remove it, or write JSON.',
    nb: 'XML kan ikke skrives: denne nøkkelen er ikke definert i FHIR R4 på dette stedet. Fjern den, eller skriv JSON.',
    cite: 'https://hl7.org/fhir/R4/xml.html',
  },
  'DOC-052': {
    severity: 'error',
    fhir: 'structure',
    en: 'XML cannot be written: the value here has not the shape that FHIR R4 gives it (object, array, string, number or boolean; none empty). Correct it, or write JSON.',
    nb: 'XML kan ikke skrives: verdien her har ikke formen FHIR R4 gir den (objekt, liste, streng, tall eller boolsk; ingen tomme). Rett den, eller skriv JSON.',
    cite: 'https://hl7.org/fhir/R4/json.html#xml',
  },
  'DOC-053': {
    severity: 'error',
    fhir: 'value',
    en: 'XML cannot be written: the text here holds a character that XML 1.0 excludes. Remove it, or write JSON.',
    nb: 'XML kan ikke skrives: teksten her har et tegn som XML 1.0 utelukker. Fjern det, eller skriv JSON.',
    cite: 'https://www.w3.org/TR/xml/#charsets',
  },
  'DOC-054': {
    severity: 'error',
    fhir: 'value',
    en: 'XML cannot be written: the narrative is not one well formed div with xmlns="http://www.w3.org/1999/xhtml". Correct it.',
    nb: 'XML kan ikke skrives: narrativet er ikke én velformet div med xmlns="http://www.w3.org/1999/xhtml". Rett det.',
    cite: 'https://hl7.org/fhir/R4/narrative.html',
  },
  'DOC-060': {
    severity: 'error',
    fhir: 'value',
    en: 'This is not a path as this software prints them, for example Bundle.entry[3].resource.note[0].text.',
    nb: 'Dette er ikke en sti slik denne programvaren skriver dem, for eksempel Bundle.entry[3].resource.note[0].text.',
    cite: 'https://hl7.org/fhirpath/#path-selection',
  },
  'KI-001': {
    severity: 'error',
    fhir: 'required',
    en: 'The member `{name}` is missing. Add it.',
    nb: 'Medlemmet `{name}` mangler. Legg det til.',
  },
  'KI-002': {
    severity: 'error',
    fhir: 'structure',
    en: 'The ki form has no member `{name}` here. Remove it, or carry it in `utvidelser`.',
    nb: 'ki-formen har ikke noe medlem `{name}` her. Fjern det, eller legg det i `utvidelser`.',
  },
  'KI-003': {
    severity: 'error',
    fhir: 'structure',
    en: 'The ki form has no member `{name}` here. Did you mean `{suggestion}`?',
    nb: 'ki-formen har ikke noe medlem `{name}` her. Mente du `{suggestion}`?',
  },
  'KI-004': {
    severity: 'error',
    fhir: 'structure',
    en: 'A record of the type {type} has no member `{name}`. Change the type, or remove the member.',
    nb: 'En registrering av typen {type} har ikke medlemmet `{name}`. Endre typen, eller fjern medlemmet.',
  },
  'KI-005': {
    severity: 'error',
    fhir: 'structure',
    en: 'The JSON type {found} stands where {expected} is wanted. Write it as {expected}.',
    nb: 'JSON-typen {found} står der {expected} skal stå. Skriv det som {expected}.',
  },
  'KI-006': {
    severity: 'error',
    fhir: 'code-invalid',
    en: 'This is none of the words that are allowed here: {allowed}. Use one of them.',
    nb: 'Dette er ikke blant ordene som er tillatt her: {allowed}. Bruk et av dem.',
  },
  'KI-007': {
    severity: 'error',
    fhir: 'value',
    en: 'This does not have the form {form}. Write it in that form.',
    nb: 'Dette har ikke formen {form}. Skriv det på den formen.',
  },
  'KI-008': {
    severity: 'error',
    fhir: 'value',
    en: 'The text is empty. Leave the member out when there is nothing to say.',
    nb: 'Teksten er tom. Utelat medlemmet når det ikke er noe å si.',
  },
  'KI-009': {
    severity: 'error',
    fhir: 'too-long',
    en: 'The text has more than {limit} characters, line breaks counted. Shorten it.',
    nb: 'Teksten har mer enn {limit} tegn, linjeskift medregnet. Kort den ned.',
    cite: 'https://utviklerportal-utvikling.plattform.nhn.no/informasjonstjenester/kjernejournal/kritisk-informasjon/kritisk-info-fhir-api/hit-critical-information/docs/fhir-resources/kjconsentbehandlingsavklaringmd',
  },
  'KI-010': {
    severity: 'error',
    fhir: 'value',
    en: 'There is nothing in this object or list. Fill it, or leave it out.',
    nb: 'Det er ingenting i dette objektet eller denne listen. Fyll det ut, eller utelat det.',
  },
  'KI-011': {
    severity: 'error',
    fhir: 'structure',
    en: 'Exactly one of {names} belongs here. Keep one.',
    nb: 'Nøyaktig ett av {names} hører hjemme her. Behold ett.',
  },
  'KI-012': {
    severity: 'error',
    fhir: 'value',
    en: 'The number is less than {limit}. Correct it.',
    nb: 'Tallet er mindre enn {limit}. Rett det.',
  },
  'KI-013': {
    severity: 'error',
    fhir: 'business-rule',
    en: 'Only an active record has a probability (`sannsynlighet`). Remove it; the status says that the record is refuted or deleted.',
    nb: 'Bare en aktiv registrering har `sannsynlighet`. Fjern den; statusen sier at registreringen er avkreftet eller slettet.',
    cite: 'https://simplifier.net/guide/SFMAPIBasis/PopulatingKjAllergyIntolerance?version=current',
  },
  'KI-014': {
    severity: 'error',
    fhir: 'business-rule',
    en: 'Only an identifier of the type annet names its `system`. Remove it, or change the type.',
    nb: 'Bare en identifikator av typen annet oppgir `system`. Fjern det, eller endre typen.',
  },
  'KI-015': {
    severity: 'error',
    fhir: 'business-rule',
    en: 'An implant is either biological (`tilstand`) or mechanical (`implantat`, `implantert`). Make two records of it.',
    nb: 'Et implantat er enten biologisk (`tilstand`) eller mekanisk (`implantat`, `implantert`). Del det i to registreringer.',
  },
  'KI-016': {
    severity: 'error',
    fhir: 'duplicate',
    en: 'This id is taken by {first}. Give each record an id of its own.',
    nb: 'Denne id-en er brukt av {first}. Gi hver registrering sin egen id.',
    cite: 'https://hl7.org/fhir/R4/resource.html#id',
  },
  'KI-017': {
    severity: 'error',
    fhir: 'structure',
    en: 'The XML form has no place for this value. Validate the document and correct it; no XML was written.',
    nb: 'XML-formen har ikke plass til denne verdien. Valider dokumentet og rett det; ingen XML ble skrevet.',
  },
  'KI-018': {
    severity: 'error',
    fhir: 'structure',
    en: 'The element `verdi` holds no well-formed JSON. Write the content of an extension as JSON text.',
    nb: 'Elementet `verdi` inneholder ikke velformet JSON. Skriv innholdet i en utvidelse som JSON-tekst.',
  },
  'KI-019': {
    severity: 'error',
    fhir: 'value',
    en: 'The calendar has no such day. Correct the date, or leave out the day if it is unknown.',
    nb: 'Kalenderen har ingen slik dag. Rett datoen, eller utelat dagen hvis den er ukjent.',
    cite: 'https://hl7.org/fhir/R4/datatypes.html#date',
  },
  'KI-020': {
    severity: 'error',
    fhir: 'value',
    en: 'The text holds a control character or half a character, which neither FHIR nor XML can carry. Remove it.',
    nb: 'Teksten inneholder et kontrolltegn eller et halvt tegn, som verken FHIR eller XML kan bære. Fjern det.',
    cite: 'https://hl7.org/fhir/R4/datatypes.html#string',
  },
  ...mappingEntries,
  ...convertEntries,
  ...cliEntries,
} as const satisfies Record<string, CatalogueEntry>

/** A code of the catalogue. */
export type IssueCode = keyof typeof entries
/** Every code with its meaning. */
export const catalogue: Readonly<Record<IssueCode, CatalogueEntry>> = entries
