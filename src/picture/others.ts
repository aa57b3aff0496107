import type { JsonObject } from '../document/json.ts'
import { detailOf } from '../form/eps/alerts.ts'
import type { Count } from './picture.ts'
import type { Shown } from './records.ts'
import { countsOf, type Resource, typeOf } from './source.ts'

/** Told in the head of the picture, or in its list of sections. */
const told: ReadonlySet<string> = new Set(['Patient', 'Composition'])

/**
 * What a document holds and the picture does not show, by type: entries that are neither records nor statements, alerts that only
 * repeat a record, whoever and whatever the records refer to. Nothing is left out unsaid.
 */
export function othersOf(sources: readonly Resource[], shown: readonly Shown[]): Count[] {
  const left = [...sources]
  const seen = new Set<JsonObject>(shown.map(({ resource }) => resource))
  for (const { address, resource } of shown) if (address !== undefined) take(left, address, resource)
  const rest = left.filter((one) => !told.has(typeOf(one)) && !seen.has(one.resource))
  return countsOf([...rest, ...second(left)].map(typeOf))
}

/**
 * One entry for one record. A record that is drawn from an alert alone has the address that the alert leads to; a second one under
 * the address of another has been given a new one, and is known by its type and id.
 */
function take(left: Resource[], address: string, { resourceType, id }: JsonObject): void {
  const ways: readonly ((one: Resource) => boolean)[] = [
    (one) => one.address === address,
    ({ resource }) => detailOf(resource) === address,
    ({ resource }) => id !== undefined && resource.resourceType === resourceType && resource.id === id,
  ]
  const index = ways.map((isIt) => left.findIndex(isIt)).find((found) => found >= 0)
  if (index !== undefined) left.splice(index, 1)
}

/** A second Composition is no part of the picture. */
function second(left: readonly Resource[]): Resource[] {
  return left.filter((one) => typeOf(one) === 'Composition').slice(1)
}
