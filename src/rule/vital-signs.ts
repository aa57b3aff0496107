import { isObject, type JsonObject } from '../document/json.ts'
import type { RuleKit } from './kit.ts'
import { applyProfile } from './profile.ts'
import type { Run } from './run.ts'

const loinc = 'http://loinc.org'

/** LOINC codes with the profile that an Observation with the code has to meet (https://hl7.org/fhir/R4/observation-vitalsigns.html). */
const profiles: ReadonlyMap<string, string> = new Map([
  ['85353-1', 'vitalspanel'],
  ['9279-1', 'resprate'],
  ['8867-4', 'heartrate'],
  ['2708-6', 'oxygensat'],
  ['8310-5', 'bodytemp'],
  ['8302-2', 'bodyheight'],
  ['9843-4', 'headcircum'],
  ['29463-7', 'bodyweight'],
  ['39156-5', 'bmi'],
  ['85354-9', 'bp'],
])

/** R4 asks its vital signs profiles of every Observation with one of their codes, whether it names them or not. */
export function vitalSigns(kit: RuleKit, resource: JsonObject, run: Run): void {
  if (resource.resourceType !== 'Observation' || !isObject(resource.code) || !Array.isArray(resource.code.coding))
    return
  for (const coding of resource.code.coding) {
    if (!isObject(coding) || coding.system !== loinc) continue
    const profile = profiles.get(String(coding.code))
    if (profile !== undefined) applyProfile(kit, `http://hl7.org/fhir/StructureDefinition/${profile}`, resource, run)
  }
}
