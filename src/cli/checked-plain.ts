import type { Checked } from '../report/checked.ts'

/** What was found in one document, as plain data that a worker can send. */
export interface PlainChecked extends Omit<Checked, 'line' | 'known'> {
  /** The lines of the file that issues stand on, by their numbers, if reports show some. */
  readonly lines: ReadonlyMap<number, string>
}

/** As reports are given it. */
export function checkedOf({ lines, ...rest }: PlainChecked): Checked {
  return { ...rest, known: 0, line: (number) => lines.get(number) }
}
