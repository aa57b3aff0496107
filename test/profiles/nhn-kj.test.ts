import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { elements, held, structures } from './folders.ts'

const nhn = structures('nhn.kj')

/** The files below a folder whose names end so. */
function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
}

/** Keys of an element that constrain nothing by themselves. */
const silent = new Set(['id', 'path', 'sliceName', 'slicing', 'short', 'definition', 'comment'])

test('every constraint says where it comes from', () => {
  const unsourced = nhn.flatMap((structure) =>
    elements(structure)
      .filter(({ id }) => structure.type !== 'Extension' || id === 'Extension.value[x]')
      .filter((element) => Object.keys(element).some((key) => !silent.has(key)))
      .filter(({ comment = '' }) => !/https?:\/\/\S+/.test(comment))
      .map(({ id }) => `${structure.id} ${id}`),
  )
  expect(unsourced).toEqual([])
})

test('every definition names its source, and assumptions that exist', () => {
  const { assumptions } = parse(readFileSync('mappings/assumptions.yaml', 'utf8')) as { assumptions: { id: string }[] }
  const ids = new Set(assumptions.map(({ id }) => id))
  for (const { resource } of held('nhn.kj')) {
    const { purpose = '', description = '' } = resource
    expect([resource.id, purpose]).toEqual([resource.id, expect.stringMatching(/^From \S/)])
    for (const [id] of `${purpose} ${description}`.matchAll(/\bA-[a-z0-9-]+/g))
      expect([resource.id, ids.has(id)]).toEqual([resource.id, true])
  }
})

test('every assumption about the profiles is named by one', () => {
  const text = held('nhn.kj')
    .map(({ resource }) => resource.purpose)
    .join('\n')
  for (const id of ['profiles', 'cardinalities', 'extension-values', 'extension-context', 'unknown-extensions'])
    expect(text).toContain(`A-kj-${id}`)
})

test('every address of NHN that the tables and examples use is defined', () => {
  const defined = new Set(held('nhn.kj').map(({ resource }) => resource.url))
  const used = [...filesUnder('mappings', '.yaml'), ...filesUnder('examples', 'kj.json')].flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(/http:\/\/nhn\.no\/kj\/fhir\/(?:StructureDefinition|CodeSystem)\/[\w-]+/g),
    ].map(([address]) => address),
  )
  expect(used.length).toBeGreaterThan(50)
  expect(used.filter((address) => !defined.has(address))).toEqual([])
})

test('no value set takes an address that NHN has not given it', () => {
  const own = held('nhn.kj').filter(({ resource }) => resource.resourceType === 'ValueSet')
  expect(own.map(({ resource }) => resource.url).filter((url) => !url?.startsWith('urn:kritinfo:'))).toEqual([])
})
