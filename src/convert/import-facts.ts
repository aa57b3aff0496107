import { getKey, isObject, type Json, type JsonObject, objectsIn } from '../document/json.ts'
import { referred } from '../form/actor.ts'
import { statusCode } from '../form/certainty.ts'
import { detailUrl } from '../form/eps/alerts.ts'
import { isEnteredInError, isRefuted } from '../form/eps/state.ts'
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
      withdrawn: () => isEvery(this.#details(resource), isWithdrawn),
      doubted: () => this.#details(resource).some((one) => isWithdrawn(one) || isDoubtful(one)),
      covered: () => this.#details(resource).some((one) => this.judge(one)?.criterion.decision === 'take'),
    }
    return { fact: (name) => facts[name](), resolve: (reference) => referred(reference, resource, this.hub) }
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
      .map(({ valueReference }) => referred(valueReference, flag, this.hub))
      .filter((one) => one !== undefined)
  }
}

function isEvery(details: readonly JsonObject[], test: (one: JsonObject) => boolean): boolean {
  return details.length > 0 && details.every(test)
}

/** An alert says nothing of why it is there but by the record that it points to, and that was never true. */
function isWithdrawn(resource: JsonObject): boolean {
  return isEnteredInError(resource) || isRefuted(resource)
}

const over: ReadonlySet<string | undefined> = new Set(['inactive', 'remission', 'resolved'])
const unsure: ReadonlySet<string | undefined> = new Set(['unconfirmed', 'provisional', 'differential'])

/** As a record of its own the alert would be an active one, and surer than what it points to. */
function isDoubtful(resource: JsonObject): boolean {
  return over.has(statusCode(resource, 'clinicalStatus')) || unsure.has(statusCode(resource, 'verificationStatus'))
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
