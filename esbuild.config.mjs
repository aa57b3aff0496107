// `--generate` writes src/generated and the schema of the config, and stops; without it the library and the command line are bundled as well.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

process.chdir(dirname(fileURLToPath(import.meta.url)))
/** Generated modules that hold a text and nothing else. */
const texts = /[\\/]generated[\\/][\w-]+\.ts$/
const common = { bundle: true, format: 'esm', target: 'es2022', logLevel: 'warning', splitting: true, outdir: 'dist' }

await generate()
if (!process.argv.includes('--generate')) {
  rmSync('dist', { recursive: true, force: true })
  await bundleLibrary()
  if (existsSync('src/cli/main.ts')) await bundleCommandLine()
}

/** First what the software is made of, then what it shows of itself with that. */
async function generate() {
  await runModule('src/build/main.ts')
  await runModule('src/build/evidence.ts')
  await runModule('src/cli/config/write-schema.ts')
}

async function runModule(path) {
  const outfile = `node_modules/.cache/kritinfo/${basename(path, '.ts')}.mjs`
  await build({
    bundle: true,
    format: 'esm',
    logLevel: 'warning',
    platform: 'node',
    packages: 'external',
    entryPoints: [path],
    outfile,
  })
  // The query keeps a second run in one process from getting the first one's module.
  await import(`${pathToFileURL(resolve(outfile))}?${Date.now()}`)
}

/** For Node and browsers alike: no platform, packages left to whoever installs or bundles the library. */
async function bundleLibrary() {
  await build({
    ...common,
    platform: 'neutral',
    packages: 'external',
    plugins: [
      { name: 'texts-apart', setup: importTexts },
      { name: 'renderer-inside', setup: takeRenderer },
    ],
    entryPoints: {
      index: 'src/index.ts',
      mappings: 'src/mappings.ts',
      validate: 'src/validate.ts',
      generate: 'src/generate.ts',
      xml: 'src/xml.ts',
    },
  })
}

/** What draws pages is small, and of no use to whoever only installs the library: it is taken in. */
function takeRenderer({ onResolve }) {
  onResolve({ filter: /^preact(-render-to-string)?(\/|$)/ }, ({ path }) => ({
    path: fileURLToPath(import.meta.resolve(path)),
  }))
}

/** All in, so that it starts without looking for packages. Some of them are CommonJS and call `require`. */
async function bundleCommandLine() {
  const banner = [
    '#!/usr/bin/env node',
    "import { createRequire as createRequireForBundle } from 'node:module'",
    'const require = createRequireForBundle(import.meta.url)',
  ].join('\n')
  const { metafile } = await build({
    ...common,
    platform: 'node',
    minify: true,
    metafile: true,
    // yargs measures the width of its help texts with tables of all of Unicode, which take as long to load as all else
    // together; our texts are plain letters.
    alias: { 'string-width': './src/cli/text-width.cts' },
    plugins: [{ name: 'texts-as-files', setup: readTexts }],
    // Workers are started from a file, and so is their keeper.
    external: ['tinypool'],
    entryPoints: { cli: 'src/cli/main.ts', 'cli-worker': 'src/cli/worker.ts' },
    chunkNames: 'cli-[hash]',
    banner: { js: banner },
  })
  writeLicenses(Object.keys(metafile.inputs))
}

/** The terms of every package that is compiled in, for whoever passes the software on. */
function writeLicenses(inputs) {
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []))
  const texts = [...folders].map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
    const text = file === undefined ? `${license}, ${author?.name ?? author}` : readFileSync(join(folder, file), 'utf8')
    return `${name} ${version}\n\n${text.trim()}\n`
  })
  writeFileSync(join(common.outdir, 'licenses.txt'), texts.sort().join(`\n${'-'.repeat(80)}\n\n`))
}

/** The library imports the generated texts, each as a module of its own, which the command line has a use for too. */
function importTexts({ onResolve }) {
  onResolve({ filter: texts }, ({ path, resolveDir }) => {
    return { path: `./${writeText(resolve(resolveDir, path)).file}`, external: true, sideEffects: false }
  })
}

/**
 * Megabytes of text are read from a file in a few milliseconds; as literals in a program they take fifty to parse. So the
 * command line reads the library's modules as the text files that they nearly are.
 */
function readTexts({ onLoad }) {
  onLoad({ filter: texts }, ({ path }) => {
    const { file, constant, encoding } = writeText(path)
    const contents = [
      "import { textOfModule } from '../cli/text-module.ts'",
      `export const ${constant} = textOfModule(new URL('./${file}', import.meta.url), '${encoding}')`,
    ]
    return { contents: contents.join('\n'), loader: 'js' }
  })
}

/** A text as a module with one template literal, in which three letters are escaped and all else is as it is. */
function writeText(path) {
  const [, constant, literal] = /^export const (\w+): string = (".*")$/m.exec(readFileSync(path, 'utf8'))
  const text = JSON.parse(literal)
  const file = `data/${basename(path, '.ts')}.js`
  mkdirSync(join(common.outdir, 'data'), { recursive: true })
  writeFileSync(join(common.outdir, file), `export const ${constant} = \`${text.replace(/[\\`$]/g, '\\$&')}\`\n`)
  // Plain letters need no decoding, and a byte each.
  return { file, constant, encoding: /^[\0-\x7f]*$/.test(text) ? 'latin1' : 'utf8' }
}
