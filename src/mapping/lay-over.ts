import type { XmlModel } from '../document/xml-model.ts'
import type { Issue } from '../issue/issue.ts'
import { checkAssumed } from './check/assumed.ts'
import { checkMappings } from './check/load.ts'
import type { ElementModel } from './element.ts'
import { mappingsOf, readLayer } from './load.ts'
import { overlay } from './overlay.ts'
import { Places } from './places.ts'
import { refuse, type SourceFile } from './source.ts'
import type { Mappings } from './table.ts'

/**
 * A folder of mapping files as mappings of their own.
 *
 * @throws KritinfoError with every problem found.
 */
export function loadMappings(files: readonly SourceFile[], model: XmlModel, places = new Places()): Mappings {
  const issues: Issue[] = []
  const mappings = mappingsOf(readLayer(files, elementModel(model), issues, places))
  refuse(issues)
  refuse(checkMappings(mappings, places))
  return mappings
}

/**
 * A user's files over mappings that are there.
 *
 * @throws KritinfoError with every problem found.
 */
export function layOver(
  base: Mappings,
  files: readonly SourceFile[],
  model: XmlModel,
  places = new Places(),
): Mappings {
  const issues: Issue[] = []
  const layer = readLayer(files, elementModel(model), issues, places)
  refuse(issues)
  const mappings = overlay(base, layer, issues, places)
  refuse(issues)
  refuse([...checkMappings(mappings, places), ...checkAssumed(mappings, layer.assumed)])
  return mappings
}

/** The R4 definitions as far as ids of elements are concerned. */
export function elementModel(model: XmlModel): ElementModel {
  return {
    names: (type) => model.children(type).map((child) => child.choice ?? child.name),
    child(type, name) {
      if (name.endsWith('[x]')) {
        const one = model.children(type).find((child) => child.choice === name)
        return one === undefined ? undefined : { type: 'Element', many: one.many, primitive: false }
      }
      const child = model.child(type, name)
      return child === undefined
        ? undefined
        : { type: child.type, many: child.many, primitive: model.primitive(child.type) !== undefined }
    },
  }
}
