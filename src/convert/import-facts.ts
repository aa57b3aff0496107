import { getKey, isObject, type Json, type JsonObject, objectsIn } from '../document/json.ts'
import { contained } from '../form/actor.ts'
import { detailUrl } from '../form/eps/alerts.ts'
import { refutedUrl } from '../form/import.ts'
import type { Hub } from '../form/hub.ts'
import { kindIn } from '../form/kind.ts'
import type { Around, Judgement } from '../mapping/criteria.ts'
import type { Fact } from '../mapping/criterion.ts'
import type { Toolkit } from '../toolkit.ts'

const nhn = 'http://nhn.no/kj/fhir/'

/** Judges records with an eye on the document around them: which alerts there are, and what they point to. */
export class Surveyor {
  readonly #judgements = new Map<JsonObject, Judgement | undefined>()
  #flagged: ReadonlySet<JsonObject> | undefined

  constructor(
    readonly kit: Toolkit,
    readonly hub: Hub,
    readonly isForeign: boolean,
  ) {}

  judge(resource: JsonObject): Judgement | undefined {
    if (!this.#judgements.has(resource)) {
      // An alert may point to an alert, and that one back to it.
      this.#judgements.set(resource, undefined)
      this.#judgements.set(resource, this.kit.compiled.judge(resource, this.#around(resource)))
    }
    return this.#judgements.get(resource)
  }

  #around(resource: JsonObject): Around {
    const facts: Readonly<Record<Fact, () => boolean>> = {
      norwegian: () => isNorwegian(resource),
      foreign: () => this.isForeign,
      flagged: () => this.#flaggedOnes().has(resource),
      covered: () => this.#details(resource).some((one) => this.judge(one)?.criterion.decision === 'take'),
    }
    return { fact: (name) => facts[name](), resolve: (reference) => this.#resolve(reference, resource) }
  }

  #flaggedOnes(): ReadonlySet<JsonObject> {
    this.#flagged ??= new Set(
      this.hub
        .of('Flag')
        .filter(({ resource }) => resource.status === 'active')
        .flatMap(({ resource }) => this.#details(resource)),
    )
    return this.#flagged
  }

  #details(flag: JsonObject): JsonObject[] {
    if (flag.resourceType !== 'Flag') return []
    return objectsIn(getKey(flag, 'extension'))
      .filter((one) => one.url === detailUrl)
      .map(({ valueReference }) => (isObject(valueReference) ? this.#resolve(valueReference, flag) : undefined))
      .filter((one) => one !== undefined)
  }

  #resolve({ reference }: JsonObject, resource: JsonObject): JsonObject | undefined {
    if (typeof reference !== 'string') return undefined
    return reference.startsWith('#') ? contained(resource, reference.slice(1)) : this.hub.find(reference)?.resource
  }
}

function isNorwegian(resource: JsonObject): boolean {
  const profiles = isObject(resource.meta) ? resource.meta.profile : undefined
  return (
    kindIn(resource.category) !== undefined ||
    (Array.isArray(profiles) && profiles.some((one) => isOf(nhn, one))) ||
    objectsIn(getKey(resource, 'extension')).some((one) => isOf(nhn, one.url)) ||
    objectsIn(getKey(resource, 'modifierExtension')).some((one) => one.url === refutedUrl)
  )
}

function isOf(base: string, address: Json | undefined): boolean {
  return typeof address === 'string' && address.toLowerCase().startsWith(base)
}
