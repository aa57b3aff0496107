import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type GivenFile, versionServices } from '../../../src/browse/engine/versions.ts'
import { KritinfoError, describe as wordsOf } from '../../../src/issue/issue.ts'
import { tar, tarEntry } from '../../cli/archives.ts'

const compare = (before: readonly GivenFile[], after: readonly GivenFile[]) =>
  versionServices.compareVersions({ before, after })
const file = (name: string, text: string): GivenFile => ({ name, bytes: strToU8(text) })
const folder = (path: string): GivenFile[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => ({ name: join(path, name), bytes: readFileSync(join(path, name)) }))
const zipped = (files: readonly GivenFile[]): GivenFile => ({
  name: 'tables.zip',
  bytes: zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))),
})
const changesOf = (compared: ReturnType<typeof compare>) => {
  if (!('diff' in compared) || compared.diff.kind !== 'tables') throw new Error('no difference of tables')
  return compared.diff.changes
}
function issuesOf(run: () => unknown) {
  try {
    run()
  } catch (problem) {
    if (problem instanceof KritinfoError) return problem.issues
    throw problem
  }
  return []
}

const own = folder('mappings')
const overlay = folder('examples/overlay')

describe('tables', () => {
  test('of the site are the same as the folder that they are made of', () => {
    expect(changesOf(compare([], own))).toEqual([])
    expect(changesOf(compare(own, own))).toEqual([])
  })

  test('an overlay lies over what is there before; what could flip a meaning comes first', () => {
    const changes = changesOf(compare([], overlay))
    expect(changes.map(({ id, change }) => `${change} ${id}`)).toEqual(
      expect.arrayContaining(['changed condition.status', 'changed kj.allergy.lastOccurrence']),
    )
    expect(changes[0]).toMatchObject({ id: 'condition.status', couldFlip: true })
    expect(changesOf(compare(own, overlay))).toEqual(changes)
  })

  test('a zip is the same as its files, with a folder around them or without', () => {
    const plain = overlay.map((one) => ({ ...one, name: relative('examples/overlay', one.name) }))
    const whole = changesOf(compare([], overlay))
    expect(changesOf(compare([], [zipped(overlay)]))).toEqual(whole)
    expect(changesOf(compare([], [zipped(plain)]))).toEqual(whole)
  })

  test('a single file is an overlay too', () => {
    const [codes] = overlay.filter(({ name }) => name.endsWith('7497-snomed.yaml'))
    expect(changesOf(compare([], codes === undefined ? [] : [codes])).map(({ id }) => id)).toContain('2')
  })

  test('that cannot be read are told with file, line and column', () => {
    const broken = file('my/broken.yaml', 'table: ki-r4/allergy\nextends: true\nrows: [\n')
    const [first] = issuesOf(() => compare([], [broken]))
    expect(first).toMatchObject({ code: 'MAP-001', path: 'my/broken.yaml', line: 4, column: 1 })
  })

  test('too large for a table are not read', () => {
    const long = file('long.yaml', `# ${'x'.repeat(5_000_000)}`)
    expect(issuesOf(() => compare([], [long]))).toEqual([
      expect.objectContaining({ code: 'DOC-007', path: 'long.yaml' }),
    ])
  })
})

describe('packages', () => {
  const archive = (name: string, max: string): GivenFile => {
    const manifest = JSON.stringify({ name: 'x', version: name, fhirVersions: ['4.0.1'] })
    const profile = JSON.stringify({
      resourceType: 'StructureDefinition',
      url: 'http://example.org/p',
      name: 'P',
      status: 'active',
      kind: 'resource',
      abstract: false,
      type: 'AllergyIntolerance',
      baseDefinition: 'http://hl7.org/fhir/StructureDefinition/AllergyIntolerance',
      derivation: 'constraint',
      differential: { element: [{ id: 'AllergyIntolerance.note', path: 'AllergyIntolerance.note', max }] },
    })
    const blocks = [tarEntry('package/package.json', manifest), tarEntry('package/StructureDefinition-p.json', profile)]
    return { name: `${name}.tgz`, bytes: gzipSync(tar(...blocks)) }
  }

  test('differ by their elements, with the rows that are about them', () => {
    const compared = compare([archive('1', '*')], [archive('2', '1')])
    expect(compared).toMatchObject({
      diff: {
        kind: 'package',
        profiles: [
          { change: 'changed', changes: [{ element: 'AllergyIntolerance.note', aspect: 'maximum', isStricter: true }] },
        ],
      },
      leftOut: [],
    })
  })

  test('that are none are refused with their name', () => {
    const none = { name: 'none.tgz', bytes: strToU8('nothing') }
    const issues = issuesOf(() => compare([archive('1', '*')], [none]))
    expect(issues).toEqual([expect.objectContaining({ code: 'PKG-020', path: 'none.tgz' })])
    expect(issues.map((one) => wordsOf(one, 'nb'))).toEqual([expect.stringContaining('verken gzip eller zip')])
  })

  test('and tables are not compared', () => {
    expect(compare([], [archive('1', '*')])).toEqual({ unlike: ['tables', 'package'] })
  })
})
