import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json, JsonObject } from '../../src/document/json.ts'
import { treeOf } from '../../src/document/tree.ts'
import { describe as wordsOf, type Issue } from '../../src/issue/issue.ts'
import { standardValidation, validate } from '../../src/validate.ts'
import { arbitraryDocument, put, sitesOf } from './documents.ts'

const mark = 'zqmarkedqz'

/** Names of what is no value of a record: URLs of systems, profiles and extensions are named in messages. */
const named: ReadonlySet<string | number> = new Set(['system', 'url', 'profile'])

/** Ways to write the mark, so that it gets past the first look of many rules. */
const disguises: readonly ((text: string) => string)[] = [
  () => mark,
  (text) => `${text} ${mark}`,
  (text) => mark + text,
  () => `https://${mark}.test/Patient/${mark}`,
  () => `urn:uuid:${mark}`,
  () => `urn:oid:${mark}`,
  () => `#${mark}`,
  () => `Patient/${mark}`,
  () => `${mark}/1`,
  () => `2026-${mark}`,
  () => `<b onclick="${mark}">${mark}</b>`,
  () => `<div xmlns="http://www.w3.org/1999/xhtml"><p ${mark}="${mark}" style="${mark}">${mark}&${mark};</p></div>`,
  () => `<div xmlns="http://www.w3.org/1999/xhtml"><a href="${mark}:x">x</a><img src="${mark}"/></div>`,
]

/** All that a finding says beside its place. */
function saidBy(one: Issue): string {
  const { path: _path, ...rest } = one
  return `${JSON.stringify(rest)} ${wordsOf(one)} ${wordsOf(one, 'nb')}`
}

function leaksOf(document: JsonObject): string[] {
  const { issues, notChecked } = validate(standardValidation(), treeOf(document))
  return [...issues, ...notChecked]
    .filter((one) => saidBy(one).includes(mark))
    .map(({ code, path }) => `${code} ${path}`)
}

function isMarkable(
  { key, holder }: { key: string | number; holder: Json },
  parents: ReadonlyMap<Json, string | number>,
) {
  return !named.has(key) && !named.has(Array.isArray(holder) ? (parents.get(holder) ?? '') : '')
}

/** Texts that may be marked: those of a list are named as the list is. */
function markable(document: JsonObject) {
  const sites = sitesOf(document)
  const parents = new Map<Json, string | number>(sites.map(({ value, key }) => [value, key]))
  return sites.filter((site) => typeof site.value === 'string' && isMarkable(site, parents))
}

test('no finding holds a value of the record', () => {
  const marks = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...disguises)), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(arbitraryDocument, marks, (document, choices) => {
      const sites = markable(document)
      for (const [at, disguise] of choices) {
        const site = sites[at % sites.length]
        if (site !== undefined) put(site, disguise(String(site.value)))
      }
      expect(leaksOf(document)).toEqual([])
    }),
    { numRuns: Number(process.env.KRITINFO_RUNS ?? 400) },
  )
})

test('nor where all values are marked', () => {
  fc.assert(
    fc.property(arbitraryDocument, fc.constantFrom(...disguises), (document, disguise) => {
      for (const site of markable(document)) {
        if (site.key !== 'resourceType') put(site, disguise(String(site.value)))
      }
      expect(leaksOf(document)).toEqual([])
    }),
    { numRuns: Number(process.env.KRITINFO_RUNS ?? 200) },
  )
})

test('the type of a resource that is none is a value too', () => {
  const resource = { resourceType: mark, id: 'a' }
  const entry = (fullUrl: string): JsonObject => ({ fullUrl, resource })
  const bundle = (fullUrl: string): JsonObject => ({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [entry(fullUrl)],
  })
  expect(leaksOf(bundle('https://server.test/Patient/b'))).toEqual([])
  expect(leaksOf(resource)).toEqual([])
  expect(
    leaksOf({ resourceType: 'Patient', contained: [resource], managingOrganization: { reference: '#a' } }),
  ).toEqual([])
})
