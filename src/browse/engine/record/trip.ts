import { canonical } from '../../../convert/equivalence.ts'
import { roundtrip } from '../../../roundtrip.ts'
import type { Toolkit } from '../../../toolkit.ts'
import { type LeafDiff, leafDiff } from './leaf-diff.ts'
import type { Content, RecordOptions } from './plain.ts'
import { convertOptions, readRecord } from './reading.ts'

export interface TripOrder {
  readonly content: Content
  /** `to` is the form that the record is brought to and back from. */
  readonly options: RecordOptions
  /** Whether the way back is given the record as its base, from which it puts back what was lost. */
  readonly hasBase: boolean
  /** Whether leaves that came back as they were are listed too. */
  readonly withSame: boolean
}

/**
 * Brings the record to another form and back, and compares leaf by leaf, up to the published equivalence (`convert/equivalence.ts`).
 *
 * @throws KritinfoError as reading and converting do.
 */
export function tripRecord(kit: Toolkit, { content, options, hasBase, withSame }: TripOrder): LeafDiff {
  const { tree } = readRecord(content)
  const { to, dialect: _, ...rest } = convertOptions(options)
  const { back } = roundtrip(kit, tree, to, { ...rest, ...(hasBase ? { base: tree.root } : {}) })
  return leafDiff(canonical(tree.root), canonical(back.output.root), withSame)
}
