import { catalogue } from '../../issue/catalogue.ts'
import { profileAliases } from '../../profile-alias.ts'

/** What the free text of an option is: a path, or words of which some can be named beforehand. */
export type ValueKind = 'path' | readonly string[]

/** What `--dialect` takes with our tables, which are not loaded for it; a test holds the two together. */
export const dialects: readonly string[] = [
  'demo-at',
  'eu-core',
  'ips',
  'nhn-2021',
  'nhn-2025',
  'no-basis',
  'sfm',
  'sfm-xml',
]

/** What `--kinds` takes, of which it has several with commas between. The same test holds it to the schema. */
export const kindsOfRecord: readonly string[] = [
  'legemiddelreaksjon',
  'annenAllergi',
  'intubasjonsproblem',
  'annetProblemVedAnestesi',
  'kritiskMedisinskTilstand',
  'pagaendeBehandling',
  'implantat',
  'avgrensningAvLivsforlengendeBehandling',
  'annenProsedyreendring',
  'smitte',
  'behandlingsavklaring',
]

/**
 * The options and arguments with free text, of all commands. Those that are paths are counted from the folder of the config file that
 * names them, and a shell completes them with files. A test demands an entry for each.
 */
const kinds: Readonly<Record<string, ValueKind>> = {
  assume: 'path',
  assumes: [],
  at: [],
  base: 'path',
  baseline: 'path',
  code: Object.keys(catalogue),
  codes: 'path',
  config: 'path',
  corpus: 'path',
  count: [],
  dialect: dialects,
  edge: [],
  expected: 'path',
  file: 'path',
  folder: 'path',
  from: [],
  input: 'path',
  invalid: [],
  jobs: [],
  kinds: kindsOfRecord,
  mappings: 'path',
  name: [],
  new: 'path',
  now: [],
  old: 'path',
  out: 'path',
  output: 'path',
  package: 'path',
  patient: 'path',
  port: [],
  previous: 'path',
  profile: profileAliases,
  rejects: 'path',
  report: 'path',
  row: [],
  seed: [],
  table: [],
}

/** What the free text of an option or argument is; undefined for one that has none, or is not known. */
export function valueKindOf(option: string): ValueKind | undefined {
  return Object.hasOwn(kinds, option) ? kinds[option] : undefined
}
