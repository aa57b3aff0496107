import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ConformancePackage, openPackage } from '../definition/package.ts'
import { packDefinitions } from '../definition/packed.ts'
import { shelfOf } from '../definition/shelf.ts'
import { definitionsFrom } from '../definition/store.ts'
import { compileStructures } from '../definition/with-packages.ts'
import type { Json } from '../document/json.ts'
import { describe, KritinfoError } from '../issue/issue.ts'

/**
 * Reads packages (folders with one resource a file) and gives what they define as the text of `definitionsOf`. A package
 * may hold value sets alone. Throws an error with a line for each problem: PKG-001 to PKG-008.
 */
export function compileDefinitions(folders: readonly string[]): string {
  const filled = folders.filter((folder) => structureFiles(folder).length > 0)
  try {
    return packDefinitions(compileStructures(definitionsFrom(shelfOf([])), filled.map(readStructures)))
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    throw new Error(problem.issues.map((one) => `${one.path} ${one.code} ${describe(one)}`).join('\n'))
  }
}

function structureFiles(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^StructureDefinition-.*\.json$/.test(name))
}

function readStructures(folder: string): ConformancePackage {
  const read = (name: string): Json => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  return openPackage(new Map(structureFiles(folder).map((name) => [name, read(name)])))
}
