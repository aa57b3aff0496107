import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Definition, elements, held, structures } from './folders.ts'

const installed = ['hl7.fhir.r4.core', 'hl7.terminology.r4', 'hl7.fhir.uv.extensions.r4', 'hl7.fhir.uv.ips']

/** The canonicals of the definitions in an installed FHIR package. */
function canonicalsOf(name: string): (string | undefined)[] {
  const folder = join('node_modules', name)
  return readdirSync(folder)
    .filter((file) => /^(?:StructureDefinition|ValueSet|CodeSystem)-/.test(file))
    .map((file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as Definition).url)
}

const known = new Set([...held().map(({ resource }) => resource.url), ...installed.flatMap(canonicalsOf)])

/** Value sets that are bound and neither here nor in an installed package, with the reason. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/terminology\.ehdsi\.eu\/ValueSet\/eHDSI/, 'MyHealth@EU publishes its value sets in no FHIR package'],
  [/^http:\/\/hl7\.org\/fhir\/5\.0\/ValueSet\/R5-/, 'contents of the cross-version package are not at hand'],
  [/^urn:oid:2\.16\.578\.1\.12\.4\.1\.1\.\d+$/, 'a Norwegian code list, bound by its OID as if it were a value set'],
  [/^urn:iso:std:iso:3166$/, 'a code system, bound as if it were a value set'],
  [/^https:\/\/register\.geonorge\.no\//, "the mapping authority's register of municipalities, no FHIR resource"],
  [/^http:\/\/www\.rfc-editor\.org\/bcp\/bcp13\.txt$/, 'a text of the IETF, no FHIR resource'],
  [/\/no-basis-virtual-service-type-vs$/, 'the value set of that package is called no-basis-virtual-service-type'],
  [
    /\/fhir\/ValueSet\/(?:unit-of-presentation|medicinal-product-classification|substance-codes)$/,
    'R4 has none of that name',
  ],
]

/** The canonical without its version. */
const bare = (canonical: string): string => canonical.split('|')[0] ?? canonical

test('bases, profiles and targets are here or installed', () => {
  const used = structures().flatMap((structure) => [
    structure.baseDefinition ?? '',
    ...(structure.extension ?? []).map(({ valueCanonical }) => valueCanonical ?? ''),
    ...elements(structure).flatMap(({ type = [] }) =>
      type.flatMap(({ profile = [], targetProfile = [] }) => [...profile, ...targetProfile]),
    ),
  ])
  expect(used.map(bare).filter((canonical) => !known.has(canonical))).toEqual([])
})

test('types of elements are types of R4', () => {
  const codes = structures().flatMap((one) => elements(one).flatMap(({ type = [] }) => type.map(({ code }) => code)))
  expect(codes.filter((code) => !known.has(`http://hl7.org/fhir/StructureDefinition/${code}`))).toEqual([])
})

/** The value sets that an element binds, the additional ones included. */
function boundOf({ binding }: fhir4.ElementDefinition): string[] {
  const additional = (binding?.extension ?? []).flatMap(({ extension = [] }) =>
    extension.flatMap(({ url, valueCanonical }) => (url === 'valueSet' && valueCanonical ? [valueCanonical] : [])),
  )
  return [...(binding?.valueSet === undefined ? [] : [binding.valueSet]), ...additional].map(bare)
}

test('value sets are here or installed, or listed with the reason why not', () => {
  const missing = structures()
    .flatMap((structure) => elements(structure).flatMap(boundOf))
    .filter((canonical) => !known.has(canonical))
  expect(missing.filter((canonical) => !elsewhere.some(([pattern]) => pattern.test(canonical)))).toEqual([])
  for (const [pattern, reason] of elsewhere)
    expect([reason, missing.some((canonical) => pattern.test(canonical))]).toEqual([reason, true])
})

test('a value set says what it includes; a code system has each code once, and counts them where it has all', () => {
  for (const { resource } of held()) {
    if (resource.resourceType === 'ValueSet') expect(resource.compose?.include.length).toBeGreaterThan(0)
    if (resource.resourceType !== 'CodeSystem') continue
    const codes = (resource.concept ?? []).map(({ code }) => code)
    expect([resource.url, new Set(codes).size]).toEqual([resource.url, codes.length])
    expect([resource.url, resource.count]).toEqual([
      resource.url,
      resource.content === 'complete' ? codes.length : undefined,
    ])
    expect([resource.url, codes.length > 0]).toEqual([resource.url, resource.content !== 'not-present'])
  }
})
