import type { Filtered } from './filter.ts'

/** Tables that lie between the same two forms. */
export interface Group {
  /** What their names begin with. */
  readonly edge: string
  /** `ki ⇄ r4`, or the name of a dialect. */
  readonly name: string
  readonly members: readonly Filtered[]
}

const edges: Readonly<Record<string, string>> = { 'ki-r4': 'ki ⇄ r4', 'kj-r4': 'kj ⇄ r4', 'r4-eps': 'r4 ⇄ eps' }

/** Tables by their edge: the ways between the four forms first, then those of dialects and of users. */
export function groupsOf(all: readonly Filtered[]): Group[] {
  const found = new Map<string, Filtered[]>()
  for (const one of all) {
    const edge = edgeOf(one.table.id)
    found.set(edge, [...(found.get(edge) ?? []), one])
  }
  const isOwn = (edge: string) => Object.hasOwn(edges, edge)
  const order = [
    ...Object.keys(edges).filter((edge) => found.has(edge)),
    ...[...found.keys()].filter((one) => !isOwn(one)),
  ]
  return order.map((edge) => ({ edge, name: edges[edge] ?? edge, members: found.get(edge) ?? [] }))
}

function edgeOf(id: string): string {
  return id.includes('/') ? (id.split('/')[0] ?? '') : ''
}

/** The names of the two forms that a table lies between, left and right. */
export function formsOf(id: string): readonly [left: string, right: string] {
  const [edge = ''] = id.split('/')
  const [left = '', right = ''] = edge.split('-')
  return Object.hasOwn(edges, edge) ? [left, right] : [edge, '']
}
