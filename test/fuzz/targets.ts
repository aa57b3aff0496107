import type { Target } from './target.ts'
import { archiveTarget } from './target-archive.ts'
import { commandTarget } from './target-command.ts'
import { convertTargets } from './target-convert.ts'
import { expressionTarget, patternTarget } from './target-expression.ts'
import { packageTarget } from './target-package.ts'
import { linesTarget, readTargets } from './target-read.ts'
import { tablesTarget } from './target-tables.ts'
import { reportTarget, validateTarget } from './target-validate.ts'

/** Everything that is fuzzed. A target's cases are whatever JSON its own arbitrary makes. */
export const targets = [
  ...readTargets,
  linesTarget,
  ...convertTargets,
  validateTarget,
  reportTarget,
  tablesTarget,
  archiveTarget,
  packageTarget,
  expressionTarget,
  patternTarget,
  commandTarget,
] as unknown as readonly Target[]

/** @throws Error for a name that there is no target of. */
export function targetNamed(name: string): Target {
  const found = targets.find((one) => one.name === name)
  if (found === undefined) throw new Error(`there is no target ${name}`)
  return found
}
