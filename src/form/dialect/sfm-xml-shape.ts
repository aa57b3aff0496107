/** The namespace of SFM's export (https://github.com/NorskHelsenett/SFM.tools, FmSfmExportImportFormatDefinition.xsd). */
export const sfmNamespace = 'http://www.kith.no/xmlstds/eresept/forskrivningsmodul/export/2019-11-13'

/** The name of the dialect that is written as XML of this namespace. */
export const xmlDialect = 'sfm-xml'

/** The documents of that namespace that are about a patient. */
export const sfmRoots = ['PasientExport', 'CAVE'] as const

/**
 * What stands in an element: a text, true or false, a number, a code in attributes, or elements in this order. `many` may
 * stand several times, `must` has to stand. Only what critical information needs is described; the rest is read as it comes.
 */
export type SfmShape = 'text' | 'boolean' | 'number' | 'coded' | readonly SfmMember[]
export interface SfmMember {
  readonly name: string
  readonly shape: SfmShape
  readonly many?: true
  readonly must?: true
}

/** The attributes of a code: value, list, name, original text. */
export const codeAttributes = ['V', 'S', 'DN', 'OT'] as const

const one = (name: string, shape: SfmShape = 'text'): SfmMember => ({ name, shape })
const must = (name: string, shape: SfmShape = 'text'): SfmMember => ({ name, shape, must: true })
const many = (name: string, shape: SfmShape): SfmMember => ({ name, shape, many: true })

const substance: SfmShape = [one('VirkestoffId'), must('VirkestoffNavn')]
const brand: SfmShape = [
  one('Atc', 'coded'),
  must('NavnFormStyrke'),
  must('Reseptgruppe', 'coded'),
  one('LegemiddelformKort', 'coded'),
  one('LegemiddelId'),
  must('LegemiddelNavn'),
  many('Virkestoff', substance),
]
const cave: SfmShape = [
  must('CAVEId'),
  one('HjelpestoffReaksjon', 'boolean'),
  one('GrunnlagForCAVE'),
  must('RegisteringsDato'),
  must('Signatur'),
  one('Innaktiv', 'boolean'),
  one('LegemiddelMerkevare', brand),
  one('Virkestoff', substance),
  one('ATC', [must('ATCKode', 'coded')]),
  one('Reaksjon', 'coded'),
  one('Kilde', 'coded'),
  one('Alvorlighetsgrad', 'coded'),
  one('Sannsynlighet', 'coded'),
  one('Avkreftet', 'boolean'),
  one('Oppdaget', [one('Dato'), one('Alder', 'number'), one('IkkeOppgitt', 'boolean'), one('Ukjent', 'boolean')]),
]
const person: SfmShape = [
  must('FamilyName'),
  one('MiddleName'),
  must('GivenName'),
  one('Sex', 'coded'),
  one('DateOfBirth'),
  one('Nationality', 'coded'),
  { name: 'Ident', shape: [must('Id'), must('TypeId', 'coded')], many: true, must: true },
]
const reaction: SfmShape = [
  must('GruppeId'),
  must('Id'),
  must('HeadOfHistory', 'boolean'),
  must('CAVE', cave),
  must('SistOppdatertDato'),
  one('RegistrertAv'),
  one('AvkreftetKommentar'),
  one('Discarded', 'boolean'),
  one('Deleted', [must('Reason', 'coded'), must('DeletedBy')]),
]
const patient: SfmShape = [must('Id'), must('DemografiskInfo', person), many('Legemiddelreaksjon', reaction)]

/** The two documents, as one object with one or the other. */
export const sfmShape: readonly SfmMember[] = [one('PasientExport', patient), one('CAVE', cave)]

export function memberOf(shape: SfmShape | undefined, name: string): SfmMember | undefined {
  return typeof shape === 'object' ? shape.find((member) => member.name === name) : undefined
}
