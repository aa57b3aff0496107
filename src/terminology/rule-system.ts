import type { CodeTest, System } from './code-system.ts'
import { both, decided } from './membership.ts'
import { compilePattern } from './pattern.ts'
import type { Membership } from './terminology.ts'

/** A code system over a rule. Of filters it can decide patterns of the code alone. */
export function ruleSystem(url: string, rule: CodeTest): System {
  const contains = remembered(rule)
  return {
    url,
    olderVersions: [],
    contains,
    displays: () => undefined,
    filter: ({ property, op, value }) => {
      const matches = property === 'code' && op === 'regex' ? compilePattern(value) : undefined
      if (matches === undefined) return (code) => both(contains(code), 'unknown')
      return (code) => both(contains(code), decided(matches(code)))
    },
  }
}

/** Records use few codes of a system, many times each; what many records use does not pile up. */
function remembered(rule: CodeTest): CodeTest {
  const answers = new Map<string, Membership>()
  return (code) => {
    const known = answers.get(code)
    if (known !== undefined) return known
    const answer = rule(code)
    if (answers.size >= 1000) answers.clear()
    answers.set(code, answer)
    return answer
  }
}
