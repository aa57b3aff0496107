import { type Rendered, type RenderFormat, renderTexts } from '../../mapping/render/render.ts'
import type { Selection } from '../../mapping/render/selection.ts'
import type { Mappings } from '../../mapping/table.ts'
import { mappingsPage } from './page.tsx'

/**
 * The tables for people and other tools: one file for a page, a workbook or CSV, one a resource for ConceptMaps, and for
 * FML one a map, with the models and ConceptMaps that the maps use. Pure: same tables, same bytes.
 */
export function render(mappings: Mappings, format: RenderFormat, selection: Selection = {}): Rendered[] {
  if (format !== 'html') return renderTexts(mappings, format, selection)
  return [{ name: 'mappings.html', content: mappingsPage(mappings, selection) }]
}
