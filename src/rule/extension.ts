import type { Definition } from '../definition/definition.ts'
import { isObject, type Json, type JsonObject } from '../document/json.ts'
import { shownAddress } from '../document/name.ts'
import { contextOf, isAllowedIn } from './extension-context.ts'
import type { RuleKit } from './kit.ts'
import { applyProfile } from './profile.ts'
import { isAbsolute } from './reference-form.ts'
import type { Check, Run } from './run.ts'

/**
 * An extension by its definition: where it may stand, whether it modifies, what it holds
 * (https://hl7.org/fhir/R4/extensibility.html, https://hl7.org/fhir/R4/defining-extensions.html).
 */
export function extensionCheck(kit: RuleKit): Check {
  return (value, _extra, run) => {
    if (!isObject(value) || typeof value.url !== 'string' || value.url === '') return
    const { url } = value
    const isNested = run.path.at(-4) === 'extension' || run.path.at(-4) === 'modifierExtension'
    if (!isAbsolute(url)) {
      if (!isNested) run.report('EXT-006')
      return
    }
    const definition = kit.find(url)
    if (definition?.type !== 'Extension') return tellUnknown(url, run)
    checkModifier(definition, url, run)
    checkContext(kit, definition, url, run)
    checkParts(definition, url, value, run)
    applyProfile(kit, url, value, run)
  }
}

/** Reserved for examples (https://www.rfc-editor.org/rfc/rfc2606): nobody defines or exchanges what stands there. */
const example = /^https?:\/\/([\w.-]+\.)?(example\.(com|org|net)|[\w-]+\.example)(\/|$)/

/** An unknown modifier must not be passed over; HL7 lists all of its own, so one that is not among them is a mistake. */
function tellUnknown(url: string, run: Run): void {
  if (isModifier(run) && !example.test(url)) run.report('EXT-002', { url: shownAddress(url) })
  else if (/^http:\/\/hl7\.org\/fhir\/StructureDefinition\//.test(url))
    run.report('EXT-008', { url: shownAddress(url) })
  else run.cannotTell('EXT-001', { url: shownAddress(url) })
}

function isModifier(run: Run): boolean {
  return run.path.at(-2) === 'modifierExtension'
}

function checkModifier({ root }: Definition, url: string, run: Run): void {
  const modifies = root.modifier === true
  if (modifies && !isModifier(run)) run.report('EXT-004', { url })
  else if (!modifies && isModifier(run)) run.report('EXT-005', { url })
}

function checkContext(kit: RuleKit, { contexts = [] }: Definition, url: string, run: Run): void {
  if (contexts.length === 0) return
  const place = contextOf(kit, run)
  if (contexts.some((context) => isAllowedIn(kit, context, place, run))) return
  const allowed = contexts.map(({ expression }) => expression).join(', ')
  run.report('EXT-003', { url, place: place.elements[0] ?? place.types[0] ?? 'this element', contexts: allowed })
}

/** The parts of a complex extension are told by relative URLs; its definition lists them. */
function checkParts({ root }: Definition, url: string, value: JsonObject, run: Run): void {
  const list = root.children?.find(({ name }) => name === 'extension')
  const parts = (list?.slices ?? []).map(({ slice }) => slice ?? '')
  const given: readonly Json[] = Array.isArray(value.extension) ? value.extension : []
  for (const [index, part] of given.entries()) {
    if (!isObject(part) || typeof part.url !== 'string' || isAbsolute(part.url)) continue
    const urls = list?.slices?.map(partUrl) ?? []
    if (!urls.includes(part.url))
      run.report('EXT-007', { url, parts: parts.join(', ') || 'none' }, undefined, ['extension', index])
  }
}

function partUrl(slice: {
  readonly slice?: string
  readonly children?: readonly { readonly name: string; readonly fixed?: Json }[]
}): string {
  const fixed = slice.children?.find(({ name }) => name === 'url')?.fixed
  return typeof fixed === 'string' ? fixed : (slice.slice ?? '')
}
