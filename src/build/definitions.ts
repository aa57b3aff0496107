import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileDefinition } from '../definition/compile.ts'
import { fullNode } from '../definition/element-node.ts'
import { elementTree } from '../definition/element-tree.ts'
import type { ElementNode } from '../definition/definition.ts'
import { packDefinitions } from '../definition/packed.ts'
import type { StructureDefinition } from '../definition/structure-definition.ts'

/**
 * Reads packages (folders with one resource a file) and gives every type, profile and extension of them as the text of
 * `definitionsOf`. Logical models are left out: no instance of R4 is one.
 */
export function compileDefinitions(folders: readonly string[]): string {
  const sources = folders.flatMap(readStructures).filter((one) => one.kind !== 'logical' && one.snapshot !== undefined)
  const roots = new Map<string, { readonly root: ElementNode }>()
  for (const source of sources) {
    const tree = source.derivation === 'constraint' ? undefined : elementTree(source.snapshot?.element ?? [])
    if (tree !== undefined) roots.set(source.type, { root: fullNode(tree) })
  }
  return packDefinitions(sources.map((source) => compileDefinition(source, (name) => roots.get(name))))
}

function readStructures(folder: string): StructureDefinition[] {
  const files = readdirSync(folder).filter((file) => /^StructureDefinition-.*\.json$/.test(file))
  return files.sort().map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as StructureDefinition)
}
