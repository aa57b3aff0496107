import type { Definitions } from '../definition/definition.ts'
import type { RuleKit } from './kit.ts'
import type { Run } from './run.ts'

/**
 * The URLs under which HL7 publishes what it defines for FHIR (https://hl7.org/fhir/R4/terminologies-systems.html). Below
 * `sid` are names of others' systems.
 */
const own = /^http:\/\/(?:terminology\.hl7\.org\/|hl7\.org\/fhir(?!\/sid\/)(?:\/|$))/
/** Below a realm (`uv`, `us`) each guide has its own. */
const guide = /^http:\/\/hl7\.org\/fhir\/[a-z]{2}\/[^/]+\//

/** Where a URL is given to something, and does not mean what is there already. */
function isGiven({ path, scope }: Run): boolean {
  const isOwnUrl = path.at(-1) === 'url' && path.length === scope.at.length + 1
  return isOwnUrl || path.at(-1) === 'fullUrl'
}

/** HL7 lists what it defines, so a URL of its own that is not on the lists at hand is a mistake. */
export function checkDefined({ sources }: RuleKit, url: string, run: Run): void {
  if (!own.test(url) || isGiven(run)) return
  const { definitions, terminology } = sources
  const [canonical = url] = url.split('|')
  if (definitions.find(canonical) !== undefined || terminology.knows(canonical)) return
  if (!terminology.knowsSystem(canonical) && isListed(definitions, canonical)) run.report('FMT-016')
}

/** Of a guide that is not at hand nothing can be said. */
function isListed(definitions: Definitions, url: string): boolean {
  const [prefix] = guide.exec(url) ?? []
  return prefix === undefined || guidesOf(definitions).has(prefix)
}

const known = new WeakMap<Definitions, ReadonlySet<string>>()

function guidesOf(definitions: Definitions): ReadonlySet<string> {
  const guides = known.get(definitions) ?? new Set(definitions.canonicals.map((one) => guide.exec(one)?.[0] ?? ''))
  known.set(definitions, guides)
  return guides
}
