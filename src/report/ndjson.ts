import type { Report } from './checked.ts'
import { recordOf } from './record.ts'

/** One line of JSON for each document: `{"input","valid","issues":[…],"notChecked":[…]}`. */
export function ndjsonReport(): Report {
  return { head: '', item: (checked) => `${JSON.stringify(recordOf(checked))}\n`, tail: () => '' }
}
