import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { elements, held } from '../profiles/folders.ts'

/** The constraint tables of the guides stand beside the repository and are not part of it. */
const tables = '../shared/spec/constraints'

type Row = Readonly<Record<string, unknown>>

interface Table {
  readonly profiles: readonly TableStructure[]
  readonly extensions: readonly TableStructure[]
  readonly valueSets: readonly Row[]
  readonly codeSystems: readonly Row[]
}

interface TableStructure extends Row {
  readonly url: string
  readonly elements: readonly Row[]
}

const obligation = 'http://hl7.org/fhir/StructureDefinition/obligation'
const additional = 'http://hl7.org/fhir/tools/StructureDefinition/additional-binding'
const impose = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-imposeProfile'
const actors = 'http://hl7.org/fhir/uv/ips/ActorDefinition/'

/** Only what is there: a table leaves out what a guide does not say. */
function compact(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
}

/** The parts of a complex extension, by their url. */
function parts(extension: fhir4.Extension): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (extension.extension ?? []).map(({ url, valueCode, valueCanonical }) => [url, valueCode ?? valueCanonical ?? '']),
  )
}

/** All extensions are of the kind asked for, or the profile says what no table says. */
function extensionsOf(extension: fhir4.Extension[] | undefined, url: string): fhir4.Extension[] | undefined {
  expect((extension ?? []).filter((one) => one.url !== url)).toEqual([])
  return extension
}

function bindingFacts(binding: fhir4.ElementDefinitionBinding): Row {
  const more = extensionsOf(binding.extension, additional)?.map(parts)
  return compact({ strength: binding.strength, valueSet: binding.valueSet, additional: more })
}

function slicingFacts({ discriminator, rules, ordered, ...other }: fhir4.ElementDefinitionSlicing): Row {
  expect(other).toEqual({})
  return compact({ by: discriminator?.map(({ type, path }) => `${type}:${path}`), rules, ordered })
}

function typeFacts({ code, profile, targetProfile, ...other }: fhir4.ElementDefinitionType): Row {
  expect(other).toEqual({})
  return compact({ code, profile, target: targetProfile })
}

/** Words of ours, and what follows from the id: no facts of a guide. */
const words = ['path', 'isModifierReason'] as const

/** The facts of an element as a table writes them. Whatever key is not spoken of stays and so is compared too. */
function elementFacts(element: fhir4.ElementDefinition): Row {
  const { extension, type, binding, slicing, constraint, ...plain } = element
  for (const word of words) delete plain[word]
  return compact({
    ...plain,
    obligation: extensionsOf(extension, obligation)
      ?.map(parts)
      .map(({ actor = '', code = '' }) => `${actor.replace(actors, '')} ${code}`),
    type: type?.map(typeFacts),
    binding: binding && bindingFacts(binding),
    slicing: slicing && slicingFacts(slicing),
    constraint: constraint?.map(({ human, ...facts }) => facts),
  })
}

function structureFacts(structure: fhir4.StructureDefinition, ownVersion: boolean): Row {
  const rows = elements(structure).map(elementFacts)
  return compact({
    url: structure.url,
    version: ownVersion ? structure.version : undefined,
    type: structure.type,
    base: structure.baseDefinition,
    context: structure.context?.map(({ type, expression }) => `${type}:${expression}`),
    imposeProfile: extensionsOf(structure.extension, impose)?.map(({ valueCanonical }) => valueCanonical),
    // FHIR wants one element at least: a root that says nothing stands for none.
    elements: rows.filter((row) => row.id !== structure.type || Object.keys(row).length > 1),
  })
}

function includeFacts({ system, concept, filter, ...other }: fhir4.ValueSetComposeInclude): Row {
  expect(other).toEqual({})
  return compact({
    system,
    concept: concept?.map(({ code }) => code),
    filter: filter?.map(({ property, op, value }) => `${property} ${op} ${value}`),
  })
}

const valueSetFacts = ({ url, compose }: fhir4.ValueSet): Row =>
  compact({ url, include: compose?.include.map(includeFacts), exclude: compose?.exclude?.map(includeFacts) })

const codeSystemFacts = ({ url, concept }: fhir4.CodeSystem): Row => ({
  url,
  concept: concept?.map(({ code, display }) => [code, display]),
})

const byUrl = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => (String(a.url) < String(b.url) ? -1 : 1))

describe.each([
  ['hl7.fhir.eu.eps#1.0.0-xtehr', ['hl7.fhir.eu.eps']],
  ['hl7.fhir.eu.base#2.0.0', ['hl7.fhir.eu.base']],
  ['hl7.fhir.eu.extensions.r4#1.2.0', ['hl7.fhir.eu.extensions.r4']],
  ['cross-version-and-ihe', ['hl7.fhir.uv.xver-r5.r4', 'ihe.pharm.mpd.r4']],
  ['hl7.fhir.no.basis#2.2.2', ['hl7.fhir.no.basis']],
] as const)('%s', (name, folders) => {
  const table = JSON.parse(readFileSync(`${tables}/${name}.json`, 'utf8')) as Table
  const resources = folders.flatMap((folder) => held(folder).map(({ resource }) => resource))
  const listed = [...table.profiles, ...table.extensions]

  test('every fact about a structure stands in its definition, and no other', () => {
    const ownVersion = listed.some(({ version }) => version !== undefined)
    const facts = resources.flatMap((one) =>
      one.resourceType === 'StructureDefinition' ? [structureFacts(one, ownVersion)] : [],
    )
    expect(byUrl(facts)).toEqual(byUrl(listed))
    expect(listed.length).toBeGreaterThan(0)
  })

  test('every code stands in its value set or code system, and no other', () => {
    const sets = resources.flatMap((one) => (one.resourceType === 'ValueSet' ? [valueSetFacts(one)] : []))
    const systems = resources.flatMap((one) => (one.resourceType === 'CodeSystem' ? [codeSystemFacts(one)] : []))
    expect(byUrl(sets)).toEqual(byUrl(table.valueSets))
    expect(byUrl(systems)).toEqual(byUrl(table.codeSystems))
  })
})
