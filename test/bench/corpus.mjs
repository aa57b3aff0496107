// The documents that validators are measured with: all published by HL7, none of ours.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const core = 'node_modules/hl7.fhir.r4.core'
const ips = 'node_modules/hl7.fhir.uv.ips/example'
/** Definitions of the standard itself, which no record is. */
const definitions =
  /^(?:package|ig-|(?:CodeSystem|CompartmentDefinition|ConceptMap|OperationDefinition|SearchParameter|StructureDefinition|ValueSet)-)/
/** Above this there are only whole parts of the standard, and one image. */
const largest = 512 * 1024

/** Named lists of documents, as bytes. */
export function corpora() {
  const examples = readdirSync(core)
    .filter((name) => name.endsWith('.json') && !definitions.test(name))
    .filter((name) => statSync(join(core, name)).size <= largest)
    .sort()
  const ofType = (type) =>
    read(
      core,
      examples.filter((name) => name.startsWith(`${type}-`)),
    )
  const bundles = readdirSync(ips).filter((name) => name.startsWith('Bundle-'))
  return [
    { name: 'AllergyIntolerance', documents: ofType('AllergyIntolerance') },
    { name: 'Condition', documents: ofType('Condition') },
    ...bundles.map((name) => ({ name: name.slice('Bundle-'.length, -'.json'.length), documents: read(ips, [name]) })),
    { name: 'R4 examples', documents: read(core, examples) },
  ]
}

function read(folder, names) {
  return names.map((name) => readFileSync(join(folder, name)))
}
