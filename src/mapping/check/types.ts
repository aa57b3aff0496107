import { codecs } from '../../codec/registry.ts'
import type { Mappings, Row, Slice, Table } from '../table.ts'
import { allRows, type CheckKit, isFhir, type SideName, sides, type Tell } from './kit.ts'
import { fits, isList, isOpen, kindOf, kindOfType, memberKind, typeNames } from './kinds.ts'
import { isProblem, type Located, locate } from './locate.ts'

interface Scene {
  readonly row: Row
  readonly table: Table
  readonly mappings: Mappings
  readonly kit: CheckKit
  /** The elements of each side, those that are only read after the others. */
  readonly found: Readonly<Record<SideName, readonly Located[]>>
}

/** What a row joins can be joined: types meet, and codecs get what they take. */
export function checkTypes(mappings: Mappings, kit: CheckKit, tell: Tell): void {
  const slices = new Map(mappings.slices.map((one) => [one.id, one]))
  for (const table of mappings.tables) {
    for (const row of table.rows) {
      const scene = sceneOf(row, table, mappings, kit, slices)
      const problem = scene === undefined || row.via === undefined ? undefined : problemOf(scene)
      if (problem !== undefined) tell('CHK-004', row, { row: row.id, problem }, 'via')
    }
  }
}

/** Undefined where an element cannot be found: that is told already. */
function sceneOf(
  row: Row,
  table: Table,
  mappings: Mappings,
  kit: CheckKit,
  slices: ReadonlyMap<string, Slice>,
): Scene | undefined {
  const at = (side: SideName) =>
    [...row[side], ...row.context[side]].map((element) => locate(element, table, side, kit, slices))
  const left = at('left')
  const right = at('right')
  if ([...left, ...right].some(isProblem)) return undefined
  return { row, table, mappings, kit, found: { left: left as Located[], right: right as Located[] } }
}

function problemOf(scene: Scene): string | undefined {
  const name = scene.row.via?.name ?? ''
  const codec = Object.hasOwn(codecs, name) ? codecs[name] : undefined
  if (codec !== undefined) return codecProblem(scene, codec.takes)
  return Object.hasOwn(moves, name) ? moves[name]?.(scene) : undefined
}

function codecProblem({ row, found }: Scene, takes: (typeof codecs)[string]['takes']): string | undefined {
  for (const side of sides) {
    const kinds = found[side].map(kindOf)
    const wanted = takes[side]
    if (kinds.length !== wanted.length)
      return `${row.via?.name} takes ${wanted.length} elements on the ${side}, with those it only reads`
    const index = kinds.findIndex((kind, position) => !fits(kind, wanted[position] ?? 'any'))
    if (index >= 0)
      return `${row.via?.name} takes a ${wanted[index]} there, and "${idOf(row, side, index)}" is a ${kinds[index]}`
  }
  return undefined
}

function idOf(row: Row, side: SideName, index: number): string {
  return [...row[side], ...row.context[side]][index]?.id ?? ''
}

/** What the moves of whole elements ask of the two sides. */
const moves: Readonly<Record<string, (scene: Scene) => string | undefined>> = {
  same: sameProblem,
  value: sameProblem,
  portable: sameProblem,
  rest: sameProblem,
  agent: (scene) => allOf(scene, 'CodeableConcept'),
  constant: constantProblem,
  codings: codingsProblem,
  table: (scene) => tableProblem(scene),
  reference: referenceProblem,
}

function sameProblem({ row, found: { left, right } }: Scene): string | undefined {
  const [from] = left
  const [to] = right
  if (from === undefined || to === undefined || left.length > 1 || right.length > 1)
    return `${row.via?.name} takes one element on each side`
  if (isOpen(from) || isOpen(to)) return undefined
  if (isList(from) !== isList(to)) return 'one side is a list and the other is not'
  if (from.form === 'fhir' && to.form === 'fhir') return typesMeet(from, to)
  return fits(memberKind(from), memberKind(to)) && memberKind(from) !== 'object'
    ? undefined
    : `a ${memberKind(from)} on the left cannot cross unchanged to a ${memberKind(to)} on the right`
}

