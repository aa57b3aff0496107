// The site of `kritinfo browse`, into dist/browse: scripts of the old kind, because a browser loads no modules from files.
//
//   vite build --mode engine    the core, as one function whose text goes into a worker
//   vite build                  the pages
import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { defineConfig } from 'vite'
import { examplesApart } from './vite.examples.mjs'

/** Nothing is loaded but what lies beside the page, nothing is sent, and no text becomes a program. */
const policy = JSON.parse(readFileSync('src/page/policy.json', 'utf8')).join('; ')

export default defineConfig(({ mode }) => (mode === 'engine' ? engine : pages))

const common = { logLevel: 'warn', publicDir: false }
const output = { format: 'iife', entryFileNames: '[name].js', assetFileNames: '[name][extname]', codeSplitting: false }

const engine = {
  ...common,
  plugins: [textsApart(), asFunction()],
  build: {
    outDir: resolve('dist/browse'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: { engine: resolve('src/browse/engine/worker.ts') }, output },
  },
}

const pages = {
  ...common,
  root: resolve('src/browse'),
  base: './',
  plugins: [textsApart(), plainScript(), examplesApart(resolve('examples'))],
  build: {
    outDir: resolve('dist/browse'),
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    // Else a script would put the styles in, which the policy forbids.
    cssCodeSplit: false,
    rolldownOptions: { input: { index: resolve('src/browse/index.html') }, output },
  },
}

/** Generated texts are files of their own, so that pages load what they need and tables can be exchanged. */
function textsApart() {
  return {
    name: 'texts-apart',
    load(id) {
      if (!/[\\/]src[\\/]generated[\\/][\w-]+\.ts$/.test(id)) return undefined
      const [, constant, literal] = /^export const (\w+): string = (".*")$/m.exec(readFileSync(id, 'utf8'))
      const name = basename(id, '.ts')
      const source = `(globalThis.kritinfoData ??= {})[${JSON.stringify(name)}] = ${literal};\n`
      this.emitFile({ type: 'asset', fileName: `data/${name}.js`, source })
      return `export const ${constant} = globalThis.kritinfoData[${JSON.stringify(name)}]`
    },
  }
}

function asFunction() {
  return {
    name: 'as-function',
    generateBundle(_, bundle) {
      const chunk = bundle['engine.js']
      chunk.code = `globalThis.kritinfoEngine = function () {\n${chunk.code}}\n`
    },
  }
}

function plainScript() {
  return {
    name: 'plain-script',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const head = `<meta http-equiv="Content-Security-Policy" content="${policy}" />\n    `
        return html
          .replace(/<meta name="viewport"/, `${head}<meta name="viewport"`)
          .replace(
            /<script type="module" crossorigin/,
            '<script defer src="./data/mappings.js"></script>\n    <script defer',
          )
          .replace(/<link rel="stylesheet" crossorigin/, '<link rel="stylesheet"')
      },
    },
  }
}
