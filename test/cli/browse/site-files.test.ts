import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { evidenceFor, scriptsOf } from '../../../src/cli/browse/own-tables.ts'
import { sharedTexts, siteFiles } from '../../../src/cli/browse/site-files.ts'
import { storyEvidence } from '../../../src/inspect/stories.ts'
import type { Mappings } from '../../../src/mapping/table.ts'
import { standardToolkit } from '../../../src/toolkit.ts'

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] }

test('a package leaves out what can be made of its other files, and no more', () => {
  const left = manifest.files.filter((one) => one.startsWith('!'))
  expect(left).toEqual(sharedTexts.map((name) => `!dist/browse/data/${name}.js`))
  expect(readdirSync('dist/browse/data')).toEqual(expect.arrayContaining(sharedTexts.map((name) => `${name}.js`)))
})

test('what is made is what the build made', () => {
  const files = siteFiles(undefined)
  for (const name of sharedTexts) {
    const built = `dist/browse/data/${name}.js`
    expect(valuesOf(files.get(`data/${name}.js`)?.().toString() ?? '')).toEqual(valuesOf(readFileSync(built, 'utf8')))
  }
})

test('the terms of what the scripts are made of are passed on with them', () => {
  expect(siteFiles(undefined).get('licenses.txt')?.().toString()).toMatch(/^preact \d/m)
})

/** What a data script leaves behind. */
function valuesOf(script: string): unknown {
  const data: Record<string, string> = {}
  new Function('globalThis', script)({ kritinfoData: data })
  return data
}

describe('own tables', () => {
  const { mappings } = standardToolkit()
  const [table, ...others] = mappings.tables
  if (table === undefined) throw new Error('there are tables')
  const [row, ...rows] = table.rows
  if (row === undefined) throw new Error('there are rows')
  const changed: Mappings = {
    ...mappings,
    tables: [{ ...table, rows: [{ ...row, note: 'another reason' }, ...rows] }, ...others],
  }

  test('are what the site shows, and it says so', () => {
    const data = valuesOf(scriptsOf(changed).get('data/mappings.js') ?? '') as Record<string, string>
    expect(JSON.parse(data.mappings ?? '')).toEqual(changed)
    expect(data.overlay).toBe('yes')
  })

  test('rows that were replaced have no evidence; the others keep theirs', () => {
    const all = storyEvidence()
    expect(all.rows).toHaveProperty([row.id])
    const left = evidenceFor(changed)
    expect(left.rows).not.toHaveProperty([row.id])
    expect(Object.keys(left.rows)).toHaveLength(Object.keys(all.rows).length - 1)
    expect(evidenceFor(mappings)).toEqual(all)
  })
})
