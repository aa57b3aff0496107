// Installs what is missing and builds what is out of date, so that `npm test` and `npm run demo` each work alone on a
// fresh clone with Node and npm and nothing else.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))

const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0)
const newest = (folder) =>
  Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      // Pictures are taken of what was built.
      .filter((one) => one.isFile() && !one.name.endsWith('.png'))
      .map((one) => changed(join(one.parentPath ?? one.path, one.name))),
  )

if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) npm('ci', '--no-audit', '--no-fund')

const sources = [
  ...['src', 'mappings', 'profiles', 'examples'].map(newest),
  ...['package.json', 'esbuild.config.mjs', 'vite.config.mjs', 'vite.examples.mjs', 'tsconfig.build.json'].map(changed),
]
const results = ['dist/index.js', 'dist/cli.js', 'dist/types/index.d.ts', 'dist/browse/index.html']
const built = Math.min(...results.map(changed))
// What is generated counts as source and is made by the build itself: it is older than what is built from it.
if (built < Math.max(...sources)) npm('run', 'build', '--silent')

function npm(...args) {
  console.error(`npm ${args.join(' ')}`)
  const { status } = spawnSync('npm', args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}
