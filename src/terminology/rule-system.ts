import type { CodeTest, System } from './code-system.ts'
import { both, decided } from './membership.ts'
import { compilePattern } from './pattern.ts'

/** A code system over a rule. Of filters it can decide patterns of the code alone. */
export function ruleSystem(url: string, contains: CodeTest): System {
  return {
    url,
    versions: [],
    contains,
    displays: () => undefined,
    filter: ({ property, op, value }) => {
      const matches = property === 'code' && op === 'regex' ? compilePattern(value) : undefined
      if (matches === undefined) return (code) => both(contains(code), 'unknown')
      return (code) => both(contains(code), decided(matches(code)))
    },
  }
}
