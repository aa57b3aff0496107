import { fhirModel } from '../../definition/model.ts'
import type { JsonObject } from '../../document/json.ts'
import type { CodeTable, Relation } from '../../terminology/code-table.ts'
import type { Direction } from '../hop.ts'
import type { Mappings, Row, Side, Table } from '../table.ts'
import { equivalenceOf, inverse } from './equivalence.ts'
import { howOf } from './words.ts'

/** One thing beside another; a target of '' is none. */
interface Pair {
  readonly source: string
  readonly sourceDisplay?: string | undefined
  readonly target: string
  readonly targetDisplay?: string | undefined
  readonly relation: Relation
  readonly comment: string
}

/**
 * R4 ConceptMaps (https://hl7.org/fhir/R4/conceptmap.html): for each code table, and for each table with element ids as
 * codes, as HL7 Europe's mapping pages have them; one map for each direction, since a ConceptMap has only one. They state
 * what is beside what. How a value crosses is in the comments.
 */
export function conceptMapsOf(mappings: Mappings): JsonObject[] {
  const directions: readonly Direction[] = ['forward', 'backward']
  return [
    ...mappings.tables.flatMap((table) => directions.map((one) => tableMap(mappings, table, one))),
    ...mappings.codes.flatMap((codes) => directions.map((one) => codesMap(mappings, codes, one))),
  ]
}

/** The name that a map has in its canonical, and the file that it is written to. */
export function mapName(id: string, direction: Direction): string {
  return `${plainName(id)}-${direction}`
}

/** As an id of FHIR may be: letters, digits, hyphens and dots, at most 64 with what comes after. */
export function plainName(id: string): string {
  return id.replace(/[^A-Za-z0-9.]+/g, '-').slice(0, 50)
}

export function conceptMapUrl(id: string, direction: Direction): string {
  return `urn:kritinfo:ConceptMap:${mapName(id, direction)}`
}

function tableMap(mappings: Mappings, table: Table, direction: Direction): JsonObject {
  const [from, to] = direction === 'forward' ? (['left', 'right'] as const) : (['right', 'left'] as const)
  const pairs = table.rows.flatMap((row) => rowPairs(row, from, to, direction))
  const systemOf = (side: Side, id: string) =>
    isDefined(id) ? canonicalOf(side) : `urn:kritinfo:element-id:${side.root}`
  const groups = grouped(pairs, (pair) => ({
    source: systemOf(table[from], pair.source),
    target: systemOf(table[to], pair.target === '' ? table[to].root : pair.target),
  }))
  return conceptMap(mappings, table.id, direction, `Elements of ${table.id}`, groups)
}

