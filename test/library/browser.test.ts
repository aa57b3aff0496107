import { builtinModules } from 'node:module'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** The core runs in a browser: bundled for one, with all its packages, it asks for no module of Node. */
test('the library bundles for a browser without Node modules, and converts there', async () => {
  const result = await build({
    entryPoints: ['src/index.ts'],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    write: false,
    minify: true,
    metafile: true,
  })
  expect(result.warnings).toEqual([])
  const imports = Object.values(result.metafile.inputs).flatMap((input) => input.imports.map((one) => one.path))
  expect(imports.filter((path) => path.startsWith('node:') || builtinModules.includes(path))).toEqual([])
  const text = result.outputFiles[0]?.text ?? ''
  const library = (await import(
    `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`
  )) as typeof import('../../src/index.ts')
  const document = '{"format":"kritisk-informasjon","versjon":"1.0","pasient":{},"registreringer":[]}'
  const { output } = library.convert(
    library.standardToolkit(),
    library.read(document, { model: library.fhirModel() }),
    { to: 'r4', now: '2026-01-01T00:00:00Z' },
  )
  expect(output.root).toEqual({ resourceType: 'Bundle', type: 'collection' })
})
