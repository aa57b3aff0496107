import { dialectSteps } from './steps-dialect.ts'

/**
 * One thing that the code around the tables does: it builds what holds the records. Rows state elements; a Bundle, a
 * Composition, a narrative or a reference to the patient is made by code, and stands here by name, so that a ledger, a
 * trace and a reader can speak of it as of a row.
 */
export interface ContainerStep {
  /** As ledgers name it; `eps.alert` is also the name of `eps.alert.changed` and whatever begins so. */
  readonly id: string
  readonly about: string
  readonly cite: string
  /**
   * Elements that it writes where no row does, by the type of the resource they stand in (`*` for any; a name stands for
   * all below it). The first step of the list that has a name for the element is the one.
   */
  readonly writes: readonly string[]
  /** Elements that it takes and no row does. */
  readonly reads: readonly string[]
}

const fhir = 'https://hl7.org/fhir/R4'
const eps = 'https://build.fhir.org/ig/hl7-eu/eps'
const nhn = 'https://github.com/NorskHelsenett'

function step(id: string, about: string, cite: string, writes: string[] = [], reads = writes): ContainerStep {
  return { id, about, cite, writes, reads }
}

/** Every such step, those that write single elements of any resource before those that write whole ones. */
export const containerSteps: readonly ContainerStep[] = [
  step(
    'container.unchanged',
    'The document is of the form asked for already: nothing is translated and nothing is touched.',
    `${fhir}/resource.html`,
  ),
  step(
    'container.restore',
    'What a trip had lost is put back from the document that the input was once made from (--base), or from the original that came attached.',
    `${eps}/StructureDefinition-composition-eu-eps.html`,
  ),
  step(
    'container.whole',
    'Resources that no table maps, and what is R4 already, cross as they are.',
    `${fhir}/bundle.html`,
  ),
  step(
    'container.narrative',
    'The narrative of a resource is made anew from its elements; what others wrote is not passed on unread.',
    `${fhir}/narrative.html`,
    ['*.text'],
    ['*.text', 'Composition.section.text'],
  ),
  step(
    'container.id',
    'Ids of resources that the source does not name are made from their content (UUIDv5), so that the same input gives the same output.',
    `${fhir}/resource-definitions.html#Resource.id`,
    ['*.id'],
  ),
  step('ki.id', 'A record without an id gets one that is made from its address.', `${fhir}/references.html`),
  step(
    'container.type',
    'The resource type follows from the kind of critical information, and the kind from the type.',
    `${fhir}/json.html#resources`,
    ['*.resourceType'],
  ),
  step('ki.type', 'The kind of a record tells its resource type.', `${fhir}/json.html#resources`),
  step('kj.type', 'A resource keeps its type.', `${fhir}/json.html#resources`),
  step('eps.type', 'A resource keeps its type.', `${fhir}/json.html#resources`),
  step('container.patient', 'Every record refers to the one patient of the document.', `${fhir}/patient.html`, [
    '*.patient',
    '*.subject',
  ]),
  step(
    'container.identifier',
    'A record gets its id as a business identifier, so that it can be named whatever address it has abroad.',
    `${fhir}/resource.html#identifiers`,
    ['*.identifier'],
  ),
  step(
    'eps.provenance',
    'Who changed a record and when is a Provenance in a summary, and two of NHN’s extensions on the record elsewhere.',
    `${fhir}/provenance.html`,
    ['*.extension'],
  ),
  step(
    'container.provenance',
    'What any Provenance says by being one: its target, its activity, when it was recorded.',
    `${fhir}/provenance.html`,
    ['Provenance'],
  ),
  step(
    'container.composition',
    'The Composition says what document this is, for whom and by whom, and lists the records in the sections that a summary has; a section without records says why it is empty.',
    `${eps}/StructureDefinition-composition-eu-eps.html`,
    ['Composition'],
  ),
  step(
    'eps.emptyReason',
    'That a section is empty because there is nothing is a statement that no register of critical facts can hold.',
    `${fhir}/composition-definitions.html#Composition.section.emptyReason`,
  ),
  step(
    'eps.section',
    'What a section says in words alone, or leads to outside the entries of the document, is in no record that could cross.',
    `${fhir}/composition-definitions.html#Composition.section`,
    [],
    ['Composition.section.text', 'Composition.section.entry', 'Composition.contained'],
  ),
  step(
    'container.original',
    'The original rides along in a summary, so that what has no place in standard elements is not lost.',
    `${eps}/StructureDefinition-composition-eu-eps.html`,
    ['DocumentReference'],
  ),
  step(
    'eps.directive',
    'A limit of treatment is a document in the section of advance directives, where a Consent would make the summary invalid.',
    `${eps}/StructureDefinition-bundle-eu-eps.html`,
    ['DocumentReference'],
  ),
  step(
    'eps.consent',
    'A consent of another kind than the two of the register is no limit of treatment, and is kept back.',
    `${eps}/StructureDefinition-bundle-eu-eps.html`,
  ),
  step(
    'eps.alert',
    'An alert of a summary is derived from a record, points to it, and falls away on the way back.',
    `${eps}/artifacts.html`,
    ['Flag'],
  ),
  step(
    'container.alert',
    'A derived alert says nothing that its record does not, and is made anew for each summary.',
    `${eps}/artifacts.html`,
  ),
  step(
    'container.directive',
    'What the document of a limit of treatment says about itself is made of the Consent that it holds.',
    `${eps}/StructureDefinition-bundle-eu-eps.html`,
  ),
  step(
    'eps.refuted',
    'Refuted records were left out on request (--refuted omit).',
    `${fhir}/valueset-allergyintolerance-verification.html`,
  ),
  step(
    'container.tool',
    'The Device that names this software and its tables as the author of the document.',
    `${fhir}/composition-definitions.html#Composition.author`,
    ['Device'],
  ),
  step(
    'eps.role',
    'A health professional’s role comes along with the record that refers to it; person and organisation become resources, and are drawn together again on the way back.',
    'https://build.fhir.org/ig/hl7-eu/base/',
    ['PractitionerRole'],
  ),
  step('eps.actor', 'Whoever a record refers to comes along as it is.', `${fhir}/references.html`),
  step('kj.actor', 'NHN’s records contain health professionals in a role, and refer to no one else.', nhn),
  step(
    'container.actor',
    'Resources of persons and organisations that the Norwegian forms name in place.',
    `${fhir}/practitionerrole.html`,
    ['PractitionerRole', 'Practitioner', 'Organization'],
  ),
  step(
    'patient.given',
    'Demographics that were given apart (--patient) fill in what the records do not say.',
    `${fhir}/patient.html`,
    ['Patient'],
  ),
  step(
    'ki.utvidelser',
    'What the ki form has no element for stands in utvidelser, with its address and its place, and returns there.',
    `${fhir}/extensibility.html`,
    ['kritiskInformasjon.registreringer.utvidelser', 'kritiskInformasjon.pasient.utvidelser'],
  ),
  step('ki.schema', 'What the schema of the ki form does not allow is taken out again.', `${fhir}/validation.html`),
  step(
    'container.document',
    'The frame of a ki document: the name and version of its format, and the list of its records.',
    `${fhir}/documents.html`,
    ['kritiskInformasjon.format', 'kritiskInformasjon.versjon'],
  ),
  step(
    'import.record',
    'A record of others is brought into the shape that the Norwegian forms have, as a copy of which every part is accounted for.',
    `${fhir}/references.html`,
  ),
  step(
    'import.codes',
    'A Norwegian code is put beside foreign ones where a code table has it as equivalent, and one of several codes is marked as the main one.',
    `${fhir}/datatypes-definitions.html#Coding.userSelected`,
  ),
  step(
    'import.reactions',
    'NHN holds one kind of reaction with an allergy: the gravest is kept, and the others are told in the note.',
    nhn,
  ),
  step(
    'container.sfm',
    'The message, the Bundle and the Composition around the records of national e-prescribing (SFM), which it makes anew.',
    'https://github.com/NorskHelsenett/SFM.tools',
    ['Parameters', '$'],
  ),
  step(
    'import.absence',
    'That nothing is known or asked is not a record, and is never read as one.',
    `${fhir}/allergyintolerance.html#9.1.3.1`,
  ),
  step(
    'import.contradiction',
    'What says that nothing is known, and beside it names something or does not hold, is neither a record nor a statement to rely on.',
    `${fhir}/allergyintolerance.html#9.1.3.1`,
    ['AllergyIntolerance.code', 'Condition.code'],
  ),
  step(
    'import.expression',
    'A code of SNOMED CT that is an expression may deny the concept that it begins with, so the record is kept back.',
    `${fhir}/snomedct.html`,
    ['AllergyIntolerance.code', 'Condition.code'],
  ),
  step(
    'import.device-in-error',
    'A device that was entered in error is in nobody.',
    `${fhir}/device-definitions.html#Device.status`,
    ['DeviceUseStatement.device'],
  ),
  step(
    'import.unmarked',
    'Beside records of NHN, one without their profile may be theirs or plain R4, and its status says something else in each.',
    nhn,
    ['Procedure.status', 'DeviceUseStatement.status', 'Flag.status', 'Consent.status'],
  ),
  step(
    'import.versions',
    'Of two versions of a record under one address one holds and the other does not: a form with room for one gets neither.',
    `${fhir}/bundle.html#invs`,
  ),
  step(
    'import.modifier-extension',
    'A modifier that is not understood may turn the meaning round, so the record is kept back.',
    `${fhir}/extensibility.html#modifierExtension`,
  ),
  step(
    'import.status',
    'A status that is there and cannot be read may say that the record does not hold, so the record is kept back.',
    `${fhir}/valueset-condition-ver-status.html`,
    ['AllergyIntolerance.verificationStatus', 'Condition.verificationStatus'],
  ),
  step(
    'container.bundle',
    'The Bundle: its type, the addresses of its entries, and for a document its identifier and its time.',
    `${fhir}/bundle.html`,
    ['Bundle'],
  ),
  ...dialectSteps,
  step('unmapped', 'No row and no step has taken it.', `${fhir}/mapping-language.html`),
]

/** The step of a name, or of the longest beginning of it; every form's `unmapped` is one. */
export function stepNamed(id: string): ContainerStep | undefined {
  if (id.endsWith('.unmapped')) return stepNamed('unmapped')
  const found = containerSteps.filter((one) => id === one.id || id.startsWith(`${one.id}.`))
  return found.sort((one, other) => other.id.length - one.id.length)[0]
}
