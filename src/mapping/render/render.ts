import { writeJson } from '../../document/json-write.ts'
import type { JsonObject } from '../../document/json.ts'
import type { Mappings } from '../table.ts'
import { conceptMapsOf } from './concept-map.ts'
import { csvOf } from './csv.ts'
import { entriesOf } from './entry.ts'
import { fmlOf } from './fml/fml.ts'
import { htmlOf } from './html.ts'
import { markdownOf } from './markdown.ts'
import { sectionsOf } from './section.ts'
import { type Selection, select } from './selection.ts'
import { xlsxOf } from './xlsx.ts'

/** The formats that tables are written in. */
export const renderFormats = ['md', 'html', 'csv', 'xlsx', 'conceptmap', 'fml'] as const
/** One of `renderFormats`. */
export type RenderFormat = (typeof renderFormats)[number]

/** A file of a rendering. The name has no folder. */
export interface Rendered {
  readonly name: string
  readonly content: string | Uint8Array
}

/**
 * The tables for people and other tools: one file for a page, a workbook or CSV, one a resource for ConceptMaps, and for
 * FML one a map, with the models and ConceptMaps that the maps use. Pure: same tables, same bytes.
 */
export function render(mappings: Mappings, format: RenderFormat, selection: Selection = {}): Rendered[] {
  const chosen = select(mappings, selection)
  const page = () => [`Mappings ${mappings.version}`, pageAbout, sectionsOf(chosen)] as const
  if (format === 'md') return [{ name: 'mappings.md', content: markdownOf(...page()) }]
  if (format === 'html') return [{ name: 'mappings.html', content: htmlOf(...page()) }]
  if (format === 'csv') return [{ name: 'mappings.csv', content: csvOf(entriesOf(chosen)) }]
  if (format === 'xlsx') return [{ name: 'mappings.xlsx', content: xlsxOf(entriesOf(chosen)) }]
  if (format === 'conceptmap') return conceptMapsOf(chosen).map(resourceFile)
  const { maps, resources } = fmlOf(mappings, chosen)
  return [...maps.map(({ name, text }) => ({ name, content: text })), ...resources.map(resourceFile)]
}

const pageAbout = [
  'How critical information is translated between the ki form, the API of Norsk helsenett (kj), plain FHIR R4 and the European Patient Summary. Each row serves both directions.',
  'Relations are those of FHIR R5 ConceptMap, the left side being the source. Safety names the meaning that a mistake in the row could turn round.',
]

function resourceFile(resource: JsonObject): Rendered {
  return { name: `${resource.resourceType}-${resource.id}.json`, content: `${writeJson(resource, { indent: 2 })}\n` }
}

/** The resources of a rendering as one collection Bundle, each by its canonical. */
export function bundleOf(files: readonly Rendered[]): string {
  const entry = files.map(({ content }) => {
    const resource = JSON.parse(String(content)) as { readonly url: string }
    return { fullUrl: resource.url, resource }
  })
  return `${JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }, null, 2)}\n`
}
