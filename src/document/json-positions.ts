import type { Path } from './json.ts'
import { type Offsets, offsetsOf } from './json-offsets.ts'
import { Lines } from './lines.ts'
import type { Position } from './tree.ts'

/**
 * Answers where values begin. Most documents are never asked about, so the text is gone through on the first question and
 * the answer kept. Only for a text that has been read.
 */
export function jsonPositions(text: string): (path: Path) => Position | undefined {
  const lines = new Lines(text)
  let root: Offsets | undefined
  return (path) => {
    root ??= offsetsOf(text)
    return lines.position(nearest(root, path))
  }
}

/** The offset at the path, or of the last value on the way to it. */
function nearest(root: Offsets, path: Path): number {
  let node = root
  for (const step of path) {
    if (typeof node === 'number') return node
    const index = node.names === undefined ? step : node.names.indexOf(String(step))
    const child = typeof index === 'number' ? node.inner[index] : undefined
    if (child === undefined) break
    node = child
  }
  return typeof node === 'number' ? node : node.offset
}
