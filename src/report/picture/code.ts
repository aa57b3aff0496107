import type { Code } from '../../picture/picture.ts'

/** A coding on one line: its system by name, its code, its display. */
export function codeText({ system, name, code, display }: Code): string {
  const place = [name ?? system, code].filter((one) => one !== undefined).join(' ')
  return display === undefined ? place : `${place} "${display}"`
}
