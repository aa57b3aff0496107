import { isObject, type Json, type JsonObject, type Path } from '../../../document/json.ts'
import { printPath } from '../../../document/path.ts'
import { type NarrativeNode, narrativeNodes } from './xhtml.ts'

/** A narrative of a document: of a summary, of one of its sections, or of a resource. */
export interface NarrativePart {
  readonly kind: 'summary' | 'section' | 'resource'
  /** The title of a summary or section; of a resource its type. */
  readonly title: string
  readonly depth: number
  readonly place: string
  /** Undefined for a text that is not well formed. */
  readonly nodes: readonly NarrativeNode[] | undefined
}

export interface Narratives {
  readonly parts: readonly NarrativePart[]
  /** How many there are besides. */
  readonly others: number
}

/** So many are shown. */
const most = 200

interface Found {
  readonly kind: NarrativePart['kind']
  readonly title: string
  readonly depth: number
  readonly path: Path
  readonly div: string
}

/** What a document says in words for people: its Composition and the sections, else each resource. The `ki` form has none. */
export function narrativesOf(root: Json): Narratives {
  const resources = resourcesAt(root)
  const summary = resources.find(({ resource }) => resource.resourceType === 'Composition')
  const found =
    summary === undefined ? resources.flatMap(({ resource, path }) => ofResource(resource, path)) : ofSummary(summary)
  return {
    parts: found.slice(0, most).map(({ div, path, ...rest }) => ({
      ...rest,
      place: printPath(root, path),
      nodes: narrativeNodes(div),
    })),
    others: Math.max(found.length - most, 0),
  }
}

interface Placed {
  readonly resource: JsonObject
  readonly path: Path
}

function resourcesAt(root: Json): Placed[] {
  if (!isObject(root)) return []
  if (root.resourceType !== 'Bundle') return [{ resource: root, path: [] }]
  const entries = Array.isArray(root.entry) ? root.entry : []
  return entries.flatMap((entry, index) =>
    isObject(entry) && isObject(entry.resource)
      ? [{ resource: entry.resource, path: ['entry', index, 'resource'] }]
      : [],
  )
}

function ofResource(resource: JsonObject, path: Path): Found[] {
  return textOf(resource, path, 'resource', typeof resource.resourceType === 'string' ? resource.resourceType : '', 0)
}

function ofSummary({ resource, path }: Placed): Found[] {
  return [...textOf(resource, path, 'summary', titleOf(resource), 0), ...ofSections(resource, path, 1)]
}

function ofSections(holder: JsonObject, path: Path, depth: number): Found[] {
  const sections = Array.isArray(holder.section) ? holder.section : []
  return sections.flatMap((section, index) => {
    if (!isObject(section)) return []
    const place = [...path, 'section', index]
    return [...textOf(section, place, 'section', titleOf(section), depth), ...ofSections(section, place, depth + 1)]
  })
}

function textOf(holder: JsonObject, path: Path, kind: Found['kind'], title: string, depth: number): Found[] {
  const div = isObject(holder.text) ? holder.text.div : undefined
  return typeof div === 'string' ? [{ kind, title, depth, path: [...path, 'text', 'div'], div }] : []
}

function titleOf({ title }: JsonObject): string {
  return typeof title === 'string' ? title : ''
}
