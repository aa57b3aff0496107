import type { CatalogueEntry } from './catalogue.ts'

const see = 'https://hl7.org/fhir/R4/mapping-language.html'

/** Problems in mapping tables: ours, or a user's overlay. The path of these issues is the file. */
export const mappingEntries = {
  'MAP-001': error(
    'The YAML is not well formed ({problem}). Correct it here: often a quote or bracket is not closed, a tab indents, or a text with a colon stands without quotes.',
    'YAML-en er ikke velformet ({problem}). Rett den her: ofte er et anførselstegn eller en klamme ikke lukket, en tabulator rykker inn, eller en tekst med kolon står uten anførselstegn.',
  ),
  'MAP-002': error('"{key}" must be {kind}.', '"{key}" må være {kind}.'),
  'MAP-003': error('"{key}" is missing. Add it.', '"{key}" mangler. Legg det til.'),
  'MAP-004': error('"{key}" must be one of: {words}.', '"{key}" må være en av: {words}.'),
  'MAP-005': error('"{key}" is not known here. Known: {words}.', '"{key}" er ukjent her. Kjent: {words}.'),
  'MAP-006': error(
    'A mapping file begins with exactly one of: table, codes, slices, assumptions, assume, containers, dialect, criteria, mappings.',
    'En mappingfil begynner med nøyaktig én av: table, codes, slices, assumptions, assume, containers, dialect, criteria, mappings.',
  ),
  'MAP-007': error('"{id}" is stated twice. Keep one.', '"{id}" er oppgitt to ganger. Behold én.'),
  'MAP-008': error(
    'Row {row} has both "via" and "cases". Keep one.',
    'Rad {row} har både "via" og "cases". Behold én.',
  ),
  'MAP-009': error(
    'Row {row}: a row has "via" or "cases", and a row with relation no-map has neither.',
    'Rad {row}: en rad har "via" eller "cases", og en rad med relasjonen no-map har ingen av dem.',
  ),
  'MAP-010': error(
    'Row {row}: a case here needs {left} values on the left and {right} on the right, one for each element.',
    'Rad {row}: et tilfelle her trenger {left} verdier til venstre og {right} til høyre, én for hvert element.',
  ),
  'MAP-011': error('The element cannot be found: {problem}.', 'Elementet finnes ikke: {problem}.'),
  'MAP-012': error(
    '"{via}" is not the call of a codec: write name or name(argument, …).',
    '"{via}" er ikke et kall på en codec: skriv navn eller navn(argument, …).',
  ),
  'MAP-013': error(
    'This overlay extends "{id}"{near}, which does not exist.',
    'Dette overlegget utvider "{id}"{near}, som ikke finnes.',
  ),
  'MAP-014': error(
    '"{id}" exists already. Write "extends: true" to lay this over it.',
    '"{id}" finnes allerede. Skriv "extends: true" for å legge dette over.',
  ),
  'MAP-015': error('"{id}"{near} is to be dropped and does not exist.', '"{id}"{near} skal fjernes og finnes ikke.'),
  'MAP-016': error(
    'Row {row}: there is no codec "{name}". Known: {words}.',
    'Rad {row}: det finnes ingen codec "{name}". Kjent: {words}.',
  ),
  'MAP-017': error('There is no {kind} "{id}"{near}.', 'Det finnes ingen {kind} "{id}"{near}.'),
  'MAP-018': error('Row {row}: {name} takes {count} arguments.', 'Rad {row}: {name} tar {count} argumenter.'),
  'MAP-019': error(
    'Row {row}: two cases that hold both ways have the same {side} side. Mark one with "only".',
    'Rad {row}: to tilfeller som gjelder begge veier har samme side ({side}). Merk det ene med "only".',
  ),
  'MAP-020': error(
    'What is accepted has a role and a date. Say what the reviewer is, and when it was.',
    'Det som er godkjent, har en rolle og en dato. Si hva fagpersonen er, og når det var.',
  ),
  'MAP-021': error(
    'This is no date. Write a day of the calendar as YYYY-MM-DD.',
    'Dette er ingen dato. Skriv en dag i kalenderen som ÅÅÅÅ-MM-DD.',
  ),
  'MAP-030': error(
    'A file that is given with --{only} begins with "{only}". Give folders of tables with --mappings.',
    'En fil som oppgis med --{only}, begynner med "{only}". Oppgi mapper med tabeller med --mappings.',
  ),
  'MAP-031': error(
    'Assumption {id} is no address or code, so it has no value to change. Its "override" says what to change instead.',
    'Antakelsen {id} er ingen adresse eller kode, så den har ingen verdi å endre. "override" sier hva som kan endres.',
  ),
  'MAP-032': error('Assumption {id} takes {kind}.', 'Antakelsen {id} tar en verdi av samme slag som vår ({kind}).'),
  'MAP-033': error(
    'Assumption {id} has no "value" that could stand here. Give it one, or write what is meant.',
    'Antakelsen {id} har ingen "value" som kan stå her. Gi den en, eller skriv det som menes.',
  ),
  'MAP-034': error(
    'Nothing refers to the value of assumption {id}, so another value would change nothing. Leave it out.',
    'Ingenting viser til verdien av antakelsen {id}, så en annen verdi ville ikke endre noe. Ta den bort.',
  ),
} as const satisfies Record<string, CatalogueEntry>

function error(en: string, nb: string): CatalogueEntry {
  return { severity: 'error', fhir: 'invalid', en, nb, cite: see }
}
