import type { ElementFacts } from '../../inspect/element.ts'
import type { RowEvidence } from '../../inspect/evidence.ts'
import { type Shown, show } from '../../inspect/show.ts'
import { showKit } from './kits.ts'

/** What is known of a row besides what its table says. */
export interface RowKnowledge {
  readonly left: readonly ElementFacts[]
  readonly right: readonly ElementFacts[]
  readonly evidence: RowEvidence | undefined
}

/** What the pages of tables ask. */
export const tableServices = {
  /** What is known of a name: a row with the facts of its elements, a code, an assumption; undefined for no such name. */
  show(name: string): Shown | undefined {
    return show(name, showKit())
  },

  /** What profiles and example stories say of each row of a table, by the row's id; nothing for a table that is not there. */
  tableKnowledge(table: string): Readonly<Record<string, RowKnowledge>> {
    const rows = showKit().mappings.tables.find(({ id }) => id === table)?.rows ?? []
    return Object.fromEntries(
      rows.flatMap(({ id }): [string, RowKnowledge][] => {
        const shown = show(id, showKit())
        return shown?.kind === 'row' ? [[id, { left: shown.left, right: shown.right, evidence: shown.evidence }]] : []
      }),
    )
  },
}
