import { issue, type Issue } from '../../src/issue/issue.ts'
import type { Checked } from '../../src/report/checked.ts'
import { checkedOf } from './checked.ts'

/**
 * Documents with findings of all severities, as a repository of bundles has them: names, places and lists that differ,
 * so that nothing packs better than it would in earnest. The errors come late.
 */
export function* manyDocuments(documents: number, findings: number): Generator<Checked> {
  for (let number = 0; number < documents; number++) {
    const input = `bundles/ward-${number % 37}/patient-${(number * 7919) % 100_003}.json`
    const isLate = number >= documents / 2
    yield checkedOf({
      input,
      file: input,
      issues: Array.from({ length: findings }, (_, index) => finding(number, index, isLate)),
      notChecked: [],
      valid: !isLate,
    })
  }
}

function finding(document: number, index: number, isError: boolean): Issue {
  const place = {
    path: `Bundle.entry[${index}].resource.extension[${(document * 31 + index) % 17}].valueCodeableConcept.coding[${index % 3}]`,
    line: 10 + index * 7,
    column: 1 + ((document + index) % 60),
  }
  const element = 'Bundle.entry.resource.extension:information.value[x].coding.display'
  const profile = `http://hl7.eu/fhir/eps/StructureDefinition/example-${(document + index) % 11}`
  const allowed = Array.from({ length: 8 }, (_, word) => ((document * 97 + index * 13 + word) ** 2).toString(36)).join(
    ', ',
  )
  const made = isError ? issue('KI-006', place, { allowed }) : issue('DOC-006', place)
  return { ...made, element, profile }
}
