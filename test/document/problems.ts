import { KritinfoError } from '../../src/issue/issue.ts'

/** What an action refuses with: `DOC-012 1:5` per issue, or `DOC-051 Patient.x` where there is no text. */
export function problems(act: () => unknown): string[] {
  try {
    act()
  } catch (error) {
    if (!(error instanceof KritinfoError)) throw error
    return error.issues.map((one) => `${one.code} ${one.line === undefined ? one.path : `${one.line}:${one.column}`}`)
  }
  return []
}
