import type { Definition, ElementNode } from '../definition/definition.ts'
import { isObject, type JsonObject } from '../document/json.ts'
import type { RuleKit } from './kit.ts'
import { obligationCheck } from './obligation.ts'
import { type Occurrence, occurrencesOf } from './occurrence.ts'
import type { Asker, Check, Run } from './run.ts'
import { askerOf } from './shape.ts'
import { slicingCheck } from './slicing.ts'
import { checksOf, together } from './value-checks.ts'

/**
 * Checks a value against a profile and the profiles that it imposes, with all findings. What is not at hand is said.
 * https://hl7.org/fhir/R4/profiling.html
 */
export function applyProfile(kit: RuleKit, canonical: string, value: JsonObject, run: Run): void {
  const definition = kit.find(canonical)
  if (definition === undefined) {
    run.cannotTell('PRF-001', { profile: canonical })
    return
  }
  const type = typeOf(value, definition)
  if (!isKindOf(kit, type, definition.type))
    run.report('PRF-002', { profile: canonical, expected: definition.type, found: type })
  else if (definition.derivation === 'constraint')
    run.apply(value, definition.url, () => wholeCheck(kit, definition, type, value, run))
}

/** Whether the value meets the profile; undefined if the profile is not at hand. */
export function conformsTo(kit: RuleKit, canonical: string, value: JsonObject, run: Run): boolean | undefined {
  const definition = kit.find(canonical)
  if (definition === undefined) return undefined
  const type = typeOf(value, definition)
  if (!isKindOf(kit, type, definition.type)) return false
  if (definition.derivation === 'specialization') return true
  return run.conforms(value, definition.url, () => wholeCheck(kit, definition, type, value, run))
}

/** The profile, and the profiles that it imposes. */
function wholeCheck(kit: RuleKit, definition: Definition, type: string, value: JsonObject, run: Run): void {
  nodeCheck(kit, definition, definition.root, type)(value, undefined, run)
  for (const imposed of definition.imposes ?? []) applyProfile(kit, imposed, value, run)
}

/** A resource says its type; a data type is what stands where the profile applies. */
function typeOf(value: JsonObject, definition: Definition): string {
  return definition.kind === 'resource' && typeof value.resourceType === 'string' ? value.resourceType : definition.type
}

/** Whether one type is the other or derives from it. */
export function isKindOf(kit: RuleKit, type: string, ancestor: string): boolean {
  for (let name: string | undefined = type; name !== undefined; name = parentOf(kit, name)) {
    if (name === ancestor) return true
  }
  return false
}

function parentOf(kit: RuleKit, type: string): string | undefined {
  const { base } = kit.sources.definitions.type(type) ?? {}
  return base?.slice(base.lastIndexOf('/') + 1)
}

/** What a node of a profile asks of one value that has the given type: of the value itself, and of what is below. */
export function nodeCheck(kit: RuleKit, definition: Definition, node: ElementNode, type: string): Check {
  return kit.nodeCheck(node, type, () => {
    const children = node.children ?? []
    const own = checksOf(kit, node, askerOf(definition, node), type)
    return together(children.length === 0 ? own : [...own, childrenCheck(kit, definition, children)(type)])
  })
}

/** The type of a resource is known only when it stands there. */
function childrenCheck(kit: RuleKit, definition: Definition, nodes: readonly ElementNode[]): (type: string) => Check {
  const made = new Map<string, Check>()
  const checkFor = (type: string): Check => {
    const known = made.get(type)
    if (known !== undefined) return known
    const check = together(nodes.map((node) => childCheck(kit, definition, node, type)))
    made.set(type, check)
    return check
  }
  return (type) => (value, extra, run) => {
    if (type !== 'Resource') checkFor(type)(value, extra, run)
    else if (isObject(value)) checkFor(String(value.resourceType))(value, extra, run)
  }
}

/** How often an element stands, what each of its values must meet, and its slices. */
function childCheck(kit: RuleKit, definition: Definition, node: ElementNode, parent: string): Check {
  const asker = askerOf(definition, node)
  const members = kit.shape(parent)?.elements.get(node.name) ?? []
  const slices =
    node.slicing === undefined && node.slices === undefined ? undefined : slicingCheck(kit, definition, node)
  const obligation = obligationCheck(node, asker)
  return (value, _extra, run) => {
    if (!isObject(value)) return
    const found = occurrencesOf(value, members)
    count(node, found.length, asker, run)
    if (found.length === 0) obligation?.(value, undefined, run)
    for (const one of found) at(one, run, nodeCheck(kit, definition, node, one.member.type))
    slices?.(found, run)
  }
}

function count({ name, min = 0, max = -1 }: ElementNode, times: number, asker: Asker, run: Run): void {
  if (times < min) run.report('CRD-001', { name, count: times, min }, asker)
  if (max === 0 && times > 0) run.report('CRD-003', { name }, asker)
  else if (max > 0 && times > max) run.report('CRD-002', { name, count: times, max }, asker)
}

/** Runs a check at the place of an occurrence. */
export function at({ member, index, value, extra }: Occurrence, run: Run, check: Check): void {
  run.path.push(member.name)
  if (index !== undefined) run.path.push(index)
  check(value, extra, run)
  if (index !== undefined) run.path.pop()
  run.path.pop()
}
