import { writeJson } from '../../document/json-write.ts'
import type { JsonObject } from '../../document/json.ts'
import type { Mappings } from '../table.ts'
import { conceptMapsOf } from './concept-map.ts'
import { csvOf } from './csv.ts'
import { entriesOf } from './entry.ts'
import { fmlOf } from './fml/fml.ts'
import { markdownOf } from './markdown.ts'
import { type MappingsPage, sectionsOf } from './section.ts'
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

/** The tables in any format but HTML, which is drawn (`src/page/mappings`). Pure: same tables, same bytes. */
export function renderTexts(
  mappings: Mappings,
  format: Exclude<RenderFormat, 'html'>,
  selection: Selection = {},
): Rendered[] {
  if (format === 'md') return [{ name: 'mappings.md', content: markdownOf(pageOf(mappings, selection)) }]
  const chosen = select(mappings, selection)
  if (format === 'csv') return [{ name: 'mappings.csv', content: csvOf(entriesOf(chosen)) }]
  if (format === 'xlsx') return [{ name: 'mappings.xlsx', content: xlsxOf(entriesOf(chosen)) }]
  if (format === 'conceptmap') return conceptMapsOf(chosen).map(resourceFile)
  const { maps, resources } = fmlOf(mappings, chosen)
  return [...maps.map(({ name, text }) => ({ name, content: text })), ...resources.map(resourceFile)]
}

/** What a page of the tables says. */
export function pageOf(mappings: Mappings, selection: Selection): MappingsPage {
  return {
    title: `Mappings ${mappings.version}`,
    about: pageAbout,
    sections: sectionsOf(select(mappings, selection)),
  }
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
