import { issue, type Issue, KritinfoError } from '../issue/issue.ts'
import { compileDefinition } from './compile.ts'
import { decompiler } from './decompile.ts'
import type { Definition, Definitions, ElementNode } from './definition.ts'
import { fullNode } from './element-node.ts'
import { elementTree } from './element-tree.ts'
import { type Conformance, type ConformanceIndex, type ConformancePackage, conformanceIndex } from './package.ts'
import { shelfOf } from './shelf.ts'
import { generateSnapshot, type SnapshotSource, UnplacedElement } from './snapshot.ts'
import { definitionsFrom } from './store.ts'
import type { StructureDefinition } from './structure-definition.ts'

type Structure = Conformance<StructureDefinition>

/**
 * Definitions with those of packages laid over them: what a package defines wins over what was there by the same
 * canonical. Snapshots that a package lacks are made here. Logical models are left out: no instance of R4 is one.
 *
 * All of it is compiled at once, so that a package is refused when it is loaded and not in the middle of a document.
 * Throws a `KritinfoError` with every problem: PKG-006 to PKG-008. With `leaveOut`, a definition that cannot be made is told
 * and left out instead, as if it were not at hand.
 */
export function withPackages(
  base: Definitions,
  packages: readonly ConformancePackage[],
  leaveOut?: (problem: Issue) => void,
): Definitions {
  return over(base, compileStructures(base, packages, leaveOut))
}

/** The definitions of the packages alone, compiled on top of `base`, in the order of packages and files. */
export function compileStructures(
  base: Definitions,
  packages: readonly ConformancePackage[],
  leaveOut?: (problem: Issue) => void,
): Definition[] {
  const structures = packages.flatMap((one) => one.structures).filter((one) => one.resource.kind !== 'logical')
  const source = snapshotSource(base, conformanceIndex(structures))
  const roots = rootsOf(structures)
  const types = (name: string) => roots.get(name) ?? base.type(name)
  const problems = new Map<string, Issue>()
  const compiled = structures.flatMap((one) => {
    try {
      return [compileDefinition(withSnapshot(one, source, []), types)]
    } catch (problem) {
      if (!(problem instanceof KritinfoError)) throw problem
      for (const found of problem.issues) problems.set(`${found.code} ${found.path}`, found)
      return []
    }
  })
  if (problems.size > 0 && leaveOut === undefined) throw new KritinfoError([...problems.values()])
  if (leaveOut !== undefined) for (const problem of problems.values()) leaveOut(problem)
  return compiled
}

/** Types of the packages as their snapshots have them. */
function rootsOf(structures: readonly Structure[]): ReadonlyMap<string, { readonly root: ElementNode }> {
  const roots = new Map<string, { readonly root: ElementNode }>()
  for (const { resource } of structures) {
    const tree = resource.derivation === 'constraint' ? undefined : elementTree(resource.snapshot?.element ?? [])
    if (tree !== undefined) roots.set(resource.type, { root: fullNode(tree) })
  }
  return roots
}

/** Definitions with snapshots by canonical; `chain` holds the canonicals that are being made. */
type ChainedSource = (canonical: string, chain: readonly string[]) => StructureDefinition | undefined

function snapshotSource(base: Definitions, index: ConformanceIndex<StructureDefinition>): ChainedSource {
  const made = new Map<string, StructureDefinition>()
  const before = decompiler(base)
  const source: ChainedSource = (canonical, chain) => {
    const known = made.get(canonical)
    if (known !== undefined) return known
    const own = index.find(canonical)
    const found = own === undefined ? before(canonical) : withSnapshot(own, source, chain)
    if (found !== undefined) made.set(canonical, found)
    return found
  }
  return source
}

function withSnapshot(one: Structure, source: ChainedSource, chain: readonly string[]): StructureDefinition {
  const { file, resource } = one
  const { url, snapshot, differential, baseDefinition = '' } = resource
  if (snapshot !== undefined) return resource
  if (chain.includes(url)) throw refused('PKG-007', file, { url, base: baseDefinition })
  const inner = [...chain, url]
  const base = source(baseDefinition, inner)
  if (base === undefined) throw refused('PKG-006', file, { url, base: baseDefinition })
  // Types and profiles of elements are looked at from within too: a profile may lead back to itself by way of them.
  const types: SnapshotSource = (canonical) => (inner.includes(canonical) ? undefined : source(canonical, inner))
  try {
    return {
      ...resource,
      snapshot: { element: generateSnapshot(differential?.element ?? [], { base, source: types }) },
    }
  } catch (problem) {
    if (!(problem instanceof UnplacedElement)) throw problem
    throw refused('PKG-008', file, { url, element: problem.element })
  }
}

function refused(code: 'PKG-006' | 'PKG-007' | 'PKG-008', path: string, params: Issue['params']): KritinfoError {
  return new KritinfoError(issue(code, { path }, params))
}

function over(base: Definitions, added: readonly Definition[]): Definitions {
  const own = definitionsFrom(shelfOf(added))
  return {
    find: (canonical) => own.find(canonical) ?? base.find(canonical),
    type: (name) => own.type(name) ?? base.type(name),
    canonicals: [...new Set([...base.canonicals, ...own.canonicals])].sort(),
  }
}
