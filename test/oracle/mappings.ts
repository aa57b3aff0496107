import { renderTexts } from '../../src/mapping/render/render.ts'
import { standardToolkit } from '../../src/toolkit.ts'
import type { Job } from './engine.ts'

/**
 * What the tables are exported to: ConceptMaps, maps of the FHIR Mapping Language, and the logical models that these name.
 * Names of jobs begin with `mappings: `.
 */
export function mappingJobs(): Job[] {
  const { mappings } = standardToolkit()
  const files = new Map(
    [...renderTexts(mappings, 'conceptmap'), ...renderTexts(mappings, 'fml')].map((one) => [one.name, one]),
  )
  return [...files.values()].map(({ name, content }) => ({
    name: `mappings: ${name}`,
    text: String(content),
    kind: name.endsWith('.fml') ? 'map' : 'known',
  }))
}
