import type { XmlModel } from '../document/xml-model.ts'
import type { Issue } from '../issue/issue.ts'
import { checkMappings } from './check.ts'
import type { ElementModel } from './element.ts'
import { mappingsOf, readLayer } from './load.ts'
import { overlay } from './overlay.ts'
import { refuse, type SourceFile } from './source.ts'
import type { Mappings } from './table.ts'

/**
 * A folder of mapping files as mappings of their own.
 *
 * @throws KritinfoError with every problem found.
 */
export function loadMappings(files: readonly SourceFile[], model: XmlModel): Mappings {
  const issues: Issue[] = []
  const mappings = mappingsOf(readLayer(files, elementModel(model), issues))
  refuse(issues)
  refuse(checkMappings(mappings))
  return mappings
}

/** A user's folder over mappings that are there. */
export function layOver(base: Mappings, files: readonly SourceFile[], model: XmlModel): Mappings {
  const issues: Issue[] = []
  const layer = readLayer(files, elementModel(model), issues)
  refuse(issues)
  const mappings = overlay(base, layer, issues)
  refuse(issues)
  refuse(checkMappings(mappings))
  return mappings
}

/** The R4 definitions as far as ids of elements are concerned. */
export function elementModel(model: XmlModel): ElementModel {
  return {
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
