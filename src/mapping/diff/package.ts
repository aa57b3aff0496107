import { type ElementChange, compareElements } from '../../definition/compare.ts'
import { decompiler } from '../../definition/decompile.ts'
import type { ConformancePackage } from '../../definition/package.ts'
import { standardDefinitions } from '../../definition/standard.ts'
import type { ElementDefinition } from '../../definition/structure-definition.ts'
import { withPackages } from '../../definition/with-packages.ts'
import type { Issue } from '../../issue/issue.ts'
import type { Mappings } from '../table.ts'
import { rowsTouching } from './touching.ts'

/** What differs in a profile: the element, in words, and the rows of our tables that are about it. */
export interface ProfileChange extends ElementChange {
  readonly rows: readonly string[]
}

/** What differs in one profile, what breaks most first. */
export interface ProfileDiff {
  readonly url: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly changes: readonly ProfileChange[]
}

/** What differs between two versions of a package; a profile without differences is left out. */
export interface PackageDiff {
  readonly kind: 'package'
  readonly versions: readonly [before: string, after: string]
  readonly profiles: readonly ProfileDiff[]
}

/**
 * Two versions of a FHIR package: what their profiles ask for, by snapshot, so that a change of a base counts too. Value
 * sets are compared by their canonicals. `leaveOut` is told of a definition that cannot be made; it is taken as not there.
 */
export function diffPackages(
  before: ConformancePackage,
  after: ConformancePackage,
  mappings: Mappings,
  leaveOut: (problem: Issue) => void,
): PackageDiff {
  const [old, fresh] = [profilesOf(before, leaveOut), profilesOf(after, leaveOut)]
  const urls = [...new Set([...old.keys(), ...fresh.keys()])].sort()
  return {
    kind: 'package',
    versions: [nameOf(before), nameOf(after)],
    profiles: urls.flatMap((url): ProfileDiff[] => {
      const [one, other] = [old.get(url), fresh.get(url)]
      if (one === undefined || other === undefined)
        return [{ url, change: one === undefined ? 'added' : 'removed', changes: [] }]
      const changes = compareElements(one, other)
      const touched = changes.map((change) => ({ ...change, rows: rowsTouching(mappings, url, change.element) }))
      return touched.length === 0 ? [] : [{ url, change: 'changed', changes: touched }]
    }),
  }
}

function nameOf({ name, version }: ConformancePackage): string {
  return [name, version].filter((one) => one !== undefined).join(' ')
}

/** The elements of each profile, with what its base says. */
function profilesOf(
  one: ConformancePackage,
  leaveOut: (problem: Issue) => void,
): ReadonlyMap<string, readonly ElementDefinition[]> {
  const source = decompiler(withPackages(standardDefinitions(), [one], leaveOut))
  const own = one.structures.filter(({ resource }) => resource.kind !== 'logical')
  return new Map(
    own.flatMap(({ url, version }) => {
      const found = source(version === undefined ? url : `${url}|${version}`)
      return found?.snapshot === undefined ? [] : [[url, found.snapshot.element] as const]
    }),
  )
}
