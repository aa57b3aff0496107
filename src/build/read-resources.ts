import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonObject } from '../document/json.ts'

/** The resources of a type in a package folder, by the file names that FHIR packages use, in the order of these. */
export function readResources<Resource = JsonObject>(packageFolder: string, type: string): Resource[] {
  return readdirSync(packageFolder)
    .filter((file) => file.startsWith(`${type}-`) && file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(packageFolder, file), 'utf8')) as Resource)
}
