import { standardDefinitions } from './definition/standard.ts'
import type { Definitions } from './definition/definition.ts'
import { fhirModel } from './definition/model.ts'
import type { Json } from './document/json.ts'
import { kiElements } from './form/ki/elements.ts'
import { type Issue, KritinfoError } from './issue/issue.ts'
import { inspect } from './mapping/check/inspect.ts'
import type { CheckKit } from './mapping/check/kit.ts'
import { Views } from './mapping/check/view.ts'
import { elementModel, layOver, loadMappings } from './mapping/lay-over.ts'
import { type Layer, readLayer } from './mapping/load.ts'
import { Places } from './mapping/places.ts'
import type { SourceFile } from './mapping/source.ts'
import { listCodes } from './terminology/list-codes.ts'
import { standardTerminology } from './terminology/standard.ts'
import type { StoredTerminology } from './terminology/terminology-of.ts'

/** What tables are held against: `schema` is the JSON Schema of the `ki` form. */
export function mappingCheckKit(
  schema: Json,
  definitions: Definitions = standardDefinitions(),
  terminology: StoredTerminology = standardTerminology(),
): CheckKit {
  return {
    definitions,
    terminology,
    views: new Views(definitions),
    ki: kiElements(schema),
    codesOf: (valueSet) => listCodes(terminology.store, valueSet),
  }
}

/** Findings in files that are a complete set of tables. What keeps them from being used is all that is told, if there is any. */
export function checkMappingFiles(files: readonly SourceFile[], kit: CheckKit): readonly Issue[] {
  return orProblems(() => {
    const places = new Places()
    return inspect(loadMappings(files, fhirModel(), places), kit, places)
  })
}

/**
 * Findings that an overlay brings: those in its files, and those that its tables cause in ours. `base` are the files of a
 * complete set of tables.
 */
export function checkOverlayFiles(
  base: readonly SourceFile[],
  overlay: readonly SourceFile[],
  kit: CheckKit,
): readonly Issue[] {
  return orProblems(() => {
    const places = new Places()
    const mappings = loadMappings(base, fhirModel(), places)
    const known = new Set(inspect(mappings, kit, places).map(keyOf))
    const over = layOver(mappings, overlay, fhirModel(), places)
    const found = inspect(over, kit, places).filter((one) => !known.has(keyOf(one)))
    const layer = readLayer(overlay, elementModel(fhirModel()), [], places)
    // Whoever knows better need not lean on our assumptions any more; those that the overlay makes have to be leaned on.
    const own = new Set(overlay.map((file) => file.name))
    return found
      .filter((one) => one.code !== 'CHK-011' || own.has(one.path))
      .map((one) => atItsCause(one, overlay, layer, places))
  })
}

/** Tables that cannot be used are described by what keeps them from it. */
function orProblems(check: () => readonly Issue[]): readonly Issue[] {
  try {
    return check()
  } catch (problem) {
    if (problem instanceof KritinfoError) return problem.issues
    throw problem
  }
}

function keyOf(found: Issue): string {
  return JSON.stringify([found.code, found.path, found.line, found.column, found.params])
}

/** What an overlay causes in a table of ours stands where the overlay speaks of that table, or else at its beginning. */
function atItsCause(found: Issue, overlay: readonly SourceFile[], layer: Layer, places: Places): Issue {
  if (overlay.some((file) => file.name === found.path)) return found
  const table = layer.tables.get(String(found.params.table ?? ''))?.table
  const place = table === undefined ? { path: overlay[0]?.name ?? '', line: 1, column: 1 } : places.of(table)
  return { ...found, ...place }
}
