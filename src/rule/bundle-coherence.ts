import { getKey, isObject, type JsonObject, type Path, textOf } from '../document/json.ts'
import type { XmlModel } from '../document/xml-model.ts'
import type { Entry } from './bundle-entries.ts'
import { type Mention, mentionsOf } from './mentions.ts'
import type { References } from './references.ts'
import type { Report } from './report.ts'

interface Setting {
  readonly references: References
  readonly model: XmlModel
  readonly report: Report
  readonly isMessage: boolean
}

/**
 * Every entry of a document is reached from its Composition, forwards, or backwards for what says something about the
 * rest, as Provenance does (https://hl7.org/fhir/R4/documents.html#content); of a message from its MessageHeader.
 */
export function checkCoherence(bundle: JsonObject, path: Path, entries: readonly Entry[], setting: Setting): void {
  const targets = new Map(entries.map((entry) => [entry.resource, targetsOf(entry, setting)] as const))
  const reached = new Set<JsonObject>()
  const visit = (from: readonly JsonObject[]): void => {
    const open = [...from]
    for (let resource = open.pop(); resource !== undefined; resource = open.pop()) {
      if (reached.has(resource)) continue
      reached.add(resource)
      open.push(...(targets.get(resource) ?? []))
    }
  }
  visit(entries.slice(0, 1).map(({ resource }) => resource))
  const sheets = styleSheets(bundle)
  for (const { resource } of entries) if (sheets.has(nameOf(resource))) reached.add(resource)
  visitBackwards(entries, targets, reached, visit, setting)
  for (const entry of entries) {
    if (!reached.has(entry.resource)) {
      setting.report([...path, 'entry', entry.index], setting.isMessage ? 'BDL-035' : 'BDL-034', {})
    }
  }
}

/** Takes in what refers to something that is reached, until nothing more does. Each entry waits for its targets. */
function visitBackwards(
  entries: readonly Entry[],
  targets: ReadonlyMap<JsonObject, readonly JsonObject[]>,
  reached: ReadonlySet<JsonObject>,
  visit: (from: readonly JsonObject[]) => void,
  { report, isMessage }: Setting,
): void {
  for (let before = -1; before < reached.size; ) {
    before = reached.size
    for (const { resource, path } of entries) {
      if (reached.has(resource) || targets.get(resource)?.some((target) => reached.has(target)) !== true) continue
      visit([resource])
      if (getKey(resource, 'resourceType') !== 'Provenance')
        report(path.slice(0, -1), isMessage ? 'BDL-037' : 'BDL-033', {})
    }
  }
}

/** The entries that an entry leads to. What a relative reference names but does not mean is said here. */
function targetsOf(entry: Entry, setting: Setting): readonly JsonObject[] {
  return mentionsOf(entry.resource, entry.path, setting.model).flatMap((mention) => {
    const found = setting.references.matches(mention.text, entry.resource)
    const [only] = found
    if (found.length === 1 && only !== undefined) {
      checkFragment(mention, only.resource, setting)
      return [only.resource]
    }
    if (mention.isReference) checkMention(mention, found.length, entry, setting)
    return []
  })
}

/** The Composition's and MessageHeader's own references have been spoken of. */
function checkMention(mention: Mention, count: number, entry: Entry, { references, report }: Setting): void {
  if (entry.index === 0) return
  if (count > 1) report(mention.path, 'BDL-032', { count })
  else if (references.namesakes(mention.text, entry.resource).length > 0) report(mention.path, 'BDL-031', {})
}

/** A link into a narrative (http://hl7.org/fhir/StructureDefinition/narrativeLink) names an id that is there. */
function checkFragment({ text, path, isNarrativeLink }: Mention, target: JsonObject, { report }: Setting): void {
  const fragment = text.includes('#') ? text.slice(text.indexOf('#') + 1) : ''
  if (!isNarrativeLink || fragment === '') return
  const written = JSON.stringify(fragment).slice(1, -1)
  const whole = JSON.stringify(target)
  const found = [`"id":"${written}"`, `id=\\"${written}\\"`, `id='${written}'`].some((form) => whole.includes(form))
  if (!found) report(path, 'BDL-036', {})
}

function styleSheets(bundle: JsonObject): ReadonlySet<unknown> {
  const links = getKey(bundle, 'link')
  return new Set(
    (Array.isArray(links) ? links : []).flatMap((link) =>
      isObject(link) && getKey(link, 'relation') === 'stylesheet' ? [getKey(link, 'url')] : [],
    ),
  )
}

function nameOf(resource: JsonObject): string {
  return `${textOf(getKey(resource, 'resourceType'))}/${textOf(getKey(resource, 'id'))}`
}
