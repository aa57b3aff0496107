import type { Tree } from '../document/tree.ts'
import { issue } from '../issue/issue.ts'
import { exit } from './exit.ts'
import { messageOf, type Origin, Stop } from './message.ts'
import { realIdentityNumbers } from './synthetic.ts'

/** Refuses a document that may be of a real person. One line, at the first such place. */
export function requireSynthetic(tree: Tree, origin: Origin): void {
  const [first, ...others] = realIdentityNumbers(tree.root)
  if (first === undefined) return
  const { line, column } = tree.position(first) ?? {}
  const found = issue('CLI-008', { line, column }, { count: others.length + 1 })
  throw new Stop(exit.findings, [messageOf(found, origin)], [found])
}
