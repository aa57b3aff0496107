import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { JsonObject } from '../../src/document/json.ts'
import { sitesOf } from './elements.ts'
import type { Base } from './mutation.ts'

/** Profiles with a constraint of each kind, most of which no published profile has. */
export const testPackage = 'test/mutation/package'

/** Small clean examples that together have most elements of their types. */
const core = `Patient-example Patient-f201 Patient-pat2 Patient-animal AllergyIntolerance-example AllergyIntolerance-nka
AllergyIntolerance-nkda Condition-f002 Condition-f202 Condition-f204 Condition-f201 Procedure-biopsy Procedure-ambulation
Procedure-f001 DeviceUseStatement-example Device-f001 Device-example Flag-example Flag-example-encounter
Consent-consent-example-signature Consent-consent-example-pkb Consent-consent-example-notThis Practitioner-f201
Practitioner-f005 PractitionerRole-example Organization-f201 Organization-f003 Composition-example
Composition-example-mixed Immunization-example Immunization-protocol Immunization-notGiven Observation-blood-pressure
Observation-20minute-apgar-score Observation-unsat Observation-f205 Observation-example-phenotype Observation-ekg
MedicationStatement-example004 MedicationStatement-example007 MedicationRequest-medrx0301 MedicationRequest-medrx0323
MedicationRequest-medrx0315 Medication-med0301 Medication-med0313 Medication-med0321 DiagnosticReport-f201
DiagnosticReport-ultrasound CarePlan-example CarePlan-preg ClinicalImpression-example Encounter-f203 Encounter-f002
Specimen-101 Specimen-isolate ImagingStudy-example-xr DocumentReference-example RelatedPerson-benedicte Substance-f205
FamilyMemberHistory-father Goal-example ServiceRequest-physiotherapy ServiceRequest-lipid RiskAssessment-riskexample
Provenance-signature Location-1 List-example-double-cousin-relationship QuestionnaireResponse-3141
Bundle-bundle-response-medsallergies Task-fm-example4 NutritionOrder-enteralbolus Media-xray`

/** Those of the International Patient Summary, each with its profile in `meta.profile`. */
const ips = `AllergyIntolerance-allergyintolerance-with-abatement AllergyIntolerance-allergyintolerance-multiple-codings
Condition-eumfh-39-07-1 Device-eumfh-70-275-1 DeviceUseStatement-eumfh-70-275-1 DiagnosticReport-hemoglobin
Immunization-75680 Medication-eumfh-39-07-1 MedicationRequest-eumfh-39-07-1-request
MedicationStatement-eumfh-39-07-1 Observation-hemoglobin Observation-tobacco-use-example
Observation-pregnancy-status-example Observation-pathology-cancer Organization-simple-org Patient-patient-example-female
Patient-eumfh-39-07 Practitioner-eumfh-39-07 PractitionerRole-simple-pr Procedure-eumfh-39-07-1 Flag-546482
Specimen-specimen-example-1 Bundle-bundle-minimal`

const stories = [
  'empty-register/eps',
  'latex-allergy/eps',
  'penicillin-anaphylaxis/kj',
  'mrsa-infection/kj',
  'latex-allergy/r4',
]
const tight = ['tight-patient', 'tight-observation', 'tight-bundle']

/** Every document that mutants are made of. */
export function readBases(): Base[] {
  return [
    ...words(core).map((name) => baseOf(`node_modules/hl7.fhir.r4.core/${name}.json`, name)),
    ...words(ips).map((name) => baseOf(`node_modules/hl7.fhir.uv.ips/example/${name}.json`, `ips ${name}`)),
    ...stories.map((name) => baseOf(`examples/${name}.json`, name)),
    ...tight.map((name) => baseOf(`test/mutation/bases/${name}.json`, basename(name))),
  ]
}

function words(text: string): string[] {
  return text.split(/\s+/)
}

function baseOf(file: string, name: string): Base {
  const root = JSON.parse(readFileSync(file, 'utf8')) as JsonObject
  return { name, root, sites: sitesOf(root) }
}
