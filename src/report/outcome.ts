import { uuid5 } from '../document/uuid.ts'
import { catalogue } from '../issue/catalogue.ts'
import { describe, type Issue } from '../issue/issue.ts'
import type { Checked, Report, ReportOptions } from './checked.ts'

const extension = 'http://hl7.org/fhir/StructureDefinition/operationoutcome'

/**
 * A FHIR OperationOutcome (https://hl7.org/fhir/R4/operationoutcome.html); if several documents may come, a Bundle of
 * type collection with one for each, which the extension operationoutcome-file tells apart. What was not checked is
 * there too, as information.
 */
export function outcomeReport({ many }: Pick<ReportOptions, 'many'>): Report {
  if (!many) return { head: '', item: (checked) => `${json(outcomeOf(checked))}\n`, tail: () => '' }
  let count = 0
  return {
    head: '{\n"resourceType": "Bundle",\n"type": "collection"',
    item: (checked) => `${count++ === 0 ? ',\n"entry": [\n' : ',\n'}${json(entryOf(checked))}`,
    // An empty array is no FHIR.
    tail: () => (count === 0 ? '\n}\n' : '\n]\n}\n'),
  }
}

/** The address is made of the name, so that the same input has the same one. */
function entryOf(checked: Checked): fhir4.BundleEntry {
  return { fullUrl: `urn:uuid:${uuid5(`outcome ${checked.input}`)}`, resource: outcomeOf(checked) }
}

function outcomeOf(checked: Checked): fhir4.OperationOutcome {
  const { input, issues, notChecked, known } = checked
  const found = [...issues, ...notChecked].map(issueOf)
  return {
    resourceType: 'OperationOutcome',
    extension: [{ url: `${extension}-file`, valueString: input }],
    issue: found.length > 0 ? found : [nothing(known)],
  }
}

/** An outcome has at least one issue. */
function nothing(known: number): fhir4.OperationOutcomeIssue {
  const text =
    known === 0
      ? 'No rule was found broken, and nothing was left unchecked.'
      : `Nothing was found but what the baseline lists (${known}), and nothing was left unchecked.`
  return { severity: 'information', code: 'informational', details: { text } }
}

function issueOf(found: Issue): fhir4.OperationOutcomeIssue {
  const { code, severity, path } = found
  const places = placesOf(found)
  const asked = askedBy(found)
  return {
    ...(places.length === 0 ? {} : { extension: places }),
    severity,
    code: catalogue[code].fhir as fhir4.OperationOutcomeIssue['code'],
    details: { coding: [{ system: 'urn:kritinfo:issue', code }], text: describe(found) },
    ...(asked === '' ? {} : { diagnostics: asked }),
    ...(path === '' ? {} : { expression: [path] }),
  }
}

/** HL7 defines the line as a number and the column as a text. */
function placesOf({ line, column }: Issue): fhir4.Extension[] {
  const lines = line === undefined ? [] : [{ url: `${extension}-issue-line`, valueInteger: line }]
  return column === undefined ? lines : [...lines, { url: `${extension}-issue-col`, valueString: String(column) }]
}

/** Who asks for it, for whoever looks into it. */
function askedBy({ element, profile }: Issue): string {
  const words = [element === undefined ? '' : `element ${element}`, profile === undefined ? '' : `profile ${profile}`]
  return words.filter((one) => one !== '').join(', ')
}

function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2)
}
