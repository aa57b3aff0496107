import type { JsonObject } from '../../../document/json.ts'
import type { Direction } from '../../hop.ts'
import type { Mappings, Table } from '../../table.ts'
import { conceptMapsOf, mapName } from '../concept-map.ts'
import { select } from '../selection.ts'
import { logicalModel } from './logical-model.ts'
import { callsOf, isKi, isPart, mapText } from './map-text.ts'

/** A map as text, in the FHIR Mapping Language of R4 (https://hl7.org/fhir/R4/mapping-language.html). */
export interface MapFile {
  readonly name: string
  readonly text: string
}

/** Maps, and the resources that they name. */
export interface MapSet {
  readonly maps: readonly MapFile[]
  readonly resources: readonly JsonObject[]
}

/**
 * One map for each table and direction, with what they use: the logical models of the `ki` form, and ConceptMaps for
 * `translate`. What the language can say is said in rules, each by the name of its row; the rest is remarks. A table that
 * is about a part of a resource (`AllergyIntolerance.reaction`) stands in the maps that call it, and has none of its own.
 */
export function fmlOf(mappings: Mappings, chosen: Mappings): MapSet {
  const directions: readonly Direction[] = ['forward', 'backward']
  const whole = chosen.tables.filter((table) => !isPart(table))
  const maps = whole.flatMap((table) =>
    directions.map((direction) => ({
      name: `${mapName(table.id, direction)}.fml`,
      text: mapText(mappings, table, direction),
    })),
  )
  const used = whole.flatMap((table) => [table, ...callsOf(mappings, table)])
  const roots = [...new Set(used.map((table: Table) => table.left.root).filter(isKi))].sort()
  const codes = conceptMapsOf({ ...select(mappings, { tables: used.map((one) => one.id) }), tables: [] })
  return { maps, resources: [...roots.map((root) => logicalModel(mappings, root)), ...codes] }
}
