import type { Issue } from '../issue/issue.ts'
import type { Json, Path } from './json.ts'

/** Line and column, both from 1, as editors count them; columns count UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

export type Syntax = 'json' | 'xml'

/**
 * A document that has been read. `root` is ready at once; positions are found only when asked for,
 * since most documents give nothing to say.
 */
export interface Tree {
  readonly root: Json
  readonly syntax: Syntax
  /** What reading had to say without giving up, for example that a byte order mark was ignored. */
  readonly issues: readonly Issue[]
  /**
   * What makes the document invalid although it could be read in full, for example XML elements out of order. Errors, for
   * validating to report; converting goes by the tree and need not mind.
   */
  readonly flaws?: readonly Issue[]
  /** Where the value at `path` begins in the text; the nearest ancestor's place if the path has none of its own. */
  position(path: Path): Position | undefined
}

/** A tree that was built here and not read: it has no text, so no positions. */
export function treeOf(root: Json): Tree {
  return { root, syntax: 'json', issues: [], position: () => undefined }
}
