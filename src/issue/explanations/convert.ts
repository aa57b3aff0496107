import type { convertEntries } from '../catalogue-convert.ts'
import type { Explanations } from './explanation.ts'

const patient = '"patient": { "reference": "Patient/1" }'
const allergy = (members: string) => `{ "resourceType": "AllergyIntolerance", ${patient}${members} }`

/** What converting has to say. */
export const convertExplanations: Explanations<keyof typeof convertEntries> = {
  'CNV-001': {
    reason:
      'The form decides which tables are used. What is none of the four has no table, and to guess would be to invent.',
    bad: '{ "allergies": ["penicillin"] }',
    good: allergy(', "code": { "text": "Penicillin" }'),
  },
  'CNV-002': {
    reason:
      'Whoever names a form has a reason to expect it. If the document is another, the wrong file was probably given.',
    bad: 'kritinfo convert kj.json --from ki --to eps',
    good: 'kritinfo convert kj.json --to eps',
  },
  'CNV-003': {
    reason:
      'A summary without a patient, or with one who has no name or birth date, cannot be trusted to be about the right person. The register does not hold these; they come from elsewhere.',
    bad: 'kritinfo convert record.kj.json --to eps',
    good: 'kritinfo convert record.kj.json --to eps --patient patient.json',
  },
  'CNV-004': {
    reason: 'Records of one person under the name of another are the worst that can happen here.',
    bad: 'kritinfo convert kari.kj.json --to eps --patient ola.json',
    good: 'kritinfo convert kari.kj.json --to eps --patient kari.json',
  },
  'CNV-005': {
    reason: 'A ki document and a summary are about one patient each. Records of two in one document would be mixed up.',
    bad: '(a Bundle with resources whose patient is Patient/1 and others whose patient is Patient/2)',
    good: '(two Bundles, one for each patient)',
  },
  'CNV-010': {
    reason:
      'Some forms have no word for some statuses: no summary can hold a deleted record. To leave the status out would turn a record that does not hold into one that does.',
    bad: '(a record that is deleted, converted to eps)',
    good: '(the same record converted to ki, kj or r4)',
  },
  'CNV-011': {
    reason:
      'A modifier extension can turn the meaning of a record round. Who does not know it may not use the record (FHIR R4, extensibility).',
    bad: allergy(', "modifierExtension": [{ "url": "urn:unknown", "valueBoolean": true }]'),
    good: allergy(', "extension": [{ "url": "urn:unknown", "valueBoolean": true }]'),
  },
  'CNV-012': {
    reason:
      'A statement that nothing is known is about the knowledge of its author. Critical information has no record for it, and an empty register must not be read as "no allergies".',
    bad: allergy(
      ', "code": { "coding": [{ "system": "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips", "code": "no-allergy-info" }] }',
    ),
    good: allergy(', "code": { "text": "Penicillin" }'),
  },
  'CNV-014': {
    reason:
      'The original that rides along restores what a summary cannot say, and wins over entries that nobody changed. So it has to be the very one that went out: its mark binds its bytes, the entries and the patient. If it does not fit, the entries of the summary still hold.',
    bad: '(a summary whose attachment was altered, or comes from the summary of another patient)',
    good: '(a summary as it was made here, or one without an attachment)',
  },
  'CNV-015': {
    reason:
      'A Bundle may hold several versions of a record under one address. If only the first were taken, a deletion or a correction after it would be lost unseen.',
    bad: '(a collection Bundle with two entries of one fullUrl, the one active, the other entered in error)',
    good: '(the same with the version that holds now alone)',
  },
  'CNV-016': {
    reason:
      'A ki document knows each record by its id, and every record has a kind and a status. What lacks one of them cannot be told apart or acted on, and is not made up.',
    bad: '(a Bundle with two records of one id, converted to ki)',
    good: '(a Bundle in which each record has an id of its own)',
  },
  'CNV-017': {
    reason:
      'Older versions of FHIR had other code systems for refuted and entered in error, and some systems write words. A status that is there and cannot be read is not the same as none, and of two that contradict each other nobody knows which is meant.',
    bad: allergy(', "verificationStatus": { "text": "refuted" }'),
    good: allergy(
      ', "verificationStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification", "code": "refuted" }] }',
    ),
  },
  'CNV-018': {
    reason:
      'A code for "no known allergy" beside a substance or a reaction leaves open which of the two is meant. Taken as a statement it would hide an allergy, and taken as a record it would have a name that denies it.',
    bad: allergy(
      ', "code": { "coding": [{ "system": "http://snomed.info/sct", "code": "716186003" }, { "system": "http://www.whocc.no/atc", "code": "J01CE02" }] }',
    ),
    good: allergy(', "code": { "coding": [{ "system": "http://www.whocc.no/atc", "code": "J01CE02" }] }'),
  },
  'CNV-019': {
    reason: 'Whoever reads that a device is in use believes that it is there. One that was entered in error is not.',
    bad: '(a DeviceUseStatement whose Device has the status entered-in-error)',
    good: '(the same with a Device that is active)',
  },
  'CNV-020': {
    reason:
      'What changes the meaning of a Bundle, of a Composition or of the patient changes that of every record in it. Who does not know it may not use them (FHIR R4, extensibility).',
    bad: '{ "resourceType": "Bundle", "type": "collection", "implicitRules": "urn:unknown" }',
    good: '{ "resourceType": "Bundle", "type": "collection" }',
  },
  'CNV-021': {
    reason:
      'A summary that was withdrawn as a whole is not corrected entry by entry: its records still say that they are active.',
    bad: '(a summary whose Composition has the status entered-in-error)',
    good: '(a summary whose Composition has the status final)',
  },
  'CNV-022': {
    reason: 'A preliminary document is sent so that something is at hand in time. Its author has not stood for it yet.',
    bad: '(a summary whose Composition has the status preliminary)',
    good: '(a summary whose Composition has the status final)',
  },
  'CNV-023': {
    reason:
      'Transactions and histories list what was done, often with a record as it was before it was deleted. Read as a list of records they would bring back what somebody has taken away.',
    bad: '{ "resourceType": "Bundle", "type": "transaction", "entry": [{ "request": { "method": "DELETE", "url": "AllergyIntolerance/1" } }] }',
    good: '{ "resourceType": "Bundle", "type": "collection" }',
  },
  'CNV-024': {
    reason:
      'What the input lacks is put back from the base, deleted records and others that it never held too. From the document of another person they would be that person’s.',
    bad: 'kritinfo convert kari.eps.json --to ki --base ola.ki.json',
    good: 'kritinfo convert kari.eps.json --to ki --base kari.ki.json',
  },
  'CNV-025': {
    reason:
      'Records may name the patient by a reference alone, and a register may keep the identity beside them. Then only whoever gives the base knows whose it is.',
    bad: '(a base whose patient has no identifier, for an input whose patient has one)',
    good: '(a base and an input whose patients have the same identifier)',
  },
  'CNV-026': {
    reason:
      'An expression says more of a concept, and one of the things that it can say is that the finding is absent. Its first concept alone may be the opposite of what is meant.',
    bad: allergy(
      ', "code": { "coding": [{ "system": "http://snomed.info/sct", "code": "243796009:246090004=91936005,408729009=410516002" }] }',
    ),
    good: allergy(', "code": { "coding": [{ "system": "http://snomed.info/sct", "code": "91936005" }] }'),
  },
  'CNV-027': {
    reason:
      'NHN has no status for refuted in some resources and uses completed, which in R4 says that a treatment or the use of a device is over. A Bundle with both kinds leaves open which is meant.',
    bad: '(a Bundle with a KjAllergyIntolerance and a Procedure that has neither a profile nor an extension of NHN)',
    good: '(the same with KjProcedure in meta.profile of the Procedure)',
  },
  'CNV-028': {
    reason:
      'A Bundle is a document, an answer or a list of its own, perhaps of another patient, so its records are not mixed with those around it. To pass it over would lose them.',
    bad: '{ "resourceType": "Bundle", "type": "collection", "entry": [{ "resource": { "resourceType": "Bundle", "type": "collection" } }] }',
    good: '{ "resourceType": "Bundle", "type": "collection" }',
  },
}
