import type { CatalogueEntry, Severity } from './catalogue.ts'

const ids = 'https://hl7.org/fhir/R4/elementdefinition.html#id'
const bindings = 'https://hl7.org/fhir/R4/terminologies.html#strength'
const cardinality = 'https://hl7.org/fhir/R4/conformance-rules.html#cardinality'
const obligations = 'https://hl7.org/fhir/extensions/StructureDefinition-obligation.html'
const maps = 'https://hl7.org/fhir/R5/conceptmap.html'

/** What `kritinfo mapping check` finds in tables that can be used. The path of these issues is the file. */
export const checkEntries = {
  'CHK-001': entry(
    'error',
    ids,
    'This side cannot be looked up: {problem}. Correct the root or the profile.',
    'Denne siden finnes ikke: {problem}. Rett roten eller profilen.',
  ),
  'CHK-002': entry(
    'error',
    ids,
    'Row {row}: {problem}. Name an element that the profile has.',
    'Rad {row}: {problem}. Nevn et element som profilen har.',
  ),
  'CHK-003': entry(
    'error',
    'https://hl7.org/fhir/R4/defining-extensions.html',
    'Row {row}: {problem}. Correct its address in the slice, or add its definition to a package under profiles.',
    'Rad {row}: {problem}. Rett adressen, eller legg definisjonen i en pakke under profiles.',
  ),
  'CHK-004': entry(
    'error',
    'https://hl7.org/fhir/R4/datatypes.html',
    'Row {row}: the types do not meet: {problem}. Name another element, or a "via" that translates between them.',
    'Rad {row}: typene passer ikke sammen: {problem}. Nevn et annet element, eller en "via" som oversetter.',
  ),
  'CHK-005': entry(
    'error',
    bindings,
    'Row {row}: this value cannot stand in {element}: {problem}.',
    'Rad {row}: denne verdien kan ikke stå i {element}: {problem}.',
  ),
  'CHK-006': entry(
    'error',
    cardinality,
    'Table {table}: {element} must be there, and no row writes it. Add a row, or name it in containers.yaml if the container does.',
    'Tabell {table}: {element} må være der, og ingen rad skriver det. Legg til en rad, eller nevn det i containers.yaml.',
  ),
  'CHK-007': entry(
    'error',
    obligations,
    'Table {table}: whoever creates a summary is obliged to fill {element}, the Norwegian side has it, and no row brings it there. Add one.',
    'Tabell {table}: den som lager en oppsummering må fylle {element}, den norske siden har det, og ingen rad fører det dit. Legg til en.',
  ),
  'CHK-008': entry(
    'error',
    bindings,
    'Row {row}: {count} combinations on the {side} fit no case; the first is ({values}). Add cases, with "outcome: withheld" where the record is kept back on purpose.',
    'Rad {row}: {count} kombinasjoner ({side}) passer til ingen linje; den første er ({values}). Legg til linjer, med "outcome: withheld" der registreringen holdes tilbake med vilje.',
  ),
  'CHK-009': entry(
    'warning',
    maps,
    'Row {row}: an earlier case has the same {side} side or a wider one, so this one is never used from there. Move it up, or mark it with "only".',
    'Rad {row}: en tidligere linje har samme side ({side}) eller en videre, så denne brukes aldri derfra. Flytt den opp, eller merk den med "only".',
  ),
  'CHK-010': entry(
    'error',
    'https://www.rfc-editor.org/rfc/rfc3986#section-4.3',
    'A citation is the absolute address of a page (https://…). Write one.',
    'En kilde er den absolutte adressen til en side (https://…). Skriv en.',
  ),
  'CHK-011': entry(
    'warning',
    maps,
    'Nothing rests on assumption {id}. Name it where it is leaned on, say what it concerns, or take it away.',
    'Ingenting bygger på antakelsen {id}. Nevn den der den trengs, si hva den gjelder, eller ta den bort.',
  ),
  'CHK-012': entry(
    'information',
    maps,
    'An assumption: {name} rests on {ids}.',
    'En antakelse: {name} bygger på {ids}.',
  ),
  'CHK-013': entry(
    'warning',
    maps,
    'Row {row} stands below {rest}, which takes whatever is left, so it never finds anything. Move it up.',
    'Rad {row} står under {rest}, som tar alt som er igjen, så den finner aldri noe. Flytt den opp.',
  ),
  'CHK-014': entry(
    'error',
    maps,
    'Code {code} stands twice on the {side}: which of them is meant would be chance. Keep one, or give the others another relation.',
    'Kode {code} står to ganger ({side}): hvilken som menes ville være tilfeldig. Behold én, eller gi de andre en annen relasjon.',
  ),
  'CHK-015': entry(
    'error',
    maps,
    'Code {code}: a row has a code on the right, or the relation no-map, and not both. Correct the relation.',
    'Kode {code}: en rad har en kode til høyre eller relasjonen no-map, og ikke begge. Rett relasjonen.',
  ),
  'CHK-016': entry(
    'warning',
    'https://hl7.org/fhir/R4/terminologies-systems.html',
    'The code system {system} is not known here. Correct it, or name it in a table of systems.',
    'Kodesystemet {system} er ikke kjent her. Rett det, eller nevn det i en tabell over systemer.',
  ),
  'CHK-017': entry(
    'error',
    'https://hl7.org/fhir/R4/codesystem.html',
    'The code system {system} has no code {code}. Correct it.',
    'Kodesystemet {system} har ingen kode {code}. Rett den.',
  ),
  'CHK-018': entry(
    'warning',
    bindings,
    'Row {row}: {element} never has the value "{value}", so the case is never used; "{near}" was probably meant.',
    'Rad {row}: {element} har aldri verdien "{value}", så tilfellet blir aldri brukt; trolig mentes "{near}".',
  ),
} as const satisfies Record<string, CatalogueEntry>

function entry(severity: Severity, cite: string, en: string, nb: string): CatalogueEntry {
  return { severity, fhir: severity === 'information' ? 'informational' : 'business-rule', en, nb, cite }
}
