import { isObject, type Json, type JsonObject } from '../document/json.ts'
import { shownName } from '../document/name.ts'
import type { RuleKit } from './kit.ts'
import { jsonType } from './primitive.ts'
import type { Check, Run } from './run.ts'
import type { Member, Shape } from './shape.ts'

/**
 * Structure and cardinality of an object by its type: every name is one of the type's, arrays stand where an element may
 * repeat and nowhere else, nothing is empty, and what is required is there
 * (https://hl7.org/fhir/R4/json.html, https://hl7.org/fhir/R4/conformance-rules.html#cardinality).
 */
export function objectCheck(kit: RuleKit, type: string): Check {
  let shape: Shape | undefined
  return (value, _extra, run) => {
    shape ??= kit.shape(type)
    if (shape !== undefined && isObject(value)) checkMembers(value, shape, run)
  }
}

/** An object whose only member is its id says nothing (ele-1: an element has a value or children). */
function checkMembers(object: JsonObject, shape: Shape, run: Run): void {
  let content = 0
  let choices = 0
  // What documents are read into has no enumerable keys but its own.
  for (const key in object) {
    if (run.isDecided) return
    if (key !== 'id') content++
    const value = object[key] as Json
    const member = shape.members.get(key)
    if (isOfChoice(key, member, shape)) choices++
    run.path.push(key)
    if (member !== undefined) checkMember(member, value, companionOf(object, member), run)
    else if (key.charCodeAt(0) === underscore) checkCompanion(object, key, value, shape, run)
    else if (key !== 'resourceType' || !shape.isResource)
      run.report('STR-001', { type: shape.type, name: shownName(key) })
    run.path.pop()
  }
  if (content === 0 && !isBesideValue(object, shape)) run.report('STR-006', { name: shape.type })
  checkRequired(object, shape, run)
  if (choices > 1) checkChoices(object, shape, run)
}

/** The value of a choice may be nothing but what stands beside it. */
function isOfChoice(key: string, member: Member | undefined, { members }: Shape): boolean {
  if (member !== undefined) return member.isChoice
  return key.charCodeAt(0) === underscore && members.get(key.slice(1))?.isChoice === true
}

/** What stands beside a primitive may be its id alone: the value stands elsewhere, and FMT-015 says if it does not. */
function isBesideValue(object: JsonObject, { type }: Shape): boolean {
  return type === 'Element' && Object.hasOwn(object, 'id')
}

const underscore = 0x5f

function companionOf(object: JsonObject, member: Member): Json | undefined {
  return member.primitive ? object[member.companion] : undefined
}

/** `_name` beside `name` is looked at with it; alone it is a primitive without a value. */
function checkCompanion(object: JsonObject, key: string, extra: Json, shape: Shape, run: Run): void {
  const name = key.slice(1)
  const member = shape.members.get(name)
  if (member === undefined) run.report('STR-001', { type: shape.type, name: shownName(key) })
  else if (!member.primitive) run.report('STR-008', { name: shownName(key) })
  else if (!Object.hasOwn(object, name)) checkMember(member, undefined, extra, run)
}

function checkMember(member: Member, value: Json | undefined, extra: Json | undefined, run: Run): void {
  const { name } = member
  if (value === null) run.report('STR-007', { name })
  else if (!member.many) checkOne(member, value, extra, run)
  else if (value !== undefined && !Array.isArray(value)) run.report('STR-003', { name })
  else if (extra !== undefined && !Array.isArray(extra)) run.report('STR-003', { name: `_${name}` })
  else checkMany(member, value ?? [], extra ?? [], run)
}

function checkOne(member: Member, value: Json | undefined, extra: Json | undefined, run: Run): void {
  if (Array.isArray(value)) run.report('STR-004', { name: member.name })
  else if (extra !== undefined && !isObject(extra))
    run.report('STR-002', { name: `_${member.name}`, found: jsonType(extra), expected: 'object' })
  else member.check(value, extra, run)
}

function checkMany(member: Member, values: readonly Json[], extras: readonly Json[], run: Run): void {
  const count = Math.max(values.length, extras.length)
  if (count === 0) run.report('STR-005', { name: member.name })
  for (let index = 0; index < count; index++) {
    run.path.push(index)
    const value = values[index]
    const extra = extras[index]
    if (value === null && !isObject(extra)) run.report('STR-007', { name: member.name })
    else if (Array.isArray(value)) run.report('STR-004', { name: member.name })
    else member.check(value ?? undefined, extra ?? undefined, run)
    run.path.pop()
  }
}

function checkRequired(object: JsonObject, shape: Shape, run: Run): void {
  for (const { element, names, asker } of shape.required) {
    if (!isAnyPresent(object, names)) run.report('CRD-001', { name: element, count: 0, min: 1 }, asker)
  }
}

function isAnyPresent(object: JsonObject, names: readonly string[]): boolean {
  for (const name of names) if (object[name] !== undefined) return true
  return false
}

function checkChoices(object: JsonObject, shape: Shape, run: Run): void {
  for (const [element, members] of shape.elements) {
    if (members.length < 2) continue
    const present = members.filter(({ name, companion }) => isAnyPresent(object, [name, companion]))
    if (present.length > 1) run.report('STR-009', { name: element })
  }
}
