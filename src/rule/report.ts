import type { Path } from '../document/json.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Params } from '../issue/issue.ts'

/**
 * How a rule that stands on its own speaks: where, what, and the words' blanks. The path is that of the whole document.
 * Parameters are names, systems and limits, never a value of a record.
 */
export type Report = (path: Path, code: IssueCode, params?: Params) => void
