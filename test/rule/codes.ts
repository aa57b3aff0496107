import type { Report } from '../../src/rule/report.ts'

/** The codes that a rule reports, in order. */
export function codesOf(check: (report: Report) => void): string[] {
  const codes: string[] = []
  check((_path, code) => codes.push(code))
  return codes
}

/** The codes that a rule reports, each with its place: `NAR-001 text.div`. */
export function placesOf(check: (report: Report) => void): string[] {
  const found: string[] = []
  check((path, code) => found.push(`${code} ${path.join('.')}`))
  return found
}
