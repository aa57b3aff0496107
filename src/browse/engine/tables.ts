import { type Shown, show } from '../../inspect/show.ts'
import { showKit } from './kits.ts'

/** What the pages of tables ask. */
export const tableServices = {
  /** What is known of a name: a row with the facts of its elements, a code, an assumption; undefined for no such name. */
  show(name: string): Shown | undefined {
    return show(name, showKit())
  },
}
