import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fhirModel } from '../../src/definition/model.ts'
import { isObject, type Json, type JsonObject } from '../../src/document/json.ts'
import { writeXml } from '../../src/document/xml-write.ts'
import { writeKiXml } from '../../src/form/ki/xml-write.ts'
import { readDocument } from '../../src/read-document.ts'

const stories = 'examples'
const ips = 'node_modules/hl7.fhir.uv.ips'
/** What is mutated is copied and printed for each case: larger documents give fewer cases, not other ones. */
const largest = 60_000

function textsBelow(folder: string, wanted: (name: string) => boolean): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return names.filter(wanted).map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** Documents of every form and dialect, as JSON. */
export const documents: readonly JsonObject[] = [
  ...textsBelow(stories, (name) => /(?:^|[\\/])(?:ki|kj|r4|eps|input|summary)\.json$/.test(name)),
  ...textsBelow(join(ips, 'example'), (name) => name.endsWith('.json')),
]
  .filter((text) => text.length <= largest)
  .map((text) => readDocument(text).root)
  .filter((root) => isObject(root))

/** Documents of every form that has XML, as text. */
export const xmlTexts: readonly string[] = [
  ...textsBelow(stories, (name) => name.endsWith('.xml')),
  ...documents.filter((_, index) => index % 3 === 0).map(xmlOf),
]

function xmlOf(document: JsonObject): string {
  return document.format === 'kritisk-informasjon' ? writeKiXml(document) : writeXml(document, fhirModel())
}

/** Tables as users may lay them over ours: by their path, and what is in them. */
export const tables: readonly { readonly name: string; readonly text: string }[] = readdirSync('mappings', {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ name, text: readFileSync(join('mappings', name), 'utf8') }))

/** Resources that packages are made of, without the snapshots that are made of them. */
export const conformance: readonly JsonObject[] = textsBelow(ips, (name) =>
  /^(?:StructureDefinition|ValueSet|CodeSystem)-[^\\/]*\.json$/.test(name),
)
  .filter((text) => text.length <= 10 * largest)
  .map((text) => JSON.parse(text) as Json)
  .filter((one): one is JsonObject => isObject(one))
  .map(({ snapshot: _, text: __, ...rest }) => rest)
