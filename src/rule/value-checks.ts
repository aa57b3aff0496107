import type { ElementNode } from '../definition/definition.ts'
import { bindingChecks } from './binding.ts'
import { constraintChecks } from './invariant.ts'
import type { RuleKit } from './kit.ts'
import { narrativeSectionsCheck } from './narrative-sections.ts'
import { prescribedChecks } from './prescribed.ts'
import type { Asker, Check } from './run.ts'
import { typeReferenceChecks } from './type-reference.ts'

/** All that an element of a definition asks of one value that has the given type. */
export function checksOf(kit: RuleKit, node: ElementNode, asker: Asker, type: string): Check[] {
  return [
    ...prescribedChecks(node, asker),
    ...(node.narrativeLanguages === undefined ? [] : [narrativeSectionsCheck(node.narrativeLanguages, asker)]),
    ...bindingChecks(kit, node.binding, asker, type),
    ...typeReferenceChecks(kit, node, asker, type),
    ...constraintChecks(kit, node.constraints ?? [], asker, type),
  ]
}

/** One check that makes all of them, in their order. */
export function together(checks: readonly Check[]): Check {
  const [first, second, ...more] = checks
  if (first === undefined) return () => {}
  if (second === undefined) return first
  if (more.length === 0)
    return (value, extra, run) => {
      first(value, extra, run)
      second(value, extra, run)
    }
  return (value, extra, run) => {
    for (const check of checks) {
      if (run.isDecided) return
      check(value, extra, run)
    }
  }
}
