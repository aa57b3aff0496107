import { isObject, type Json } from '../document/json.ts'
import { attachmentCheck } from './attachment.ts'
import { extensionCheck } from './extension.ts'
import type { RuleKit } from './kit.ts'
import { checkCode } from './norwegian/code.ts'
import { checkIdentifier } from './norwegian/identifier.ts'
import { conditionalType, isAbsolute, literalOf } from './reference-form.ts'
import type { Check, Run } from './run.ts'

/**
 * What the text of the standard asks of single data types, and neither structure nor invariant says
 * (https://hl7.org/fhir/R4/datatypes.html).
 */
export function datatypeRules(kit: RuleKit, type: string): Check[] {
  if (type === 'Coding' || kit.isKindOf(type, 'Quantity')) return [codingCheck(kit)]
  if (type === 'Identifier') return [identifierCheck]
  if (type === 'Attachment') return [attachmentCheck]
  if (type === 'Extension') return [extensionCheck(kit)]
  if (type === 'Reference') return [referenceFormCheck(kit)]
  return []
}

/** A code is one of its system's; the system is a code system; the display is a name that it gives the code. */
function codingCheck(kit: RuleKit): Check {
  const { terminology } = kit.sources
  return (value, _extra, run) => {
    if (!isObject(value) || typeof value.system !== 'string' || value.system === '') return
    const { system, code, display } = value
    if (typeof code === 'string') checkCode(system, code, run.path, run.tell)
    if (!isAbsolute(system)) return below(run, 'system', () => run.report('FMT-012'))
    if (terminology.knows(system)) return below(run, 'system', () => run.report('BND-007', { system }))
    if (typeof code !== 'string') return
    if (terminology.code(system, code) === 'out') return below(run, 'code', () => tellUnknown(system, run))
    if (typeof display !== 'string') return
    const names = terminology.displays(system, code)
    if (names !== undefined && names.length > 0 && !names.some((name) => isSame(name, display)))
      below(run, 'display', () => run.report('BND-008', { system }))
  }
}

/** UCUM is a grammar, and records are full of units that are none; no peer calls that an error. */
function tellUnknown(system: string, run: Run): void {
  run.report(system === 'http://unitsofmeasure.org' ? 'BND-009' : 'BND-006', { system })
}

/** Case and white space make no other name. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()
  return one === other || plain(one) === plain(other)
}

const identifierCheck: Check = (value, _extra, run) => {
  if (!isObject(value) || typeof value.system !== 'string' || value.system === '') return
  if (typeof value.value === 'string') checkIdentifier(value.system, value.value, run.path, run.tell)
  if (!isAbsolute(value.system)) below(run, 'system', () => run.report('FMT-012'))
  else if (value.system === 'urn:ietf:rfc:3986' && isText(value.value) && !isAbsolute(value.value))
    below(run, 'value', () => run.report('FMT-013'))
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== ''
}

/** A relative reference is `Type/id`, or a search (https://hl7.org/fhir/R4/references.html#literal). */
function referenceFormCheck(kit: RuleKit): Check {
  const isResource = (type: string | undefined) =>
    type !== undefined && kit.sources.definitions.type(type)?.kind === 'resource'
  return (value, _extra, run) => {
    if (!isObject(value) || !isText(value.reference)) return
    const { reference } = value
    if (reference.startsWith('#') || isAbsolute(reference)) return
    if (!isResource(literalOf(reference)?.type ?? conditionalType(reference)))
      below(run, 'reference', () => run.report('TGT-007'))
  }
}

/** Reports at a member of the value. */
function below(run: Run, name: string, report: () => void): void {
  run.path.push(name)
  report()
  run.path.pop()
}
