import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fhirModel } from '../../src/definition/model.ts'
import { equal } from '../../src/document/equal.ts'
import { read } from '../../src/document/read.ts'
import { writeXml } from '../../src/document/xml-write.ts'

/** These the R4 package holds as the definitions of R4 itself, by the thousand; everything else in it is an example. */
const definitions =
  /^(CodeSystem|CompartmentDefinition|ConceptMap|OperationDefinition|SearchParameter|StructureDefinition|ValueSet)-/
/** Larger files are bundles of the definitions, and five others that describe R4 itself or are twice this size. */
const largest = 400_000

function examples(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /^[A-Z].*\.json$/.test(file) && !definitions.test(file))
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).size <= largest)
}

/** Files that do not come back from XML as they went in, and why. */
function losses(files: readonly string[], pretty: boolean): string[] {
  const model = fhirModel()
  return files.flatMap((file) => {
    const { root } = read(readFileSync(file), { model })
    try {
      const xml = new TextEncoder().encode(writeXml(root, model, { pretty }))
      return equal(read(xml, { model }).root, root) ? [] : [`${file}: not the same`]
    } catch (error) {
      return [`${file}: ${(error as Error).message}`]
    }
  })
}

test.each([
  ['node_modules/hl7.fhir.r4.core', 723, false],
  ['node_modules/hl7.fhir.uv.ips/example', 44, true],
])('every example of %s survives JSON to XML to JSON unchanged', (folder, count, pretty) => {
  const files = examples(folder)
  expect(files).toHaveLength(count)
  expect(losses(files, pretty)).toEqual([])
})
