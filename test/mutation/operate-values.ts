import { isObject, type Json } from '../../src/document/json.ts'
import { isPrimitive, type Site, childrenOf } from './elements.ts'
import { edit, type Mutation, type Operator } from './mutation.ts'
import { at, objectOf, put, remove } from './tree.ts'
import { wrongValues } from './wrong-values.ts'

/** Formats, codes, choices: https://hl7.org/fhir/R4/datatypes.html */
export const values: Operator = ({ sites }) =>
  sites.flatMap((site) => [...formats(site), ...codes(site), ...choices(site)])

function formats(site: Site): Mutation[] {
  const { element, path } = site
  return (wrongValues[element.type] ?? []).map(([rule, wrong]) =>
    edit(`${element.type}: ${rule}`, element.id, (root) => put(root, path, structuredClone(wrong))),
  )
}

/** Codes under a required binding, as a code and as the coding of a concept. */
function codes(site: Site): Mutation[] {
  const { element, path, value } = site
  if (!element.required) return []
  if (element.type === 'code') {
    return [
      edit('required code unknown', element.id, (root) => put(root, path, 'not-a-code')),
      edit('required code of another case', element.id, (root) => put(root, path, String(value).toUpperCase())),
    ]
  }
  if (!isObject(value)) return []
  const coding = Array.isArray(value.coding) ? [...path, 'coding', 0] : path
  if (element.type === 'CodeableConcept' && coding === path) return []
  return [
    edit('required concept with an unknown code', element.id, (root) => put(root, [...coding, 'code'], 'not-a-code')),
    edit('required concept of another system', element.id, (root) => put(root, [...coding, 'system'], 'urn:x:other')),
    edit('required concept without system', element.id, (root) => remove(root, [...coding, 'system'])),
    edit('required concept without code', element.id, (root) => remove(root, [...coding, 'code'])),
  ]
}

/** https://hl7.org/fhir/R4/formats.html#choice */
function choices(site: Site): Mutation[] {
  const { element, owner, value, parent } = site
  if (!element.id.endsWith('[x]')) return []
  const name = element.id.slice(element.id.lastIndexOf('.') + 1, -3)
  const renamed = (rule: string, to: string, content: Json = value) =>
    edit(rule, element.id, (root) => {
      remove(root, [...owner, element.key])
      put(root, [...owner, to], content)
    })
  const other = [...childrenOf(parent).values()].find((one) => one.id === element.id && one.key !== element.key)
  const sample: Json = other === undefined ? 'text' : isPrimitive(other.type) ? '2020' : { id: 'a' }
  return [
    renamed('choice without type', name),
    renamed('choice of an unknown type', `${name}Nothing`),
    renamed('choice of a type that is not allowed', `${name}Money`, { value: 1, currency: 'NOK' }),
    renamed('choice in another case', `${name}${element.key.slice(name.length).toLowerCase()}`),
    ...(other === undefined
      ? []
      : [
          edit('two values of a choice', element.id, (root) => put(root, [...owner, other.key], sample)),
          renamed('choice value of another type', other.key),
        ]),
  ]
}

/** Rules of data types that hold wherever the type stands, by taking a part away. */
export const parts: Operator = ({ sites }) =>
  sites.flatMap((site) => {
    const part = needed[site.element.type]
    if (part === undefined || !isObject(site.value) || !Object.hasOwn(site.value, part)) return []
    const rule = `${site.element.type} without ${part}`
    return [edit(rule, site.element.id, (root) => void delete objectOf(at(root, site.path))[part])]
  })

const needed: Readonly<Record<string, string>> = {
  Quantity: 'system',
  ContactPoint: 'system',
  Attachment: 'contentType',
  Narrative: 'status',
  Annotation: 'text',
  Ratio: 'denominator',
  SampledData: 'origin',
}
