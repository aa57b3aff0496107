import { builtinModules } from 'node:module'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** The core runs in a browser: bundled for one, with all its packages, it asks for no module of Node. */
async function bundled(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
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
  return result.outputFiles[0]?.text ?? ''
}

async function loaded(text: string): Promise<unknown> {
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)
}

test('the library bundles for a browser without Node modules, and converts there', async () => {
  const text = await bundled('src/index.ts')
  // Profiles and value sets are for those who validate.
  expect(text.length).toBeLessThan(1_300_000)
  const library = (await loaded(text)) as typeof import('../../src/index.ts')
  const document = '{"format":"kritisk-informasjon","versjon":"1.0","pasient":{},"registreringer":[]}'
  const { output } = library.convert(
    library.standardToolkit(),
    library.read(document, { model: library.fhirModel() }),
    { to: 'r4', now: '2026-01-01T00:00:00Z' },
  )
  expect(output.root).toEqual({ resourceType: 'Bundle', type: 'collection' })
})

test('so does the validator, and validates there', async () => {
  const library = (await loaded(await bundled('src/validate.ts'))) as typeof import('../../src/validate.ts')
  const tree = { root: { resourceType: 'Patient', gender: 'mann' }, syntax: 'json', issues: [] } as const
  const { issues } = library.validate(library.standardValidation(), { ...tree, position: () => undefined })
  expect(issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['BND-001'])
})

test('so does the generator, and makes documents there', async () => {
  const library = (await loaded(await bundled('src/generate.ts'))) as typeof import('../../src/generate.ts')
  expect(library.generator({ form: 'eps', seed: 1 })(0).text).toMatch(/^\{"resourceType":"Bundle"/)
})
