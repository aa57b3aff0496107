import { describe, expect, test } from 'vitest'
import { filesOf, folders, held, installedVersion, manifestOf } from './folders.ts'

test('there are packages to test', () => {
  expect(folders).toEqual([
    'hl7.fhir.eu.base',
    'hl7.fhir.eu.eps',
    'hl7.fhir.eu.extensions.r4',
    'hl7.fhir.no.basis',
    'hl7.fhir.uv.xver-r5.r4',
    'ihe.pharm.mpd.r4',
    'kritinfo.r4',
    'nhn.kj',
  ])
})

describe.each(folders)('%s', (folder) => {
  const manifest = manifestOf(folder)

  test('is laid out like a FHIR package', () => {
    expect(manifest).toMatchObject({ name: folder, type: 'IG', fhirVersions: ['4.0.1'], license: 'Apache-2.0' })
    for (const text of [manifest.version, manifest.canonical, manifest.description])
      expect(text).toEqual(expect.stringMatching(/\S/))
    expect(filesOf(folder)).toContain('README.md')
  })

  test('depends on packages that are here or installed, in that version', () => {
    for (const [name, version] of Object.entries(manifest.dependencies ?? {}))
      expect([name, folders.includes(name) ? manifestOf(name).version : installedVersion(name)]).toEqual([
        name,
        version,
      ])
  })

  test.each(held(folder).map(({ file, resource }) => [file, resource] as const))(
    '%s names itself',
    (file, resource) => {
      expect(file).toBe(`${resource.resourceType}-${resource.id}.json`)
      expect(resource.id).toMatch(/^[A-Za-z0-9.-]{1,64}$/)
      expect(resource.name).toMatch(/^[A-Z][A-Za-z0-9_]{0,254}$/)
      expect(resource.url).toMatch(/^(?:https?:\/\/|urn:)\S+$/)
      for (const text of [resource.version, resource.title, resource.description])
        expect(text).toEqual(expect.stringMatching(/\S/))
    },
  )
})

test('no canonical and no name of a type stands twice', () => {
  const all = held().map(({ resource }) => resource)
  const canonicals = all.map(({ url }) => url)
  expect(canonicals.filter((url, index) => canonicals.indexOf(url) !== index)).toEqual([])
  for (const folder of folders) {
    const names = held(folder).map(({ resource }) => `${resource.resourceType} ${resource.name}`)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  }
})
