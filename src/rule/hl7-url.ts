import type { RuleKit, RuleSources } from './kit.ts'
import type { Run } from './run.ts'

/**
 * The URLs under which HL7 publishes what it defines for FHIR; `sid` holds names of others' systems
 * (https://hl7.org/fhir/R4/terminologies-systems.html).
 */
const own = /^http:\/\/(?:terminology\.hl7\.org\/|hl7\.org\/fhir(?!\/sid\/)(?:\/|$))/

/** Where a URL is given to something, and does not mean what is there already. */
function isGiven({ path, scope }: Run): boolean {
  const isOwnUrl = path.at(-1) === 'url' && path.length === scope.at.length + 1
  return isOwnUrl || path.at(-1) === 'fullUrl'
}

/** HL7 lists what it defines, so a URL of its own that is not on the lists at hand is a mistake. */
export function checkDefined({ sources }: RuleKit, url: string, run: Run): void {
  if (!own.test(url) || isGiven(run)) return
  if (!isDefined(url, sources)) run.report('FMT-016')
}

/** What has been found to be defined: records name the same few again and again. What is not found is not remembered. */
const defined = new WeakMap<RuleSources, Set<string>>()

function isDefined(url: string, sources: RuleSources): boolean {
  const bar = url.indexOf('|')
  const canonical = bar === -1 ? url : url.slice(0, bar)
  const known = defined.get(sources) ?? new Set()
  if (known.has(canonical)) return true
  const { definitions, terminology } = sources
  const isFound =
    definitions.find(canonical) !== undefined || terminology.knows(canonical) || terminology.knowsSystem(canonical)
  if (isFound) defined.set(sources, known.add(canonical))
  return isFound
}
