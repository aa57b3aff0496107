import type { Definition } from '../definition/definition.ts'
import { isObject } from '../document/json.ts'
import { datatypeRules } from './datatype.ts'
import { constraintChecks } from './invariant.ts'
import type { RuleKit } from './kit.ts'
import { narrativeCheck } from './narrative-check.ts'
import { objectCheck } from './object.ts'
import { formatOf, jsonType } from './primitive.ts'
import { resourceCheck } from './resource.ts'
import type { Check, Run } from './run.ts'
import { checkDefined } from './hl7-url.ts'
import { checkTextContent } from './text-content.ts'
import { together } from './value-checks.ts'

/**
 * The check of a value by its type alone: a primitive's format, a data type's members and invariants, a resource.
 * `type` may be the path of an element that is defined in place.
 */
export function typeCheck(kit: RuleKit, type: string): Check {
  return kit.check(type, () => make(kit, type))
}

function make(kit: RuleKit, type: string): Check {
  if (type === 'xhtml') return together([narrativeCheck, besideCheck(kit)])
  if (type === 'Resource') return (value, _extra, run) => resourceCheck(kit, value, run)
  const definition = kit.sources.definitions.type(type)
  if (definition?.kind === 'primitive-type') return primitiveCheck(kit, type)
  const rules = definition === undefined ? [] : [...datatypeRules(kit, type), ...rootConstraints(kit, definition)]
  const members = objectCheck(kit, type)
  return together([onlyObjects(members), ...rules.map(quietForOthers)])
}

function rootConstraints(kit: RuleKit, definition: Definition): Check[] {
  const asker = { profile: definition.url, element: definition.root.id }
  return constraintChecks(kit, definition.root.constraints ?? [], asker, definition.type)
}

/** What is no object cannot be looked into; one finding says so. */
function onlyObjects(check: Check): Check {
  return (value, extra, run) => {
    if (isObject(value)) check(value, extra, run)
    else run.report('STR-002', { name: nameHere(run), found: jsonType(value), expected: 'object' })
  }
}

function quietForOthers(check: Check): Check {
  return (value, extra, run) => {
    if (isObject(value)) check(value, extra, run)
  }
}

/** A primitive is its value, and beside it an Element with id and extensions (https://hl7.org/fhir/R4/json.html#primitive). */
function primitiveCheck(kit: RuleKit, type: string): Check {
  const format = formatOf(type)
  const meaning = meaningOf(type)
  const beside = besideCheck(kit)
  return (value, extra, run) => {
    if (value !== undefined && value !== null) {
      format?.(value, run.say)
      if (meaning !== undefined && typeof value === 'string') meaning(kit, value, run)
    } else if (!isObject(extra) || !('extension' in extra)) run.report('FMT-015')
    beside(value, extra, run)
  }
}

/** What a text means beyond its form, by its type. */
function meaningOf(type: string): ((kit: RuleKit, text: string, run: Run) => void) | undefined {
  if (type === 'string') return (_kit, text, run) => checkTextContent(text, run.path, run.tell)
  if (type === 'uri' || type === 'url') return checkDefined
  return type === 'canonical' ? checkFragment : undefined
}

/** A fragment means a contained resource (https://hl7.org/fhir/R4/references.html#canonical). */
function checkFragment(_kit: RuleKit, canonical: string, run: Run): void {
  if (canonical.startsWith('#') && run.references.resolve(canonical, run.scope.resource) === undefined)
    run.report('FMT-018')
}

/** What stands beside a primitive is an Element. */
function besideCheck(kit: RuleKit): Check {
  const element = onlyObjects(objectCheck(kit, 'Element'))
  return (_value, extra, run) => {
    if (extra !== undefined && extra !== null) element(extra, undefined, run)
  }
}

/** The last name on the way to the value. */
export function nameHere(run: Run): string {
  for (let index = run.path.length - 1; index >= 0; index--) {
    const step = run.path[index]
    if (typeof step === 'string') return step
  }
  return String(run.scope.resource.resourceType ?? '')
}
