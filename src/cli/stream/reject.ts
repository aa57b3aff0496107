import { standardLimits } from '../../document/limits.ts'
import { type Issue, KritinfoError } from '../../issue/issue.ts'
import { type IssueRecord, issueRecord } from '../../report/record.ts'
import type { ExitCode } from '../exit.ts'
import { inFile, nameOf, type Origin } from '../message.ts'
import { contentOf, type Work } from '../work.ts'

/**
 * A document of which no output was written, with what is wrong with it: one line of `--rejects`. It holds the document as
 * it was given, as text or, if it is no UTF-8, in base64; neither if it could not be read or is too large.
 */
export interface Reject {
  readonly input: string
  readonly exit: ExitCode
  readonly issues: readonly IssueRecord[]
  readonly text?: string
  readonly bytes?: string
}

export function rejectOf(origin: Origin, issues: readonly Issue[], exit: ExitCode, work: Work): Reject {
  const records = issues.map((one) => issueRecord(inFile(one, origin)))
  return { input: nameOf(origin), exit, issues: records, ...given(work) }
}

function given(work: Work): Pick<Reject, 'text' | 'bytes'> {
  let bytes: Uint8Array
  try {
    bytes = contentOf(work)
  } catch (problem) {
    if (problem instanceof KritinfoError) return {}
    throw problem
  }
  if (bytes.length > standardLimits.bytes) return {}
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
  return Buffer.from(text).equals(bytes) ? { text } : { bytes: Buffer.from(bytes).toString('base64') }
}
