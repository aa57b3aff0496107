import type { Definition } from './definition.ts'
import { compact, fullNode } from './element-node.ts'
import { elementTree } from './element-tree.ts'
import { pruneProfile, pruneType, type RootLookup } from './prune.ts'
import { extensionValues, type StructureDefinition } from './structure-definition.ts'

const imposeProfile = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-imposeProfile'

/**
 * A StructureDefinition with a snapshot as a `Definition`: a type states everything (but for constraints that the types
 * of its elements state), a profile what it adds to its type. `types` has to know the types that the elements have;
 * of the roots that it gives, those of types may say more than compiled ones do.
 * Throws a plain error if there is no snapshot: whoever calls has made one, or refused the package.
 */
export function compileDefinition(source: StructureDefinition, types: RootLookup): Definition {
  const tree = elementTree(source.snapshot?.element ?? [])
  if (tree === undefined) throw new Error(`${source.url} has no snapshot`)
  const derivation = source.derivation ?? 'specialization'
  const full = fullNode(tree)
  const root =
    derivation === 'constraint' ? pruneProfile(full, types(source.type)?.root, types) : pruneType(full, types)
  return { ...headerOf(source), derivation, root }
}

function headerOf(source: StructureDefinition): Omit<Definition, 'derivation' | 'root'> {
  return compact({
    url: source.url,
    version: source.version,
    type: source.type,
    kind: source.kind,
    abstract: source.abstract || undefined,
    base: source.baseDefinition,
    imposes: extensionValues(source, imposeProfile).map(String),
    contexts: source.context?.map(({ type, expression }) => ({ type, expression })),
    contextInvariants: source.contextInvariant,
  }) as Omit<Definition, 'derivation' | 'root'>
}
