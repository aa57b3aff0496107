import type { Container, Key, Surroundings } from '../document/books.ts'
import type { Json, JsonObject, Path } from '../document/json.ts'
import { printPath } from '../document/path.ts'
import { placesOf } from '../document/places.ts'
import { type EpsDraft, hubToEps } from '../form/eps/build.ts'
import { epsToHub, type Original } from '../form/eps/import.ts'
import type { Form } from '../form/detect.ts'
import type { Hub } from '../form/hub.ts'
import { hubToKi } from '../form/ki/from-hub.ts'
import { kiToHub } from '../form/ki/to-hub.ts'
import { hubToKj, kjToHub } from '../form/kj/edge.ts'
import type { Mapper } from '../form/mapper.ts'
import { hubToR4, r4ToHub } from '../form/r4/edge.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import { type Issue, issue, KritinfoError, type Params } from '../issue/issue.ts'
import { Account } from '../mapping/account.ts'
import { type Hop, hopOf } from '../mapping/hop.ts'
import type { Toolkit } from '../toolkit.ts'
import type { Stage } from './ledger.ts'
import type { Settings } from './settings.ts'
import { Tracer } from './tracer.ts'

/** An issue before its place is known: containers have no path while they are being mapped. */
interface Finding {
  readonly code: IssueCode
  readonly at: Container
  readonly key: Key
  readonly params: Params
}

/** One hop's mapper, with the books and findings that it gathers. */
export class HopMapper implements Mapper {
  readonly books: Account
  readonly findings: Finding[] = []
  readonly #report: Hop['report'] = (code, at, key, params) => this.report(code, at, key, params)
  constructor(readonly kit: Toolkit) {
    this.books = kit.recorder?.books() ?? new Account()
  }

  map(
    table: string,
    direction: 'forward' | 'backward',
    source: JsonObject,
    target: JsonObject,
    around: Surroundings,
  ): string | undefined {
    const hop = hopOf(around, this.books, this.#report)
    this.kit.compiled.plan(table)[direction](source, target, hop)
    return hop.withheld
  }

  codes(id: string) {
    return this.kit.compiled.codes(id)
  }

  report(code: IssueCode, at: Container, key: Key, params: Params = {}): void {
    this.findings.push({ code, at, key, params })
  }
}

export interface Entrance {
  readonly hub: Hub
  readonly mapper: HopMapper
  /** An original that came attached. */
  readonly original: Original | undefined
}

/** The first hop: a form to the hub. */
export function enter(kit: Toolkit, root: JsonObject, from: Form): Entrance {
  const mapper = new HopMapper(kit)
  if (from === 'eps') {
    const { hub, original } = epsToHub(root, mapper)
    return { hub, mapper, original }
  }
  const edges = { ki: kiToHub, kj: kjToHub, r4: r4ToHub }
  return { hub: edges[from](root, mapper), mapper, original: undefined }
}

/** The stages of the hops to the hub and from it. */
export function stagesOf(root: JsonObject, hub: Hub, hops: readonly HopMapper[], from: Form, to: Form): Stage[] {
  const [first, second] = hops
  const resources = hub.entries.map(({ resource }) => resource)
  return [
    ...(first === undefined ? [] : [{ sources: [root], account: first.books, unmapped: `${from}.unmapped` }]),
    ...(second === undefined ? [] : [{ sources: resources, account: second.books, unmapped: `${to}.unmapped` }]),
  ]
}

export interface Exit {
  readonly mapper: HopMapper | undefined
  /** Closes the output; only a summary can take an original along. */
  close(original: Json | undefined): JsonObject
}

/** The second hop: the hub to a form. The hub itself needs none. */
export function leave(kit: Toolkit, hub: Hub, root: JsonObject, settings: Settings): Exit {
  if (settings.to === 'r4') return { mapper: undefined, close: () => hubToR4(hub) }
  const mapper = new HopMapper(kit)
  const fail = (code: IssueCode, params: Params = {}): never => {
    throw new KritinfoError(issue(code, {}, params))
  }
  if (settings.to === 'ki') return closed(mapper, hubToKi(hub, mapper, fail))
  if (settings.to === 'kj') return closed(mapper, hubToKj(hub, containerOf(root), mapper, fail))
  const draft: EpsDraft = hubToEps(
    hub,
    {
      ...settings,
      version: kit.version,
      mappings: kit.mappings.version,
      foreignExtensions: settings.carry === 'extensions',
    },
    mapper,
    fail,
  )
  return { mapper, close: (original) => draft.close(original) }
}

function closed(mapper: HopMapper, output: JsonObject): Exit {
  return { mapper, close: () => output }
}

function containerOf(root: JsonObject): 'resource' | 'searchset' | 'collection' {
  if (root.resourceType === 'Bundle') return root.type === 'searchset' ? 'searchset' : 'collection'
  return root.resourceType === undefined ? 'collection' : 'resource'
}

/** Findings of all hops, in their order, with their places in the input. */
export function issuesOf(root: JsonObject, hops: readonly HopMapper[]): Issue[] {
  if (hops.every((hop) => hop.findings.length === 0)) return []
  const places = placesOf(root)
  const tracers = hops.map((hop) => new Tracer(hop.books))
  return hops.flatMap(({ findings }, index) =>
    findings.map(({ code, at, key, params }) => {
      let path: Path | undefined
      const back = (level: number, from: Container, fromKey: Key): void => {
        tracers[level]?.trace(from, fromKey, (container, containerKey) => {
          path = places.get(container) ?? path
          if (level > 0) back(level - 1, container, containerKey)
        })
      }
      back(index, at, key)
      return issue(code, { path: printPath(root, path ?? []) }, params)
    }),
  )
}