/** Pairs by the systems of their two sides, in the order in which these are first met. */
function grouped(pairs: readonly Pair[], systems: (pair: Pair) => Omit<Group, 'pairs'>): Group[] {
  const groups = new Map<string, Group & { readonly pairs: Pair[] }>()
  for (const pair of pairs) {
    const { source, target } = systems(pair)
    const key = `${source} ${target}`
    const group = groups.get(key) ?? { source, target, pairs: [] }
    group.pairs.push(pair)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/**
 * True for an element that the definition of the type itself lists. A slice, one type of a choice, and what lies inside a
 * data type are ids as well (https://hl7.org/fhir/R4/elementdefinition.html#id), but no codes of that definition; they get
 * a system of their own. The `ki` form's model lists all its elements.
 */
function isDefined(id: string): boolean {
  if (!/^[A-Z]/.test(id)) return true
  const [root = '', ...names] = id.split('.')
  let type: string | undefined = root
  for (const name of names) {
    const holder: string = type ?? ''
    type = holder === root || holder.includes('.') ? fhirModel().child(holder, name)?.type : undefined
    if (type === undefined) return false
  }
  return true
}

/** Elements of the `ki` form belong to a logical model of ours, others to a type or profile. */
export function canonicalOf({ root, profile }: Side): string {
  const type = root.split('.')[0] ?? root
  return profile ?? (/^[A-Z]/.test(root) ? `http://hl7.org/fhir/StructureDefinition/${type}` : logicalUrl(root))
}

export function logicalUrl(root: string): string {
  return `urn:kritinfo:StructureDefinition:${root}`
}

/**
 * Where a meaning is spread over several elements, one of them beside another is no more than related: only the row as a
 * whole is what the relation says.
 */
function rowPairs(row: Row, from: 'left' | 'right', to: 'left' | 'right', direction: Direction): Pair[] {
  const targets = row.relation === 'no-map' ? [] : row[to]
  const alone = row.left.length === 1 && row.right.length === 1
  const stated = direction === 'forward' ? row.relation : inverse(row.relation)
  const spread =
    alone || targets.length === 0
      ? ''
      : ` Together: ${row.left.map(({ id }) => id).join(', ')} and ${row.right.map(({ id }) => id).join(', ')}, ${row.relation}.`
  const comment = `${row.id}: ${row.note}. ${howOf(row)}.${spread}`
  return row[from].flatMap(({ id }): Pair[] => {
    if (targets.length === 0) return [{ source: id, target: '', relation: 'no-map', comment }]
    const relation = alone ? stated : 'related-to'
    return targets.map((target) => ({ source: id, target: target.id, relation, comment }))
  })
}

function codesMap(mappings: Mappings, codes: CodeTable, direction: Direction): JsonObject {
  const forward = direction === 'forward'
  const pairs = codes.rows.map((row): Pair => {
    const relation = row.right === '' || row.left === '' ? 'no-map' : row.relation
    const [source, target] = forward ? [row.left, row.right] : [row.right, row.left]
    const [sourceDisplay, targetDisplay] = forward
      ? [row.leftDisplay, row.rightDisplay]
      : [row.rightDisplay, row.leftDisplay]
    const comment = [row.note, row.confidence === 'high' ? '' : `Confidence: ${row.confidence}.`].filter(
      (one) => one !== '',
    )
    return {
      source,
      sourceDisplay,
      target: relation === 'no-map' ? '' : target,
      targetDisplay,
      relation: forward ? relation : inverse(relation),
      comment: comment.join(' '),
    }
  })
  const right = codes.rightCodes ?? codes.rightSystem
  const [source, target] = forward ? [codes.leftSystem, right] : [right, codes.leftSystem]
  const address = (system: string) =>
    /^[a-z][a-z0-9+.-]*:/i.test(system)
      ? system
      : `urn:kritinfo:CodeSystem:${plainName(system === '' ? codes.id : system)}`
  const stated = pairs.filter((one) => one.source !== '')
  const group = { source: address(source), target: address(target), pairs: stated }
  return conceptMap(mappings, codes.id, direction, `Codes of ${codes.id}`, stated.length === 0 ? [] : [group])
}

interface Group {
  readonly source: string
  readonly target: string
  readonly pairs: readonly Pair[]
}

function conceptMap(
  mappings: Mappings,
  id: string,
  direction: Direction,
  about: string,
  groups: readonly Group[],
): JsonObject {
  const title = `${about}, ${direction === 'forward' ? 'left to right' : 'right to left'}`
  const name = mapName(id, direction)
  return {
    resourceType: 'ConceptMap',
    id: name,
    text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${escaped(title)}.</p></div>` },
    url: conceptMapUrl(id, direction),
    version: mappings.version,
    name: computableName(name),
    title,
    status: 'draft',
    experimental: false,
    ...(groups.length === 0 ? {} : { group: groups.map(groupOf) }),
  }
}

/** A name that programs can use (R4 cmd-0): a capital first, then letters, digits and `_`. */
export function computableName(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((one) => one !== '')
  const joined = words.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join('')
  return /^[A-Z]/.test(joined) ? joined : `Map${joined}`
}

function groupOf({ source, target, pairs }: Group): JsonObject {
  const bySource = new Map<string, Pair[]>()
  for (const pair of pairs) bySource.set(pair.source, [...(bySource.get(pair.source) ?? []), pair])
  return {
    source,
    target,
    element: [...bySource].map(([code, list]): JsonObject => {
      const display = list.find((one) => one.sourceDisplay !== undefined)?.sourceDisplay
      return { code, ...(display === undefined ? {} : { display }), target: list.map(targetOf) }
    }),
  }
}

function targetOf({ target, targetDisplay, relation, comment }: Pair): JsonObject {
  return {
    ...(target === '' ? {} : { code: target }),
    ...(target === '' || targetDisplay === undefined ? {} : { display: targetDisplay }),
    equivalence: equivalenceOf(target === '' ? 'no-map' : relation),
    // R4 cmd-1: a narrower target needs a comment.
    ...(comment === '' && relation !== 'source-is-broader-than-target'
      ? {}
      : { comment: comment === '' ? 'The target says less.' : comment }),
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
