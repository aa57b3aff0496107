import { getKey, isObject, type Json } from './document/json.ts'

/** A set of profiles that has a short name: what it states of each resource type that it has one profile for. */
interface ProfileSet {
  readonly base: string
  /** Ids of its profiles below the base, by the type that they constrain. */
  readonly profiles: Readonly<Record<string, string>>
}

/** https://hl7.org/fhir/uv/ips/STU2/: where it has several profiles of a type (Observation) none is the one that is meant. */
const ips: ProfileSet = {
  base: 'http://hl7.org/fhir/uv/ips/StructureDefinition/',
  profiles: {
    ...suffixed('-uv-ips', [
      'AllergyIntolerance',
      'Bundle',
      'Composition',
      'Condition',
      'Device',
      'DeviceUseStatement',
      'DiagnosticReport',
      'ImagingStudy',
      'Immunization',
      'Medication',
      'MedicationRequest',
      'MedicationStatement',
      'Organization',
      'Patient',
      'Practitioner',
      'PractitionerRole',
      'Procedure',
      'Specimen',
    ]),
    Flag: 'Flag-alert-uv-ips',
  },
}

/** https://build.fhir.org/ig/hl7-eu/eps/ */
const eps: ProfileSet = {
  base: 'http://hl7.eu/fhir/eps/StructureDefinition/',
  profiles: {
    AllergyIntolerance: 'allergyintolerance-obl-eu-eps',
    Bundle: 'bundle-eu-eps',
    Composition: 'composition-eu-eps',
    Condition: 'condition-obl-eu-eps',
    Consent: 'consent-eu-eps',
    Device: 'device-eu-eps',
    DeviceUseStatement: 'deviceUseStatement-eu-eps',
    DiagnosticReport: 'diagnosticReport-eu-eps',
    Flag: 'flag-alert-obl-eu-eps',
    Immunization: 'immunization-obl-eu-eps',
    Medication: 'medication-obl-eu-eps',
    MedicationRequest: 'medicationrequest-obl-eu-eps',
    MedicationStatement: 'MedicationStatement-eu-eps',
    Organization: 'organization-obl-eu-eps',
    Patient: 'patient-eu-eps',
    Practitioner: 'practitioner-obl-eu-eps',
    PractitionerRole: 'practitionerrole-obl-eu-eps',
    Procedure: 'procedure-eu-eps',
  },
}

/** https://hl7.eu/fhir/base/2.0.0/ */
const euCore: ProfileSet = {
  base: 'http://hl7.eu/fhir/base/StructureDefinition/',
  profiles: {
    AllergyIntolerance: 'allergyIntolerance-eu-core',
    BodyStructure: 'bodyStructure-eu-core',
    Composition: 'composition-eu-core',
    Condition: 'condition-eu-core',
    DiagnosticReport: 'diagnosticReport-eu-core',
    Flag: 'flag-patient-eu-core',
    Immunization: 'immunization-eu-core',
    Location: 'location-eu-core',
    Medication: 'medication-eu-core',
    MedicationRequest: 'medicationRequest-eu-core',
    MedicationStatement: 'medicationStatement-eu-core',
    Observation: 'medicalTestResult-eu-core',
    Organization: 'organization-eu-core',
    Patient: 'patient-eu-core',
    Practitioner: 'practitioner-eu-core',
    PractitionerRole: 'practitionerRole-eu-core',
    Procedure: 'procedure-eu-core',
  },
}

/** https://simplifier.net/packages/hl7.fhir.no.basis */
const noBasis: ProfileSet = {
  base: 'http://hl7.no/fhir/StructureDefinition/',
  profiles: prefixed('no-basis-', [
    'AllergyIntolerance',
    'Appointment',
    'AppointmentResponse',
    'Composition',
    'DocumentReference',
    'Endpoint',
    'HealthcareService',
    'Location',
    'Medication',
    'MedicationStatement',
    'Organization',
    'Patient',
    'Person',
    'Practitioner',
    'PractitionerRole',
    'Procedure',
    'RelatedPerson',
    'Substance',
  ]),
}

/** Norsk helsenett's API: each kind of Condition has a profile of its own, told by the number of its category. */
const kj: ProfileSet = {
  base: 'http://nhn.no/kj/fhir/StructureDefinition/',
  profiles: prefixed('Kj', [
    'AllergyIntolerance',
    'Consent',
    'Device',
    'DeviceUseStatement',
    'Flag',
    'PractitionerRole',
    'Procedure',
  ]),
}
const kjConditions: Readonly<Record<string, string>> = {
  3: 'KjConditionComplicationsOfAnesthesia',
  4: 'KjConditionComplicationsOfAnesthesia',
  5: 'KjConditionCriticalMedicalCondition',
  7: 'KjConditionTransplantsAndOtherForeignBodies',
  10: 'KjConditionInfection',
}

const sets = { eps, ips, kj, 'no-basis': noBasis, 'eu-core': euCore } as const satisfies Record<string, ProfileSet>
const types = 'http://hl7.org/fhir/StructureDefinition/'

/** Short names for profiles; `r4` is the resource's type and no more. */
export const profileAliases: readonly string[] = [...Object.keys(sets), 'r4']

export function isProfileAlias(name: string): boolean {
  return profileAliases.includes(name)
}

/**
 * The canonical that a short name stands for where this document is concerned: of its set, the profile of the
 * document's resource type. Undefined if the set has none for it, or not one that can be told from the others.
 */
export function profileOf(alias: string, root: Json): string | undefined {
  const type = isObject(root) ? getKey(root, 'resourceType') : undefined
  if (typeof type !== 'string') return undefined
  if (alias === 'r4') return types + type
  const set = Object.entries(sets).find(([name]) => name === alias)?.[1]
  const id = set === kj && type === 'Condition' ? kjCondition(root) : entryOf(set?.profiles ?? {}, type)
  return set === undefined || id === undefined ? undefined : set.base + id
}

function kjCondition(root: Json): string | undefined {
  const categories = listOf(root, 'category').flatMap((one) => listOf(one, 'coding'))
  for (const coding of categories) {
    const code = isObject(coding) ? getKey(coding, 'code') : undefined
    const found = typeof code === 'string' ? entryOf(kjConditions, code) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

function listOf(holder: Json, key: string): readonly Json[] {
  const value = isObject(holder) ? getKey(holder, key) : undefined
  return Array.isArray(value) ? value : []
}

/** Names come from documents: `constructor` is a type that no set has. */
function entryOf(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

function suffixed(suffix: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name + suffix]))
}

function prefixed(prefix: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, prefix + name]))
}
