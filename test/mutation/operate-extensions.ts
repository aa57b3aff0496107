import { isObject, type Json, type JsonObject } from '../../src/document/json.ts'
import { isPrimitive, type Site } from './elements.ts'
import { edit, type Mutation, type Operator } from './mutation.ts'
import { put } from './tree.ts'

const core = 'http://hl7.org/fhir/StructureDefinition'

/** Extensions that are wrong in themselves (https://hl7.org/fhir/R4/extensibility.html), wherever they stand. */
const wrong: readonly (readonly [rule: string, extension: Json])[] = [
  ['without url', { valueString: 'a' }],
  ['with an empty url', { url: '', valueString: 'a' }],
  ['with a relative url', { url: 'nationality', valueString: 'a' }],
  ['with a url that is a number', { url: 7, valueString: 'a' }],
  ['with neither value nor extension', { url: 'urn:x:y' }],
  ['with value and extension', { url: 'urn:x:y', valueString: 'a', extension: [{ url: 'b', valueString: 'c' }] }],
  ['with two values', { url: 'urn:x:y', valueString: 'a', valueInteger: 1 }],
  ['with a type that is not allowed', { url: 'urn:x:y', valueNarrative: { status: 'empty' } }],
  ['with a type that is not', { url: 'urn:x:y', valuePasient: 'a' }],
  ['with an untyped value', { url: 'urn:x:y', value: 'a' }],
  ['with an unknown key', { url: 'urn:x:y', valueString: 'a', unheard: 1 }],
  ['that is a string', 'urn:x:y'],
  ['that is empty', {}],
  ['whose value has the wrong format', { url: 'urn:x:y', valueDate: '2020-02-30' }],
  ['of another type', { url: `${core}/patient-mothersMaidenName`, valueInteger: 1 }],
  ['of a fixed type with the wrong one', { url: `${core}/data-absent-reason`, valueString: 'unknown' }],
  ['with a code out of its value set', { url: `${core}/data-absent-reason`, valueCode: 'lost' }],
  ['complex with a value', { url: `${core}/patient-nationality`, valueString: 'NO' }],
  ['complex with an unknown part', { url: `${core}/patient-nationality`, extension: [{ url: 'x', valueString: 'a' }] }],
  ['out of its place', { url: `${core}/patient-birthTime`, valueDateTime: '2020-01-01' }],
  ['of another resource', { url: `${core}/composition-clinicaldocument-versionNumber`, valueString: '1' }],
]

/** Extensions on the root, on objects and on primitives; modifiers where they may stand and where they may not. */
export const extensions: Operator = ({ sites }) => [
  ...wrong.map(([rule, extension]) => add(`extension ${rule}`, 'root', [], 'extension', extension)),
  ...modifiers('root', []),
  ...shapes('root', []),
  ...sites.filter((site) => isObject(site.value) && site.element.type !== 'Resource').flatMap(onObject),
  ...sites.filter((site) => isPrimitive(site.element.type) && !site.element.repeats).flatMap(onPrimitive),
]

function add(rule: string, place: string, path: Site['path'], key: string, extension: Json): Mutation {
  return edit(rule, place, (root) => put(root, [...path, key], [structuredClone(extension)]))
}

function onObject({ element, path }: Site): Mutation[] {
  const inside = wrong.map(([rule, extension]) => add(`extension ${rule}`, element.id, path, 'extension', extension))
  return [...inside, ...modifiers(element.id, path), ...shapes(element.id, path)]
}

function onPrimitive({ element, owner }: Site): Mutation[] {
  const put1 = (rule: string, extension: Json) =>
    edit(`primitive's extension ${rule}`, element.id, (root) => {
      put(root, [...owner, `_${element.key}`], { extension: [structuredClone(extension)] } as JsonObject)
    })
  return wrong.slice(0, 8).map(([rule, extension]) => put1(rule, extension))
}

/** https://hl7.org/fhir/R4/extensibility.html#modifierExtension */
function modifiers(place: string, path: Site['path']): Mutation[] {
  return [
    add('modifier extension that is not known', place, path, 'modifierExtension', { url: 'urn:x:y', valueString: 'a' }),
    add('modifier extension that is no modifier', place, path, 'modifierExtension', {
      url: `${core}/data-absent-reason`,
      valueCode: 'unknown',
    }),
  ]
}

function shapes(place: string, path: Site['path']): Mutation[] {
  return [
    edit('extension not an array', place, (root) =>
      put(root, [...path, 'extension'], { url: 'urn:x:y', valueString: 'a' }),
    ),
    edit('extension an empty array', place, (root) => put(root, [...path, 'extension'], [])),
    edit('extension more often than once', place, (root) =>
      put(root, [...path, 'extension'], Array(2).fill({ url: `${core}/data-absent-reason`, valueCode: 'unknown' })),
    ),
  ]
}
