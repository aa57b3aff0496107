import type { Definition, ElementNode } from '../definition/definition.ts'
import { valueFacts } from '../definition/value-facts.ts'
import { isObject, type Json } from '../document/json.ts'
import type { RuleKit } from './kit.ts'
import { obligationCheck } from './obligation.ts'
import { atOccurrence, type Occurrence, occurrencesOf } from './occurrence.ts'
import type { Asker, Check, Run } from './run.ts'
import { askerOf, type Member } from './shape.ts'
import { slicingCheck } from './slicing.ts'
import { checksOf, together } from './value-checks.ts'

/** What a node of a profile asks of one value that has the given type: of the value itself, and of what is below. */
export function nodeCheck(kit: RuleKit, definition: Definition, node: ElementNode, type: string): Check {
  return kit.nodeCheck(node, type, () => {
    const own = checksOf(kit, node, askerOf(definition, node), type)
    return together(node.children === undefined ? own : [...own, childrenCheck(kit, definition, node.children, type)])
  })
}

function childrenCheck(kit: RuleKit, definition: Definition, nodes: readonly ElementNode[], type: string): Check {
  if (type !== 'Resource') return childrenOf(kit, definition, nodes, type)
  // Which resource stands there is known only when it does.
  const checks = new Map<Json | undefined, Check>()
  return (value, extra, run) => {
    if (!isObject(value) || typeof value.resourceType !== 'string') return
    const check = checks.get(value.resourceType) ?? childrenOf(kit, definition, nodes, value.resourceType)
    // A name that no resource has is not remembered (see RuleKit).
    if (kit.shape(value.resourceType) !== undefined) checks.set(value.resourceType, check)
    check(value, extra, run)
  }
}

function childrenOf(kit: RuleKit, definition: Definition, nodes: readonly ElementNode[], type: string): Check {
  const checks = nodes.map((node) => childCheck(kit, definition, node, type))
  return together(checks.filter((check) => check !== undefined))
}

/** How often an element stands, what each of its values must meet, and its slices; nothing if nothing is asked. */
function childCheck(kit: RuleKit, definition: Definition, node: ElementNode, parent: string): Check | undefined {
  const asker = askerOf(definition, node)
  const members = kit.shape(parent)?.elements.get(node.name) ?? []
  const slices =
    node.slices === undefined && node.slicing === undefined ? undefined : slicingCheck(kit, definition, node)
  const obligation = obligationCheck(node, asker)
  const values = asksOfValues(node) ? valueCheck(kit, definition, node) : undefined
  const counts = (node.min ?? 0) > 0 || (node.max ?? -1) >= 0
  if (!counts && slices === undefined && obligation === undefined && values === undefined) return undefined
  return (value, _extra, run) => {
    if (!isObject(value)) return
    const found = occurrencesOf(value, members)
    if (counts) count(node, found.length, asker, run)
    if (found.length === 0) obligation?.(value, undefined, run)
    if (values !== undefined) for (const one of found) atOccurrence(one, run, values(one))
    slices?.(found, run)
  }
}

/** Each of the names that a choice may have brings its type; the check for it is made when the name first stands there. */
function valueCheck(kit: RuleKit, definition: Definition, node: ElementNode): (one: Occurrence) => Check {
  const checks = new Map<Member, Check>()
  return ({ member }) => {
    const known = checks.get(member)
    if (known !== undefined) return known
    const check = nodeCheck(kit, definition, node, member.type)
    checks.set(member, check)
    return check
  }
}

const asking = [...valueFacts, 'constraints', 'children'] as const

function asksOfValues(node: ElementNode): boolean {
  return asking.some((name) => node[name] !== undefined)
}

function count({ name, min = 0, max = -1 }: ElementNode, times: number, asker: Asker, run: Run): void {
  if (times < min) run.report('CRD-001', { name, count: times, min }, asker)
  if (max === 0 && times > 0) run.report('CRD-003', { name }, asker)
  else if (max > 0 && times > max) run.report('CRD-002', { name, count: times, max }, asker)
}
