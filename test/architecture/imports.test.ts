import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

/**
 * Imports point one way. Each layer with the layers that it may import besides itself; a layer is a folder of `src`,
 * but for `root`: the files that stand directly in `src`, and the folders `src/convert`, `src/generate` and `src/inspect`;
 * and for `door`: what the library opens of the tables, where they are drawn too, and which nothing of ours goes through.
 */
const facts: readonly string[] = ['definition', 'document', 'issue']
const core: readonly string[] = ['mapping', 'codec', 'rule', 'fhirpath', 'form', 'terminology', ...facts, 'generated']
const arrows: Readonly<Record<string, readonly string[]>> = {
  issue: [],
  generated: [],
  document: ['issue'],
  definition: ['document', 'issue', 'generated'],
  terminology: [...facts, 'generated'],
  codec: ['terminology', ...facts],
  mapping: ['codec', 'terminology', ...facts],
  fhirpath: facts,
  rule: ['fhirpath', 'terminology', ...facts],
  form: ['terminology', ...facts, 'generated'],
  root: core,
  archive: ['definition', 'document', 'issue', 'generated'],
  picture: ['root', ...core],
  page: ['root', ...core],
  door: ['page', 'root', ...core],
  report: ['page', 'picture', 'root', ...core],
  browse: ['page', 'report', 'picture', 'archive', 'root', ...core],
  cli: ['report', 'page', 'archive', 'picture', 'root', ...core],
  build: ['report', 'page', 'picture', 'root', ...core],
}
const rootFolders: readonly string[] = ['convert', 'generate', 'inspect']
const doors: readonly string[] = ['src/mappings.ts']

/** The layers that run on Node alone; everything else runs in a browser too. */
const nodeLayers: readonly string[] = ['cli', 'build']

interface SourceText {
  /** Path from the root of the project, with slashes: `src/mapping/row.ts`. */
  readonly path: string
  readonly text: string
}

const builtins: ReadonlySet<string> = new Set(builtinModules)

/** What is wrong with the imports of one file, a line for each. */
function problemsOf({ path, text }: SourceText): string[] {
  const layer = layerOf(path)
  const allowed = arrows[layer]
  if (allowed === undefined) return [`${path}: the layer "${layer}" has no entry in the list of arrows`]
  return importsOf(text).flatMap((name) => {
    const problem = name.startsWith('.') ? relativeProblem(path, layer, allowed, name) : packageProblem(layer, name)
    return problem === undefined ? [] : [`${path} imports "${name}": ${problem}`]
  })
}

/** Imports, re-exports, `import type` and `import()` alike: a type is an arrow too. */
function importsOf(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map((found) => found.fileName)
}

function relativeProblem(path: string, layer: string, allowed: readonly string[], name: string): string | undefined {
  const target = posix.join(posix.dirname(path), name)
  // A page can read no file: what it needs of the profiles is bundled in.
  if (layer === 'browse' && /^profiles\/.+\.json$/.test(target)) return undefined
  if (!target.startsWith('src/')) return 'it leads out of src'
  const to = layerOf(target)
  return to === layer || allowed.includes(to) ? undefined : `${layer} may not import ${to}`
}

function packageProblem(layer: string, name: string): string | undefined {
  if (name.startsWith('/') || name.startsWith('file:')) return 'it leads out of src'
  const isNode = name.startsWith('node:') || builtins.has(name) || builtins.has(name.split('/')[0] ?? name)
  return isNode && !nodeLayers.includes(layer) ? 'a module of Node, and the core runs in a browser' : undefined
}

function layerOf(path: string): string {
  if (doors.includes(path)) return 'door'
  const [, first = '', second] = path.split('/')
  return second === undefined || rootFolders.includes(first) ? 'root' : first
}

function sources(): SourceText[] {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  return names.map((name) => {
    const path = posix.join('src', name.replaceAll('\\', '/'))
    return { path, text: readFileSync(path, 'utf8') }
  })
}

describe('imports', () => {
  test('every import of the sources follows an arrow', () => {
    const files = sources()
    expect(files.length).toBeGreaterThan(50)
    expect(files.flatMap(problemsOf)).toEqual([])
  })

  test('the arrows lead to layers that are there, and never in a circle', () => {
    const from = (layer: string, seen: readonly string[] = []): string[] =>
      (arrows[layer] ?? []).flatMap((to) => (seen.includes(to) ? [to] : [to, ...from(to, [...seen, to])]))
    for (const layer of Object.keys(arrows)) {
      expect(from(layer).filter((to) => arrows[to] === undefined)).toEqual([])
      expect(from(layer)).not.toContain(layer)
    }
  })

  test('nothing imports the build or the command line', () => {
    const importers = Object.entries(arrows).filter(([, to]) => to.includes('build') || to.includes('cli'))
    expect(importers).toEqual([])
  })
})

describe('a planted import is found', () => {
  const planted: readonly (readonly [why: string, path: string, text: string, problem: string])[] = [
    ['a lower layer', 'src/form/ki/a.ts', `import { a } from '../../mapping/a.ts'`, 'form may not import mapping'],
    ['a type only', 'src/issue/a.ts', `import type { A } from '../document/a.ts'`, 'issue may not import document'],
    ['a re-export', 'src/codec/a.ts', `export * from '../mapping/a.ts'`, 'codec may not import mapping'],
    ['an import()', 'src/rule/a.ts', `const a = await import('../form/a.ts')`, 'rule may not import form'],
    ['a root file', 'src/mapping/a.ts', `import { a } from '../toolkit.ts'`, 'mapping may not import root'],
    ['a root folder', 'src/form/a.ts', `import { a } from '../convert/a.ts'`, 'form may not import root'],
    ['the command line', 'src/report/a.ts', `import { a } from '../cli/main.ts'`, 'report may not import cli'],
    ['the build', 'src/cli/a.ts', `import { a } from '../build/main.ts'`, 'cli may not import build'],
    ['node:', 'src/document/a.ts', `import { readFileSync } from 'node:fs'`, 'a module of Node'],
    ['a built-in', 'src/convert.ts', `import { join } from 'path/posix'`, 'a module of Node'],
    ['require', 'src/form/a.ts', `const fs = require('fs')`, 'a module of Node'],
    ['a neighbour', 'src/build/a.ts', `import a from '../../../elsewhere/a.json'`, 'it leads out of src'],
    ['a new layer', 'src/other/a.ts', `export const a = 1`, 'has no entry'],
  ]
  test.each(planted)('%s', (_why, path, text, problem) => {
    expect(problemsOf({ path, text })).toEqual([expect.stringContaining(problem)])
  })

  test('and a good one is not', () => {
    const text = `import { isMap } from 'yaml'\nimport { a } from './b.ts'\nimport type { C } from '../codec/c.ts'`
    expect(problemsOf({ path: 'src/mapping/a.ts', text })).toEqual([])
    const schema = `import a from '../../profiles/a/a.json' with { type: 'json' }`
    expect(problemsOf({ path: 'src/browse/a.ts', text: schema })).toEqual([])
    expect(problemsOf({ path: 'src/convert/a.ts', text: `import { a } from '../toolkit.ts'` })).toEqual([])
    expect(problemsOf({ path: 'src/cli/a.ts', text: `import { argv } from 'node:process'` })).toEqual([])
  })
})
