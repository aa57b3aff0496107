import type { Path } from '../../document/json.ts'
import type { IssueCode } from '../../issue/catalogue.ts'
import type { Report } from '../report.ts'
import {
  helpNumberProblem,
  isDNumber,
  nationalNumberProblem,
  type NumberProblem,
  organisationNumberProblem,
} from './number.ts'

const oid = 'urn:oid:2.16.578.1.12.4.1.'
const hl7no = 'http://hl7.no/fhir/NamingSystem/'

type Rule = (value: string) => NumberProblem | undefined

const matching =
  (form: RegExp): Rule =>
  (value) =>
    form.test(value) ? undefined : 'form'

/** The numbers whose form is known: the last part of their OID, other addresses of theirs, and their name. */
const kinds: readonly (readonly [name: string, rule: Rule, tail: string, ...others: string[]])[] = [
  ['FNR', nationalNumberProblem, '4.1', `${hl7no}FNR`],
  ['DNR', nationalNumberProblem, '4.2', `${hl7no}DNR`],
  ['FHNR', helpNumberProblem, '4.3', `${hl7no}FHNR`],
  ['HPR', matching(/^\d{1,9}$/), '4.4', `${hl7no}HPR`],
  ['DUFN', matching(/^\d{12}$/), '4.5', `${hl7no}DUFN`],
  ['ENH', organisationNumberProblem, '4.101', `${oid}2.101`, 'http://data.brreg.no/begrep/28155'],
  ['RESHid', matching(/^\d{1,10}$/), '4.102', `${hl7no}RESHid`],
  ['AKO', matching(/^(?:100[1-9]|10[1-9]\d|1[1-9]\d\d|[2-9]\d{3})$/), '4.107', `${hl7no}AKO`],
  ['HERid', matching(/^\d{1,10}$/), '2', `${hl7no}HERid`],
]

const rules: ReadonlyMap<string, { readonly name: string; readonly rule: Rule }> = new Map(
  kinds.flatMap(([name, rule, tail, ...others]) =>
    [oid + tail, ...others].map((system) => [system, { name, rule }] as const),
  ),
)

const codes: Readonly<Record<NumberProblem, IssueCode>> = { form: 'NOR-001', date: 'NOR-002', check: 'NOR-003' }

/**
 * A number of one of the Norwegian registers (https://github.com/HL7Norway/basisprofiler-r4, NamingSystem): its form, and
 * its check digits where it has any. NOR-001 to NOR-006, all warnings: that a receiver refuses such a number is likely,
 * not certain.
 */
export function checkIdentifier(system: string, value: string, path: Path, report: Report): void {
  if (/^(?:urn:uid:)?2\.16\.578\.1\.12\.4\.1\./.test(system)) report([...path, 'system'], 'NOR-005', {})
  const known = rules.get(system)
  if (known === undefined) return
  const { name, rule } = known
  const problem = rule(value)
  if (problem !== undefined) report([...path, 'value'], codes[problem], { kind: name })
  else if (name === 'FNR' && isDNumber(value)) report([...path, 'system'], 'NOR-004', { kind: 'DNR' })
  else if (name === 'DNR' && !isDNumber(value)) report([...path, 'system'], 'NOR-004', { kind: 'FNR' })
  if (system === `${oid}2.101`) report([...path, 'system'], 'NOR-006', { system: `${oid}4.101` })
}
