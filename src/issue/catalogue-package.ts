import type { CatalogueEntry } from './catalogue.ts'

const profiling = 'https://hl7.org/fhir/R4/profiling.html'
const packages = 'https://hl7.org/fhir/packages.html'

/** Why an archive cannot be unpacked. */
const archiveReasons = {
  'it is empty': 'det er tomt',
  'it is compressed twice': 'det er pakket to ganger',
  'it is encrypted, split, or packed in a way that is not read here':
    'det er kryptert, delt opp eller pakket på en måte som ikke leses her',
  'it is neither gzip nor zip, or damaged': 'det er verken gzip eller zip, eller det er skadet',
  'it is no tar archive, or damaged': 'det er ikke noe tar-arkiv, eller det er skadet',
  'it is no zip archive, or damaged': 'det er ikke noe zip-arkiv, eller det er skadet',
} as const
export type ArchiveReason = keyof typeof archiveReasons

/** What can be wrong with a package of conformance resources. The path of these issues is the file in the package. */
export const packageEntries = {
  'PKG-001': error(
    'The package holds no StructureDefinition, ValueSet or CodeSystem. Check that the right folder, .tgz or .zip was given.',
    'Pakken har ingen StructureDefinition, ValueSet eller CodeSystem. Sjekk at riktig mappe, .tgz eller .zip ble oppgitt.',
    packages,
  ),
  'PKG-002': error(
    '"{member}" is missing, or not of the form that FHIR gives it. Correct the file, or get the package again.',
    '"{member}" mangler, eller har ikke formen som FHIR gir det. Rett filen, eller hent pakken på nytt.',
    'https://hl7.org/fhir/R4/structuredefinition.html',
  ),
  'PKG-003': error(
    'Two files of the package define {url} in the same version. Remove one.',
    'To filer i pakken definerer {url} i samme versjon. Fjern den ene.',
    packages,
  ),
  'PKG-004': error(
    'The package is for FHIR {versions}, and only R4 (4.0) is read here. Get the edition of the package that is for R4.',
    'Pakken er for FHIR {versions}, og bare R4 (4.0) leses her. Hent utgaven av pakken som er for R4.',
    packages,
  ),
  'PKG-005': error(
    'The StructureDefinition has neither a snapshot nor a differential. Get the package again.',
    'StructureDefinition har verken snapshot eller differential. Hent pakken på nytt.',
    profiling,
  ),
  'PKG-006': error(
    '{url} derives from {base}, which is not at hand. Give the package that defines it with --package as well.',
    '{url} er avledet fra {base}, som ikke finnes her. Oppgi også pakken som definerer den, med --package.',
    profiling,
  ),
  'PKG-007': error(
    '{url} derives from itself, by way of {base}. Correct baseDefinition.',
    '{url} er avledet fra seg selv, via {base}. Rett baseDefinition.',
    profiling,
  ),
  'PKG-008': error(
    '{url}: the differential has {element}, and its base has no such element. Correct the path.',
    '{url}: differential har {element}, og basen har ikke noe slikt element. Rett stien.',
    profiling,
  ),
  'PKG-020': {
    ...error(
      'The archive cannot be unpacked: {reason}. Get it again, or unpack it and give the folder.',
      'Arkivet kan ikke pakkes ut: {reason}. Hent det på nytt, eller pakk det ut og oppgi mappen.',
      packages,
    ),
    phrases: archiveReasons,
  },
  'PKG-021': error(
    'The package has more than {limit} files and was not read. Check that the right folder, .tgz or .zip was given.',
    'Pakken har mer enn {limit} filer og ble ikke lest. Sjekk at riktig mappe, .tgz eller .zip ble oppgitt.',
    packages,
  ),
  'PKG-022': error(
    'The package holds more than {limit} bytes and was not read. Check that the right folder, .tgz or .zip was given.',
    'Pakken har mer enn {limit} byte og ble ikke lest. Sjekk at riktig mappe, .tgz eller .zip ble oppgitt.',
    packages,
  ),
  'PKG-023': error(
    'The archive has a file whose path leads out of it. No honest tool makes such an archive: get it from its publisher.',
    'Arkivet har en fil med en sti som leder ut av det. Ingen ærlige verktøy lager slike: hent det fra utgiveren.',
    packages,
  ),
  'PKG-024': error(
    'The archive has two files with one path, and which of them counts depends on who unpacks it. Get it from its publisher.',
    'Arkivet har to filer med samme sti, og hvilken som gjelder, avhenger av hvem som pakker ut. Hent det fra utgiveren.',
    packages,
  ),
} as const satisfies Record<string, CatalogueEntry>

function error(en: string, nb: string, cite: string): CatalogueEntry {
  return { severity: 'error', fhir: 'invalid', en, nb, cite }
}
