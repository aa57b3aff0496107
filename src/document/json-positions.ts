import type { Path } from './json.ts'
import { type OffsetNode, scanJson } from './json-scan.ts'
import type { Limits } from './limits.ts'
import { Lines } from './lines.ts'
import type { Position } from './tree.ts'

/**
 * Answers where values begin. Most documents are never asked about, so the text is scanned on the first question
 * and the answer kept. Only for a text that has been read: a text that is not JSON throws as reading it does.
 */
export function jsonPositions(text: string, limits: Limits): (path: Path) => Position | undefined {
  const lines = new Lines(text)
  let root: OffsetNode | undefined
  return (path) => {
    root ??= scanJson(text, limits, { positions: true }).offsets
    return root && lines.position(nearest(root, path).offset)
  }
}

/** The node at the path, or the last one on the way to it. */
function nearest(root: OffsetNode, path: Path): OffsetNode {
  let node = root
  for (const step of path) {
    const child = node.children.get(step)
    if (child === undefined) break
    node = child
  }
  return node
}
