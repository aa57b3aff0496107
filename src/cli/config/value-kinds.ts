import { profileAliases } from '../../profile-alias.ts'

/** What the free text of an option is: a path, or words of which some can be named beforehand. */
export type ValueKind = 'path' | readonly string[]

/**
 * The options with free text, of all commands. Those that are paths are counted from the folder of the config file that
 * names them, and a shell completes them with files. A test demands an entry for every such option.
 */
const kinds: Readonly<Record<string, ValueKind>> = {
  assume: 'path',
  assumes: [],
  at: [],
  base: 'path',
  baseline: 'path',
  codes: 'path',
  config: 'path',
  corpus: 'path',
  dialect: [],
  mappings: 'path',
  now: [],
  output: 'path',
  package: 'path',
  patient: 'path',
  previous: 'path',
  profile: profileAliases,
  report: 'path',
  row: [],
  table: [],
}

/** What the free text of an option is; undefined for an option that has none, or is not known. */
export function valueKindOf(option: string): ValueKind | undefined {
  return Object.hasOwn(kinds, option) ? kinds[option] : undefined
}
