import { isObject, type Json } from '../../src/document/json.ts'
import type { Site } from './elements.ts'
import { edit, type Mutation, type Operator } from './mutation.ts'
import { at, listOf, put, remove } from './tree.ts'

/**
 * What a profile may forbid: anything taken away, doubled, turned round or coded otherwise. Whether the profile does
 * forbid it is the official engine's to say.
 */
export const profile: Operator = ({ sites, root }) => {
  if (!isObject(root.meta) || root.meta.profile === undefined) return []
  return sites.filter((site) => !site.path.includes('div')).flatMap(changes)
}

function changes(site: Site): Mutation[] {
  const { element, path, value } = site
  const to = (rule: string, act: (root: Json) => void) => edit(`profile: ${rule}`, place(site), act)
  return [
    to('element out', (root) => remove(root, path)),
    ...(element.repeats ? lists(site, to) : []),
    ...(element.type === 'Coding' && isObject(value)
      ? [
          to('another code', (root) => put(root, [...path, 'code'], '00000-0')),
          to('another system', (root) => put(root, [...path, 'system'], 'http://example.org/other')),
          to('another coding added', (root) => {
            listOf(at(root, path.slice(0, -1))).unshift({ system: 'http://example.org/other', code: 'x' })
          }),
        ]
      : []),
    ...(element.type === 'CodeableConcept'
      ? [to('text for a code', (root) => put(root, path, { text: 'words' }))]
      : []),
    ...(element.type === 'Reference'
      ? [to('display for a reference', (root) => put(root, path, { display: 'a' }))]
      : []),
    ...(element.type === 'code' ? [to('another word', (root) => put(root, path, 'unknown'))] : []),
  ]
}

function lists(site: Site, to: (rule: string, act: (root: Json) => void) => Mutation): Mutation[] {
  const list = site.path.slice(0, -1)
  return [
    to('element twice', (root) => void listOf(at(root, list)).push(structuredClone(at(root, site.path)))),
    to('list turned round', (root) => void listOf(at(root, list)).reverse()),
    to('list out', (root) => remove(root, list)),
  ]
}

/** The element with the resource that it stands in, and the indices: in a profile the third section is not the first. */
function place({ element, path }: Site): string {
  return `${element.id} ${path.filter((step) => typeof step === 'number').join('.')}`.trim()
}
