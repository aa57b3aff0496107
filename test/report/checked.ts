import { issue } from '../../src/issue/issue.ts'
import { type Checked, type Report, tailOf } from '../../src/report/checked.ts'

const lines = ['{', '  "resourceType": "Patient",', '  "gender": "kvinne"', '}']

/** A document with an error, a warning and something that was not checked, all invented. */
export function checkedOf(members: Partial<Checked> = {}): Checked {
  const profile = 'http://hl7.org/fhir/StructureDefinition/Patient'
  return {
    input: 'in/a.json',
    file: 'in/a.json',
    readable: true,
    issues: [
      { ...issue('DOC-006', { line: 1, column: 1 }) },
      {
        ...issue('KI-006', { path: 'Patient.gender', line: 3, column: 13 }, { allowed: 'male, <female>' }),
        profile,
        element: 'Patient.gender',
      },
    ],
    notChecked: [issue('CNV-014', { path: 'Patient', line: 1, column: 1 }, { kind: 'x' })],
    known: 0,
    valid: false,
    line: (number) => lines[number - 1],
    ...members,
  }
}

/** A document in which nothing was found. */
export function cleanOf(input = 'in/b.json'): Checked {
  return checkedOf({ input, file: input, issues: [], notChecked: [], valid: true })
}

export function textOf(report: Report, ...documents: Checked[]): string {
  return [report.head, ...documents.map((one) => report.item(one)), ...tailOf(report)].join('')
}
