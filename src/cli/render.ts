import { isObject, type Json, objectsIn } from '../document/json.ts'
import { writeJson } from '../document/json-write.ts'
import { sfmNamespace } from '../form/dialect/sfm-xml-shape.ts'
import type { Form } from '../form/detect.ts'
import type { Format } from './order.ts'

/** The text of an output, ending with a line feed. NDJSON of a kj Bundle has one resource a line. */
export async function render(output: Json, to: Form, format: Format): Promise<string> {
  if (format === 'json') return `${writeJson(output, { indent: 2 })}\n`
  if (format === 'ndjson')
    return (to === 'kj' ? resourcesOf(output) : [output]).map((one) => `${writeJson(one)}\n`).join('')
  const text = await renderXml(output, to)
  return text.endsWith('\n') ? text : `${text}\n`
}

/** Writers of XML are large, so they are loaded only when they are needed. */
async function renderXml(output: Json, to: Form): Promise<string> {
  if (isObject(output) && output.xmlns === sfmNamespace)
    return (await import('../form/dialect/sfm-xml-write.ts')).writeSfmXml(output)
  if (to === 'ki') return (await import('../form/ki/xml-write.ts')).writeKiXml(output)
  const [{ writeXml }, { fhirModel }] = await Promise.all([
    import('../document/xml-write.ts'),
    import('../definition/model.ts'),
  ])
  return writeXml(output, fhirModel(), { pretty: true })
}

function resourcesOf(output: Json): Json[] {
  if (!isObject(output) || output.resourceType !== 'Bundle') return [output]
  const entries = objectsIn(output.entry)
  return entries.flatMap(({ resource }) => resource ?? [])
}