/** Texts of FHIR that differ in what they may hold, and not in what they are, pass for one another. */
const texts: ReadonlySet<string> = new Set([
  'string',
  'markdown',
  'code',
  'id',
  'uri',
  'url',
  'canonical',
  'oid',
  'uuid',
])

function typesMeet(from: Located & { form: 'fhir' }, to: Located & { form: 'fhir' }): string | undefined {
  const lefts = typeNames(from.view)
  const rights = typeNames(to.view)
  const meet = lefts.some((one) => rights.some((other) => one === other || (texts.has(one) && texts.has(other))))
  return meet ? undefined : `${lefts.join(' or ')} on the left, ${rights.join(' or ')} on the right`
}

function allOf({ found }: Scene, type: string): string | undefined {
  const other = [...found.left, ...found.right].find(
    (one) => one.form === 'fhir' && !typeNames(one.view).includes(type),
  )
  return other === undefined ? undefined : `both sides must be ${type}`
}

function constantProblem({ row, found }: Scene): string | undefined {
  for (const [index, side] of sides.entries()) {
    const value = row.via?.args[index]
    if (value === undefined || value === '-') continue
    const [element] = found[side]
    if (element === undefined) return `there is a constant for the ${side} and no element`
    if (!fits(memberKind(element), 'text')) return `the constant of the ${side} is a text, and the element is none`
  }
  return undefined
}

function codingsProblem(scene: Scene): string | undefined {
  const { left, right } = scene.found
  const [from] = left
  const [to] = right
  if (from === undefined || to === undefined) return 'both sides must be lists of codes'
  if ([from, to].some((one) => !isList(one) && !isOpen(one))) return 'both sides must be lists of codes'
  return tableProblem(scene)
}

/** The table that an element is mapped by is about that element. */
function tableProblem({ row, table, mappings, kit, found }: Scene): string | undefined {
  const inner = mappings.tables.find((one) => one.id === row.via?.args[0])
  if (inner === undefined) return undefined
  for (const side of sides) {
    const [element] = found[side]
    if (element === undefined) return `${row.via?.name} takes one element on each side`
    const problem =
      element.form === 'fhir'
        ? rootProblem(typeNames(element.view), inner, side)
        : kiProblem(row, table, inner, side, mappings, kit)
    if (problem !== undefined) return problem
  }
  return undefined
}

function rootProblem(types: readonly string[], inner: Table, side: SideName): string | undefined {
  const { root } = inner[side]
  return types.includes(root)
    ? undefined
    : `${inner.id} is about ${root}, and the element on the ${side} is ${types.join(' or ')}`
}

/** A part of the ki form has no type: it has to have what the rows of the inner table name. */
function kiProblem(
  row: Row,
  table: Table,
  inner: Table,
  side: SideName,
  mappings: Mappings,
  kit: CheckKit,
): string | undefined {
  if (isFhir(inner, side)) return `${inner.id} has no part of the ki form on the ${side}`
  if (!kit.ki.isRoot(table[side].root)) return undefined
  const names = namesOf(row[side][0]?.id ?? '', table[side].root)
  const missing = allRows(inner, mappings)
    .flatMap((one) => one[side])
    .find(({ id }) => kit.ki.element(table[side].root, [...names, ...namesOf(id, inner[side].root)]) === undefined)
  return missing === undefined ? undefined : `${inner.id} maps "${missing.id}", which "${row[side][0]?.id}" has not`
}

function namesOf(id: string, root: string): string[] {
  return id === root ? [] : id.slice(root.length + 1).split('.')
}

function referenceProblem({ found }: Scene): string | undefined {
  for (const side of sides) {
    const [element] = found[side]
    if (element === undefined) return 'reference takes one element on each side'
    if (element.form === 'fhir' && !typeNames(element.view).includes('Reference'))
      return `the element on the ${side} is no Reference`
    if (element.form === 'ki' && !fits(memberKind(element), kindOfType('Reference')))
      return `the element on the ${side} is no part with members of its own`
  }
  return undefined
}
